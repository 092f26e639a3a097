/**
 * A dialog around a form: Enter sends it, and after a refusal the first faulty field has the focus. What
 * comes after the form (progress, an outcome) takes its place in the same dialog, so that the focus
 * stays, and goes back in the end to where it came from.
 */
import { useRef, type ReactNode } from 'react';
import { naarEersteFout } from '../../onderdelen/sleutels/index.js';
import { useTeksten } from '../../taal/react.js';
import { Dialoog, Knop } from '../../ui/index.js';
import { teksten } from './teksten.js';

export interface Vervolg {
  readonly inhoud: ReactNode;
  /** With a button that takes the focus. */
  readonly voet: ReactNode;
  /** Only its own buttons close it. */
  readonly vast?: boolean;
}

export function Formulierdialoog({
  titel,
  knop,
  vervolg = null,
  bijVersturen,
  bijSluiten,
  children,
}: {
  readonly titel: string;
  readonly knop: string;
  readonly vervolg?: Vervolg | null;
  readonly bijVersturen: () => Promise<void>;
  readonly bijSluiten: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const t = useTeksten(teksten);
  const form = useRef<HTMLFormElement>(null);
  return (
    <Dialoog
      titel={titel}
      open
      wegklikbaar={vervolg?.vast !== true}
      bijSluiten={bijSluiten}
      voet={
        vervolg?.voet ?? (
          <>
            <Knop onPress={bijSluiten}>{t.annuleer}</Knop>
            <Knop soort="primair" onPress={() => form.current?.requestSubmit()}>
              {knop}
            </Knop>
          </>
        )
      }
    >
      {vervolg?.inhoud ?? (
        <form
          ref={form}
          className="opslagform"
          aria-label={titel}
          onSubmit={(e) => {
            e.preventDefault();
            void bijVersturen().then(() => naarEersteFout(form));
          }}
        >
          {children}
          <button type="submit" hidden />
        </form>
      )}
    </Dialoog>
  );
}
