/** An advice that asks for more becomes an aanmelding; of one that did it is said where (dossier A4 row 48). */
import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { padAanmelding, padUitAdvies } from '../../onderdelen/paden.js';
import { useDocs } from '../../stores/react.js';
import type { RegistratieDoc } from '../../stores/registraties.js';
import { useTeksten } from '../../taal/react.js';
import { Knoplink } from '../../ui/index.js';
import { teksten } from './teksten.js';

const ADVIES = 'advies';

export function NaarAanmelding({ doc }: { doc: RegistratieDoc }): ReactNode {
  const t = useTeksten(teksten);
  const aanmelding = useDocs('aanmeldingen').find((a) => a.advies === doc.id);
  if (doc.formulier.id !== ADVIES) return null;
  return aanmelding === undefined ? (
    <Knoplink soort="stil" icoon={Inbox} href={padUitAdvies(doc.id)}>
      {t.naarAanmelding}
    </Knoplink>
  ) : (
    <Link href={padAanmelding(aanmelding.id)}>{t.isAanmelding}</Link>
  );
}
