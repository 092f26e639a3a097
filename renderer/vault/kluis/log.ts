/** The log of an open vault: bound to its documents, its members and its sync. */
import type {
  Basisdocument,
  GedeeldeCollectie,
  JsonWaarde,
  Lid,
  Logblok,
} from '../../../shared/schema/index.js';
import { DOSSIERCOLLECTIES } from '../../../shared/schema/index.js';
import { alsKaalblok } from '../../../shared/log/index.js';
import type { Logbestand } from '../../../shared/log/index.js';
import type { HuisAanmelding } from '../../../shared/sync/protocol.js';
import type { Platform } from '../../platform/contract.js';
import { Getuigen, Logboek } from '../log/index.js';
import type { Kluislog, Syncstand, Waarneembaar } from '../types.js';
import type { Schrijver } from './schrijver.js';
import { hoogte } from './spiegel.js';
import type { Spiegel } from './spiegel.js';

export interface Logdelen {
  readonly huis: string;
  /** Every member of the house has its key: who checks the log needs no key of a case. */
  readonly huisvak: string;
  readonly account: string;
  /** `sleutel`: private Ed25519 key. */
  readonly apparaat: { readonly id: string; readonly sleutel: CryptoKey };
  readonly aanmelding: HuisAanmelding;
  readonly platform: Pick<Platform, 'soort' | 'info'>;
  readonly spiegel: Spiegel;
  readonly schrijver: Schrijver;
  /** Members that the house certified. */
  leden(): readonly Lid[];
  /** Of the sync, which may not be there yet. */
  toestand(): Syncstand['toestand'];
}

export interface Log {
  readonly boek: Logboek;
  readonly kluislog: Kluislog;
  readonly magBinnen: (
    collectie: GedeeldeCollectie,
    hier: Basisdocument | undefined,
    nieuw: Basisdocument & { readonly _deleted: boolean },
  ) => boolean;
  /** All documents are there, and the sync runs. @param ouder the store is an older copy */
  begin(ouder: boolean, sync: Waarneembaar<Syncstand>): Promise<void>;
  sluit(): Promise<void>;
}

const KETEN = 'log|keten';
const GEZIEN = 'log|gezien';
const SOORT = 'log';
/** Chains of others come in bursts. */
const KIJK_NA_MS = 2000;

export function openLog(d: Logdelen): Log {
  const { huis, account, apparaat, spiegel, schrijver } = d;
  const blokken = (): readonly Logblok[] => spiegel.alle('logregels') as readonly Logblok[];
  const leesLokaal = (id: string): JsonWaarde | undefined => {
    const tekst = spiegel.haal('lokaal', id)?.waarde;
    return tekst === undefined ? undefined : (JSON.parse(tekst) as JsonWaarde);
  };
  const bewaarLokaal = (id: string, waarde: unknown): Promise<void> =>
    schrijver.zet('lokaal', [{ id, soort: SOORT, waarde: JSON.stringify(waarde) }]);

  const boek = new Logboek({
    huis,
    account,
    apparaat: apparaat.id,
    verklaring: d.aanmelding.apparaat,
    tekensleutel: apparaat.sleutel,
    blokken,
    schrijf: (deel) => schrijver.zetBlokken(d.huisvak, deel),
    leesKeten: () => {
      const keten = leesLokaal(KETEN);
      return typeof keten === 'string' ? keten : null;
    },
    bewaarKeten: (keten) => bewaarLokaal(KETEN, keten),
    casussen: {
      tafel: (casus) => spiegel.haal('casussen', casus)?.tafel,
      grondslag: (tafel) => grondslagVan(spiegel, tafel),
      casusVan: (vak) => spiegel.alle('casussen').find((casus) => casus.vak === vak)?.id,
    },
    oorsprong: () => {
      const toestand = d.toestand();
      const verbonden = toestand === 'gelijk' || toestand === 'bezig';
      return `${d.platform.soort} ${d.platform.info.versie} ${verbonden ? 'verbonden' : 'offline'}`;
    },
    gewijzigdNa: (op) => gewijzigdNa(spiegel, account, op),
  });
  const getuigen = new Getuigen({
    huis,
    apparaat: apparaat.id,
    blokken,
    sleutels: () => new Map(d.leden().map((lid) => [lid.id, lid.tekensleutel])),
    leesNotitie: () => leesLokaal(GEZIEN),
    bewaarNotitie: (waarde) => bewaarLokaal(GEZIEN, waarde),
    noteer: (notitie) => boek.noteer(notitie),
    keten: () => boek.keten,
    vertakt: boek.vertakt,
    herstel: (blok) => {
      schrijver.zetBlokken(d.huisvak, [alsKaalblok(blok)]).catch((oorzaak: unknown) => {
        // Ours is still here, and the next attempt to change it does it again.
        console.error('een logblok is niet hersteld', oorzaak);
      });
    },
  });

  let wekker: ReturnType<typeof setTimeout> | undefined;
  let getuigd = false;
  const kijkStraks = (): void => {
    wekker ??= setTimeout(() => {
      wekker = undefined;
      const gelijk = d.toestand() === 'gelijk';
      // Once in each session with the endpoint: when everything of the others is here.
      const getuig = gelijk && !getuigd;
      if (getuig) getuigd = true;
      void getuigen.kijk(getuig);
    }, KIJK_NA_MS);
  };
  let afmelden: readonly (() => void)[] = [];

  return {
    boek,
    kluislog: {
      geraadpleegd: (soort, id) => boek.geraadpleegd(soort, id, casusVanObject(spiegel, soort, id)),
      async geexporteerd({ soort, id, casus, aantal, wijze }) {
        boek.noteer({
          actie: 'geexporteerd',
          soort,
          id: id ?? huis,
          casus,
          ...(aantal === undefined ? {} : { aantal }),
          ...(wijze === undefined ? {} : { wijze }),
        });
        await boek.spoel();
      },
      async brp({ casus, ...wat }) {
        boek.noteer({ ...wat, casus });
        await boek.spoel();
      },
      async nagegaan({ soort, aantal }) {
        boek.noteer({ actie: 'bekendheid-nagegaan', soort, id: huis, aantal });
        await boek.spoel();
      },
      controleer: () => getuigen.controleer(),
      eigenKeten: () => boek.keten,
      bestand: (van) => logbestand(d, getuigen, van),
    },
    magBinnen: (collectie, hier, nieuw) =>
      collectie !== 'logregels' ||
      getuigen.magBinnen(
        hier as unknown as Logblok | undefined,
        nieuw as unknown as Logblok,
        nieuw._deleted,
      ),
    async begin(ouder, sync) {
      getuigen.lees();
      await boek.begin(ouder);
      afmelden = [
        spiegel.volg(['logregels'], kijkStraks),
        sync.volg(() => {
          const { toestand } = sync.waarde;
          if (toestand === 'offline' || toestand === 'geweigerd') getuigd = false;
          else if (toestand === 'gelijk' && !getuigd) kijkStraks();
        }),
      ];
    },
    async sluit() {
      for (const af of afmelden) af();
      clearTimeout(wekker);
      await getuigen.kijk(false);
      await boek.sluit();
    },
  };
}

