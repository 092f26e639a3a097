/** Asks before something goes for good, in words that say what. */
import { useState, type ReactNode } from 'react';
import { useLangwerk, Werkbalk } from '../../onderdelen/kopie/index.js';
import { useTeksten } from '../../taal/react.js';
import { Dialoog, Knop } from '../../ui/index.js';
import type { Langwerk } from '../../vault/types.js';
import { teksten } from './teksten.js';

export function Bevestiging({
  titel,
  knop,
  bezig,
  werk,
  bijSluiten,
  children,
}: {
  readonly titel: string;
  readonly knop: string;
  /** Says what goes on, for work that takes a while. */
  readonly bezig: string;
  readonly werk: (opties: Required<Langwerk>) => Promise<void>;
  readonly bijSluiten: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const t = useTeksten(teksten);
  const { voortgang, doe, stop } = useLangwerk();
  const [gestopt, setGestopt] = useState(false);

  async function voerUit(): Promise<void> {
    const uit = await doe(async (opties) => {
      await werk(opties);
      return true;
    });
    if (uit === null) setGestopt(true);
    else bijSluiten();
  }

  return (
    <Dialoog
      titel={titel}
      rol="alertdialog"
      open
      wegklikbaar={voortgang === null}
      bijSluiten={bijSluiten}
      voet={
        voortgang === null ? (
          <>
            <Knop autoFocus onPress={bijSluiten}>
              {t.annuleer}
            </Knop>
            <Knop soort="primair" onPress={() => void voerUit()}>
              {knop}
            </Knop>
          </>
        ) : (
          <Knop onPress={stop}>{t.stop}</Knop>
        )
      }
    >
      {children}
      {gestopt ? <p role="status">{t.gestopt}</p> : null}
      {voortgang === null ? null : <Werkbalk label={bezig} voortgang={voortgang} />}
    </Dialoog>
  );
}
