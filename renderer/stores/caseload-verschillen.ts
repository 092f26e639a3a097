/** Open conflicts of every collection as one queue, each with the case that it belongs to and a label for people. */
import {
  DOSSIERCOLLECTIES,
  STAPPEN,
  type ConflictWaarde,
  type Dossiercollectie,
  type JsonWaarde,
} from '../../shared/schema/index.js';
import {
  leefgebiedLabel,
  nlDatum,
  isDatum,
  stapLabel,
  type Taal,
} from '../../shared/domein/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';
import { veldnaam } from './caseload-veldnamen.js';

export interface Verschil {
  /** `collectie/document/pad`, unique in the house. */
  readonly sleutel: string;
  readonly collectie: Dossiercollectie;
  readonly doc: string;
  readonly pad: string;
  readonly basis: JsonWaarde;
  readonly waarden: readonly Onveranderlijk<ConflictWaarde>[];
  /** Case of the document; null for what belongs to the house. */
  readonly casus: string | null;
  /** What the document is called, when it is not the case itself: `Vervolg-MDO 2`, `Ineke Maas`. */
  readonly onderdeel: string | null;
  /** Moment of the latest of the values. */
  readonly op: string;
}

type Doc = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly conflicten: readonly Onveranderlijk<{
    id: string;
    basis: JsonWaarde;
    waarden: ConflictWaarde[];
  }>[];
};

/** The same array until something in the collection changes, so each is gone through once. */
const gezien = new WeakMap<readonly Doc[], readonly Doc[]>();

function metConflict(docs: readonly Doc[]): readonly Doc[] {
  const eerder = gezien.get(docs);
  if (eerder !== undefined) return eerder;
  const uit = docs.filter(({ conflicten }) => conflicten.length > 0);
  gezien.set(docs, uit);
  return uit;
}

/** Newest first. */
export function alleVerschillen(kluis: Pick<Kluis, 'alle'>): readonly Verschil[] {
  const uit: Verschil[] = [];
  for (const collectie of DOSSIERCOLLECTIES) {
    for (const doc of metConflict(kluis.alle(collectie))) {
      for (const conflict of doc.conflicten) {
        uit.push({
          sleutel: `${collectie}/${doc.id}/${conflict.id}`,
          collectie,
          doc: doc.id,
          pad: conflict.id,
          basis: conflict.basis as JsonWaarde,
          waarden: conflict.waarden,
          casus: collectie === 'casussen' ? doc.id : tekstVan(doc, 'casus'),
          onderdeel: onderdeelVan(collectie, doc),
          op: conflict.waarden.reduce((laatst, w) => (w.op > laatst ? w.op : laatst), ''),
        });
      }
    }
  }
  return uit.sort((a, b) => (a.op < b.op ? 1 : a.op > b.op ? -1 : a.sleutel < b.sleutel ? -1 : 1));
}

function tekstVan(doc: Doc, veld: string): string | null {
  const waarde = doc[veld];
  return typeof waarde === 'string' && waarde !== '' ? waarde : null;
}

function onderdeelVan(collectie: Dossiercollectie, doc: Doc): string | null {
  switch (collectie) {
    case 'casussen':
      return null;
    case 'betrokkenen':
    case 'leden':
      return tekstVan(doc, 'naam');
    case 'huis': {
      const formulier = doc['formulier'] as Doc | undefined;
      return (
        tekstVan(doc, 'naam') ??
        tekstVan(doc, 'code') ??
        (formulier === undefined ? null : tekstVan(formulier, 'naam'))
      );
    }
    case 'aanmeldingen':
      return tekstVan(doc, 'aanduiding');
    case 'acties':
      return tekstVan(doc, 'omschrijving');
    case 'gebeurtenissen':
      return tekstVan(doc, 'titel');
    case 'metingen':
    case 'overleggen': {
      const datum = tekstVan(doc, 'datum');
      const soort = tekstVan(doc, 'soort') ?? 'Meting';
      return datum === null ? soort : `${soort} ${nlDatum(datum)}`;
    }
  }
}

