/** Changing how a tafel is set up: what must be true of it, and which versions go up. */
import { inrichting as schema, type Formulier, type Inrichting } from '../schema/index.js';
import type { Onveranderlijk } from './soorten.js';

/** What is wrong with a tafel, and where. */
export interface Inrichtfout {
  readonly soort:
    | 'formulier-naam'
    | 'formulier-leeg'
    | 'veld-label'
    | 'veld-opties'
    | 'teller-naam'
    | 'teller-formulier'
    | 'teller-antwoord'
    | 'criterium-leeg'
    | 'onbekend';
  /** Name of the form, question, counter or criterion, as far as it has one. */
  readonly waar: string;
}

const MINSTE_OPTIES = 2;

export function controleerInrichting(i: Onveranderlijk<Inrichting>): readonly Inrichtfout[] {
  const fouten: Inrichtfout[] = [];
  const meld = (soort: Inrichtfout['soort'], waar = ''): void => void fouten.push({ soort, waar });
  for (const c of i.criteria) if (c.tekst.trim() === '') meld('criterium-leeg');
  for (const f of i.formulieren) {
    if (f.naam.trim() === '') meld('formulier-naam');
    if (f.velden.length === 0) meld('formulier-leeg', f.naam);
    for (const v of f.velden) {
      if (v.label.trim() === '') meld('veld-label', f.naam);
      const metOpties = v.soort === 'keuze' || v.soort === 'keuzes';
      if (metOpties && new Set(v.opties).size < MINSTE_OPTIES) meld('veld-opties', v.label);
    }
  }
  for (const t of i.tellers) {
    if (t.naam.trim() === '') meld('teller-naam');
    const formulier = i.formulieren.find((f) => f.id === t.formulier);
    if (formulier === undefined) meld('teller-formulier', t.naam);
    else if (t.veld !== null && !formulier.velden.some((v) => v.id === t.veld))
      meld('teller-antwoord', t.naam);
  }
  if (fouten.length === 0 && !schema.safeParse(i).success) meld('onbekend');
  return fouten;
}

const gelijk = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The next version of a tafel: its own number goes up, and that of each form of which a question changed. */
export function volgendeInrichting(
  oud: Onveranderlijk<Inrichting>,
  nieuw: Onveranderlijk<Inrichting>,
): Inrichting {
  const kopie = structuredClone(nieuw) as Inrichting;
  return {
    ...kopie,
    versie: oud.versie + 1,
    formulieren: kopie.formulieren.map((f): Formulier => {
      const eerder = oud.formulieren.find((e) => e.id === f.id);
      if (eerder === undefined) return { ...f, versie: 1 };
      return { ...f, versie: gelijk(eerder.velden, f.velden) ? eerder.versie : eerder.versie + 1 };
    }),
  };
}

/** An id for a form, question, counter or criterion out of what it is called, that is not taken yet. */
export function vrijId(label: string, bezet: readonly string[]): string {
  const basis =
    label
      .normalize('NFD')
      .replaceAll(/\p{Mn}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40) || 'x';
  for (let n = 1; ; n++) {
    const id = n === 1 ? basis : `${basis}-${n}`;
    if (!bezet.includes(id)) return id;
  }
}
