/**
 * A `Kluis` in memory: no keys, no disk, no endpoint. For looking at screens and for tests of what
 * stands on top of the vault. It keeps the contract of `renderer/vault/types.ts`, but does not merge:
 * a change on an older document wins field by field.
 */
import {
  GEDEELD,
  type Collectie,
  type DocVan,
  type JsonWaarde,
} from '../../shared/schema/index.js';
import type { Basisdocument, Dossiercollectie, Lid } from '../../shared/schema/index.js';
import { schrijfUitnodigingscode, verificatienummer } from '../../shared/crypto/index.js';
import { ok, fout } from '../../shared/result.js';
import { voegSamen } from '../../shared/sync/voegsamen.js';
import { Bijlagenkast } from '../../renderer/vault/bijlagen/index.js';
import type {
  Kluis,
  Latewijziging,
  NieuwDoc,
  Onveranderlijk,
  Syncstand,
  Uitnodiging,
} from '../../renderer/vault/types.js';
import { Bron } from './bron.js';
import { nepkopieen, neponderhoud, nepwerk } from './neponderhoud.js';
import { nepoverdracht } from './nepoverdracht.js';
import { maakNepstukken } from './stukken.js';

const HUIS = 'huis-00000000000000000';

type Los = Record<string, unknown> & Basisdocument;

