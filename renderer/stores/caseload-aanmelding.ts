/** Taking in an aanmelding, judging it, and what becomes of it. */
import { CRITERIA, type Aanmelding } from '../../shared/schema/index.js';
import {
  hoofdletter,
  leeftijd,
  ontvangenDag,
  vandaagIso,
  WGS_VERSIE,
  type Aanmeldinvoer,
  type Aanvullendcriterium,
  type IsoDate,
  type Uitkomst,
  type Wgscriterium,
} from '../../shared/domein/index.js';
import type { Kluis } from '../vault/types.js';
import type { AanmeldingDoc, CasusDoc } from './caseload.js';
import { legVast } from './caseload-schrijf.js';
import { wijzigMetTerug } from './ongedaan.js';

/** Short description without a name, for lists: `Man, 27, Breda`. */
export function aanduidingVan(
  a: Pick<Aanmelding, 'geslacht' | 'geboortedatum' | 'gemeente'>,
  vandaag: IsoDate,
): string {
  const wie = a.geslacht === 'man' || a.geslacht === 'vrouw' ? hoofdletter(a.geslacht) : 'Persoon';
  const jaren = a.geboortedatum === null ? null : String(leeftijd(a.geboortedatum, vandaag));
  return [wie, jaren, a.gemeente].filter((x) => x !== null && x !== '').join(', ');
}

/** Next free case number of the year, in the form of the numbers that the house has: `ZVH-2026-0073`. */
export function volgendNummer(casussen: readonly CasusDoc[], jaar: string): string {
  let hoogste = 0;
  let voorvoegsel = 'ZVH';
  for (const { nummer } of casussen) {
    const m = /^(.*?)-?(\d{4})-(\d+)$/.exec(nummer);
    if (m === null) continue;
    if (m[1] !== undefined && m[1] !== '') voorvoegsel = m[1];
    if (m[2] === jaar) hoogste = Math.max(hoogste, Number(m[3]));
  }
  return `${voorvoegsel}-${jaar}-${String(hoogste + 1).padStart(4, '0')}`;
}

/** The fields of which an empty one is left out: absent means not recorded. */
const OPTIONEEL = ['melderFunctie', 'bsn', 'hulp', 'verzoek', 'spoedReden'] as const;

type Schoon = Pick<Aanmelding, keyof Aanmeldinvoer>;

/** As it is kept: without spaces around, without what was not filled in, and nothing but what a melder says. */
export function opgeschoond(a: Aanmeldinvoer): Schoon {
  const schoon: Schoon = {
    melder: a.melder,
    melderNaam: a.melderNaam.trim(),
    naam: a.naam.trim(),
    geboortedatum: a.geboortedatum,
    geslacht: a.geslacht,
    gemeente: a.gemeente,
    gemeentecode: a.gemeentecode,
    aanleiding: a.aanleiding.trim(),
    problematiek: [...a.problematiek],
    spoed: a.spoed,
    ...(a.besproken && {
      besproken: { ja: a.besproken.ja, reden: a.besproken.ja ? '' : a.besproken.reden.trim() },
    }),
  };
  for (const veld of OPTIONEEL) {
    const tekst = (a[veld] ?? '').trim();
    if (tekst !== '' && (veld !== 'spoedReden' || a.spoed)) schoon[veld] = tekst;
  }
  return schoon;
}

export interface Herkomst {
  readonly kanaal: NonNullable<Aanmelding['kanaal']>;
  /** Moment at which it came in; left out is now. */
  readonly ontvangenOp?: string;
  /** Id of the same person elsewhere (`aanmelding-persoon.ts`). */
  readonly persoon?: string | null;
  /** Registratie of the advice that it came from. */
  readonly advies?: string | null;
  /** Given when it must be the same on every device: an id and the name of a vak. */
  readonly vast?: { readonly id: string; readonly vak: string };
}