function grondslagVan(spiegel: Spiegel, tafel: string): string | undefined {
  for (const doc of spiegel.alle('huis'))
    if (doc.soort === 'tafel' && doc.naam === tafel) return doc.grondslag;
  return undefined;
}

/** The case that an object belongs to, as far as it is on this device. */
function casusVanObject(spiegel: Spiegel, soort: string, id: string): string | undefined {
  if (soort === 'casussen') return id;
  const collectie = DOSSIERCOLLECTIES.find((c) => c === soort);
  const doc = collectie && (spiegel.haal(collectie, id) as { casus?: unknown } | undefined);
  return typeof doc?.casus === 'string' ? doc.casus : undefined;
}

type Gewijzigd = ReturnType<ConstructorParameters<typeof Logboek>[0]['gewijzigdNa']>;

function* gewijzigdNa(spiegel: Spiegel, account: string, op: string): Gewijzigd {
  for (const collectie of DOSSIERCOLLECTIES) {
    const rijen = [...spiegel.rijen(collectie)].flatMap(({ rij }) => {
      const { gewijzigdDoor, gewijzigdOp } = rij as unknown as Basisdocument;
      if (gewijzigdDoor !== account || gewijzigdOp <= op) return [];
      // Its first state was added; what it was before a later one is not known any more.
      const previous = hoogte(rij._rev) > 1 ? { id: rij.id } : undefined;
      return [{ document: rij, previous }];
    });
    if (rijen.length > 0) yield { collectie, rijen };
  }
}

function logbestand(d: Logdelen, getuigen: Getuigen, van: 'huis' | 'eigen'): Logbestand {
  const alle = d.spiegel.alle('logregels') as readonly Logblok[];
  const blokken =
    van === 'huis' ? alle : alle.filter((blok) => blok.verklaring.account === d.account);
  return {
    soort: 'casuskluis/log',
    v: 1,
    gemaakt: new Date().toISOString(),
    huis: d.huis,
    huissleutel: d.aanmelding.huissleutel,
    leden: d
      .leden()
      .map(
        ({ id, naam, rol, organisatie, toegang, tekensleutel, ontvangsleutel, certificaat }) => ({
          ...{ id, naam, rol, organisatie, toegang },
          ...{ tekensleutel, ontvangsleutel, certificaat },
        }),
      ),
    gezien: van === 'huis' ? [...getuigen.gezien] : [],
    blokken: blokken.map(alsKaalblok),
  };
}
