/** From what was written to lines of the log: which action, on what, of which case, on which grondslag. */
import type { Collectie, Logregel, Toegang } from '../../../shared/schema/index.js';

/** A line before it is put into the chain. */
export type Kernregel = Omit<Logregel, 'nr' | 'casustafel' | 'grondslag'>;
/** What is the same for every line of this device now. */
export type Steunregel = Pick<Kernregel, 'actor' | 'oorsprong'>;

/** What the log looks at of a document. */
export interface Document {
  readonly id: string;
  readonly _deleted?: boolean;
  readonly vak?: string;
  readonly casus?: string | null;
  readonly gewijzigdOp?: string;
}
/** Rows as they went to disk. */
export type Rijen = readonly { readonly document: unknown; readonly previous?: unknown }[];

/** What a line needs to know of the case that it speaks of. */
export interface Casusbron {
  /** Casustafel of a case that is on this device. */
  tafel(casus: string): string | undefined;
  grondslag(tafel: string): string | undefined;
  /** The case whose vak this is. */
  casusVan(vak: string): string | undefined;
}

/** The same with casustafel and grondslag, as far as they are known here. */
export function metGrondslag<T extends Kernregel>(
  regel: T,
  bron: Casusbron,
): T & Pick<Logregel, 'casustafel' | 'grondslag'> {
  const casustafel = regel.casus === undefined ? undefined : bron.tafel(regel.casus);
  const grondslag = casustafel === undefined ? undefined : bron.grondslag(casustafel);
  return {
    ...regel,
    ...(casustafel === undefined ? {} : { casustafel }),
    ...(grondslag === undefined ? {} : { grondslag }),
  };
}

/** The case that a document belongs to; a case belongs to itself. */
export const casusVan = (collectie: Collectie, doc: Document): string | undefined =>
  collectie === 'casussen' ? doc.id : (doc.casus ?? undefined);

/** One line for every case and action in one write; `aantal` when it was more than one document. */
export function regelsUitRijen(
  collectie: Exclude<Collectie, 'logregels'>,
  rijen: Rijen,
  steun: Steunregel,
  bron: Casusbron,
): Kernregel[] {
  if (collectie === 'lokaal') return [];
  if (collectie === 'toegang') return toegangsregels(rijen, steun, bron);
  const groepen = new Map<string, Kernregel>();
  for (const { document, previous } of rijen) {
    const doc = document as Document;
    const voor = previous as Document | undefined;
    const actie =
      doc._deleted === true
        ? 'verwijderd'
        : voor === undefined || voor._deleted === true
          ? 'toegevoegd'
          : 'gewijzigd';
    const casus = casusVan(collectie, doc);
    tel(groepen, `${actie}|${casus ?? ''}`, {
      ...steun,
      op: doc.gewijzigdOp ?? new Date().toISOString(),
      actie,
      soort: collectie,
      id: doc.id,
      ...(casus === undefined ? {} : { casus }),
      resultaat: 'gelukt',
    });
  }
  return [...groepen.values()];
}

/** Access that this account gave to somebody else. What came in from others is in their logs. */
function toegangsregels(rijen: Rijen, steun: Steunregel, bron: Casusbron): Kernregel[] {
  const groepen = new Map<string, Kernregel>();
  for (const { document, previous } of rijen) {
    const { door, account, vak, gepubliceerd } = document as Toegang;
    // One that the endpoint has already is a next key for who had access, or was given on another device.
    if (previous !== undefined || gepubliceerd || door !== steun.actor || account === door)
      continue;
    const casus = bron.casusVan(vak);
    tel(groepen, `${account}|${casus ?? ''}`, {
      ...steun,
      op: new Date().toISOString(),
      actie: 'toegang-verleend',
      soort: 'account',
      id: account,
      ...(casus === undefined ? {} : { casus }),
      resultaat: 'gelukt',
    });
  }
  return [...groepen.values()];
}

function tel(groepen: Map<string, Kernregel>, sleutel: string, regel: Kernregel): void {
  const er = groepen.get(sleutel);
  groepen.set(sleutel, er ? voegBij(er, regel) : regel);
}

/** Two lines that say the same of one moment: one line, of the later. */
const voegBij = (een: Kernregel, twee: Kernregel): Kernregel => ({
  ...een,
  op: een.op > twee.op ? een.op : twee.op,
  aantal: (een.aantal ?? 1) + (twee.aantal ?? 1),
});

/** Somebody who types is saved at every pause: what changed the same document without a break is one line. */
export function zonderHerhaling(regels: readonly Kernregel[]): Kernregel[] {
  const uit: Kernregel[] = [];
  for (const regel of regels) {
    const vorige = uit.at(-1);
    const zelfde =
      vorige !== undefined &&
      regel.actie === 'gewijzigd' &&
      vorige.actie === 'gewijzigd' &&
      vorige.soort === regel.soort &&
      vorige.id === regel.id &&
      vorige.oorsprong === regel.oorsprong;
    if (zelfde) uit[uit.length - 1] = voegBij(vorige, regel);
    else uit.push(regel);
  }
  return uit;
}
