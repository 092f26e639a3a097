import { Siren } from 'lucide-react';
import { Link } from 'wouter';
import { momentKort } from '../../../shared/domein/index.js';
import { padAanmelding } from '../../onderdelen/paden.js';
import { criteriaKlaar, type AanmeldingDoc } from '../../stores/caseload.js';
import { useSyncstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Tag, Wacht } from '../../ui/index.js';
import { teksten } from './teksten.js';

export function Lijst({
  aanmeldingen,
  huidig,
  vandaag,
}: {
  aanmeldingen: readonly AanmeldingDoc[];
  huidig: string | undefined;
  vandaag: string;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { wachtendeIds } = useSyncstand();
  return (
    <ol>
      {aanmeldingen.map((a) => (
        <li key={a.id}>
          <Link href={padAanmelding(a.id)} aria-current={a.id === huidig ? 'true' : undefined}>
            <span className="row">
              <b>{a.aanduiding}</b>
              {wachtendeIds.has(a.id) && <Wacht />}
              {a.spoed && a.status === 'nieuw' && (
                <span className="push">
                  <Tag soort="kritiek" doos icoon={Siren}>
                    {t.spoed}
                  </Tag>
                </span>
              )}
            </span>
            <span className="soft">
              {a.melder}, {momentKort(a.ontvangenOp, vandaag, taal)}
            </span>
            <span className="meta two">
              {a.status === 'nieuw'
                ? t.criteria(criteriaKlaar(a.criteria).gemotiveerd)
                : t.status[a.status]}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
