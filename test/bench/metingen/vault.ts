/**
 * The store of the vault beside six others: the same documents, inserted in bulks of 200, some
 * changed, opened cold in another page, all read, and queried 200 at a time. Ours is measured through
 * RxDB, because that is how the application uses it; so it bears the cost of RxDB as the two others
 * on RxDB do, and those without it do not.
 */
import type { Browserruimte } from '../browser.js';
import {
  budget,
  deel,
  type Kaleregel,
  mediaan,
  type Meting,
  metVerhouding,
  type Opties,
  p95,
  type Regel,
  spreiding,
} from '../meting.js';
import { STAPELS, type Stapelnaam } from '../stapels/namen.js';
import { type Kolom, oordeel, type Stand } from './vault-budgetten.js';
import { LANGE_TAAK_MS, meetOpening } from './vault-opening.js';
import { legeSchijf, meetProef, type Proef } from './vault-proef.js';

/** So slow that they decide how long the whole takes. */
const TRAAG: ReadonlySet<Stapelnaam> = new Set(['cryptojs', 'pouch']);
/** Above this number of documents they run once. */
const TRAAG_TOT = 10_000;
/** When the vault was not asked for by name they run once with so many, and are scaled. */
const DEEL = 2000;

const TYPEN = 20_000;
const TOETS_MS = 16;

interface Reeks {
  readonly stapel: Stapelnaam;
  /** Documents that are spoken of, and that were written. */
  readonly documenten: number;
  readonly gemetenMet: number;
  readonly ronden: number;
  readonly proeven: Proef[];
}

/** Who comes after whom differs from round to round: none always finds the disk as another left it. */
function volgorde<T>(rij: readonly T[], ronde: number): T[] {
  const begin = ronde % rij.length;
  const gedraaid = [...rij.slice(begin), ...rij.slice(0, begin)];
  return ronde % 2 === 0 ? gedraaid : gedraaid.reverse();
}

function stand({ proeven, documenten, gemetenMet }: Reeks): Stand {
  const keer = documenten / gemetenMet;
  const over = (kies: (proef: Proef) => number): number => mediaan(proeven.map(kies));
  const wijzigen = proeven.flatMap((p) => p.wijzigen);
  return {
    ms: {
      invoegen: over((p) => p.invoegen) * keer,
      'waarvan index': over((p) => p.index) * keer,
      openen: over((p) => p.openen),
      'openen en alles lezen': over((p) => p.openen + p.lezen * keer),
      'zoeken (200)': mediaan(proeven.flatMap((p) => p.zoeken)),
      'wijzigen p50': mediaan(wijzigen),
      'wijzigen p95': p95(wijzigen),
    },
    heapPerDocument: over((p) => p.heap) / gemetenMet,
    schijf: over((p) => p.schijf) * keer,
    versleuteld: over((p) => p.versleuteld ?? Number.NaN),
    leesbaar: Math.max(...proeven.map((p) => p.leesbaar)),
  };
}

const metGrootte = (naam: string, documenten: number): string => `${naam}, ${documenten}`;

function regelVan(reeks: Reeks, uit: Stand): Kaleregel {
  const { stapel, documenten, gemetenMet, ronden, proeven } = reeks;
  const { naam, duurzaam } = STAPELS[stapel];
  const ms: Partial<Record<Kolom, number>> = { ...uit.ms };
  if (uit.ms['waarvan index'] < 1) delete ms['waarvan index'];
  if (Number.isNaN(uit.ms['zoeken (200)'])) delete ms['zoeken (200)'];
  return {
    naam: metGrootte(naam, documenten),
    ms,
    maten: {
      documenten,
      ...(gemetenMet === documenten ? {} : { gemetenMet }),
      ronden,
      duurzaam,
      heapPerDocument: uit.heapPerDocument,
      schijf: uit.schijf,
      schijfBijEinde: mediaan(proeven.map((p) => p.schijfBijEinde)) * (documenten / gemetenMet),
      ...(stapel === 'eigen' ? { versleuteldeBytes: uit.versleuteld } : {}),
      leesbaarOpSchijf: `${uit.leesbaar} van 20`,
      langsteTaak: mediaan(proeven.map((p) => p.langsteTaak)),
      'invoegen van–tot': spreiding(proeven.map((p) => p.invoegen)),
      'openen en lezen van–tot': spreiding(proeven.map((p) => p.openen + p.lezen)),
    },
  };
}

