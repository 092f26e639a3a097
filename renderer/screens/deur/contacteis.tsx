/** Above the lock: this device was long away, and must be in touch with its house before it opens. */
import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { langeDatum, vandaagIso } from '../../../shared/domein/index.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Melding } from '../../ui/index.js';
import type { Deurstand } from '../../vault/types.js';
import { teksten } from './teksten.js';

type Eis = NonNullable<Extract<Deurstand, { soort: 'vergrendeld' }>['contact']>;

export function Contacteis({
  eis: { reden, sinds },
  uitleg,
}: {
  readonly eis: Eis;
  /** Why the last attempt did not succeed; null before the first. */
  readonly uitleg: string | null;
}): ReactNode {
  const { contact: t } = useTeksten(teksten);
  const taal = useTaal();
  const datum = langeDatum(vandaagIso(new Date(sinds)), taal);
  return (
    <Melding soort="letop" icoon={CloudOff} live={uitleg !== null}>
      {uitleg === null ? null : <b>{t.mislukt(uitleg)} </b>}
      {t.reden[reden](datum)} {t.stap}
    </Melding>
  );
}