/** The value of a field in words. Dates, steps and empty values read as people write them. */
export function waardeInWoorden(waarde: JsonWaarde, pad: string, taal: Taal): string {
  if (waarde === null || waarde === '') return taal === 'nl' ? 'niet ingevuld' : 'not filled in';
  if (typeof waarde === 'boolean') {
    if (taal === 'nl') return waarde ? 'ja' : 'nee';
    return waarde ? 'yes' : 'no';
  }
  if (typeof waarde === 'number') return String(waarde);
  if (typeof waarde === 'string') {
    if (isDatum(waarde)) return nlDatum(waarde, taal);
    const stap = pad === 'stap' ? STAPPEN.find((s) => s === waarde) : undefined;
    return stap === undefined ? waarde : stapLabel(stap, taal);
  }
  if (Array.isArray(waarde)) {
    if (waarde.length === 0) return taal === 'nl' ? 'geen' : 'none';
    return waarde.map((w) => waardeInWoorden(w, pad, taal)).join(', ');
  }
  if (typeof waarde['tekst'] === 'string') return waarde['tekst'];
  return Object.entries(waarde)
    .filter(([sleutel]) => sleutel !== 'id')
    .map(([sleutel, w]) => `${veldnaam(sleutel, taal)}: ${waardeInWoorden(w, sleutel, taal)}`)
    .join(', ');
}

/**
 * The path of a conflict as people call it: `scores/huisvesting/score` → `Score huisvesting`,
 * `doelen/<id>/termijn` → `Termijn van doel 2`. `doc` gives the list entries their place.
 */
export function padInWoorden(pad: string, doc: unknown, taal: Taal): string {
  const delen = pad.split('/');
  const [eerste = '', tweede, derde] = delen;
  if (delen.length === 1) return veldnaam(eerste, taal);
  if (eerste === 'scores' && tweede !== undefined) {
    const gebied = leefgebiedLabel(tweede, taal);
    const klein = gebied.charAt(0).toLocaleLowerCase('nl') + gebied.slice(1);
    if (derde === undefined) return gebied;
    return `${veldnaam(derde, taal)} ${klein}`;
  }
  if (eerste === 'criteria' && tweede !== undefined) {
    const soort = derde === undefined ? '' : `, ${veldnaam(derde, taal).toLocaleLowerCase('nl')}`;
    return `${taal === 'nl' ? 'Criterium' : 'Criterion'} ${tweede}${soort}`;
  }
  if (eerste === 'stapdatums' && tweede !== undefined) {
    const stap = STAPPEN.find((s) => s === tweede);
    return `${taal === 'nl' ? 'Datum' : 'Date of'} ${(stap === undefined ? tweede : stapLabel(stap, taal)).toLocaleLowerCase('nl')}`;
  }
  if (eerste === 'notulen' && tweede !== undefined) {
    return `${taal === 'nl' ? 'Notulen' : 'Minutes'} ${veldnaam(tweede, taal).toLocaleLowerCase('nl')}`;
  }
  const plaats = plaatsInLijst(doc, eerste, tweede);
  const lijst = `${veldnaam(`${eerste}[]`, taal).toLocaleLowerCase('nl')}${plaats === null ? '' : ` ${plaats}`}`;
  if (derde === undefined) return lijst.charAt(0).toLocaleUpperCase('nl') + lijst.slice(1);
  return `${veldnaam(derde, taal)} ${taal === 'nl' ? 'van' : 'of'} ${lijst}`;
}

/** 1 for the first entry; the name of it when it has one that is short. */
function plaatsInLijst(doc: unknown, veld: string, id: string | undefined): string | null {
  if (typeof doc !== 'object' || doc === null || id === undefined) return null;
  const lijst = (doc as Readonly<Record<string, unknown>>)[veld];
  if (!Array.isArray(lijst)) return null;
  const rij = (lijst as readonly unknown[]).findIndex(
    (x) => typeof x === 'object' && x !== null && 'id' in x && x.id === id,
  );
  if (rij < 0) return null;
  const regel = (lijst as readonly Readonly<Record<string, unknown>>[])[rij];
  return typeof regel?.['organisatie'] === 'string' ? regel['organisatie'] : String(rij + 1);
}
