/** Long work: how far it is. Steps of a wizard. */
import { Check } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTaal, useTeksten } from '../taal/react.js';
import { klas } from './gevuld.js';
import { t } from './teksten.js';

export interface VoortgangProps {
  readonly label: ReactNode;
  /** Null: how far is not known. */
  readonly waarde: number | null;
  readonly max: number;
  /** At the right; by default `1.200 van 3.000`. */
  readonly tekst?: ReactNode;
}

export function Voortgang({ label, waarde, max, tekst }: VoortgangProps): ReactNode {
  const id = useId();
  const taal = useTaal();
  const getal = new Intl.NumberFormat(taal);
  const van = taal === 'nl' ? 'van' : 'of';
  return (
    <div className="prog">
      <span id={id}>{label}</span>
      <span className="tab soft">
        {tekst ?? (waarde === null ? null : `${getal.format(waarde)} ${van} ${getal.format(max)}`)}
      </span>
      <progress aria-labelledby={id} max={max} value={waarde ?? undefined} />
    </div>
  );
}

export interface StapbalkProps {
  readonly label: string;
  readonly stappen: readonly string[];
  /** Index of the present step. */
  readonly huidig: number;
}

export function Stapbalk({ label, stappen, huidig }: StapbalkProps): ReactNode {
  const w = useTeksten(t);
  return (
    <ol className="steps" aria-label={label}>
      {stappen.map((stap, i) => (
        <li
          key={stap}
          className={klas(i < huidig && 'd')}
          aria-current={i === huidig ? 'step' : undefined}
        >
          {i < huidig ? <Check className="i" aria-label={w.voltooid} /> : <span>{i + 1}</span>}
          {stap}
        </li>
      ))}
    </ol>
  );
}