function willekeurig(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

async function afgeleid(tekst: string): Promise<string> {
  const som = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(tekst)),
  );
  return btoa(String.fromCharCode(...som.slice(0, 16)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export interface Nepopties {
  readonly huisnaam?: string;
  readonly korteNaam?: string;
  readonly naam?: string;
  readonly endpoint?: string | null;
  readonly voorbeeld?: boolean;
  /** Care and backups in another state than all well. */
  readonly zorg?: Pick<Kluis, 'kopieen' | 'onderhoud'>;
  readonly rol?: Lid['rol'];
  readonly organisatie?: string;
}

/** What is not recorded is not there. */
const zonderLege = (doc: Los): Los => JSON.parse(JSON.stringify(doc)) as Los;

/** A log in which nothing was ever noted. */
const neplog = (): Kluis['log'] => ({
  geraadpleegd: () => undefined,
  geexporteerd: () => Promise.resolve(),
  brp: () => Promise.resolve(),
  nagegaan: () => Promise.resolve(),
  controleer: () => Promise.resolve([]),
  eigenKeten: () => null,
  bestand: () => ({
    soort: 'casuskluis/log',
    v: 1,
    gemaakt: new Date().toISOString(),
    huis: HUIS,
    huissleutel: '',
    leden: [],
    gezien: [],
    blokken: [],
  }),
});

export type Nepkluis = Kluis & {
  /** Pretends another sync state. */
  zetSync(stand: Partial<Syncstand>): void;
  /** Pretends that a change came in from elsewhere. */
  ontvang(collectie: Collectie, doc: Basisdocument): void;
  /** Pretends that former members brought these. */
  zetLaat(lijst: readonly Latewijziging[]): void;
  /** Puts another log in the place of the empty one. */
  zetLog(log: Kluis['log']): void;
};

export function maakNepkluis(opties: Nepopties = {}): Nepkluis {
  const collecties = new Map<Collectie, Map<string, Los>>();
  const arrays = new Map<Collectie, readonly unknown[]>();
  /** By collection and case. */
  const groepen = new Map<string, readonly unknown[]>();
  const luisteraars = new Set<{ collecties: readonly Collectie[]; f: () => void }>();
  const veranderd = new Set<Collectie>();
  const lokaal = new Map<string, JsonWaarde>();
  let gepland = false;
  let uitnodigingen: readonly Uitnodiging[] = [];
  let logboek = neplog();
  const sync = new Bron<Syncstand>({
    toestand: 'gelijk',
    wachtend: 0,
    wachtendeIds: new Set(),
    laatstGelijk: new Date().toISOString(),
    oorzaak: null,
    reden: null,
    zuinig: null,
    eersteKeer: null,
  });
  const bronIntrekkingen = new Bron<readonly { account: string; apparaat: string | null }[]>([]);
  const verwijderd = new Set<string>();
  const totDagen = new Map<string, string | null>();
  const bronLaat = new Bron<readonly Latewijziging[]>([]);
  const beslis = (volgnummer: number) => {
    bronLaat.zet(bronLaat.waarde.filter((l) => l.volgnummer !== volgnummer));
    return Promise.resolve(ok(undefined));
  };
  const bronUitnodigingen = new Bron(uitnodigingen);

  const in_ = (c: Collectie): Map<string, Los> => {
    const er = collecties.get(c) ?? new Map<string, Los>();
    collecties.set(c, er);
    return er;
  };

  function meld(c: Collectie): void {
    arrays.delete(c);
    groepen.clear();
    veranderd.add(c);
    if (gepland) return;
    gepland = true;
    queueMicrotask(() => {
      gepland = false;
      kast.documentenGewijzigd();
      const nu = new Set(veranderd);
      veranderd.clear();
      for (const l of luisteraars) if (l.collecties.some((x) => nu.has(x))) l.f();
    });
  }

  const huisvak = 'huisvak-0000000000000';
  const ikId = 'account-ik-0000000000';
  function stempel(doc: Record<string, unknown>, eerder?: Los): Los {
    const { toestand, wachtendeIds } = sync.waarde;
    const id = typeof doc['id'] === 'string' ? doc['id'] : willekeurig();
    if (toestand === 'offline') {
      const ids = new Set([...wachtendeIds, id]);
      sync.zet({ ...sync.waarde, wachtendeIds: ids, wachtend: ids.size });
    }
    return {
      conflicten: eerder?.conflicten ?? [],
      ...doc,
      id,
      versie: willekeurig(),
      gewijzigdDoor: ikId,
      gewijzigdOp: new Date().toISOString(),
    } as Los;
  }

  function schrijf(c: Dossiercollectie, doc: Los): Los {
    const gelezen = GEDEELD[c].safeParse(doc);
    if (!gelezen.success) throw new Error(`${c}: ${gelezen.error.message}`);
    in_(c).set(doc.id, doc);
    meld(c);
    return doc;
  }

  const ik: Lid = {
    id: ikId,
    vak: huisvak,
    versie: 'v1',
    gewijzigdDoor: ikId,
    gewijzigdOp: new Date().toISOString(),
    conflicten: [],
    naam: opties.naam ?? 'J. Wouters',
    rol: opties.rol ?? 'procesregisseur',
    organisatie: opties.organisatie ?? 'Zorg- en Veiligheidshuis',
    toegang: opties.rol === 'ketenpartner' ? 'toegewezen' : 'huis',
    tekensleutel: '',
    ontvangsleutel: '',
    certificaat: '',
  };
  in_('leden').set(ikId, { ...ik });
  const huisId = 'huisdocument-0000000000';
  const huisdoc = {
    soort: 'huis',
    naam: opties.huisnaam ?? 'Zorg- en Veiligheidshuis Baronie',
    korteNaam: opties.korteNaam ?? 'ZVH Baronie',
    opgericht: '2020-01-01',
    idSleutel: '',
    voorbeeld: opties.voorbeeld ?? true,
  };
  in_('huis').set(huisId, { ...stempel({ id: huisId, vak: huisvak, ...huisdoc }, undefined) });

  const kast = new Bijlagenkast({
    stukken: maakNepstukken().stukken,
    account: ikId,
    documenten: () => [...collecties.values()].flatMap((docs) => [...docs.values()]),
    magOpruimen: () => true,
  });

  return {
    huis: {
      id: HUIS,
      naam: opties.huisnaam ?? 'Zorg- en Veiligheidshuis Baronie',
      korteNaam: opties.korteNaam ?? 'ZVH Baronie',
      voorbeeld: opties.voorbeeld ?? true,
      endpoint: opties.endpoint === undefined ? 'http://127.0.0.1:4871' : opties.endpoint,
    },
    ik,
    apparaat: { id: 'apparaat-0000000000', naam: 'Laptop 07' },
    huisvak,
    alle<C extends Collectie>(c: C) {
      const er = arrays.get(c) ?? [...in_(c).values()];
      arrays.set(c, er);
      return er as readonly Onveranderlijk<DocVan<C>>[];
    },
    vanCasus<C extends Collectie>(c: C, casus: string) {
      const sleutel = `${c}|${casus}`;
      const er = groepen.get(sleutel) ?? [...in_(c).values()].filter((d) => d['casus'] === casus);
      groepen.set(sleutel, er);
      return er as readonly Onveranderlijk<DocVan<C>>[];
    },
    haal<C extends Collectie>(c: C, id: string) {
      return in_(c).get(id) as Onveranderlijk<DocVan<C>> | undefined;
    },
    volg(welke, f) {
      const l = { collecties: welke, f };
      luisteraars.add(l);
      return () => luisteraars.delete(l);
    },
    nieuwVak: (naam) => (naam === undefined ? Promise.resolve(willekeurig()) : afgeleid(naam)),
    afgeleidId: afgeleid,
    async voegToe<C extends Dossiercollectie>(c: C, docs: readonly NieuwDoc<C>[]) {
      await Promise.resolve();
      return docs.map((doc) => {
        const los = structuredClone(doc) as Record<string, unknown>;
        const eerder = typeof los['id'] === 'string' ? in_(c).get(los['id']) : undefined;
        return schrijf(c, stempel({ ...eerder, ...los }, eerder)) as Onveranderlijk<DocVan<C>>;
      });
    },
    async wijzig<C extends Dossiercollectie>(
      c: C,
      basis: Onveranderlijk<DocVan<C>>,
      recept: (concept: DocVan<C>) => void,
    ) {
      await Promise.resolve();
      const oud = basis as unknown as Los;
      const concept = structuredClone(oud);
      recept(concept as DocVan<C>);
      const nu = in_(c).get(oud.id) ?? oud;
      // As the real one does: what was written meanwhile stays.
      const mijn = zonderLege(concept);
      const nieuw = nu === oud ? mijn : voegSamen(oud, nu, mijn);
      return schrijf(c, stempel(nieuw, nieuw)) as Onveranderlijk<DocVan<C>>;
    },
    vernietigingen: {
      waarde: { vast: [], teDoen: 0, mis: null },
      volg: () => () => undefined,
      omvang: (vak) => ({
        documenten: [...collecties.values()].reduce(
          (som, docs) => som + [...docs.values()].filter((d) => d['vak'] === vak).length,
          0,
        ),
        bijlagen: 0,
      }),
      voerUit: async (werk) => {
        await nepwerk(werk);
        const weg = new Set(
          [...in_('huis').values()].flatMap((d) =>
            d['soort'] === 'vernietiging' ? [d['van'] as string] : [],
          ),
        );
        let aantal = 0;
        for (const [c, docs] of collecties) {
          for (const [id, d] of docs) if (weg.has(d['vak']) && docs.delete(id)) aantal += 1;
          meld(c);
        }
        return aantal;
      },
    },
    verwijder(c, id) {
      in_(c).delete(id);
      meld(c);
      return Promise.resolve();
    },
    losOp(c, id, veld, keuze) {
      const doc = in_(c).get(id);
      if (doc === undefined) return Promise.resolve();
      const kopie = structuredClone(doc);
      kopie.conflicten = kopie.conflicten.filter((x) => x.id !== veld);
      const pad = veld.split('/');
      let doel: unknown = kopie;
      for (const stap of pad.slice(0, -1)) {
        doel = Array.isArray(doel)
          ? doel.find((x: unknown) => (x as { id?: string }).id === stap)
          : (doel as Record<string, unknown>)[stap];
      }
      (doel as Record<string, unknown>)[pad.at(-1) ?? ''] = keuze;
      schrijf(c, stempel(kopie, kopie));
      return Promise.resolve();
    },
    bijlagen: kast,
    kopieen: opties.zorg?.kopieen ?? nepkopieen(),
    onderhoud: opties.zorg?.onderhoud ?? neponderhoud(),
    overdracht: nepoverdracht([...in_('leden').values()] as never, ikId),
    get log() {
      return logboek;
    },
    zetLog: (log) => {
      logboek = log;
    },
    leesLokaal: (sleutel) => lokaal.get(sleutel),
    schrijfLokaal(sleutel, waarde) {
      lokaal.set(sleutel, waarde);
      meld('lokaal');
      return Promise.resolve();
    },
    sync: {
      get waarde() {
        return sync.waarde;
      },
      volg: (f) => sync.volg(f),
      nu() {
        if (sync.waarde.toestand === 'geen') return;
        const nu = new Date().toISOString();
        sync.zet({
          ...sync.waarde,
          toestand: 'gelijk',
          wachtend: 0,
          wachtendeIds: new Set(),
          laatstGelijk: nu,
          reden: null,
        });
      },
      pauzeer(aan) {
        sync.zet({
          ...sync.waarde,
          toestand: aan ? 'offline' : 'gelijk',
          oorzaak: aan ? 'gepauzeerd' : null,
        });
      },
      zetZuinig: (aan) => sync.zet({ ...sync.waarde, zuinig: aan ? { bijlagen: 0 } : null }),
      koppelEndpoint: (adres) =>
        Promise.resolve(
          adres.includes('onbereikbaar')
            ? fout({ soort: 'onbereikbaar' as const, uitleg: 'Geen antwoord van dit adres.' })
            : ok(undefined),
        ),
    },
    leden: {
      uitnodigingen: bronUitnodigingen,
      async nodigUit(soort) {
        if (sync.waarde.toestand === 'geen') return fout({ soort: 'geen-endpoint' as const });
        const id = willekeurig();
        const nieuw: Uitnodiging = {
          id,
          soort,
          stand: 'open',
          verlooptOp: new Date(Date.now() + 7 * 86_400_000).toISOString(),
          code: await schrijfUitnodigingscode({
            endpoint: 'https://sync.zvh-baronie.example',
            huis: HUIS,
            id,
            geheim: crypto.getRandomValues(new Uint8Array(16)),
          }),
        };
        uitnodigingen = [...uitnodigingen, nieuw];
        bronUitnodigingen.zet(uitnodigingen);
        return ok(nieuw);
      },
      async verificatienummer(account) {
        const ander = in_('leden').get(account) as unknown as Lid | undefined;
        return ander && verificatienummer({ id: HUIS, sleutel: '' }, ik, ander);
      },
      metToegang: (vak) =>
        [...in_('leden').keys()]
          .filter((account) => !verwijderd.has(`${vak}|${account}`))
          .map((account) => ({
            account,
            rol: 'lid',
            tot: totDagen.get(`${vak}|${account}`) ?? null,
          })),
      verwijderToegang(vak, account) {
        verwijderd.add(`${vak}|${account}`);
        meld('toegang');
        return Promise.resolve(ok(undefined));
      },
      geefToegang(vak, account, _rol, tot) {
        verwijderd.delete(`${vak}|${account}`);
        totDagen.set(`${vak}|${account}`, tot);
        meld('toegang');
        return Promise.resolve();
      },
      ingetrokken: bronIntrekkingen,
      trekIn(doel) {
        bronIntrekkingen.zet([...bronIntrekkingen.waarde, doel]);
        return Promise.resolve(ok(undefined));
      },
    },
    quarantaine: {
      get waarde() {
        return bronLaat.waarde;
      },
      volg: (f) => bronLaat.volg(f),
      aanvaard: beslis,
      weiger: beslis,
    },
    zetLaat: (lijst) => bronLaat.zet(lijst),
    sluit: () => Promise.resolve(),
    zetSync: (stand) => sync.zet({ ...sync.waarde, ...stand }),
    ontvang: (c, doc) => {
      in_(c).set(doc.id, doc);
      meld(c);
    },
  };
}
