/**
 * The life of a case as a state: which step it is in, since when, and which moves are allowed from
 * there. A move that is not allowed is refused with the reason, in words for a person.
 */
import { fout, ok, type Result } from '../result.js';
import { STAPPEN, type Casus, type Stap } from '../schema/index.js';
import { dagen, isDatum, nlDatum } from './datums.js';
import type { IsoDate, Onveranderlijk } from './soorten.js';
import { stapIndex, stapLabel } from './stappen.js';

/** Where a case stands. Only a running case has a step; only a closed one has an end and a reason. */
export type Casusstand =
  | { readonly soort: 'lopend'; readonly stap: Stap; readonly sinds: IsoDate }
  | { readonly soort: 'afgesloten'; readonly op: IsoDate; readonly reden: string };

/** The part of a case that the casusreis is about. */
export type Reisdeel = Pick<
  Onveranderlijk<Casus>,
  'startdatum' | 'sluitdatum' | 'sluitreden' | 'stap' | 'stapdatums' | 'spoed' | 'planVastgesteldOp'
>;

/** What a move changes in the case; apply it with `Object.assign` on the concept. */
export type Reiswijziging = Partial<
  Pick<Casus, 'stap' | 'stapdatums' | 'sluitdatum' | 'sluitreden'>
>;

export interface Weigering {
  readonly reden: string;
}

export function casusstand(casus: Reisdeel): Casusstand {
  if (casus.sluitdatum !== null) {
    return { soort: 'afgesloten', op: casus.sluitdatum, reden: casus.sluitreden ?? '' };
  }
  return {
    soort: 'lopend',
    stap: casus.stap,
    sinds: casus.stapdatums[casus.stap] ?? casus.startdatum,
  };
}

/**
 * The steps that a case goes through, of those of its tafel; the short route of a spoedaanmelding has no
 * verrijking.
 */
export function stappenVan(
  casus: Pick<Reisdeel, 'spoed' | 'stap' | 'stapdatums'>,
  route: readonly Stap[] = STAPPEN,
): readonly Stap[] {
  if (!casus.spoed || casus.stap === 'verrijking' || casus.stapdatums.verrijking !== undefined)
    return route;
  return route.filter((stap) => stap !== 'verrijking');
}

/** The step after the present one, or null in the last. */
export function volgendeStap(
  casus: Pick<Reisdeel, 'spoed' | 'stap' | 'stapdatums'>,
  route: readonly Stap[] = STAPPEN,
): Stap | null {
  return stappenVan(casus, route).find((stap) => stapIndex(stap) > stapIndex(casus.stap)) ?? null;
}

/** Moves a running case to another step: one forward, or back to any earlier one. */
export function gaNaarStap(
  casus: Reisdeel,
  naar: Stap,
  op: IsoDate,
  route: readonly Stap[] = STAPPEN,
): Result<Reiswijziging, Weigering> {
  const stand = casusstand(casus);
  if (stand.soort === 'afgesloten') {
    return weiger(`De casus is afgesloten op ${nlDatum(stand.op)}. Heropen haar eerst.`);
  }
  if (naar === stand.stap) return weiger(`De casus staat al in ${stapLabel(naar)}.`);
  if (!route.includes(naar))
    return weiger(`De stap ${stapLabel(naar)} hoort niet bij deze casustafel.`);
  if (!isDatum(op)) return weiger('De datum van de stap bestaat niet.');
  if (op < stand.sinds) {
    return weiger(
      `De stap ${stapLabel(stand.stap)} begon op ${nlDatum(stand.sinds)}; de volgende kan niet eerder beginnen.`,
    );
  }
  const terug = stapIndex(naar) < stapIndex(stand.stap);
  const eerst = volgendeStap(casus, route);
  if (!terug && naar !== eerst) {
    return weiger(
      eerst === null
        ? 'Na Afsluiting komt geen stap meer.'
        : `Van ${stapLabel(stand.stap)} naar ${stapLabel(naar)} kan niet in een keer: eerst ${stapLabel(eerst)}.`,
    );
  }
  if (
    naar === 'monitoring' &&
    !terug &&
    route.includes('plan') &&
    casus.planVastgesteldOp === null
  ) {
    return weiger('Het plan van aanpak is nog niet vastgesteld; stel het eerst vast.');
  }
  const stapdatums: Partial<Record<Stap, IsoDate>> = { ...casus.stapdatums, [naar]: op };
  return ok({ stap: naar, stapdatums });
}

/** Closes a running case. */
export function sluit(
  casus: Reisdeel,
  op: IsoDate,
  reden: string,
  openActies: number,
): Result<Reiswijziging, Weigering> {
  const stand = casusstand(casus);
  if (stand.soort === 'afgesloten')
    return weiger(`De casus is al afgesloten op ${nlDatum(stand.op)}.`);
  if (!isDatum(op)) return weiger('De sluitdatum bestaat niet.');
  if (dagen(casus.startdatum, op) < 0) {
    return weiger(`De sluitdatum ligt voor de startdatum ${nlDatum(casus.startdatum)}.`);
  }
  if (reden.trim() === '') return weiger('Kies eerst een sluitreden.');
  if (openActies > 0) {
    return weiger(
      `Er ${openActies === 1 ? 'staat nog 1 actie' : `staan nog ${openActies} acties`} open. Rond ze af, draag ze over of laat ze vervallen.`,
    );
  }
  return ok({
    stap: 'afsluiting',
    stapdatums: { ...casus.stapdatums, afsluiting: casus.stapdatums.afsluiting ?? op },
    sluitdatum: op,
    sluitreden: reden.trim(),
  });
}

/** Takes a closed case up again, in monitoring. */
export function heropen(casus: Reisdeel, op: IsoDate): Result<Reiswijziging, Weigering> {
  const stand = casusstand(casus);
  if (stand.soort === 'lopend') return weiger('De casus loopt nog; er is niets te heropenen.');
  if (op < stand.op) return weiger(`Heropenen kan niet voor de sluitdatum ${nlDatum(stand.op)}.`);
  return ok({
    stap: 'monitoring',
    stapdatums: { ...casus.stapdatums, monitoring: op },
    sluitdatum: null,
    sluitreden: null,
  });
}

const weiger = (reden: string): { readonly ok: false; readonly fout: Weigering } => fout({ reden });