async function meetStapels(
  browser: Browserruimte,
  groottes: readonly number[],
  ronden: number,
  { genoemd, stapels, voortgang }: Opties,
): Promise<readonly Reeks[]> {
  const reeksen = groottes.flatMap((documenten) =>
    stapels.map((stapel): Reeks => {
      const eenmaal = TRAAG.has(stapel) && (!genoemd || documenten > TRAAG_TOT);
      return {
        stapel,
        documenten,
        gemetenMet: TRAAG.has(stapel) && !genoemd ? Math.min(DEEL, documenten) : documenten,
        ronden: eenmaal ? 1 : ronden,
        proeven: [],
      };
    }),
  );
  const leeg = await legeSchijf(browser);
  for (let ronde = 0; ronde < ronden; ronde++)
    for (const reeks of volgorde(reeksen, ronde)) {
      const { stapel, gemetenMet } = reeks;
      if (ronde >= reeks.ronden) continue;
      voortgang(`ronde ${ronde + 1} van ${ronden}: ${STAPELS[stapel].naam}, ${gemetenMet}`);
      const proef = await meetProef(browser, stapel, gemetenMet, leeg);
      // The other half of the proof: what is not encrypted must be found in the same way.
      if (!STAPELS[stapel].versleuteld && proef.leesbaar === 0)
        throw new Error(`${STAPELS[stapel].naam} is leesbaar, en toch is er niets gevonden`);
      if (STAPELS[stapel].versleuteld && stapel !== 'eigen' && proef.leesbaar > 0)
        throw new Error(`${STAPELS[stapel].naam} staat leesbaar op schijf`);
      reeks.proeven.push(proef);
    }
  return reeksen;
}

/** Lines of typing in the list of cases, alone and while documents are written. */
async function meetTypen(
  browser: Browserruimte,
  ronden: number,
  voortgang: Opties['voortgang'],
): Promise<readonly [Kaleregel, Kaleregel]> {
  const alleen: number[] = [];
  const samen: number[] = [];
  const taken = { alleen: [] as number[], samen: [] as number[] };
  for (let ronde = 0; ronde < ronden; ronde++) {
    voortgang(`ronde ${ronde + 1} van ${ronden}: typen`);
    const een = await browser.roep('typ', TYPEN);
    alleen.push(...een.uit);
    taken.alleen.push(een.langsteTaak);
    const database = `bench-typen-${ronde}`;
    const twee = await browser.roep('typTijdensSchrijven', 'eigen', database, TYPEN);
    samen.push(...twee.uit);
    taken.samen.push(twee.langsteTaak);
  }
  const regel = (naam: string, duren: number[], lang: number[]): Kaleregel => ({
    naam,
    ms: { 'toets p50': mediaan(duren), 'toets p95': p95(duren) },
    maten: { documenten: TYPEN, ronden, langsteTaak: Math.max(...lang) },
  });
  return [
    regel('typen in de lijst', alleen, taken.alleen),
    regel('typen terwijl er geschreven wordt', samen, taken.samen),
  ];
}

export const vault: Meting = {
  naam: 'vault',
  async meet(browser, opties) {
    const { genoemd, voortgang } = opties;
    const groottes = opties.documenten ?? (genoemd ? [1000, 10_000] : [10_000]);
    const ronden = opties.ronden ?? (genoemd ? 5 : 3);
    const reeksen = await meetStapels(browser, groottes, ronden, opties);
    const [alleen, samen] = await meetTypen(browser, ronden, voortgang);
    const opening = await meetOpening(browser, ronden, voortgang);

    const standen = new Map<number, Map<Stapelnaam, Stand>>();
    const regels: Regel[] = [];
    for (const documenten of groottes) {
      const hier = reeksen.filter((reeks) => reeks.documenten === documenten);
      const bij = new Map(hier.map((reeks) => [reeks.stapel, stand(reeks)] as const));
      standen.set(documenten, bij);
      const kaal = hier.flatMap((reeks) => {
        const uit = bij.get(reeks.stapel);
        return uit === undefined ? [] : [regelVan(reeks, uit)];
      });
      const wij = kaal.find(({ naam }) => naam === metGrootte(STAPELS.eigen.naam, documenten));
      for (const regel of metVerhouding(kaal, metGrootte(STAPELS.dexie.naam, documenten)))
        regels.push(
          wij === undefined || wij.naam === regel.naam
            ? regel
            : { ...regel, eigenTegenDeze: deel(wij.ms, regel.ms) },
        );
    }
    const { budgetten, overgeslagen } = oordeel(standen);
    const toets = alleen.ms['toets p95'] ?? Number.NaN;
    return {
      meting: 'vault',
      opzet: `${groottes.join(', ')} documenten van 1,5 kB, mediaan van ${ronden} ronden${traagheid(opties, groottes)}`,
      regels: [...regels, ...metVerhouding([...opening.regels, alleen, samen], '')],
      budgetten: [
        ...budgetten,
        ...opening.budgetten,
        budget(`toetsaanslag in de lijst, p95, bij ${TYPEN}`, toets, TOETS_MS),
        ...[alleen, samen].map(({ naam, maten }) =>
          budget(`langste taak bij ${naam}`, Number(maten?.['langsteTaak']), LANGE_TAAK_MS),
        ),
      ],
      overgeslagen,
    };
  },
};

function traagheid({ genoemd, stapels }: Opties, groottes: readonly number[]): string {
  const hier = stapels.filter((stapel) => TRAAG.has(stapel));
  if (hier.length === 0) return '';
  const traag = hier.map((stapel) => STAPELS[stapel].naam).join(' en ');
  if (!genoemd) return `; ${traag} eenmaal, met ten hoogste ${DEEL} documenten en omgerekend`;
  return groottes.some((n) => n > TRAAG_TOT) ? `; ${traag} boven ${TRAAG_TOT} eenmaal` : '';
}
