import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { antwoordInWoorden, korteNaam, nlDatum } from '../../../shared/domein/index.js';
import { useDocs, useSyncstand } from '../../stores/react.js';
import { opVolgorde, type RegistratieDoc } from '../../stores/registraties.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Iconknop, Wacht } from '../../ui/index.js';
import './formulier.css';
import { teksten } from './teksten.js';

/** What was registered, the latest first: each with its answers. */
export function Registratielijst({
  docs,
  bijWijzig,
  verder,
}: {
  docs: readonly RegistratieDoc[];
  bijWijzig: (doc: RegistratieDoc) => void;
  /** What else can be done with one. */
  verder?: (doc: RegistratieDoc) => ReactNode;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const leden = useDocs('leden');
  const { wachtendeIds } = useSyncstand();
  const naamVan = (account: string): string =>
    korteNaam(leden.find((l) => l.id === account)?.naam ?? '');
  return (
    <ol className="reglijst">
      {opVolgorde(docs).map((doc) => (
        <li key={doc.id}>
          <div className="regkop">
            <h3>{doc.formulier.naam}</h3>
            <span className="meta">
              {nlDatum(doc.datum, taal)} {t.door(naamVan(doc.gewijzigdDoor))}
            </span>
            {wachtendeIds.has(doc.id) && <Wacht />}
            <Iconknop
              icoon={Pencil}
              label={t.wijzig(`${doc.formulier.naam} ${nlDatum(doc.datum, taal)}`)}
              className="rijknop push"
              onPress={() => bijWijzig(doc)}
            />
            {verder?.(doc)}
          </div>
          <dl className="regvelden">
            {doc.formulier.velden.flatMap((v) => {
              const antwoord = doc.antwoorden[v.id];
              if (antwoord === undefined) return [];
              return [
                <div key={v.id}>
                  <dt>{v.label}</dt>
                  <dd>{antwoordInWoorden(antwoord, v.soort, taal)}</dd>
                </div>,
              ];
            })}
          </dl>
        </li>
      ))}
    </ol>
  );
}
