/**
 * With whom the verification number was compared on this device, and when. What is kept is the number: it
 * is made of all the keys that count, so as soon as one of them changes it is another one.
 */
import { z } from 'zod';
import { vandaagIso } from '../../shared/domein/datums.js';
import type { Kluis } from '../vault/types.js';

/** `veranderd`: since the day of comparing the keys have become others, or the house no longer stands for them. */
export type Vergelijking =
  | { readonly soort: 'nooit' }
  | { readonly soort: 'gelijk' | 'veranderd'; readonly op: string };

type Bron = Pick<Kluis, 'leesLokaal' | 'schrijfLokaal' | 'leden'>;

/** `op`: day, ISO. */
const bewaard = z.object({ nummer: z.string(), op: z.string() }).nullable().catch(null);
const sleutelVan = (account: string): string => `vergeleken.${account}`;

export async function vergelijkingMet(kluis: Bron, account: string): Promise<Vergelijking> {
  const eerder = bewaard.parse(kluis.leesLokaal(sleutelVan(account)));
  if (eerder === null) return { soort: 'nooit' };
  const gelijk = eerder.nummer === (await kluis.leden.verificatienummer(account));
  return { soort: gelijk ? 'gelijk' : 'veranderd', op: eerder.op };
}

/** The user says that both saw this number. */
export const legVergelekenVast = (kluis: Bron, account: string, nummer: string): Promise<void> =>
  kluis.schrijfLokaal(sleutelVan(account), { nummer, op: vandaagIso() });

export const vergeetVergeleken = (kluis: Bron, account: string): Promise<void> =>
  kluis.schrijfLokaal(sleutelVan(account), null);
