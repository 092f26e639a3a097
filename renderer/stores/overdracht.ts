/**
 * Handing over a case, or the caseload of a colleague (`domein/overdracht.ts`), and going up or down a level. Each is
 * several documents and one step back.
 */
import {
  draagRolOver,
  zetRolhouder,
  type Caseloadregel,
  type Rolhouder,
  type Rolweigering,
} from '../../shared/domein/index.js';
import { ok, type Result } from '../../shared/result.js';
import type { Rol } from '../../shared/schema/index.js';
import type { Kluis } from '../vault/types.js';
import { geefToegang } from './autorisaties.js';
import { isIk, type CasusDoc } from './caseload.js';
import { legVast, schrijfCasus } from './caseload-schrijf.js';
import { nieuwId } from './mdo-schrijf.js';
import { onthoud } from './ongedaan.js';
import { registreer, type Ingevuld } from './registraties.js';
import { schrijfRollen } from './rollen.js';

type Terug = () => Promise<void>;

/** To a colleague of the house, to another tafel of it, or out of the house: to another ZVH, by name. */
export type Overdrachtdoel =
  | { readonly soort: 'collega'; readonly account: string; readonly naam: string }
  | { readonly soort: 'tafel'; readonly tafel: string }
  | { readonly soort: 'zvh'; readonly naam: string };

export interface Overdrachtstuk {
  readonly doel: Overdrachtdoel;
  /** Of a colleague: which of their roles. */
  readonly rol: Caseloadregel['rol'];
  readonly notitie: string;
  /** Line of the timeline: `Overgedragen aan R. Kuipers`. */
  readonly titel: string;
}

/** Roles of whom a case can be handed over to: who work for the bureau. */
const VAN_HET_BUREAU: readonly Rol[] = [
  'procesregisseur',
  'informatiecoordinator',
  'procesondersteuner',
  'manager',
  'beheerder',
];
export const isVanBureau = (rol: Rol): boolean => VAN_HET_BUREAU.includes(rol);

/** Whether somebody can read the case on this day: as a member of the bureau, or with a right of their own. */
export function heeftToegang(
  kluis: Kluis,
  casus: Pick<CasusDoc, 'vak'>,
  account: string,
  vandaag: string,
): boolean {
  return kluis.leden
    .metToegang(casus.vak)
    .some((h) => h.account === account && (h.tot === null || h.tot >= vandaag));
}

async function samenTerug(stappen: readonly Terug[]): Promise<void> {
  for (const stap of stappen.toReversed()) await stap();
}

/** Access for who receives it. */
async function geefEerst(
  kluis: Kluis,
  casus: CasusDoc,
  { doel, titel }: Overdrachtstuk,
  grondslag: string,
): Promise<void> {
  const lid = doel.soort === 'collega' ? kluis.haal('leden', doel.account) : undefined;
  if (lid === undefined) return;
  const wens = { account: lid.id, rol: lid.rol, tot: null, grondslag, reden: titel };
  await geefToegang(kluis, casus, wens);
}

/** One case; the answer is how to undo it, or why not. */
async function draagEenOver(
  kluis: Kluis,
  casus: CasusDoc,
  { doel, rol, notitie, titel }: Overdrachtstuk,
): Promise<Result<Terug, Rolweigering>> {
  const regel = { soort: 'stap' as const, titel, toelichting: notitie };
  if (doel.soort === 'zvh') {
    const id = await legVast(kluis, casus, regel);
    return ok(() => kluis.verwijder('gebeurtenissen', id));
  }
  if (doel.soort === 'tafel') {
    const { tafel } = doel;
    return ok(
      await schrijfCasus(
        kluis,
        casus,
        (c) => {
          c.tafel = tafel;
        },
        regel,
      ),
    );
  }
  const vorige = casus.procesregisseur;
  const uit = await schrijfRollen(
    kluis,
    casus,
    (c, vandaag) => draagRolOver(c, rol, doel.naam, vandaag, vandaag, nieuwId()),
    regel,
  );
  if (!uit.ok || rol !== 'procesregisseur') return uit;
  return ok(await metActies(kluis, casus, vorige, doel.naam, uit.waarde));
}

