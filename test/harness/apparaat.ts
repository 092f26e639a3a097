/**
 * A device of a house without a screen: the application's own vault, driven by calls that carry only
 * JSON. Runs in a page of a real Chromium (`apparaat.html`) or in a Node process of its own
 * (`apparaatnode.ts`); the demo, the speed measurements and the sync tests use it.
 */
import { laadInKluis } from '../../shared/import/laden.js';
import { maakVoorbeeldhuis } from '../../shared/import/voorbeeldhuis.js';
import { DOSSIERCOLLECTIES } from '../../shared/schema/index.js';
import { vandaagIso } from '../../shared/domein/index.js';
import type { Platform } from '../../renderer/platform/contract.js';
import { bewaarregels, vernietig } from '../../renderer/stores/bewaren.js';
import { legVast } from '../../renderer/stores/caseload-schrijf.js';
import { maakKluisdeur } from '../../renderer/vault/index.js';
import type { Kluis } from '../../renderer/vault/types.js';
import { type Bewerking, ontbreekt, speelMdo } from './mdospel.js';

export interface Stand {
  readonly documenten: number;
  /** SHA-256 over all shared documents, in order of collection and id: equal on devices that agree. */
  readonly hash: string;
  /** Fields with more than one value. */
  readonly conflicten: number;
}

export interface Apparaat {
  richtOp(vraag: { naam: string; endpoint: string }): Promise<void>;
  /** `casussen`: only so many of them, the last. Number of documents. */
  laadVoorbeeld(vraag: { vandaag: string; casussen?: number }): Promise<number>;
  nodigUit(vraag: { naam: string }): Promise<string>;
  koppel(vraag: { code: string; naam: string }): Promise<void>;
  pauzeer(vraag: { aan: boolean }): Promise<void>;
  /** Waits until nothing is left to send and the house has been reached. */
  wachtGelijk(vraag: { ms: number }): Promise<void>;
  speelMdo(vraag: { hand: 'a' | 'b'; ronde: number; vandaag: string }): Promise<Bewerking[]>;
  /** Those of the edits of which the value is nowhere: neither in the document nor in an open conflict. */
  verloren(vraag: { bewerkingen: Bewerking[] }): Promise<Bewerking[]>;
  stand(): Promise<Stand>;
  /** Names, BSN's and sentences that must be readable nowhere. */
  geheimen(): Promise<string[]>;
  /** Attaches a file of random bytes to a new note in the first case; the vak of that case. */
  voegBijlageToe(vraag: { grootte: number }): Promise<string>;
  /** Pieces of 32 bytes, in base64, out of everything that is on the disk of this device: segments and chunks. */
  opSchijf(): Promise<string[]>;
  /** Erases a vak; number of documents. */
  vernietig(vraag: { vak: string }): Promise<number>;
  /** Closes the first case, with a fact for fewer eyes; its vakken, that of the case first. */
  sluitCasus(vraag: { op: string }): Promise<string[]>;
  /** A hold on the case of a vak, or none. */
  houdVast(vraag: { vak: string; vast: boolean }): Promise<void>;
  /** Changes the case of a vak. */
  schrijfIn(vraag: { vak: string; tekst: string }): Promise<void>;
  /** Declares a case destroyed, and destroys it here. */
  verklaar(vraag: { vak: string }): Promise<number>;
  /** What there is of vakken on this device: documents, keys, and chunks of attachments in all. */
  heeft(vraag: {
    vakken: string[];
  }): Promise<{ documenten: number; sleutels: number; vast: number }>;
  sluit(): Promise<void>;
}

const WACHTZIN = 'vier paarse fietsen onder de kastanje';

function stabiel(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(stabiel);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(
    Object.entries(waarde)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, stabiel(v)]),
  );
}

async function standVan(kluis: Kluis): Promise<Stand> {
  const delen: string[] = [];
  let conflicten = 0;
  for (const collectie of DOSSIERCOLLECTIES) {
    const docs = [...kluis.alle(collectie)].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const doc of docs) {
      conflicten += doc.conflicten.length;
      delen.push(`${collectie}\n${JSON.stringify(stabiel(doc))}`);
    }
  }
  const som = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(delen.join('\n')));
  const hash = [...new Uint8Array(som)].map((b) => b.toString(16).padStart(2, '0')).join('');
  return { documenten: delen.length, hash, conflicten };
}

