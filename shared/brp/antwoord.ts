/**
 * Reads what the BRP answered. What is not known here is passed over (the API grows); what is known and has
 * another shape makes the whole answer unreadable, for half an answer about a person is worse than none.
 */
import { z } from 'zod';
import { fout, ok, type Result } from '../result.js';
import { isBsn, type BrpPersoon } from '../domein/index.js';
import type { Brplijnuitkomst } from './lijn.js';
import { HOOGSTENS_PERSONEN } from './vraag.js';

/** Why there is no answer. `wacht`: seconds after which it may be asked again, where the service said so. */
export type Brpfout =
  | { readonly soort: 'geen-adres' | 'geen-netwerk' | 'te-traag' | 'te-groot' | 'onleesbaar' }
  /** 401 or 403: the key, or what it may ask. */
  | { readonly soort: 'geen-toegang' }
  /** 404: no such service at this address. */
  | { readonly soort: 'adres-fout' }
  /** 400: the service does not take the question. */
  | { readonly soort: 'vraag-fout' }
  | { readonly soort: 'te-druk'; readonly wacht: number | null }
  | { readonly soort: 'storing'; readonly status: number }
  /** A search found so many people: which one is not for us to guess. */
  | { readonly soort: 'meer'; readonly aantal: number };

const tekst = (hoogstens: number) => z.string().max(hoogstens);
const datum = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Datum'), datum: z.iso.date() }),
  z.object({
    type: z.literal('JaarMaandDatum'),
    jaar: z.number().int().min(1).max(9999),
    maand: z.number().int().min(1).max(12),
  }),
  z.object({ type: z.literal('JaarDatum'), jaar: z.number().int().min(1).max(9999) }),
  z.object({ type: z.literal('DatumOnbekend') }),
]);
const naam = z.object({
  voornamen: tekst(200).optional(),
  voorvoegsel: tekst(10).optional(),
  geslachtsnaam: tekst(200).optional(),
});
const waarde = z.object({ code: tekst(10).optional(), omschrijving: tekst(80).optional() });
const drager = z.object({
  type: tekst(60).optional(),
  burgerservicenummer: tekst(9).optional(),
  naam: naam.optional(),
});
/** Of version 2 and of before its last change: what a kind does not have is left out. */
const gezagsrelatie = z.object({
  type: tekst(60),
  minderjarige: z.object({ burgerservicenummer: tekst(9).optional() }).optional(),
  ouders: z.array(drager).max(2).optional(),
  ouder: drager.optional(),
  derde: drager.optional(),
  derden: z.array(drager).max(5).optional(),
});

const persoon = z.object({
  burgerservicenummer: tekst(9).refine(isBsn).optional(),
  naam: naam.optional(),
  geboorte: z.object({ datum: datum.optional() }).optional(),
  adressering: z
    .object({
      adresregel1: tekst(200).optional(),
      adresregel2: tekst(200).optional(),
      adresregel3: tekst(200).optional(),
      land: waarde.optional(),
    })
    .optional(),
  verblijfplaats: z.object({ datumVan: datum.optional() }).optional(),
  gemeenteVanInschrijving: waarde.optional(),
  /** Only there when it is so. */
  geheimhoudingPersoonsgegevens: z.boolean().optional(),
  opschortingBijhouding: z.object({ reden: waarde.optional(), datum: datum.optional() }).optional(),
  overlijden: z
    .object({ indicatieOverleden: z.boolean().optional(), datum: datum.optional() })
    .optional(),
  gezag: z.array(gezagsrelatie).max(20).optional(),
});
type Ruw = z.infer<typeof persoon>;
const antwoord = z.object({
  type: z.enum(['RaadpleegMetBurgerservicenummer', 'ZoekMetGeslachtsnaamEnGeboortedatum']),
  personen: z.array(z.unknown()),
});

/** The people in an answer, or why there are none to be had. None at all: nobody was found. */
export function leesAntwoord(uitkomst: Brplijnuitkomst): Result<readonly BrpPersoon[], Brpfout> {
  if ('fout' in uitkomst) return fout({ soort: uitkomst.fout });
  const { status } = uitkomst;
  if (status !== 200) return fout(statusfout(status, uitkomst.wacht));
  let json: unknown;
  try {
    json = JSON.parse(uitkomst.tekst);
  } catch {
    // Text from outside that is no JSON: an answer like any other that cannot be read.
    return fout({ soort: 'onleesbaar' });
  }
  const gelezen = antwoord.safeParse(json);
  if (!gelezen.success) return fout({ soort: 'onleesbaar' });
  const { personen } = gelezen.data;
  if (personen.length > HOOGSTENS_PERSONEN) return fout({ soort: 'meer', aantal: personen.length });
  const alle = z.array(persoon).safeParse(personen);
  return alle.success ? ok(alle.data.map(alsPersoon)) : fout({ soort: 'onleesbaar' });
}

