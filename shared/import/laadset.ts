/**
 * What is loaded into a vault: documents under natural keys (`casus:ZVH-2026-0041`). The loader turns
 * keys into ids under the secret of the house, so the same data gives the same ids on every device,
 * and an id tells nothing to anybody else.
 */
import type { DocVan, Dossiercollectie, OpenConflict } from '../schema/index.js';

/** Fields that the vault or the loader fills in. */
type Ingevuld = 'id' | 'vak' | 'versie' | 'gewijzigdDoor' | 'gewijzigdOp' | 'conflicten';
type OmitUnie<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/**
 * A document before it has ids. `casus` and `overleg` hold the natural keys of those documents, not
 * ids. Ids inside a document (doelen, deelnemers) are already final: see `deelId`.
 */
export type Kaal<C extends Dossiercollectie> = OmitUnie<DocVan<C>, Ingevuld> & {
  readonly sleutel: string;
  readonly conflicten?: OpenConflict[];
};

/** Stands for the account that loads, in `door` of a conflict. */
export const EIGEN_ACCOUNT = '@ik';

/** All documents of one case; they share one vak and are loaded together or not at all. */
export interface Casusbundel {
  readonly nummer: string;
  readonly casus: Kaal<'casussen'>;
  readonly betrokkenen: readonly Kaal<'betrokkenen'>[];
  readonly metingen: readonly Kaal<'metingen'>[];
  readonly overleggen: readonly Kaal<'overleggen'>[];
  readonly acties: readonly Kaal<'acties'>[];
  readonly gebeurtenissen: readonly Kaal<'gebeurtenissen'>[];
  readonly registraties: readonly Kaal<'huis'>[];
}

export interface Laadset {
  /** Lists, tafels and organisations of the house. */
  readonly huis: readonly Kaal<'huis'>[];
  /** Each gets a vak of its own. */
  readonly aanmeldingen: readonly Kaal<'aanmeldingen'>[];
  readonly bundels: readonly Casusbundel[];
  /** Of the house as a whole. */
  readonly registers: readonly Kaal<'huis'>[];
}

/** Natural keys. The date, soort and rank make a row recognisable when it is read again. */
export const sleutels = {
  casus: (nummer: string): string => `casus:${nummer}`,
  betrokkene: (nummer: string, wie: string): string => `betrokkene:${nummer}:${wie}`,
  meting: (nummer: string, datum: string): string => `meting:${nummer}:${datum}`,
  overleg: (nummer: string, datum: string, soort: string): string =>
    `overleg:${nummer}:${datum}:${soort}`,
  /** `n` is the rank among rows of this case and date with the same omschrijving and eigenaar. */
  actie: (
    nummer: string,
    datum: string,
    omschrijving: string,
    eigenaar: string,
    n: number,
  ): string => `actie:${nummer}:${datum}:${omschrijving}:${eigenaar}:${n}`,
  gebeurtenis: (nummer: string, datum: string, wat: string): string =>
    `gebeurtenis:${nummer}:${datum}:${wat}`,
  registratie: (waarvan: string, wanneer: string, formulier: string): string =>
    `registratie:${waarvan}:${wanneer}:${formulier}`,
} as const;

const ALFABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Id of a part inside a document, derived from text: 20 characters, the same on every device. It
 * only has to be unique within that document, which is encrypted as a whole; it is not a secret.
 */
export function deelId(tekst: string): string {
  const staat = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (let i = 0; i < tekst.length; i += 1) {
    const code = tekst.charCodeAt(i);
    for (let j = 0; j < 4; j += 1) {
      staat[j] = Math.imul((staat[j] ?? 0) ^ (code + j * 977), 0x01000193 + 2 * j);
      staat[j] = ((staat[j] ?? 0) ^ ((staat[j] ?? 0) >>> 15)) >>> 0;
    }
  }
  let uit = '';
  for (const woord of staat) {
    for (let k = 0; k < 5; k += 1) uit += ALFABET.charAt((woord >>> (6 * k)) & 63);
  }
  return uit;
}
