/**
 * The log as a file that an auditor can check without the application: `npm run -s log:verify FILE`, or a
 * program of their own after `keten.ts`. It holds whole chains, whatever was shown of them: a chain of
 * which lines are left out cannot be checked.
 */
import { z } from 'zod';
import { controleerCertificaat, huisIdVan } from '../crypto/index.js';
import { fout, ok } from '../result.js';
import type { Result } from '../result.js';
import { gecertificeerdLid, id, ketenstand, logblok, moment } from '../schema/index.js';
import { controleerKetens } from './controle.js';
import type { Ketenrapport } from './controle.js';

const kaalblok = logblok.pick({
  id: true,
  keten: true,
  apparaat: true,
  van: true,
  vorige: true,
  regels: true,
  handtekening: true,
  verklaring: true,
});

export const logbestand = z.object({
  soort: z.literal('casuskluis/log'),
  v: z.literal(1),
  gemaakt: moment,
  huis: id,
  /** Public key of the house, base64url; the id of the house is its hash. */
  huissleutel: z.string(),
  /** Who the house certified: their keys, and who the accounts in the lines are. */
  leden: z.array(gecertificeerdLid),
  /** How far the device that made this file had seen the chains. */
  gezien: z.array(ketenstand),
  blokken: z.array(kaalblok),
});
export type Logbestand = z.infer<typeof logbestand>;

/** Leaves out what a blok is as a document. */
export const alsKaalblok = (blok: z.infer<typeof kaalblok>): z.infer<typeof kaalblok> =>
  kaalblok.parse(blok);

export type Logbestandfout =
  /** No log of ours, or of another version. */
  | 'vorm'
  /** The key is not that of the house that the file names. */
  | 'huis';

/** Checks everything in the file, from the key of the house on. Compare the id of the house yourself. */
export async function controleerLogbestand(
  inhoud: unknown,
): Promise<Result<{ bestand: Logbestand; rapporten: Ketenrapport[] }, Logbestandfout>> {
  const gelezen = logbestand.safeParse(inhoud);
  if (!gelezen.success) return fout('vorm');
  const bestand = gelezen.data;
  const { huis, huissleutel, leden, gezien, blokken } = bestand;
  if (!/^[A-Za-z0-9_-]{43}$/.test(huissleutel) || (await huisIdVan(huissleutel)) !== huis)
    return fout('huis');
  const sleutels = new Map<string, string>();
  for (const wie of leden)
    if (await controleerCertificaat(huis, wie, huissleutel)) sleutels.set(wie.id, wie.tekensleutel);
  const tekensleutel = (account: string): string | undefined => sleutels.get(account);
  const rapporten = await controleerKetens(blokken, { huis, tekensleutel, gezien });
  return ok({ bestand, rapporten });
}
