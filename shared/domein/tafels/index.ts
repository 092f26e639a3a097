/** The casustafels that are shipped, and how a tafel of a house is set up. Add one: a file, and its line here. */
import { STAPPEN, type Casus, type Inrichting, type Stap } from '../../schema/index.js';
import { vergelijkTekst } from '../namen.js';
import type { Onveranderlijk, Taal } from '../soorten.js';
import { stapLabel } from '../stappen.js';
import { adviesEnSignaal } from './advies-en-signaal.js';
import { art18b } from './art-18b.js';
import { bij } from './bij.js';
import { tafel, type Tafel } from './bouw.js';
import { complexeCasuistiek } from './complexe-casuistiek.js';
import { gefaciliteerd } from './gefaciliteerd.js';
import { isd } from './isd.js';
import { levensloop } from './levensloop.js';
import { lokaleTriage } from './lokale-triage.js';
import { mda } from './mda.js';
import { mensenhandel } from './mensenhandel.js';
import { preventieMetGezag } from './preventie-met-gezag.js';
import { rdm } from './rdm.js';
import { reIntegratie } from './re-integratie.js';
import { triageMassVt } from './triage-mass-vt.js';
import { weegploeg } from './weegploeg.js';
import { zsm } from './zsm.js';

export { WGS, type Tafel } from './bouw.js';
export { SIGNAALTAFEL, signaalFormulier } from './advies-en-signaal.js';
export { lokaleVerrijking } from './algemeen.js';

/** Every house gets them, and completes them. */
export const TAFELS: readonly Tafel[] = [
  complexeCasuistiek,
  triageMassVt,
  lokaleTriage,
  weegploeg,
  bij,
  art18b,
  isd,
  reIntegratie,
  levensloop,
  mda,
  mensenhandel,
  zsm,
  rdm,
  preventieMetGezag,
  ...gefaciliteerd,
  adviesEnSignaal,
];

/** Of a tafel that the house made itself and has not set up. */
const GEWOON = tafel('', '', '').inrichting;

/** A tafel as a document of the house has it. */
export type Tafeldoc = Onveranderlijk<{
  naam: string;
  doel: string;
  grondslag: string;
  inrichting?: Inrichting | undefined;
}>;

/** A tafel as it is used here, with the document of the house when there is one. */
export interface Huistafel<D extends Tafeldoc = Tafeldoc> {
  readonly naam: string;
  readonly doel: string;
  readonly grondslag: string;
  readonly inrichting: Onveranderlijk<Inrichting>;
  readonly doc: D | null;
}

/** As the house set it up, else as shipped. */
export const inrichtingVan = (
  docs: readonly Onveranderlijk<{ naam: string; inrichting?: Inrichting | undefined }>[],
  naam: string,
): Onveranderlijk<Inrichting> =>
  docs.find((t) => t.naam === naam)?.inrichting ??
  TAFELS.find((t) => t.naam === naam)?.inrichting ??
  GEWOON;

/** All tafels of a house, by name: those that it has, and those that came with a later version. */
export function huistafels<D extends Tafeldoc>(docs: readonly D[]): readonly Huistafel<D>[] {
  const eigen = docs.map((doc) => ({
    naam: doc.naam,
    doel: doc.doel,
    grondslag: doc.grondslag,
    inrichting: inrichtingVan(docs, doc.naam),
    doc,
  }));
  const nieuw = TAFELS.filter(({ naam }) => !docs.some((d) => d.naam === naam));
  return [...eigen, ...nieuw.map((t) => ({ ...t, doc: null }))].toSorted((x, y) =>
    vergelijkTekst(x.naam, y.naam),
  );
}

/** Whether a case can be dealt with here: some are registers only, and some have ended. */
export const isVoorCasussen = (
  inrichting: Onveranderlijk<Pick<Inrichting, 'stappen' | 'geslotenOp'>>,
): boolean => inrichting.stappen.length > 0 && inrichting.geslotenOp === null;

/** A step on the route of a tafel, and what it is called there when that is another word. */
export type Routestap = Onveranderlijk<Inrichting['stappen'][number]>;

/** The route of a case at this tafel; a step that it is in or has been in stays on it, whatever the tafel says now. */
export const routeVan = (
  { stappen }: Onveranderlijk<Pick<Inrichting, 'stappen'>>,
  casus: Onveranderlijk<Pick<Casus, 'stap' | 'stapdatums'>>,
): readonly Routestap[] =>
  STAPPEN.flatMap((stap): Routestap[] => {
    const bij = stappen.find((s) => s.stap === stap);
    if (bij !== undefined) return [bij];
    const geweest = stap === casus.stap || casus.stapdatums[stap] !== undefined;
    return geweest ? [{ stap, label: null }] : [];
  });

/** The name of a step, as this route has it. */
export const stapnaam = (route: readonly Routestap[], stap: Stap, taal: Taal): string =>
  route.find((s) => s.stap === stap)?.label ?? stapLabel(stap, taal);
