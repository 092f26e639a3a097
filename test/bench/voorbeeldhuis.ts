/** In the page: the voorbeeldhuis is loaded into a vault, and in another visit unlocked. */
import { laadInKluis, maakVoorbeeldhuis } from '../../shared/import/index.js';
import { vandaagIso } from '../../shared/domein/index.js';
import { COLLECTIES, type Collectie } from '../../shared/schema/index.js';
import { platform } from '../../renderer/platform/index.js';
import { maakCasusrijen } from '../../renderer/stores/caseload.js';
import { maakZoekbronnen, maakZoeker } from '../../renderer/stores/caseload-zoek.js';
import { maakKluisdeur } from '../../renderer/vault/index.js';
import type { Kluis } from '../../renderer/vault/types.js';
import { volgKdf } from './kdf.js';
import { metTaken } from './taken.js';

const WACHTZIN = 'vier paarse fietsen onder de kastanje';
const VRAAG = 'gesprek';
const GEDULD_MS = 20_000;
const NAMEN = Object.keys(COLLECTIES) as Collectie[];

/** Documents by collection. */
export type Telling = Readonly<Record<Collectie, number>>;
/** Milliseconds from the end of the key derivation. */
export interface Ontgrendeld {
  /** To the list of cases, made. */
  readonly lijst: number;
  /** To the vault with every document, and the first search of all text answered. */
  readonly alles: number;
  readonly langsteTaak: number;
}

const telling = (open: Kluis): Telling =>
  Object.fromEntries(NAMEN.map((naam) => [naam, open.alle(naam).length])) as unknown as Telling;

let kluis: Kluis | undefined;

export async function vulVoorbeeldhuis(): Promise<Telling> {
  const deur = maakKluisdeur(await platform());
  const { kluis: open } = await deur.richtOp({
    huisnaam: 'Huis van de bench',
    korteNaam: 'Bench',
    naam: 'J. Wouters',
    rol: 'procesregisseur',
    wachtzin: WACHTZIN,
    apparaatnaam: 'een',
    endpoint: null,
    voorbeeld: true,
  });
  await laadInKluis(open, maakVoorbeeldhuis({ vandaag: vandaagIso() }));
  const aantal = telling(open);
  await open.sluit();
  return aantal;
}

/** Resolves when each of the collections holds as many documents as it should. */
async function totCompleet(
  open: Kluis,
  namen: readonly Collectie[],
  verwacht: Telling,
): Promise<void> {
  const compleet = (): boolean => namen.every((naam) => open.alle(naam).length >= verwacht[naam]);
  if (compleet()) return;
  await new Promise<void>((verder, mis) => {
    const eind = (uitkomst: () => void): void => {
      stop();
      clearTimeout(wekker);
      uitkomst();
    };
    const stop = open.volg(namen, () => {
      if (compleet()) eind(verder);
    });
    const wekker = setTimeout(() => {
      const mist = namen.filter((naam) => open.alle(naam).length < verwacht[naam]);
      eind(() => mis(new Error(`niet compleet geworden: ${mist.join(', ')}`)));
    }, GEDULD_MS);
  });
}

function maakLijst(open: Kluis): number {
  const delen = {
    casussen: open.alle('casussen'),
    betrokkenen: open.alle('betrokkenen'),
    overleggen: open.alle('overleggen'),
    acties: open.alle('acties'),
    metingen: open.alle('metingen'),
    gebeurtenissen: open.alle('gebeurtenissen'),
  };
  return maakCasusrijen(delen, open.ik, vandaagIso()).length;
}

function zoekInAlles(open: Kluis): number {
  return maakZoeker()(maakZoekbronnen(open), VRAAG)?.size ?? 0;
}

/** Unlocks. The vault stays open in this page. */
export async function ontgrendelVoorbeeldhuis(verwacht: Telling): Promise<Ontgrendeld> {
  volgKdf();
  const deur = maakKluisdeur(await platform());
  // As the application does before it can ask for a passphrase.
  await deur.stand();
  const { uit, langsteTaak } = await metTaken(async () => {
    const ontgrendeld = await deur.ontgrendel(WACHTZIN);
    if (!ontgrendeld.ok) throw new Error(`ontgrendelen mislukte: ${ontgrendeld.fout.soort}`);
    kluis = ontgrendeld.waarde;
    await totCompleet(kluis, ['casussen'], verwacht);
    if (maakLijst(kluis) < verwacht.casussen) throw new Error('de lijst is niet compleet');
    const lijst = performance.now();
    await totCompleet(kluis, NAMEN, verwacht);
    if (zoekInAlles(kluis) === 0) throw new Error('er is niets gevonden');
    return { lijst, alles: performance.now() };
  });
  const begin = globalThis.window.naKdf;
  if (begin === undefined) throw new Error('er is geen sleutel afgeleid');
  return { lijst: uit.lijst - begin, alles: uit.alles - begin, langsteTaak };
}

export async function sluitVoorbeeldhuis(): Promise<void> {
  await kluis?.sluit();
  kluis = undefined;
}
