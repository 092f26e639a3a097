/**
 * The BRP of somebody: asking it, and keeping what came of it (dossier A1 rows 6 and 7). A question goes out only
 * for a running case, with a doelbinding, and after its line in the log is on disk.
 */
import { z } from 'zod';
import {
  leesAntwoord,
  SLEUTELSOORTEN,
  vraagOpBsn,
  vraagOpNaam,
  type Brpfout,
  type Brpvraag,
} from '../../shared/brp/index.js';
import {
  gegevensVan,
  isBsn,
  isZelfdeNaam,
  nogNietGemeld,
  splitsNaam,
  vandaagIso,
  verbergGeheim,
  vergelijkMetBrp,
  volledigeNaam,
  wijzigingenTussen,
  type BrpPersoon,
  type Brpstandlezer,
  type GevondenWijziging,
  type Vergelijking,
} from '../../shared/domein/index.js';
import { fout, ok, type Result } from '../../shared/result.js';
import type { Betrokkene, Brpcontrole, Brpstand, Brpwijziging } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';
import type { BetrokkeneDoc } from './caseload.js';
import { nieuwId } from './mdo-schrijf.js';
import { wijzigMetTerug } from './ongedaan.js';
import { lopendPlatform } from './platform.js';

// ---------------------------------------------------------------- the line

const SLEUTEL = 'brp|sleutel';
const sleutelnotitie = z.object({ soort: z.enum(SLEUTELSOORTEN), sleutel: z.string().min(1) });
export type Brpsleutel = z.infer<typeof sleutelnotitie>;

const leesSleutel = (kluis: Pick<Kluis, 'leesLokaal'>): Brpsleutel | null =>
  sleutelnotitie.safeParse(kluis.leesLokaal(SLEUTEL)).data ?? null;

/** Whether a key is kept on this device; the key itself is never given out again. */
export const heeftBrpsleutel = (kluis: Pick<Kluis, 'leesLokaal'>): boolean =>
  leesSleutel(kluis) !== null;

/** In the encrypted notes of this device; null takes it away. */
export async function zetBrpsleutel(
  kluis: Pick<Kluis, 'schrijfLokaal'>,
  sleutel: Brpsleutel | null,
): Promise<void> {
  await kluis.schrijfLokaal(SLEUTEL, sleutel);
}

// ---------------------------------------------------------------- asking

/** About whom is asked. */
export interface Brponderwerp {
  readonly soort: 'betrokkenen' | 'aanmeldingen';
  readonly id: string;
  /** Of a betrokkene; an aanmelding has none yet. */
  readonly casus?: string;
}

/** What is known of a person before the BRP is asked. */
export interface Brpbekende {
  readonly naam: string;
  readonly geboortedatum: string | null;
  readonly bsn: string | null;
  readonly gezag?: string | undefined;
}

export type Brpweigering =
  | Brpfout
  /** The case is closed: there is no purpose any more. */
  | { readonly soort: 'gesloten' }
  | { readonly soort: 'geen-doelbinding' }
  | { readonly soort: 'geen-koppeling' }
  /** No BSN, and no surname with a date of birth. */
  | { readonly soort: 'te-weinig' }
  /** The line in the log is not on disk; nothing was asked. */
  | { readonly soort: 'geen-log' };

/** The person in the BRP, or null when there is none. Asks twice when there is no BSN: who it is, and then what is known. */
export async function vraagBrp(
  kluis: Pick<Kluis, 'haal' | 'log' | 'leesLokaal'>,
  onderwerp: Brponderwerp,
  bekend: Brpbekende,
  doelbinding: string,
): Promise<Result<BrpPersoon | null, Brpweigering>> {
  const casus = onderwerp.casus === undefined ? null : kluis.haal('casussen', onderwerp.casus);
  if (casus !== null && casus?.sluitdatum !== null) return fout({ soort: 'gesloten' });
  if (doelbinding.trim() === '') return fout({ soort: 'geen-doelbinding' });
  const sleutel = leesSleutel(kluis);
  if (sleutel === null) return fout({ soort: 'geen-koppeling' });

  const vraag = async (wat: Brpvraag) => stelVraag(kluis, onderwerp, sleutel, wat);
  if (bekend.bsn !== null && isBsn(bekend.bsn)) return opBsn(vraag, bekend.bsn);
  const zoek =
    bekend.geboortedatum === null ? null : vraagOpNaam(bekend.naam, bekend.geboortedatum);
  if (zoek === null) return fout({ soort: 'te-weinig' });
  const gevonden = await vraag(zoek);
  if (!gevonden.ok) return gevonden;
  const [eerste, tweede] = gevonden.waarde;
  if (eerste === undefined) return ok(null);
  if (tweede !== undefined) return fout({ soort: 'meer', aantal: gevonden.waarde.length });
  return eerste.bsn === '' ? fout({ soort: 'onleesbaar' }) : opBsn(vraag, eerste.bsn);
}