/** Enters an aanmelding, in a vak of its own: who may see it is decided per aanmelding. */
export async function voerIn(
  kluis: Kluis,
  invoer: Aanmeldinvoer,
  { kanaal, ontvangenOp, persoon, advies, vast }: Herkomst,
): Promise<AanmeldingDoc> {
  const op = ontvangenOp ?? new Date().toISOString();
  const leeg = (): Aanmelding['criteria'][Wgscriterium] => ({ voldaan: null, motivering: '' });
  const [doc] = await kluis.voegToe('aanmeldingen', [
    {
      ...opgeschoond(invoer),
      ...(vast && { id: vast.id }),
      ...(persoon && { persoon }),
      ...(advies && { advies }),
      vak: await kluis.nieuwVak(vast?.vak),
      ontvangenOp: op,
      kanaal,
      aanduiding: aanduidingVan(invoer, ontvangenDag({ ontvangenOp: op })),
      criteria: { a: leeg(), b: leeg(), c: leeg(), d: leeg() },
      status: 'nieuw',
      casus: null,
    },
  ]);
  if (doc === undefined) throw new Error('aanmelding invoeren gaf niets terug');
  return doc;
}

/** Completes or corrects what the melder said; what was emptied is left out again. */
export async function vulAan(
  kluis: Kluis,
  a: AanmeldingDoc,
  invoer: Aanmeldinvoer,
  tekst: string,
): Promise<void> {
  const nieuw = opgeschoond(invoer);
  // A family keeps its own description; that of a person follows what is known of them.
  const volgt = a.aanduiding === aanduidingVan(a, ontvangenDag(a));
  await wijzigMetTerug(
    kluis,
    'aanmeldingen',
    a,
    (d) => {
      for (const veld of [...OPTIONEEL, 'besproken'] as const)
        if (nieuw[veld] === undefined) Reflect.deleteProperty(d, veld);
      Object.assign(d, nieuw);
      if (volgt) d.aanduiding = aanduidingVan(nieuw, ontvangenDag(a));
    },
    tekst,
  );
}

type Oordeel = { voldaan?: boolean | null; motivering?: string; bron?: string };

/** Changes a judgement in place, with who judged, when, and on which text. */
function zetOordeel(
  doel: Aanmelding['criteria'][Wgscriterium],
  deel: Oordeel,
  versie: string,
  account: string,
): void {
  Object.assign(doel, deel);
  if (deel.bron !== undefined && deel.bron.trim() === '') delete doel.bron;
  doel.versie = versie;
  doel.door = account;
  doel.op = new Date().toISOString();
}

/** For a recipe: judges one of the four criteria of the WGS, on the text of now. */
export function beoordeelWgs(
  d: Aanmelding,
  c: Wgscriterium,
  deel: Oordeel,
  { ik }: Pick<Kluis, 'ik'>,
): void {
  zetOordeel(d.criteria[c], deel, WGS_VERSIE, ik.id);
}

/** For a recipe: judges a criterion of the region or of a tafel; its text is kept with it. */
export function beoordeelAanvullend(
  d: Aanmelding,
  { id, tekst, versie }: Aanvullendcriterium,
  deel: Oordeel,
  { ik }: Pick<Kluis, 'ik'>,
): void {
  d.aanvullend ??= [];
  let item = d.aanvullend.find((x) => x.id === id);
  if (item === undefined) {
    item = { id, tekst, voldaan: null, motivering: '' };
    d.aanvullend.push(item);
  }
  zetOordeel(item, deel, versie, ik.id);
}

/** Every decision has a day; that of the bureau alone is with nobody and at no tafel. */
const alleen = (): NonNullable<Aanmelding['triage']> => ({
  op: vandaagIso(),
  tafel: '',
  met: [],
  weging: '',
});

export interface Afhandeling {
  readonly uitkomst: Exclude<Uitkomst, 'geaccepteerd'>;
  /** What the melder hears. */
  readonly waarom: string;
  /** Organisation or gemeente that takes it up; null when nobody does. */
  readonly belegdBij: string | null;
}

