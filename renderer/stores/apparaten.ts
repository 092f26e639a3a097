/**
 * Devices of each account, as far as they are known here: by the log that each of them writes. Its last line
 * is the last that this device heard of it; a device that never wrote a line is not in the list.
 */
import { leesRegels } from '../../shared/log/index.js';
import type { Kluis } from '../vault/types.js';

export interface Apparaatregel {
  readonly account: string;
  readonly apparaat: string;
  /** Moment of the last line, ISO; null when it cannot be read. */
  readonly laatst: string | null;
}

/** Newest first. The device itself is always among them. */
export function apparatenVan(kluis: Pick<Kluis, 'alle' | 'apparaat' | 'ik'>): Apparaatregel[] {
  const per = new Map<string, Apparaatregel>([
    [
      kluis.apparaat.id,
      { account: kluis.ik.id, apparaat: kluis.apparaat.id, laatst: new Date().toISOString() },
    ],
  ]);
  for (const { verklaring, regels } of kluis.alle('logregels')) {
    const { account, apparaat } = verklaring;
    const laatst = leesRegels(regels).at(-1)?.op ?? null;
    const hier = per.get(apparaat);
    if (hier === undefined || (hier.laatst ?? '') < (laatst ?? ''))
      per.set(apparaat, { account, apparaat, laatst });
  }
  return [...per.values()].sort((a, b) => (b.laatst ?? '').localeCompare(a.laatst ?? ''));
}