async function opBsn(
  vraag: (wat: Brpvraag) => Promise<Result<readonly BrpPersoon[], Brpweigering>>,
  bsn: string,
): Promise<Result<BrpPersoon | null, Brpweigering>> {
  const antwoord = await vraag(vraagOpBsn(bsn));
  if (!antwoord.ok) return antwoord;
  const [persoon, nogEen] = antwoord.waarde;
  if (persoon === undefined) return ok(null);
  // One number is one person. An answer about somebody else is kept nowhere.
  return nogEen === undefined && persoon.bsn === bsn ? ok(persoon) : fout({ soort: 'onleesbaar' });
}

async function stelVraag(
  kluis: Pick<Kluis, 'log'>,
  onderwerp: Brponderwerp,
  { soort, sleutel }: Brpsleutel,
  { wijze, tekst }: Brpvraag,
): Promise<Result<readonly BrpPersoon[], Brpweigering>> {
  const regel = { ...onderwerp, wijze };
  try {
    await kluis.log.brp({ ...regel, actie: 'brp-bevraagd', resultaat: 'gelukt' });
  } catch (oorzaak) {
    console.error('de vraag aan de BRP staat niet in het log en is niet gesteld', oorzaak);
    return fout({ soort: 'geen-log' });
  }
  const antwoord = leesAntwoord(
    await lopendPlatform().brp.vraag({ sleutelsoort: soort, sleutel, vraag: tekst }),
  );
  await kluis.log.brp({
    ...regel,
    actie: 'brp-beantwoord',
    ...(antwoord.ok
      ? { resultaat: 'gelukt', aantal: antwoord.waarde.length }
      : { resultaat: antwoord.fout.soort === 'geen-toegang' ? 'geweigerd' : 'mislukt' }),
  });
  return antwoord;
}

// ---------------------------------------------------------------- what came of it

/** A look, to be kept: by `legControleVast` on a betrokkene, and its `controle` on an aanmelding. */
export interface Brpuitkomst {
  readonly controle: Brpcontrole;
  /** As the BRP has them; null for a look by hand, or when nobody was found. */
  readonly persoon: BrpPersoon | null;
  /** Fields of the case to be filled in from it. */
  readonly overnemen: Overname;
}
export type Overname = Partial<Pick<Betrokkene, 'naam' | 'geboortedatum' | 'bsn' | 'gezag'>>;

export function maakControle(
  kluis: Pick<Kluis, 'ik'>,
  deel: Omit<Brpcontrole, 'id' | 'op' | 'door'>,
): Brpcontrole {
  return { id: nieuwId(), op: new Date().toISOString(), door: kluis.ik.id, ...deel };
}

/** Of an answer of the koppeling. `vergelijking` is null when nobody was found. */
export function beoordeel(
  bekend: Brpbekende,
  persoon: BrpPersoon | null,
): { readonly resultaat: Brpcontrole['resultaat']; readonly vergelijking: Vergelijking | null } {
  if (persoon === null) return { resultaat: 'niet-gevonden', vergelijking: null };
  const vergelijking = vergelijkMetBrp(bekend, persoon);
  return { resultaat: vergelijking.resultaat, vergelijking };
}

/** What the BRP has for a field that says something else here, where there is something to take over. */
export function teOvernemen({ afwijkend }: Vergelijking, persoon: BrpPersoon): Overname {
  return {
    ...(afwijkend.includes('naam') && { naam: volledigeNaam(persoon) }),
    ...(afwijkend.includes('geboortedatum') &&
      persoon.geboortedatum.length === 10 && { geboortedatum: persoon.geboortedatum }),
  };
}

const LEEG: Brpstand = { controles: [], wijzigingen: [], gevolgd: false };

/** What is known after a look. A file may have fewer columns than the koppeling: the rest stays as it was. */
export function gegevensNa(
  was: Brpstandlezer | undefined,
  persoon: BrpPersoon,
  uitvoerder: Brpcontrole['uitvoerder'],
): Readonly<Record<string, string>> {
  const nu = gegevensVan(persoon);
  if (uitvoerder !== 'bestand') return nu;
  const { adresVanaf, ...rest } = was?.gegevens ?? {};
  // The date of the old address says nothing about another one.
  const blijft = nu['adres'] === undefined && adresVanaf !== undefined;
  const naam = rest['naam'];
  const { voor, achter } = splitsNaam(naam ?? '');
  // With fewer given names it is still the same name.
  const zelfde = isZelfdeNaam(nu['naam'] ?? '', { voornamen: voor, geslachtsnaam: achter });
  return {
    ...rest,
    ...(blijft && { adresVanaf }),
    ...nu,
    ...(naam !== undefined && zelfde && { naam }),
  };
}