/** Open actions in the name of who hands over go along with the case. */
async function metActies(
  kluis: Kluis,
  casus: CasusDoc,
  van: string,
  naar: string,
  eerst: Terug,
): Promise<Terug> {
  const terug: Terug[] = [eerst];
  const acties = kluis
    .vanCasus('acties', casus.id)
    .filter(
      (a) => a.status === 'open' && isIk(a.eigenaarNaam, { id: '', naam: van, organisatie: '' }),
    );
  for (const actie of acties) {
    const na = await kluis.wijzig('acties', actie, (a) => {
      a.eigenaarNaam = naar;
    });
    terug.push(async () => {
      await kluis.wijzig('acties', na, (a) => {
        a.eigenaarNaam = actie.eigenaarNaam;
      });
    });
  }
  return () => samenTerug(terug);
}

/**
 * Hands over, with the note in the timeline; undone as one. `grondslag`: on which the receiver gets access first;
 * null when they have it. Access that was given stays when the rest is undone: it is a right on record.
 */
export async function draagOver(
  kluis: Kluis,
  casus: CasusDoc,
  stuk: Overdrachtstuk,
  grondslag: string | null,
): Promise<Rolweigering | null> {
  if (grondslag !== null) await geefEerst(kluis, casus, stuk, grondslag);
  const uit = await draagEenOver(kluis, casus, stuk);
  if (!uit.ok) return uit.fout;
  onthoud(stuk.titel, uit.waarde);
  return null;
}

export interface Caseloadstuk extends Overdrachtstuk {
  readonly casus: CasusDoc;
  /** On which the receiver gets access first; null when they have it. */
  readonly grondslag: string | null;
}

/**
 * Hands over many cases, undone as one; what was refused, by the id of its case. When it stops half way, what was
 * done can be undone.
 */
export async function draagCaseloadOver(
  kluis: Kluis,
  stukken: readonly Caseloadstuk[],
  tekst: (aantal: number) => string,
): Promise<ReadonlyMap<string, Rolweigering>> {
  const terug: Terug[] = [];
  const geweigerd = new Map<string, Rolweigering>();
  try {
    for (const stuk of stukken) {
      if (stuk.grondslag !== null) await geefEerst(kluis, stuk.casus, stuk, stuk.grondslag);
      const uit = await draagEenOver(kluis, stuk.casus, stuk);
      if (uit.ok) terug.push(uit.waarde);
      else geweigerd.set(stuk.casus.id, uit.fout);
    }
  } finally {
    if (terug.length > 0) onthoud(tekst(terug.length), () => samenTerug(terug));
  }
  return geweigerd;
}

/** What an op- or afschaling changes in the case besides being registered. */
export interface Schaling {
  readonly ave: number | null;
  /** Null leaves the casusregie as it is. */
  readonly casusregie: Rolhouder | null;
}

/** Registers an op- or afschaling and changes AVE and casusregie with it; undone as one. */
export async function schaal(
  kluis: Kluis,
  casus: CasusDoc,
  ingevuld: Ingevuld,
  { ave, casusregie }: Schaling,
  regel: { readonly titel: string; readonly toelichting: string },
): Promise<Rolweigering | null> {
  const vers = kluis.haal('casussen', casus.id) ?? casus;
  const { datum } = ingevuld;
  const zelfde =
    casusregie === null ||
    (casusregie.organisatie === (vers.casusregieOrganisatie ?? '') &&
      casusregie.naam === (vers.casusregieNaam ?? ''));
  const rollen = zelfde
    ? ok({})
    : zetRolhouder(vers, 'casusregisseur', casusregie, datum, datum, nieuwId());
  if (!rollen.ok) return rollen.fout;
  const doc = await registreer(kluis, vers.tafel, vers, ingevuld);
  const terug: Terug[] = [() => kluis.verwijder('huis', doc.id)];
  try {
    terug.push(
      await schrijfCasus(
        kluis,
        vers,
        (c) => {
          Object.assign(c, structuredClone(rollen.waarde));
          c.aveFase = ave;
        },
        { soort: 'stap', datum, ...regel },
      ),
    );
  } finally {
    onthoud(regel.titel, () => samenTerug(terug));
  }
  return null;
}