/** Another outcome than a case: with the reason, and where it was put (dossier A1 rows 10 and 14). Undone at once. */
export async function handelAf(
  kluis: Kluis,
  a: AanmeldingDoc,
  { uitkomst, waarom, belegdBij }: Afhandeling,
  tekst: string,
): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'aanmeldingen',
    a,
    (d) => {
      d.status = uitkomst;
      d.uitkomst = waarom.trim();
      if (belegdBij !== null) d.belegdBij = belegdBij;
      d.triage ??= alleen();
    },
    tekst,
  );
}

/** The melder heard of the outcome. */
export async function koppelTerug(
  kluis: Kluis,
  a: AanmeldingDoc,
  hoe: string,
  tekst: string,
): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'aanmeldingen',
    a,
    (d) => {
      d.terugkoppeling = { op: new Date().toISOString(), door: kluis.ik.id, hoe };
    },
    tekst,
  );
}

/**
 * Makes the case of an accepted aanmelding: in the vak of the aanmelding, so that who had its key
 * keeps it. Ids are derived from the aanmelding: two people who accept the same one while offline
 * make one case. What is known of the person goes along. Returns its id.
 */
export async function accepteer(
  kluis: Kluis,
  a: AanmeldingDoc,
  keuze: {
    readonly tafel: string;
    readonly regisseur: string;
    readonly nummer: string;
    readonly stapTitel: string;
  },
): Promise<string> {
  const vandaag = vandaagIso();
  const casusId = await kluis.afgeleidId(`casus van aanmelding ${a.id}`);
  const [casus] = await kluis.voegToe('casussen', [
    {
      id: casusId,
      vak: a.vak,
      nummer: keuze.nummer,
      titel: a.naam.trim() === '' ? a.aanduiding : a.naam.trim(),
      aard: /^gezin\b/i.test(a.aanduiding) ? 'systeem' : 'persoon',
      tafel: keuze.tafel,
      gemeente: a.gemeente,
      gemeentecode: a.gemeentecode,
      melder: a.melder,
      startdatum: vandaag,
      sluitdatum: null,
      sluitreden: null,
      spoed: a.spoed,
      aveFase: null,
      stap: 'triage',
      stapdatums: { aanmelding: ontvangenDag(a), triage: vandaag },
      procesregisseur: keuze.regisseur,
      backupRegisseur: null,
      casusregieOrganisatie: null,
      casusregieNaam: null,
      inkomsten: null,
      woonsituatie: null,
      problematiek: [...a.problematiek],
      omschrijving: a.aanleiding,
      doelen: [],
      planVastgesteldOp: null,
    },
  ]);
  if (casus === undefined) throw new Error('casus maken gaf niets terug');
  await kluis.voegToe('betrokkenen', [
    {
      id: await kluis.afgeleidId(`hoofdbetrokkene van aanmelding ${a.id}`),
      vak: a.vak,
      casus: casus.id,
      rol: 'hoofdbetrokkene',
      naam: casus.titel,
      bsn: a.bsn ?? null,
      geboortedatum: a.geboortedatum,
      geslacht: a.geslacht,
      relatie: null,
      band: null,
      huishouden: null,
      toelichting: '',
      ...(a.persoon !== undefined && { persoon: a.persoon }),
      ...(a.brp !== undefined && {
        brp: { controles: [{ ...a.brp }], wijzigingen: [], gevolgd: false },
      }),
    },
  ]);
  await legVast(kluis, casus, {
    soort: 'stap',
    titel: keuze.stapTitel,
    toelichting: [
      ...CRITERIA.map((c) => `${c}. ${a.criteria[c].motivering.trim()}`),
      ...(a.spoed && a.spoedReden !== undefined ? [`Spoed: ${a.spoedReden.trim()}`] : []),
    ].join('\n'),
  });
  await kluis.wijzig('aanmeldingen', a, (d) => {
    d.status = 'geaccepteerd';
    d.casus = casus.id;
    d.triage ??= alleen();
  });
  return casus.id;
}
