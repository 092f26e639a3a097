/** Keyboard shortcuts of the command registry. */
import type { Opdracht } from '../stores/opdracht.js';

/** What of a `KeyboardEvent` counts. */
export interface Aanslag {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** `Ctrl+L` matches Ctrl and, on a Mac, Command. `?` matches however the layout makes it. */
export function past(toets: string, e: Aanslag): boolean {
  const delen = toets.length === 1 ? [toets] : toets.split(/(?<=[^+])\+/);
  const letter = delen.at(-1) ?? '';
  const heeft = (naam: string): boolean => delen.slice(0, -1).includes(naam);
  if (heeft('Ctrl') !== (e.ctrlKey || e.metaKey) || heeft('Alt') !== e.altKey) return false;
  const gelijk = e.key.toLowerCase() === letter.toLowerCase();
  if (!gelijk) return false;
  // A sign such as ? or / may need Shift on one keyboard and not on another.
  const isLetter = /^[a-z]$/i.test(letter) || letter.length > 1;
  return isLetter ? heeft('Shift') === e.shiftKey : true;
}

/** True when typing belongs to a field: a single letter is then text and not a command. */
export function inInvoer(doel: EventTarget | null): boolean {
  if (!(doel instanceof HTMLElement)) return false;
  if (doel.isContentEditable || doel.getAttribute('role') === 'spinbutton') return true;
  if (doel instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'submit', 'reset', 'range'].includes(doel.type);
  }
  return doel instanceof HTMLTextAreaElement || doel instanceof HTMLSelectElement;
}

const zonderCombinatie = (toets: string): boolean => !/^(Ctrl|Alt)\+/.test(toets);

/** The command for this key press, if any; the first that may run here. */
export function opdrachtBij(
  opdrachten: readonly Opdracht[],
  e: Aanslag,
  inVeld: boolean,
  kan: (o: Opdracht) => boolean,
): Opdracht | undefined {
  return opdrachten.find(
    ({ toets, ...rest }) =>
      toets !== undefined &&
      past(toets, e) &&
      !(inVeld && zonderCombinatie(toets)) &&
      kan({ toets, ...rest }),
  );
}
