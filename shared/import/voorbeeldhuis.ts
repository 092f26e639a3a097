/**
 * The voorbeeldhuis: a house in which nobody exists, to learn and to test with. Its figures over 2023
 * are those that ZVH Baronie Breda published (`voorbeeld/cijfers2023.ts`); from there it runs on to
 * today, with about 120 running cases, MDO's around today, and new aanmeldingen of this week.
 * The same day and seed give the same house.
 */
import { plusDagen, RDM_TAFEL, werkdag, type IsoDate } from '../domein/index.js';
import type { ConflictWaarde } from '../schema/index.js';
import { huislijsten } from './huislijsten.js';
import { EIGEN_ACCOUNT, type Casusbundel, type Laadset } from './laadset.js';
import { maakAanmeldingen } from './voorbeeld/aanmeldingen.js';
import { maakCaseload, type Ruwecasus } from './voorbeeld/caseload.js';
import { maakGang } from './voorbeeld/gang.js';
import { maakPlanning } from './voorbeeld/planning.js';
import { maakRegisters } from './voorbeeld/registraties.js';
import { Toeval } from './voorbeeld/toeval.js';
import { maakBundel } from './voorbeeld/verloop.js';

export interface Voorbeeldvraag {
  /** Before 2025 the house is made as on 1 January 2025: the year 2023 has to lie behind it. */
  readonly vandaag: IsoDate;
  readonly seed?: number;
}

export type Voorbeelddata = Laadset;

/** Whose werkvoorraad the voorbeeldhuis is made for. */
export const VOORBEELD_GEBRUIKER = 'J. Wouters';
export function maakVoorbeeldhuis({
  vandaag: gevraagd,
  seed = 2023,
}: Voorbeeldvraag): Voorbeelddata {
  const vandaag = gevraagd < '2025-01-01' ? '2025-01-01' : gevraagd;
  const toeval = new Toeval(seed);
  const kandidaten = metEscalatie(maakCaseload(toeval.apart('caseload'), vandaag), vandaag).map(
    (casus) => ({
      casus,
      gang: maakGang(casus, toeval.apart(`gang ${casus.nummer}`), vandaag),
    }),
  );
  const planning = maakPlanning(kandidaten, toeval.apart('planning'), vandaag);
  const [eerste, ...volgende] = planning.keys();
  const bundels = kandidaten.map(({ casus, gang }) =>
    maakBundel({
      casus,
      gang,
      plek: planning.get(casus.nummer) ?? null,
      rijk: casus.nummer === eerste,
      toeval: toeval.apart(casus.nummer),
      vandaag,
    }),
  );
  geefWerk(bundels, vandaag, toeval.apart('werk'));
  const vind = (nummer: string | undefined): Casusbundel | undefined =>
    bundels.find((bundel) => bundel.nummer === nummer);
  const metDoel = volgende.map(vind).find((bundel) => bundel?.casus.doelen[0] !== undefined);
  maakVerschillen(vind(eerste), metDoel, vandaag);
  return {
    huis: huislijsten(),
    aanmeldingen: maakAanmeldingen(toeval.apart('aanmeldingen'), vandaag, bundels),
    bundels,
    registers: maakRegisters(vandaag, toeval.apart('registers')),
  };
}

const ESCALATIE_NA_DAGEN = 150;

/** One case has come to RDM trede 3: the newest that has run long enough for it. */
function metEscalatie(casussen: readonly Ruwecasus[], vandaag: IsoDate): readonly Ruwecasus[] {
  const uiterlijk = plusDagen(vandaag, -ESCALATIE_NA_DAGEN);
  const welke = casussen.findLast(
    (c) =>
      c.einde === null &&
      c.start > '2024' &&
      c.start <= uiterlijk &&
      c.aard === 'persoon' &&
      c.tafel === 'Complexe casuïstiek',
  );
  return casussen.map((c) => (c === welke ? { ...c, tafel: RDM_TAFEL } : c));
}

