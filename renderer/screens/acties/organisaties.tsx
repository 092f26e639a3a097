/** Open actions per organisation, whoever is most overdue first (dossier A3 row 37). */
import type { ReactNode } from 'react';
import { actielastPerOrganisatie } from '../../../shared/domein/index.js';
import type { ActieDoc } from '../../stores/caseload.js';
import { useTeksten } from '../../taal/react.js';
import { Tag } from '../../ui/index.js';
import { teksten } from './organisaties-teksten.js';

export function Organisatietabel({
  acties,
  vandaag,
  kies,
}: {
  acties: readonly ActieDoc[];
  vandaag: string;
  /** Shows the actions of one organisation: all of them, or only what is overdue. */
  kies: (organisatie: string, alleenLaat: boolean) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const lasten = actielastPerOrganisatie(acties, vandaag);
  return (
    <div className="scroll">
      <table className="grid ruim organisaties">
        <caption className="sr">{t.bijschrift}</caption>
        <thead>
          <tr>
            <th scope="col">{t.organisatie}</th>
            <th scope="col" className="num">
              {t.open}
            </th>
            <th scope="col" className="num">
              {t.laat}
            </th>
            <th scope="col">{t.langst}</th>
            <th scope="col" className="num">
              {t.zonder}
            </th>
          </tr>
        </thead>
        <tbody>
          {lasten.map((l) => (
            <tr key={l.organisatie}>
              <th scope="row">
                <button
                  type="button"
                  className="link kaal"
                  onClick={() => kies(l.organisatie, false)}
                >
                  {l.organisatie}
                </button>
              </th>
              <td className="num">{l.open}</td>
              <td className="num">
                {l.laat === 0 ? (
                  0
                ) : (
                  <button
                    type="button"
                    className="link"
                    aria-label={t.laatVan(l.laat, l.organisatie)}
                    onClick={() => kies(l.organisatie, true)}
                  >
                    <b>{l.laat}</b>
                  </button>
                )}
              </td>
              <td>
                {l.langst === 0 ? (
                  <span className="soft">{t.opTijd}</span>
                ) : (
                  <Tag soort="kritiek">{t.dagen(l.langst)}</Tag>
                )}
              </td>
              <td className="num">{l.zonderTermijn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
