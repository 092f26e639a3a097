/** Who holds a key of this case, in short; the tab of that name has the rest. */
import { Link } from 'wouter';
import { korteNaam, nlDatum } from '../../../shared/domein/index.js';
import { padCasus } from '../../onderdelen/paden.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Sectie } from '../../ui/index.js';
import { useRechten } from './toegang-rechten.js';
import { teksten } from './toegang-teksten.js';

export function Toegang({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { regels } = useRechten(dossier.casus, vandaag);
  // Who cannot read any more is only of interest to who manages it.
  const nu = regels.filter((r) => !r.verlopen);
  return (
    <Sectie
      titel={t.titel}
      className="a-toeg"
      bij={t.bij(nu.length)}
      meer={<Link href={padCasus(dossier.casus.id, 'toegang')}>{t.beheren}</Link>}
    >
      <table className="grid toegangtabel">
        <thead>
          <tr>
            <th scope="col">{t.naam}</th>
            <th scope="col">{t.organisatie}</th>
            <th scope="col">{t.ziet}</th>
          </tr>
        </thead>
        <tbody>
          {nu.map((r) => (
            <tr key={r.account}>
              <th scope="row">{r.lid === undefined ? t.onbekend : korteNaam(r.lid.naam)}</th>
              <td>{[r.lid?.organisatie, r.rol].filter(Boolean).join(', ')}</td>
              <td>{r.tot === null ? t.alles : t.tot(nlDatum(r.tot, taal))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sectie>
  );
}
