/**
 * Late changes of former members, as a person judges them: what would change, and what it is now. Accepting
 * is writing it once more in the own name, through the ordinary way, so that it merges and is sealed under
 * the key of now. Nothing of it is applied before that.
 */
import { fout, ok } from '../../../shared/result.js';
import { DOSSIERCOLLECTIES, STEMPELS } from '../../../shared/schema/index.js';
import type { Basisdocument, Dossiercollectie, JsonWaarde } from '../../../shared/schema/index.js';
import { gelijk } from '../../../shared/sync/json.js';
import type { Sync } from '../sync/index.js';
import type { Latewijziging, Quarantainelijst } from '../types.js';
import type { Log } from './log.js';
import type { Schrijver } from './schrijver.js';
import type { Spiegel } from './spiegel.js';

interface Quarantainedeps {
  readonly sync: Sync;
  readonly spiegel: Spiegel;
  readonly schrijver: Schrijver;
  readonly log: Pick<Log['boek'], 'noteer'>;
}

type Los = Basisdocument & Record<string, JsonWaarde>;
type Laat = Sync['quarantaine']['waarde'][number];

export function maakQuarantaine(d: Quarantainedeps): Quarantainelijst {
  let bron: readonly Laat[] | null = null;
  let lijst: readonly Latewijziging[] = [];
  const zoek = (volgnummer: number): Laat | undefined =>
    d.sync.quarantaine.waarde.find((l) => l.regel.volgnummer === volgnummer);

  async function besluit(
    laat: Laat,
    oordeel: 'aanvaard' | 'geweigerd',
  ): ReturnType<Quarantainelijst['aanvaard']> {
    const { volgnummer, collectie: soort, id, vak } = laat.regel;
    if (!(await d.sync.beoordeel(volgnummer, oordeel))) return fout('weg');
    d.log.noteer({
      actie: oordeel === 'aanvaard' ? 'quarantaine-aanvaard' : 'quarantaine-geweigerd',
      soort,
      id,
      casus: d.spiegel.alle('casussen').find((casus) => casus.vak === vak)?.id,
    });
    return ok(undefined);
  }

  return {
    get waarde() {
      const nu = d.sync.quarantaine.waarde;
      if (nu !== bron) {
        bron = nu;
        lijst = nu.map((laat) => alsWijziging(d.spiegel, laat));
      }
      return lijst;
    },
    volg: (f) => {
      // What is here now may change too; then another comparison is to be shown.
      const weg = () => {
        bron = null;
        f();
      };
      const los = [d.sync.quarantaine.volg(f), d.spiegel.volg(DOSSIERCOLLECTIES, weg)];
      return () => los.forEach((af) => af());
    },
    async aanvaard(volgnummer) {
      const laat = zoek(volgnummer);
      if (!laat) return fout('weg');
      const leesbaar = leesbaarVan(d.spiegel, laat);
      if (!leesbaar) return fout('onleesbaar');
      await schrijf(d, leesbaar, laat);
      return besluit(laat, 'aanvaard');
    },
    async weiger(volgnummer) {
      const laat = zoek(volgnummer);
      return laat ? besluit(laat, 'geweigerd') : fout('weg');
    },
  };
}

interface Leesbaar {
  readonly collectie: Dossiercollectie;
  readonly doc: Los;
  readonly hier: Los | undefined;
}

/** Null also when its id is that of a document elsewhere: a former member of one case changes no other. */
function leesbaarVan(spiegel: Spiegel, { doc, regel }: Laat): Leesbaar | null {
  if (!doc) return null;
  const { collectie } = doc;
  const rij = spiegel.rij(collectie, regel.id);
  if (rij && (rij.rij as unknown as Basisdocument).vak !== regel.vak) return null;
  const inhoud = Object.entries(doc.inhoud).filter(([veld]) => veld !== '_deleted');
  return {
    collectie,
    doc: Object.fromEntries(inhoud) as unknown as Los,
    hier: rij?.doc as Los | undefined,
  };
}

async function schrijf(
  { schrijver }: Quarantainedeps,
  { collectie, doc, hier }: Leesbaar,
  { basis, verwijderd }: Laat,
): Promise<void> {
  if (verwijderd) {
    await schrijver.verwijder(collectie, [doc.id]);
    return;
  }
  if (hier?.versie !== basis) {
    // What it was made on is not known any more: where they differ both values stay, for a person to choose.
    await schrijver.voegToe(collectie, [doc as never]);
    return;
  }
  await schrijver.wijzig(collectie, hier as never, (concept) => {
    const los = concept as unknown as Record<string, JsonWaarde>;
    for (const veld of Object.keys(los))
      if (!STEMPELS.has(veld) && !Object.hasOwn(doc, veld)) Reflect.deleteProperty(los, veld);
    for (const [veld, waarde] of Object.entries(doc))
      if (!STEMPELS.has(veld)) los[veld] = structuredClone(waarde);
  });
}

function alsWijziging(spiegel: Spiegel, laat: Laat): Latewijziging {
  const { volgnummer, id, vak, collectie, door, ontvangenOp } = laat.regel;
  const kop = { volgnummer, id, vak, collectie, door, ontvangenOp };
  const leesbaar = leesbaarVan(spiegel, laat);
  if (!leesbaar) return { ...kop, soort: 'onleesbaar', gewijzigdOp: null, velden: [] };
  const { doc, hier } = leesbaar;
  const soort = laat.verwijderd ? 'verwijdering' : hier ? 'wijziging' : 'nieuw';
  return {
    ...kop,
    soort,
    gewijzigdOp: doc.gewijzigdOp,
    velden: laat.verwijderd ? [] : verschillen(hier, doc),
  };
}

function verschillen(hier: Los | undefined, doc: Los): Latewijziging['velden'] {
  const velden = new Set([...Object.keys(hier ?? {}), ...Object.keys(doc)]);
  return [...velden]
    .filter((veld) => !STEMPELS.has(veld))
    .map((veld) => ({ veld, oud: hier?.[veld] ?? null, nieuw: doc[veld] ?? null }))
    .filter(({ oud, nieuw }) => !gelijk(oud, nieuw));
}