async function tot(
  voorwaarde: () => boolean,
  volg: (f: () => void) => () => void,
  ms: number,
  wat: () => string,
): Promise<void> {
  if (voorwaarde()) return;
  await new Promise<void>((klaar, mis) => {
    const einde = setTimeout(() => {
      stop();
      mis(new Error(`niet binnen ${ms} ms: ${wat()}`));
    }, ms);
    const stop = volg(() => {
      if (!voorwaarde()) return;
      clearTimeout(einde);
      stop();
      klaar();
    });
  });
}

/** The segments of every database of the vault, as they are in IndexedDB. */
async function segmenten(): Promise<Uint8Array[]> {
  const uit: Uint8Array[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined || !/^casuskluis-\d+$/.test(name)) continue;
    const rijen = await new Promise<{ b: Uint8Array }[]>((klaar, mis) => {
      const verzoek = indexedDB.open(name);
      verzoek.onerror = () => mis(new Error(`${name} gaat niet open`));
      verzoek.onsuccess = () => {
        const alle = verzoek.result.transaction('segmenten').objectStore('segmenten').getAll();
        alle.onsuccess = () => {
          verzoek.result.close();
          klaar(alle.result as { b: Uint8Array }[]);
        };
        alle.onerror = () => mis(new Error(`${name} is niet te lezen`));
      };
    });
    uit.push(...rijen.map(({ b }) => b));
  }
  return uit;
}

async function stukken(platform: Platform): Promise<Uint8Array[]> {
  const namen = await platform.stukken.namen();
  const alle = await Promise.all(namen.map((naam) => platform.stukken.lees(naam)));
  return alle.filter((bytes) => bytes !== null);
}

