import { Baby, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { gezagOntbreekt, isMinderjarig, leeftijd, nlDatum } from '../../../shared/domein/index.js';
import { Geheimmerk } from '../../onderdelen/brp/index.js';
import type { BetrokkeneDoc } from '../../stores/caseload.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useSyncstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Leeg, Sectie, Tag, Wacht } from '../../ui/index.js';
import { Betrokkenedialoog, type Betrokkenedoel } from './betrokkene-dialoog.js';
import { teksten as eigen } from './betrokkene-teksten.js';
import { Brpdeel } from './brp-deel.js';
import { Netwerk } from './netwerk.js';
import { teksten } from './teksten.js';

/** Everyone of the case in a table, with the picture below it. */
export function Betrokkenen({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const t = useTeksten(teksten);
  const te = useTeksten(eigen);
  const hoedanigheden: Readonly<Record<string, string>> = te.hoedanigheden;
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
                      {wachtendeIds.has(b.id) && <Wacht />} <Geheimmerk brp={b.brp} />
                    </th>
                    <td>
                      {b.rol === 'hoofdbetrokkene'
                        ? t.betr.hoofdbetrokkene
                        : [b.relatie, b.band === 'verbroken' ? t.net.verbroken : null]
                            .filter(Boolean)
                            .join(', ')}
                    </td>
                    <td className="lang">
                      <Geboren b={b} vandaag={vandaag} />
                    </td>
                    <td>{b.bsn}</td>
                    <td>{b.huishouden}</td>
                    <td className="lang">
                      {b.vertegenwoordiger === undefined ? null : (
                        <p>
                          {te.vertegenwoordigd(
                            b.vertegenwoordiger.naam,
                            hoedanigheden[b.vertegenwoordiger.hoedanigheid] ??
                              b.vertegenwoordiger.hoedanigheid,
                          )}
                        </p>
                      )}
                      {b.toelichting}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Sectie>
      <Brpdeel dossier={dossier} vandaag={vandaag} />
      <Netwerk dossier={dossier} vandaag={vandaag} zonderKnop />
      <Betrokkenedialoog casus={dossier.casus} doel={doel} bijSluiten={() => zetDoel(null)} />
    </div>
  );
}

/** Date of birth with the age; of a minor also who has gezag, or that nobody recorded it. */
function Geboren({ b, vandaag }: { b: BetrokkeneDoc; vandaag: string }) {
  const te = useTeksten(eigen);
  const taal = useTaal();
  if (b.geboortedatum === null) return null;
  const jaren = leeftijd(b.geboortedatum, vandaag);
  const minderjarig = isMinderjarig(b.geboortedatum, vandaag);
  return (
    <>
      {nlDatum(b.geboortedatum, taal)},{' '}
      <span className="nowrap">{(minderjarig ? te.minderjarig : te.jaar)(jaren)}</span>
      {gezagOntbreekt(b, vandaag) ? (
        <p>
          <Tag soort="letop" icoon={Baby}>
            {te.gezagOntbreekt}
          </Tag>
        </p>
      ) : minderjarig ? (
        <p className="meta">
          {te.gezag}: {b.gezag}
        </p>
      ) : null}
    </>
  );
}