/** One person in the shape of the API, from elsewhere than an answer; null when it has another shape. */
export function leesPersoon(json: unknown): BrpPersoon | null {
  const gelezen = persoon.safeParse(json);
  return gelezen.success ? alsPersoon(gelezen.data) : null;
}

function statusfout(status: number, wacht: string | null): Brpfout {
  if (status === 401 || status === 403) return { soort: 'geen-toegang' };
  if (status === 404) return { soort: 'adres-fout' };
  if (status === 400) return { soort: 'vraag-fout' };
  if (status === 429) return { soort: 'te-druk', wacht: seconden(wacht) };
  return { soort: 'storing', status };
}

/** Retry-After: seconds, or a moment (RFC 9110 § 10.2.3). At most a day. */
function seconden(kop: string | null): number | null {
  if (kop === null) return null;
  const s = /^\d{1,9}$/.test(kop.trim())
    ? Number(kop)
    : Math.ceil((Date.parse(kop) - Date.now()) / 1000);
  return Number.isFinite(s) ? Math.min(Math.max(s, 0), 86_400) : null;
}

function alsPersoon(p: Ruw): BrpPersoon {
  const geheim = p.geheimhoudingPersoonsgegevens === true;
  const { adresregel1, adresregel2, adresregel3, land } = p.adressering ?? {};
  const regels = [adresregel1, adresregel2, adresregel3, land?.omschrijving];
  return {
    bsn: p.burgerservicenummer ?? '',
    voornamen: p.naam?.voornamen ?? '',
    voorvoegsel: p.naam?.voorvoegsel ?? '',
    geslachtsnaam: p.naam?.geslachtsnaam ?? '',
    geboortedatum: alsDatum(p.geboorte?.datum),
    adres: geheim ? '' : regels.filter((r) => r !== undefined && r !== '').join(', '),
    adresVanaf: alsDatum(p.verblijfplaats?.datumVan),
    gemeente: geheim ? '' : (p.gemeenteVanInschrijving?.omschrijving ?? ''),
    gezag: gezagInWoorden((p.gezag ?? []).filter((r) => isOver(r, p.burgerservicenummer))),
    overleden: overledenOp(p),
    geheim,
  };
}

/** `jjjj-mm-dd` as far as it is known. */
function alsDatum(d: z.infer<typeof datum> | undefined): string {
  if (d === undefined || d.type === 'DatumOnbekend') return '';
  if (d.type === 'Datum') return d.datum;
  const jaar = String(d.jaar).padStart(4, '0');
  return d.type === 'JaarDatum' ? jaar : `${jaar}-${String(d.maand).padStart(2, '0')}`;
}

/** Opschorting with reason O is a death as well (element 07.67.20). */
function overledenOp({ overlijden, opschortingBijhouding: o }: Ruw): string {
  if (overlijden?.indicatieOverleden === true || overlijden?.datum !== undefined)
    return alsDatum(overlijden.datum) || 'ja';
  return o?.reden?.code === 'O' ? alsDatum(o.datum) || 'ja' : '';
}

/** What the kinds of gezag are called (BW 1:245). Without names of people where the BRP gives none. */
const GEZAG: Readonly<Record<string, string>> = {
  GezamenlijkOuderlijkGezag: 'gezamenlijk ouderlijk gezag',
  TweehoofdigOuderlijkGezag: 'gezamenlijk ouderlijk gezag',
  EenhoofdigOuderlijkGezag: 'eenhoofdig ouderlijk gezag',
  GezamenlijkGezag: 'gezamenlijk gezag van een ouder en een ander',
  Voogdij: 'voogdij',
  TijdelijkGeenGezag: 'tijdelijk niemand',
  GezagNietTeBepalen: 'niet te bepalen, vraag de gemeente',
};

type Gezagsrelatie = z.infer<typeof gezagsrelatie>;

/** Of a parent the BRP gives the gezag over their children too: that is about others. */
const isOver = ({ minderjarige }: Gezagsrelatie, bsn: string | undefined): boolean =>
  minderjarige?.burgerservicenummer === undefined || minderjarige.burgerservicenummer === bsn;

function gezagInWoorden(relaties: readonly Gezagsrelatie[]): string {
  const delen = relaties.map((r) => {
    const namen = [...(r.ouders ?? []), r.ouder, r.derde, ...(r.derden ?? [])].flatMap((d) => {
      const n = [d?.naam?.voornamen, d?.naam?.voorvoegsel, d?.naam?.geslachtsnaam];
      const heel = n.filter((deel) => deel !== undefined && deel !== '').join(' ');
      return heel === '' ? [] : [heel];
    });
    const soort = (Object.hasOwn(GEZAG, r.type) ? GEZAG[r.type] : undefined) ?? 'anders';
    return namen.length === 0 ? soort : `${soort}: ${namen.join(' en ')}`;
  });
  return [...new Set(delen)].sort().join('; ');
}
