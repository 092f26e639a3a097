/** The bar of long work, in per cents: parts of a store say nothing to a reader. */
import type { ReactNode } from 'react';
import { Voortgang } from '../../ui/index.js';
import type { Werkvoortgang } from './langwerk.js';

export function Werkbalk({
  label,
  voortgang: { klaar, totaal },
}: {
  readonly label: string;
  readonly voortgang: Werkvoortgang;
}): ReactNode {
  const deel = totaal === 0 ? null : Math.min(1, klaar / totaal);
  return (
    <Voortgang
      label={label}
      waarde={deel}
      max={1}
      tekst={deel === null ? null : `${Math.floor(deel * 100)} %`}
    />
  );
}
