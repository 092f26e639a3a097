import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Opdracht } from '../stores/opdracht.js';
import { useTaal, useTeksten } from '../taal/react.js';
import { Dialoog, Toets } from '../ui/index.js';
import { t } from './teksten.js';
import { venster } from './venster.js';

/** All shortcuts of the registry that work here. */
export function Toetsenhulp({
  opdrachten,
}: {
  readonly opdrachten: readonly Opdracht[];
}): ReactNode {
  const { toetsen: w } = useTeksten(t);
  const taal = useTaal();
  const { toetsenhulp } = useStore(venster);
  const rijen = opdrachten.flatMap(({ id, naam, toets }) =>
    toets === undefined ? [] : [{ id, naam: naam[taal], toets }],
  );
  return (
    <Dialoog
      titel={w.titel}
      open={toetsenhulp}
      bijSluiten={() => venster.setState({ toetsenhulp: false })}
    >
      <p className="soft">{w.uitleg}</p>
      <dl className="toetsenlijst">
        {rijen.map(({ id, naam, toets }) => (
          <div key={id}>
            <dt>{naam}</dt>
            <dd>
              <Toets toets={toets} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{w.tab}</dt>
          <dd>
            <Toets toets="Tab" />
          </dd>
        </div>
        <div>
          <dt>{w.esc}</dt>
          <dd>
            <Toets toets="Escape" />
          </dd>
        </div>
      </dl>
    </Dialoog>
  );
}
