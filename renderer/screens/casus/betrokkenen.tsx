import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { leeftijd, nlDatum } from '../../../shared/domein/index.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useSyncstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Leeg, Sectie, Wacht } from '../../ui/index.js';
import { Betrokkenedialoog, type Betrokkenedoel } from './betrokkene-dialoog.js';
import { Netwerk } from './netwerk.js';
import { teksten } from './teksten.js';

/** Everyone of the case in a table, with the picture below it. */
export function Betrokkenen({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { wachtendeIds } = useSyncstand();
  const [doel, zetDoel] = useState<Betrokkenedoel | null>(null);
  const { betrokkenen } = dossier;
  const nieuw = () => zetDoel({ soort: 'nieuw', eerste: betrokkenen.length === 0 });
  return (
    <div className="page tabblad">
      <Sectie
        titel={t.tab.betrokkenen}
        bij={t.net.personen(betrokkenen.length)}
        meer={
          <Knop icoon={UserPlus} onPress={nieuw}>
            {t.betr.nieuw}
          </Knop>
        }
      >
        {betrokkenen.length === 0 ? (
          <Leeg titel={t.betr.geen}>{t.betr.geenUitleg}</Leeg>
        ) : (
          <div className="tabelrol">
            <table className="grid ruim">
              <thead>
                <tr>
                  <th scope="col">{t.betr.naam}</th>
                  <th scope="col">{t.betr.relatie}</th>
                  <th scope="col">{t.betr.geboortedatum}</th>
                  <th scope="col" className="num smal">
                    {t.betr.leeftijd}
                  </th>
                  <th scope="col">{t.betr.bsn}</th>
                  <th scope="col">{t.betr.huishouden}</th>
                  <th scope="col">{t.betr.toelichting}</th>
                </tr>
              </thead>
              <tbody>
                {betrokkenen.map((b) => (
                  <tr key={b.id}>
                    <th scope="row">
                      <button
                        type="button"
                        className="link"
                        onClick={() => zetDoel({ soort: 'wijzig', betrokkene: b })}
                      >
                        {b.naam}
                      </button>{' '}
                      {wachtendeIds.has(b.id) && <Wacht />}
                    </th>
                    <td>
                      {b.rol === 'hoofdbetrokkene'
                        ? t.betr.hoofdbetrokkene
                        : [b.relatie, b.band === 'verbroken' ? t.net.verbroken : null]
                            .filter(Boolean)
                            .join(', ')}
                    </td>
                    <td>{b.geboortedatum === null ? '' : nlDatum(b.geboortedatum, taal)}</td>
                    <td className="num smal">
                      {b.geboortedatum === null ? '' : leeftijd(b.geboortedatum, vandaag)}
                    </td>
                    <td>{b.bsn}</td>
                    <td>{b.huishouden}</td>
                    <td className="lang">{b.toelichting}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Sectie>
      <Netwerk dossier={dossier} vandaag={vandaag} zonderKnop />
      <Betrokkenedialoog casus={dossier.casus} doel={doel} bijSluiten={() => zetDoel(null)} />
    </div>
  );
}
