import type { ReactNode } from 'react';
import { BEWAARJAREN, mag } from '../../../shared/domein/index.js';
import { grondslagen, termijnenVan, zetTermijn } from '../../stores/bewaren.js';
import { onthoud } from '../../stores/ongedaan.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Keuze, Sectie } from '../../ui/index.js';
import { teksten } from './teksten.js';

const JAREN = [1, 2, 3, 4, 5, 7, 10, 15, 20];

/** The parameter of the house: how many years, by grondslag. */
export function Termijnen(): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const huis = useDocs('huis');
  const nu = termijnenVan(kluis);
  const magInstellen = mag(kluis.ik.rol, 'huis-instellen');

  async function zet(grondslag: string, jaren: number): Promise<void> {
    const eerder = nu[grondslag] ?? BEWAARJAREN;
    await zetTermijn(kluis, grondslag, jaren);
    onthoud(t.termijnGewijzigd, () => zetTermijn(kluis, grondslag, eerder));
  }

  return (
    <Sectie titel={t.termijnen} bij={t.termijnenBij}>
      {!magInstellen && <p className="meta under">{t.nietInstellen}</p>}
      <div className="tabelrol">
        <table className="grid ruim">
          <thead>
            <tr>
              <th scope="col">{t.grondslag}</th>
              <th scope="col">{t.tafels}</th>
              <th scope="col">{t.jaren}</th>
            </tr>
          </thead>
          <tbody>
            {grondslagen(huis).map(({ grondslag, tafels }) => {
              const jaren = nu[grondslag] ?? BEWAARJAREN;
              return (
                <tr key={grondslag}>
                  <th scope="row" className="lang">
                    {grondslag}
                  </th>
                  <td className="lang meta">{tafels.join(', ')}</td>
                  <td>
                    {magInstellen ? (
                      <Keuze
                        className="bewaar-jaren"
                        label={t.jarenVan(grondslag)}
                        zonderLabel
                        opties={[...new Set([...JAREN, jaren])]
                          .sort((a, b) => a - b)
                          .map((n) => ({
                            id: String(n),
                            label: t.inJaren(n),
                          }))}
                        waarde={String(jaren)}
                        bijWijziging={(n) => void zet(grondslag, Number(n))}
                      />
                    ) : (
                      t.inJaren(jaren)
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Sectie>
  );
}
