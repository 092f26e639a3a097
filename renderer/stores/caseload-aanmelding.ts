/** Taking in an aanmelding, and what becomes of it. */
import { CRITERIA, type Aanmelding } from '../../shared/schema/index.js';
import { fout, ok, type Result } from '../../shared/result.js';
import { hoofdletter, leeftijd, vandaagIso, type IsoDate } from '../../shared/domein/index.js';
import type { Kluis } from '../vault/types.js';
import type { AanmeldingDoc, CasusDoc } from './caseload.js';
import { legVast } from './caseload-schrijf.js';

export type Acceptatiefout =
  | { readonly soort: 'verwerkt' }
  | { readonly soort: 'niet-gemotiveerd'; readonly criteria: readonly string[] }
  | { readonly soort: 'niet-voldaan'; readonly criteria: readonly string[] };

/** Whether an aanmelding may become a case: all four criteria judged, motivated and met (WGS). */
export function magAccepteren(a: AanmeldingDoc): Result<void, Acceptatiefout> {
  if (a.status !== 'nieuw') return fout({ soort: 'verwerkt' });
  const open = CRITERIA.filter(
    (c) => a.criteria[c].voldaan === null || a.criteria[c].motivering.trim() === '',
  );
  if (open.length > 0) return fout({ soort: 'niet-gemotiveerd', criteria: open });
  const niet = CRITERIA.filter((c) => a.criteria[c].voldaan !== true);
  return niet.length > 0 ? fout({ soort: 'niet-voldaan', criteria: niet }) : ok(undefined);
}

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

const LEEG = { voldaan: null, motivering: '' } as const;

export type NieuweAanmelding = Pick<
  Aanmelding,
  | 'melder'
  | 'melderNaam'
  | 'naam'
  | 'geboortedatum'
  | 'geslacht'
  | 'gemeente'
  | 'gemeentecode'
  | 'aanleiding'
  | 'problematiek'
  | 'spoed'
>;

/** Enters an aanmelding, in a vak of its own: who may see it is decided per aanmelding. */
export async function voerIn(kluis: Kluis, invoer: NieuweAanmelding): Promise<AanmeldingDoc> {
  const nu = new Date();
  const [doc] = await kluis.voegToe('aanmeldingen', [
    {
      ...invoer,
      vak: await kluis.nieuwVak(),
      ontvangenOp: nu.toISOString(),
      aanduiding: aanduidingVan(invoer, vandaagIso(nu)),
      criteria: { a: { ...LEEG }, b: { ...LEEG }, c: { ...LEEG }, d: { ...LEEG } },
      status: 'nieuw',
      casus: null,
    },
  ]);
  if (doc === undefined) throw new Error('aanmelding invoeren gaf niets terug');
  return doc;
}

/**
 * Makes the case of an accepted aanmelding: in the vak of the aanmelding, so that who had its key
 * keeps it. Ids are derived from the aanmelding: two people who accept the same one while offline
 * make one case. Returns its id.
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
  const ontvangen = vandaagIso(new Date(a.ontvangenOp));
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
      stapdatums: { aanmelding: ontvangen, triage: vandaag },
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
      bsn: null,
      geboortedatum: a.geboortedatum,
      geslacht: a.geslacht,
      relatie: null,
      band: null,
      huishouden: null,
      toelichting: '',
    },
  ]);
  await legVast(kluis, casus, {
    soort: 'stap',
    titel: keuze.stapTitel,
    toelichting: CRITERIA.map((c) => `${c}. ${a.criteria[c].motivering.trim()}`).join('\n'),
  });
  await kluis.wijzig('aanmeldingen', a, (d) => {
    d.status = 'geaccepteerd';
    d.casus = casus.id;
  });
  return casus.id;
}
