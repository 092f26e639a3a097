/**
 * The file that a partner without the application fills in and sends (dossier A1 row 1).
 *
 * The house hands out `aanmeldformulier.html`: a page that needs no network. It carries who the house is, an id of its
 * own, a public key of the house, and a `waarmerk`: an HMAC-SHA-256 (first 128 bits) of these under a secret of the
 * house. What is saved is one line of JSON:
 *
 *     {"soort","versie","huis","formulier","sleutel","waarmerk","lengte","inhoud"}
 *
 * `inhoud` is HPKE over the answers as JSON, with everything before it as additional data, base64url; `lengte` its
 * number of characters, by which a file of which a part is missing is told from one that was changed. There is one
 * spelling of a file: keys in this order, no white space, so that a change of any byte is refused.
 *
 * What it proves: that the file is whole, that nobody but this house reads it on its way, and that the form was
 * handed out by this house. What it does not: who filled it in. A partner has no secret, and whoever has the form can
 * make a file that passes. That is why it comes in as an aanmelding to be judged, from a channel of its own, and why
 * somebody calls the melder who does not know them.
 */
import { z } from 'zod';
import { datum, GESLACHTEN, id, moment } from '../schema/index.js';
import { fout, ok, type Result } from '../result.js';

export const FORMULIERVERSIE = 1;
/** Also in the script of the form, which cannot import it. */
const SOORT = 'casuskluis/aanmeldformulier';
export const FORMULIERDOEL = 'casuskluis/aanmeldformulier/1';
/** Bytes. The longest answers together stay well below it. */
export const GROOTSTE_FORMULIER = 256 * 1024;
/** Characters of an answer. */
export const KORT = 200;
export const LANG = 10_000;

const B64U = /^[A-Za-z0-9_-]+$/;

/** What says which form of which house it is. */
export interface Formulierkop {
  readonly huis: string;
  readonly formulier: string;
  /** Id of the key pair. */
  readonly sleutel: string;
  readonly waarmerk: string;
}

const bestand = z.strictObject({
  soort: z.literal(SOORT),
  versie: z.literal(FORMULIERVERSIE),
  huis: z.string().max(64),
  formulier: id,
  sleutel: id,
  waarmerk: z.string().max(64),
  lengte: z.number().int().min(1),
  inhoud: z.string().regex(B64U),
});
export type Formulierbestand = z.infer<typeof bestand>;

/** Over which the waarmerk is made. */
export const waarmerktekst = (k: Omit<Formulierkop, 'waarmerk'>, publiek: string): string =>
  ['aanmeldformulier', FORMULIERVERSIE, k.huis, k.formulier, k.sleutel, publiek].join('|');

/** What goes along unencrypted and is bound to the contents: as the script of the form writes it. */
export const bijkomendVan = (k: Formulierkop): string =>
  JSON.stringify({
    soort: SOORT,
    versie: FORMULIERVERSIE,
    huis: k.huis,
    formulier: k.formulier,
    sleutel: k.sleutel,
    waarmerk: k.waarmerk,
  });

export type Formulierfout =
  | 'te-groot'
  /** No file of an aanmeldformulier. */
  | 'soort'
  /** A part is missing at the end. */
  | 'afgekapt'
  | 'nieuwer'
  | 'ander-huis'
  /** Not as it was saved. */
  | 'gewijzigd'
  /** Of this house, and this device does not have the key (yet). */
  | 'sleutel'
  /** It opens, and what it says is not what the form asks. */
  | 'inhoud';

const BEGIN = `{"soort":"${SOORT}",`;

/** Reads the outside of a file; nothing of it is opened. */
export function leesFormulier(
  bytes: Uint8Array,
  huis: string,
): Result<Formulierbestand, Formulierfout> {
  if (bytes.length > GROOTSTE_FORMULIER) return fout('te-groot');
  let tekst: string;
  try {
    tekst = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fout('soort');
  }
  if (!tekst.startsWith(BEGIN)) return fout('soort');
  let ruw: unknown;
  try {
    ruw = JSON.parse(tekst);
  } catch {
    return fout(tekst.endsWith('"}') ? 'gewijzigd' : 'afgekapt');
  }
  const versie = z.object({ versie: z.number().int() }).safeParse(ruw);
  if (versie.success && versie.data.versie > FORMULIERVERSIE) return fout('nieuwer');
  const gelezen = bestand.safeParse(ruw);
  if (!gelezen.success || schrijfFormulier(gelezen.data) !== tekst) return fout('gewijzigd');
  if (gelezen.data.huis !== huis) return fout('ander-huis');
  if (gelezen.data.inhoud.length < gelezen.data.lengte) return fout('afgekapt');
  return gelezen.data.inhoud.length === gelezen.data.lengte ? ok(gelezen.data) : fout('gewijzigd');
}

/** The one spelling of a file. */
export const schrijfFormulier = (b: Formulierbestand): string =>
  `${bijkomendVan(b).slice(0, -1)},"lengte":${b.lengte},"inhoud":"${b.inhoud}"}`;

const kort = z.string().max(KORT);
const lang = z.string().max(LANG);

/** The answers. Text is text: nothing in it is interpreted, here or on a screen. */
export const formulierantwoorden = z.strictObject({
  /** By the clock of the partner. */
  opgeslagen: moment,
  melder: kort,
  melderNaam: kort,
  melderFunctie: kort,
  naam: kort,
  bsn: kort,
  geboortedatum: datum.nullable(),
  geslacht: z.enum(GESLACHTEN),
  gemeente: kort,
  aanleiding: lang,
  hulp: lang,
  verzoek: lang,
  besproken: z.enum(['ja', 'nee', '']),
  besprokenReden: lang,
  problematiek: z.array(kort).max(50),
  spoed: z.boolean(),
  spoedReden: lang,
});
export type Formulierantwoorden = z.infer<typeof formulierantwoorden>;