/** Own actions of the user: a few too late, some this week, the rest later. Days from today. */
const TERMIJNEN = [-6, -2, -1, 0, 1, 2, 3, 6, 6, 7, 7, 8, 9, 10, 13, 15, 20] as const;
const EIGEN_WERK = [
  'Terugkoppeling aan melder',
  'Verrijking GGZ opvragen, tweede herinnering',
  'Besluit op verlenging bewaartermijn',
  'Verslag vaststellen en delen',
  'Zorgmachtiging afstemmen met OM',
  'Afschaling bespreken met de gemeente',
  'Pitch nalezen met informatiecoördinator',
  'Beeld van de straat ophalen bij wijkteam',
  'Uitnodiging MDO versturen',
  'Bevindingen Veilig Thuis nabellen',
  'Casusregie vastleggen na overdracht',
  'Beschikking beschermd wonen volgen',
  'Evaluatie met melder',
  'Nieuwe casemanager inwerken',
  'Betrokkene uitnodigen voor het overleg',
  'Criteria voor afschaling toetsen',
  'Termijn zorgmachtiging bewaken',
] as const;

function geefWerk(bundels: readonly Casusbundel[], vandaag: IsoDate, toeval: Toeval): void {
  const eigen = toeval.schud(
    bundels.filter(
      ({ casus, acties }) =>
        casus.sluitdatum === null &&
        casus.procesregisseur === VOORBEELD_GEBRUIKER &&
        acties.some((a) => a.soort === undefined),
    ),
  );
  for (const [i, dagen] of TERMIJNEN.entries()) {
    const bundel = eigen[i % Math.max(1, eigen.length)];
    const actie =
      bundel?.acties.findLast(
        (kandidaat) => kandidaat.eigenaar !== 'ZVH' && kandidaat.soort === undefined,
      ) ?? bundel?.acties.at(-1);
    if (actie === undefined) continue;
    actie.eigenaar = 'ZVH';
    actie.eigenaarNaam = VOORBEELD_GEBRUIKER;
    actie.omschrijving = EIGEN_WERK[i] ?? actie.omschrijving;
    actie.type = 'bestuurlijk';
    actie.status = 'open';
    actie.resultaat = '';
    actie.conditie = '';
    actie.informering = '';
    actie.beperkt = false;
    actie.deadline = dagen < 0 ? plusDagen(vandaag, dagen) : werkdag(plusDagen(vandaag, dagen));
  }
}

/** Two fields that two people changed apart from each other: as the merge leaves them. */
function maakVerschillen(
  eerste: Casusbundel | undefined,
  tweede: Casusbundel | undefined,
  vandaag: IsoDate,
): void {
  const gisteren = plusDagen(vandaag, -1);
  // A case of 2023 keeps its woonsituatie: it counts in the published figures.
  if (eerste !== undefined && eerste.casus.startdatum >= '2024-01-01') {
    const { casus } = eerste;
    const waarden = gesorteerd([
      { waarde: 'Dak-/thuisloos', door: EIGEN_ACCOUNT, op: `${gisteren}T16:40:00.000Z` },
      { waarde: 'Intramuraal/begeleid wonen', door: 'S. Aydin', op: `${gisteren}T14:12:00.000Z` },
    ]);
    casus.woonsituatie = 'Dak-/thuisloos';
    eerste.casus.conflicten?.push({ id: 'woonsituatie', basis: 'Woning', waarden });
  }
  const doel = tweede?.casus.doelen[0];
  if (tweede !== undefined && doel?.termijn != null) {
    const basis = doel.termijn;
    const waarden = gesorteerd([
      {
        waarde: werkdag(plusDagen(basis, 21)),
        door: EIGEN_ACCOUNT,
        op: `${gisteren}T09:05:00.000Z`,
      },
      {
        waarde: werkdag(plusDagen(basis, 60)),
        door: 'R. Kuipers',
        op: `${gisteren}T10:31:00.000Z`,
      },
    ]);
    doel.termijn = werkdag(plusDagen(basis, 21));
    tweede.casus.conflicten?.push({ id: `doelen/${doel.id}/termijn`, basis, waarden });
  }
}

const canoniek = ({ waarde }: ConflictWaarde): string => JSON.stringify(waarde);
const gesorteerd = (waarden: ConflictWaarde[]): ConflictWaarde[] =>
  waarden.sort((a, b) => (canoniek(a) < canoniek(b) ? -1 : 1));
