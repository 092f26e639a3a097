/** What a list of the gemeente would do, line by line, and which lines are refused. */
import type { ReactNode } from 'react';
import { opsomming } from '../../../shared/domein/index.js';
import { brpteksten, Geheimtag, Resultaattag } from '../../onderdelen/brp/index.js';
import type { Brpvoorbeeld } from '../../stores/brp-bestand.js';
import { useDocs } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Leeg } from '../../ui/index.js';
import { teksten } from './teksten.js';

export function Voorbeeld({
  voorbeeld: { treffers, geweigerd },
}: {
  readonly voorbeeld: Brpvoorbeeld;
}): ReactNode {
  const { bestand: t, casus } = useTeksten(teksten);
  const b = useTeksten(brpteksten);
  const taal = useTaal();
  const titels = new Map(useDocs('casussen').map((c) => [c.id, c.titel]));
  return (
    <>
      <h3 className="brp-kop">{t.voorbeeld}</h3>
      <p className="meta" role="status">
        {t.telling(treffers.length, geweigerd.length)}
      </p>
      {treffers.length === 0 ? (
        <Leeg titel={t.niemand}>{t.niemandUitleg}</Leeg>
      ) : (
        <div className="tabelrol">
          <table className="grid ruim brp-voorbeeld">
            <thead>
              <tr>
                <th scope="col" className="num">
                  {t.regel}
                </th>
                <th scope="col">{t.persoon}</th>
                <th scope="col">{casus}</th>
                <th scope="col">{t.resultaat}</th>
                <th scope="col">{t.afwijkend}</th>
                <th scope="col" className="num">
                  {t.wijzigingen}
                </th>
              </tr>
            </thead>
            <tbody>
              {treffers.map(({ regel, betrokkene, resultaat, vergelijking, wijzigingen }) => (
                <tr key={betrokkene.id}>
                  <td className="num">{regel.regel}</td>
                  <th scope="row">
                    {betrokkene.naam} {regel.persoon.geheim ? <Geheimtag /> : null}
                  </th>
                  <td className="lang">{titels.get(betrokkene.casus)}</td>
                  <td>
                    <Resultaattag resultaat={resultaat} />
                  </td>
                  <td className="lang">
                    {opsomming(
                      vergelijking.afwijkend.map((v) => b.bekend[v].toLowerCase()),
                      taal,
                    )}
                  </td>
                  <td className="num">{wijzigingen === 0 ? '' : wijzigingen}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {geweigerd.length === 0 ? null : (
        <details className="alt">
          <summary>
            {t.geweigerd} ({geweigerd.length})
          </summary>
          <div className="tabelrol brp-geweigerd">
            <table className="grid ruim">
              <thead>
                <tr>
                  <th scope="col" className="num">
                    {t.regel}
                  </th>
                  <th scope="col">{t.reden}</th>
                </tr>
              </thead>
              <tbody>
                {geweigerd.map(({ regel, reden }) => (
                  <tr key={regel}>
                    <th scope="row" className="num">
                      {regel}
                    </th>
                    <td className="lang">{reden}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}
