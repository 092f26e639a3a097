import type { ReactNode } from 'react';
import { nlDatum, plusMaanden, telRegistraties } from '../../../shared/domein/index.js';
import { useVandaag } from '../../stores/klok.js';
import type { RegistratieDoc } from '../../stores/registraties.js';
import { useTafels } from '../../stores/tafels.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Leeg, Sectie } from '../../ui/index.js';
import { teksten } from './teksten.js';

const JAAR_MAANDEN = -12;

/** What the tafels count, this year up to today beside the same days of last year. */
export function Tellingen({
  registraties,
}: {
  registraties: readonly RegistratieDoc[];
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const tafels = useTafels();
  const tot = useVandaag();
  const van = `${tot.slice(0, 4)}-01-01`;
  const rijen = tafels.flatMap(({ naam, inrichting }) => {
    const eigen = registraties.filter((r) => r.tafel === naam);
    if (eigen.length === 0) return [];
    return inrichting.tellers.map((teller) => ({
      tafel: naam,
      teller,
      nu: telRegistraties(teller, eigen, van, tot),
      toen: telRegistraties(
        teller,
        eigen,
        plusMaanden(van, JAAR_MAANDEN),
        plusMaanden(tot, JAAR_MAANDEN),
      ),
    }));
  });
  return (
    <Sectie titel={t.tellingen} bij={t.tellingenUitleg(nlDatum(van, taal), nlDatum(tot, taal))}>
      {rijen.length === 0 ? (
        <Leeg titel={t.geenTellingen} />
      ) : (
        <div className="tabelrol">
          <table className="grid ruim">
            <thead>
              <tr>
                <th scope="col">{t.tafel}</th>
                <th scope="col">{t.teller}</th>
                <th scope="col" className="num">
                  {t.ditJaar}
                </th>
                <th scope="col" className="num">
                  {t.vorigJaar}
                </th>
              </tr>
            </thead>
            <tbody>
              {rijen.map(({ tafel, teller, nu, toen }) => (
                <tr key={`${tafel} ${teller.id}`}>
                  <td>{tafel}</td>
                  <th scope="row">{teller.naam}</th>
                  <td className="num">{nu}</td>
                  <td className="num">{toen}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sectie>
  );
}