/** The state after a look. Who is found is followed from the first look on (row 7). */
function naControle(
  was: Brpstandlezer | undefined,
  { controle, persoon }: Pick<Brpuitkomst, 'controle' | 'persoon'>,
  nieuw: readonly Brpwijziging[],
): Brpstand {
  const stand = (was ?? LEEG) as Brpstand;
  const eerste = stand.controles.length === 0 && controle.resultaat !== 'niet-gevonden';
  return verbergGeheim({
    ...stand,
    controles: [...stand.controles, controle],
    wijzigingen: [...stand.wijzigingen, ...nieuw],
    gevolgd: stand.gevolgd || eerste,
    ...(persoon !== null && { gegevens: { ...gegevensNa(was, persoon, controle.uitvoerder) } }),
  });
}

/** By the one who found it. Two devices that find the same change make one of it: the id follows from it. */
async function alsWijzigingen(
  kluis: Pick<Kluis, 'afgeleidId'>,
  betrokkene: string,
  gevonden: readonly GevondenWijziging[],
  gemeldDoor: string,
): Promise<readonly Brpwijziging[]> {
  return Promise.all(
    gevonden.map(async (w) => ({
      id: await kluis.afgeleidId(
        JSON.stringify(['brp', betrokkene, w.soort, w.datum, w.oud, w.nieuw]),
      ),
      ...w,
      gemeldDoor,
      afgehandeld: null,
    })),
  );
}

const vers = (kluis: Pick<Kluis, 'haal'>, b: BetrokkeneDoc): BetrokkeneDoc =>
  kluis.haal('betrokkenen', b.id) ?? b;

/** What a look does to a betrokkene, to be done in a change of it. */
export async function maakControlewijziging(
  kluis: Pick<Kluis, 'afgeleidId'>,
  b: BetrokkeneDoc,
  uitkomst: Brpuitkomst,
): Promise<(concept: Betrokkene) => void> {
  const { persoon, controle, overnemen } = uitkomst;
  const gevonden =
    persoon === null
      ? []
      : wijzigingenTussen(
          b.brp?.gegevens,
          gegevensNa(b.brp, persoon, controle.uitvoerder),
          vandaagIso(new Date(controle.op)),
        );
  const nieuw = await alsWijzigingen(
    kluis,
    b.id,
    nogNietGemeld(gevonden, b.brp?.wijzigingen ?? []),
    controle.uitvoerder === 'bestand' ? 'bestand van de gemeente' : 'koppeling',
  );
  return (concept) => {
    concept.brp = naControle(concept.brp, uitkomst, nieuw);
    Object.assign(concept, overnemen);
  };
}

/** Keeps a look on a betrokkene, with what changed since the one before. */
export async function legControleVast(
  kluis: Kluis,
  betrokkene: BetrokkeneDoc,
  uitkomst: Brpuitkomst,
  tekst: string,
): Promise<void> {
  const b = vers(kluis, betrokkene);
  await wijzigMetTerug(
    kluis,
    'betrokkenen',
    b,
    await maakControlewijziging(kluis, b, uitkomst),
    tekst,
  );
}

function wijzigStand(
  kluis: Kluis,
  betrokkene: BetrokkeneDoc,
  doe: (stand: Brpstand) => Brpstand,
  tekst: string,
): Promise<Onveranderlijk<Betrokkene>> {
  return wijzigMetTerug(
    kluis,
    'betrokkenen',
    vers(kluis, betrokkene),
    (b) => {
      b.brp = verbergGeheim(doe(b.brp ?? LEEG));
    },
    tekst,
  );
}

/** A change that the gemeente reported (row 7: until there is a koppeling, the gemeente does). */
export async function meldWijziging(
  kluis: Kluis,
  b: BetrokkeneDoc,
  wijziging: Omit<Brpwijziging, 'id' | 'afgehandeld'>,
  tekst: string,
): Promise<void> {
  await wijzigStand(
    kluis,
    b,
    (stand) => ({
      ...stand,
      wijzigingen: [...stand.wijzigingen, { id: nieuwId(), ...wijziging, afgehandeld: null }],
    }),
    tekst,
  );
}

export async function handelWijzigingAf(
  kluis: Kluis,
  b: BetrokkeneDoc,
  id: string,
  tekst: string,
): Promise<void> {
  const afgehandeld = { door: kluis.ik.id, op: new Date().toISOString() };
  await wijzigStand(
    kluis,
    b,
    (stand) => ({
      ...stand,
      wijzigingen: stand.wijzigingen.map((w) => (w.id === id ? { ...w, afgehandeld } : w)),
    }),
    tekst,
  );
}

export async function zetGevolgd(
  kluis: Kluis,
  b: BetrokkeneDoc,
  gevolgd: boolean,
  tekst: string,
): Promise<void> {
  await wijzigStand(kluis, b, (stand) => ({ ...stand, gevolgd }), tekst);
}
