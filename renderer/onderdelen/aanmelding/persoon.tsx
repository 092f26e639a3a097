/** Where else somebody is known because a person said so, and taking that back. */
import { UserCheck } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'wouter';
import {
  ontkoppelPersoon,
  zelfdePersoon,
  type Bekende,
  type Koppelbaar,
} from '../../stores/aanmelding-persoon.js';
import { useStand } from '../../stores/caseload-react.js';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Melding } from '../../ui/index.js';
import { padAanmelding, padCasus } from '../paden.js';
import './aanmelding.css';
import { teksten } from './teksten.js';

/** `Casus 2026-0041, loopt`, `Aanmelding, nieuw`: where, and nothing of what. */
export function bekendeInWoorden(
  { bekend }: (typeof teksten)['nl'],
  bron: Bekende['bron'],
): string {
  if (bron.soort === 'aanmelding')
    return bekend.aanmelding(bekend.status[bron.doc.status].toLocaleLowerCase());
  const { nummer, sluitdatum } = bron.casus;
  return bekend.casus(
    nummer.replace(/^[A-Za-z]+-/, ''),
    sluitdatum === null ? bekend.loopt : bekend.gesloten,
  );
}

export function Bekendelink({ bron }: { bron: Bekende['bron'] }): ReactNode {
  const t = useTeksten(teksten);
  return (
    <Link
      className="link"
      href={bron.soort === 'aanmelding' ? padAanmelding(bron.doc.id) : padCasus(bron.casus.id)}
    >
      {bekendeInWoorden(t, bron)}
    </Link>
  );
}

export function Persoonskoppeling({ bron }: { bron: Koppelbaar }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const stand = useStand(['aanmeldingen', 'betrokkenen', 'casussen']);
  const { doc } = bron;
  const zelfde = useMemo(
    () => zelfdePersoon(kluis, kluis.haal(collectieVan(bron), doc.id) ?? doc),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `stand` stands for the documents
    [kluis, doc, bron.soort, stand],
  );
  if (zelfde.length === 0) return null;
  return (
    <Melding
      icoon={UserCheck}
      titel={t.bekend.zelfde}
      className="bekenden"
      acties={
        <Knop soort="stil" onPress={() => void ontkoppelPersoon(kluis, bron, t.bekend.ontkoppeld)}>
          {t.bekend.ontkoppel}
        </Knop>
      }
    >
      <ul>
        {zelfde.map((b) => (
          <li key={b.doc.id}>
            <Bekendelink bron={b} />
          </li>
        ))}
      </ul>
    </Melding>
  );
}

const collectieVan = ({ soort }: Koppelbaar) =>
  soort === 'aanmelding' ? 'aanmeldingen' : 'betrokkenen';
