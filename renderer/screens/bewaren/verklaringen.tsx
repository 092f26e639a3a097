import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { nlDatum } from '../../../shared/domein/index.js';
import { besloten, useVerklaringen, verklaringenCsv } from '../../stores/bewaren.js';
import { useKluis } from '../../stores/react.js';
import { bewaarUitvoer } from '../../stores/uitvoer.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Leeg, Sectie } from '../../ui/index.js';
import { teksten } from './teksten.js';

/** What was destroyed, by whom and why: all that is left of it. */
export function Verklaringen(): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const verklaringen = useVerklaringen();
  const bewaar = (): void =>
    void bewaarUitvoer(
      kluis,
      { soort: 'vernietiging', aantal: verklaringen.length, wijze: 'csv' },
      t.csvNaam,
      'text/csv',
      verklaringenCsv(verklaringen, (account) => besloten(kluis, account)),
    );
  return (
    <Sectie
      titel={t.verklaringen}
      meer={
        verklaringen.length > 0 && (
          <Knop icoon={Download} onPress={bewaar}>
            {t.bewaarCsv}
          </Knop>
        )
      }
    >
      {verklaringen.length === 0 ? (
        <Leeg titel={t.geenVerklaringen} />
      ) : (
        <div className="tabelrol">
          <table className="grid ruim">
            <thead>
              <tr>
                <th scope="col">{t.nummer}</th>
                <th scope="col">{t.tafel}</th>
                <th scope="col">{t.periode}</th>
                <th scope="col">{t.grond}</th>
                <th scope="col">{t.omvang}</th>
                <th scope="col">{t.op}</th>
                <th scope="col">{t.door}</th>
              </tr>
            </thead>
            <tbody>
              {verklaringen.map((v) => (
                <tr key={v.id}>
                  <th scope="row">{v.nummer === '' ? t.aanmelding : v.nummer}</th>
                  <td className="lang">
                    {v.tafel}
                    <p className="meta">{v.gemeente}</p>
                  </td>
                  <td>
                    {nlDatum(v.startdatum, taal)}
                    {v.sluitdatum !== null && ` – ${nlDatum(v.sluitdatum, taal)}`}
                  </td>
                  <td className="lang">
                    {v.reden in t.gronden ? t.gronden[v.reden as keyof typeof t.gronden] : v.reden}
                    <p className="meta">{v.grondslag}</p>
                  </td>
                  <td>
                    {t.documenten(v.aantal.documenten)}
                    {v.aantal.bijlagen > 0 && `, ${t.bijlagen(v.aantal.bijlagen)}`}
                  </td>
                  <td>{nlDatum(v.op.slice(0, 10), taal)}</td>
                  <td>{besloten(kluis, v.gewijzigdDoor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sectie>
  );
}
