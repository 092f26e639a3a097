/** A dialog that records one thing: it closes when that is on disk, and says so when it is not. */
import type { LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTeksten } from '../taal/react.js';
import { Dialoog, Knop, kondigAan, Melding } from '../ui/index.js';
import { Reden } from './reden.js';
import { teksten } from './teksten.js';

export function Vastlegdialoog({
  titel,
  knop,
  icoon,
  reden,
  doe,
  klaar,
  anders,
  toonReden = false,
  bijSluiten,
  children,
}: {
  readonly titel: string;
  readonly knop: string;
  readonly icoon?: LucideIcon;
  /** Why it cannot be recorded yet; null when it can. */
  readonly reden: string | null;
  readonly doe: () => Promise<void>;
  /** Is read out when it is recorded. */
  readonly klaar: string;
  /** Another button, between cancelling and recording. */
  readonly anders?: ReactNode;
  /** The reason stands beside the buttons too, where the form itself does not show what it lacks. */
  readonly toonReden?: boolean;
  readonly bijSluiten: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const d = useTeksten(teksten);
  const [bezig, zetBezig] = useState(false);
  const [fout, zetFout] = useState(false);

  async function leg(): Promise<void> {
    if (bezig) return;
    zetBezig(true);
    zetFout(false);
    try {
      await doe();
      kondigAan(klaar);
      bijSluiten();
    } catch (e) {
      console.error('niet vastgelegd', e);
      zetFout(true);
    } finally {
      zetBezig(false);
    }
  }

  return (
    <Dialoog
      titel={titel}
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          {toonReden && <Reden tekst={reden} />}
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          {anders}
          <Knop soort="primair" icoon={icoon} reden={reden} onPress={() => void leg()}>
            {knop}
          </Knop>
        </>
      }
    >
      {children}
      {fout && (
        <Melding soort="letop" live>
          {d.bewaarFout}
        </Melding>
      )}
    </Dialoog>
  );
}