/** Makes the calls of one device on the given platform. */
export function maakApparaat(platform: Platform): Apparaat {
  const deur = maakKluisdeur(platform);
  let open: Kluis | undefined;
  const kluis = (): Kluis => {
    if (!open) throw new Error('de kluis is nog niet open');
    return open;
  };
  return {
    async richtOp({ naam, endpoint }) {
      const { kluis: nieuw } = await deur.richtOp({
        huisnaam: 'Zorg- en Veiligheidshuis Baronie',
        korteNaam: 'ZVH Baronie',
        naam,
        rol: 'beheerder',
        wachtzin: WACHTZIN,
        apparaatnaam: naam,
        endpoint,
        voorbeeld: true,
      });
      open = nieuw;
    },
    async laadVoorbeeld({ vandaag, casussen = Infinity }) {
      const { bundels, ...rest } = maakVoorbeeldhuis({ vandaag });
      await laadInKluis(kluis(), { ...rest, bundels: bundels.slice(-casussen) });
      return (await standVan(kluis())).documenten;
    },
    async nodigUit({ naam }) {
      const uitslag = await kluis().leden.nodigUit({
        soort: 'collega',
        naam,
        rol: 'procesregisseur',
        organisatie: 'ZVH',
        toegang: 'huis',
      });
      if (!uitslag.ok) throw new Error(`uitnodigen mislukte: ${uitslag.fout.soort}`);
      return uitslag.waarde.code;
    },
    async koppel({ code, naam }) {
      const uitslag = await deur.koppel(
        { code, wachtzin: WACHTZIN, apparaatnaam: naam },
        () => undefined,
        new AbortController().signal,
      );
      if (!uitslag.ok)
        throw new Error(`koppelen mislukte: ${uitslag.fout.soort} ${uitslag.fout.uitleg}`);
      open = uitslag.waarde.kluis;
    },
    pauzeer({ aan }) {
      kluis().sync.pauzeer(aan);
      return Promise.resolve();
    },
    async wachtGelijk({ ms }) {
      const { sync } = kluis();
      sync.nu();
      await tot(
        () => sync.waarde.toestand === 'gelijk' && sync.waarde.wachtend === 0,
        (f) => sync.volg(f),
        ms,
        () => JSON.stringify({ ...sync.waarde, wachtendeIds: undefined }),
      );
    },
    speelMdo: ({ hand, ronde, vandaag }) => speelMdo(kluis(), hand, ronde, vandaag),
    verloren: ({ bewerkingen }) =>
      Promise.resolve(bewerkingen.filter((b) => ontbreekt(kluis(), b))),
    stand: () => standVan(kluis()),
    geheimen() {
      const bron = [
        ...kluis()
          .alle('betrokkenen')
          .flatMap((b) => [b.naam, b.bsn ?? '']),
        ...kluis()
          .alle('casussen')
          .map((c) => c.titel),
        ...kluis()
          .alle('overleggen')
          .flatMap((o) => [o.pitch, ...Object.values(o.notulen)]),
      ];
      // Only the beginning of long texts: storage cuts them in blocks.
      return Promise.resolve([
        ...new Set(bron.map((t) => t.slice(0, 24)).filter((t) => t.length >= 8)),
      ]);
    },
    async voegBijlageToe({ grootte }) {
      const [casus] = kluis().alle('casussen');
      if (!casus) throw new Error('geen casus');
      const inhoud = new Uint8Array(grootte);
      for (let i = 0; i < grootte; i += 65_536)
        crypto.getRandomValues(inhoud.subarray(i, i + 65_536));
      const bijlage = await kluis().bijlagen.voegToe(casus.vak, {
        naam: 'proef.bin',
        soort: 'application/octet-stream',
        grootte,
        deel: (van, tot) => Promise.resolve(inhoud.slice(van, tot)),
      });
      if (!bijlage.ok) throw new Error(`bijlage mislukte: ${bijlage.fout.soort}`);
      await kluis().voegToe('gebeurtenissen', [
        {
          vak: casus.vak,
          casus: casus.id,
          datum: '2026-11-23',
          soort: 'notitie',
          titel: 'Notitie met een bijlage',
          toelichting: '',
          bron: 'proef',
          leefgebied: null,
          bijlagen: [bijlage.waarde],
        },
      ]);
      return casus.vak;
    },
    async opSchijf() {
      const stukjes: string[] = [];
      for (const bytes of [...(await segmenten()), ...(await stukken(platform))])
        for (let i = 64; i + 32 <= bytes.length; i += 4096)
          stukjes.push(btoa(String.fromCharCode(...bytes.subarray(i, i + 32))));
      return stukjes;
    },
    vernietig: ({ vak }) => kluis().onderhoud.vernietig([vak]),
    async sluitCasus({ op }) {
      const [casus] = kluis().alle('casussen');
      if (!casus) throw new Error('geen casus');
      await kluis().wijzig('casussen', casus, (c) => {
        c.sluitdatum = op;
        c.sluitreden = 'doelen bereikt';
        c.stap = 'afsluiting';
      });
      const besloten = await kluis().nieuwVak();
      await legVast(kluis(), casus, { soort: 'feit', titel: 'Voor minder ogen', vak: besloten });
      return [casus.vak, besloten];
    },
    async houdVast({ vak, vast }) {
      const casus = kluis()
        .alle('casussen')
        .find((c) => c.vak === vak);
      if (!casus) throw new Error('geen casus');
      const stempel = { reden: 'klacht', door: kluis().ik.id, op: new Date().toISOString() };
      await kluis().wijzig('casussen', casus, (c) => {
        c.bewaring = { verlengingen: [], vasthouden: vast ? stempel : null };
      });
    },
    async schrijfIn({ vak, tekst }) {
      const casus = kluis()
        .alle('casussen')
        .find((c) => c.vak === vak);
      if (!casus) throw new Error('geen casus');
      await kluis().wijzig('casussen', casus, (c) => {
        c.omschrijving = tekst;
      });
    },
    async verklaar({ vak }) {
      const regel = bewaarregels(
        kluis().alle('casussen'),
        kluis().alle('aanmeldingen'),
        kluis().alle('huis'),
        vandaagIso(),
      ).find((r) => r.vak === vak);
      if (!regel) throw new Error('niet op de klok');
      const [verklaring] = await vernietig(kluis(), [regel], 'bewaartermijn-verlopen');
      return verklaring?.aantal.documenten ?? 0;
    },
    heeft({ vakken }) {
      const van = new Set(vakken);
      const documenten = DOSSIERCOLLECTIES.reduce(
        (som, c) =>
          som +
          kluis()
            .alle(c)
            .filter((doc) => van.has(doc.vak)).length,
        0,
      );
      const sleutels = kluis()
        .alle('toegang')
        .filter((t) => van.has(t.vak)).length;
      return Promise.resolve({
        documenten,
        sleutels,
        vast: kluis().vernietigingen.waarde.vast.length,
      });
    },
    async sluit() {
      await open?.sluit();
      open = undefined;
    },
  };
}
