import type { ReactNode } from 'react';
import { useTeksten } from '../taal/react.js';
import { t } from './teksten.js';

/**
 * Keys as they are pressed: `Ctrl+K` shows two keys. With `stil` it is hidden from screen readers,
 * for inside a button whose name must stay short.
 */
export function Toets({
  toets,
  stil,
  samen,
  className,
}: {
  readonly toets: string;
  readonly stil?: boolean | undefined;
  /** In one frame, where room is short: `Ctrl L`. */
  readonly samen?: boolean | undefined;
  readonly className?: string | undefined;
}): ReactNode {
  const namen: Readonly<Record<string, string>> = useTeksten(t).toets;
  // `+` separates, and can be the key itself: `Ctrl++`.
  const delen = toets.length === 1 ? [toets] : toets.split(/(?<=[^+])\+/);
  return (
    <span className={className === undefined ? 'keys' : `keys ${className}`} aria-hidden={stil}>
      {samen === true ? (
        <kbd>{delen.map((deel) => namen[deel] ?? deel).join(' ')}</kbd>
      ) : (
        delen.map((deel) => <kbd key={deel}>{namen[deel] ?? deel}</kbd>)
      )}
    </span>
  );
}
