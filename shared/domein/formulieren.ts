/** Forms of a tafel: what may be filled in, what is wrong with it, and how an answer reads. */
import type {
  Antwoord,
  Formulier,
  Inrichting,
  Registratie,
  Teller,
  Veld,
} from '../schema/index.js';
import { isDatum, nlDatum } from './datums.js';
import type { IsoDate, Onveranderlijk, Taal } from './soorten.js';

/** As it was given; whoever keeps it makes a copy. */
export type Gegeven = Onveranderlijk<Antwoord>;
export type Antwoorden = Readonly<Record<string, Gegeven | undefined>>;
type Vorm = Onveranderlijk<Formulier>;
type Vraag = Onveranderlijk<Veld>;

/** Why an answer is refused. */
export type Veldfout = 'leeg' | 'geen-datum' | 'geen-getal' | 'geen-optie';

/** The questions that are asked: those of a switch that is off are not. */
export const gesteld = (
  formulier: Vorm,
  schakelaars: Onveranderlijk<Inrichting['schakelaars']>,
): readonly Vraag[] =>
  formulier.velden.filter(
    (v) => v.schakelaar === null || schakelaars.some((s) => s.id === v.schakelaar && s.aan),
  );

const isLeeg = (a: Gegeven | undefined): boolean =>
  a === undefined ||
  (typeof a === 'string' && a.trim() === '') ||
  (typeof a === 'object' && a.length === 0);

/** What is wrong with the answers, by question; empty when they can be registered. */
export function controleer(
  velden: readonly Vraag[],
  antwoorden: Antwoorden,
): Readonly<Record<string, Veldfout>> {
  const fouten: Record<string, Veldfout> = {};
  for (const v of velden) {
    const fout = veldfout(v, antwoorden[v.id]);
    if (fout !== null) fouten[v.id] = fout;
  }
  return fouten;
}

function veldfout(v: Vraag, antwoord: Gegeven | undefined): Veldfout | null {
  if (antwoord === undefined || isLeeg(antwoord)) return v.verplicht ? 'leeg' : null;
  switch (v.soort) {
    case 'tekst':
    case 'lang':
      return typeof antwoord === 'string' ? null : 'leeg';
    case 'getal':
      return typeof antwoord === 'number' && Number.isFinite(antwoord) ? null : 'geen-getal';
    case 'datum':
      return typeof antwoord === 'string' && isDatum(antwoord) ? null : 'geen-datum';
    case 'keuze':
      return v.opties.some((o) => o === antwoord) ? null : 'geen-optie';
    case 'keuzes':
      return typeof antwoord === 'object' && antwoord.every((a) => v.opties.includes(a))
        ? null
        : 'geen-optie';
    case 'janee':
      return typeof antwoord === 'boolean' ? null : 'geen-optie';
  }
}

/** The answers to these questions, without what is empty. */
export function gegeven(
  velden: readonly Vraag[],
  antwoorden: Antwoorden,
): Record<string, Antwoord> {
  const uit: Record<string, Antwoord> = {};
  for (const { id } of velden) {
    const antwoord = antwoorden[id];
    if (antwoord === undefined || isLeeg(antwoord)) continue;
    uit[id] =
      typeof antwoord === 'string'
        ? antwoord.trim()
        : typeof antwoord === 'object'
          ? [...antwoord]
          : antwoord;
  }
  return uit;
}

/** An answer as people read it. */
export function antwoordInWoorden(antwoord: Gegeven, soort: Veld['soort'], taal: Taal): string {
  if (typeof antwoord === 'object') return antwoord.join(', ');
  if (typeof antwoord === 'boolean') {
    if (taal === 'nl') return antwoord ? 'ja' : 'nee';
    return antwoord ? 'yes' : 'no';
  }
  if (typeof antwoord === 'number')
    return antwoord.toLocaleString(taal === 'nl' ? 'nl-NL' : 'en-GB');
  return soort === 'datum' && isDatum(antwoord) ? nlDatum(antwoord) : antwoord;
}

/** The value of a teller over the registraties of its tafel in a period, first and last day included. */
export function telRegistraties(
  teller: Onveranderlijk<Teller>,
  registraties: readonly Onveranderlijk<Registratie>[],
  van: IsoDate,
  tot: IsoDate,
): number {
  const raak = registraties.filter(
    (r) =>
      r.formulier.id === teller.formulier && r.datum >= van && r.datum <= tot && heeft(r, teller),
  );
  return teller.telt === 'casussen'
    ? new Set(raak.flatMap((r) => r.casus ?? [])).size
    : raak.length;
}

function heeft(
  { antwoorden }: Onveranderlijk<Registratie>,
  { veld, waarde }: Onveranderlijk<Teller>,
): boolean {
  if (veld === null) return true;
  const antwoord = antwoorden[veld];
  if (antwoord === undefined) return false;
  if (typeof antwoord === 'object') return antwoord.some((a) => a === waarde);
  if (typeof antwoord === 'boolean') return (antwoord ? 'ja' : 'nee') === waarde;
  return String(antwoord) === waarde;
}
