import type { Conceptstand } from '../stores/concept.js';
import { useTeksten } from '../taal/react.js';
import { teksten } from './teksten.js';

/** Only speaks up when a text is not on disk in time; keeping silent is the normal state. */
export function Bewaarstand({ stand }: { stand: Conceptstand['stand'] }) {
  const t = useTeksten(teksten);
  return (
    <span className="bewaarstand" role="status" data-stand={stand}>
      {stand === 'fout' ? t.fout : ''}
    </span>
  );
}
