/**
 * From what happened to who hears of it. Messages come from the routes of this process and, on a
 * shared database, from the others; the members are asked of the store at that moment. A message may
 * get lost between processes, so every few seconds the volgnummer of each house with a listener is
 * compared with what was heard of it. Telling twice does no harm: a poke carries no content.
 */
import type { Readable } from 'node:stream';
import type { Beller, Bericht, Omroep, Store } from '../store/index.js';
import type { Klok } from './omgeving.js';
import type { Stromen } from './stromen.js';

export interface Porren {
  vertel(bericht: Bericht): void;
  luister(beller: Beller): Promise<Readable>;
  sluit(): void;
}

const NIEMAND: ReadonlySet<string> = new Set();

interface Gehoord {
  /** Highest volgnummer that was told. */
  verteld: number;
  /** That of the house at the look before: what is not told one look later was missed. */
  gezien: number;
}

export interface Porkeuzes {
  readonly store: Store;
  readonly stromen: Stromen;
  readonly omroep: Omroep | null;
  readonly klok: Klok;
  /** Milliseconds between looks for what was missed. */
  readonly kijktijd: number;
  readonly bijStoring: (mis: unknown) => void;
}

const hoogste = (bericht: Bericht): number => {
  if (bericht.soort === 'uitnodiging') return 0;
  if (bericht.soort !== 'wijziging') return bericht.volgnummer;
  return bericht.punten.reduce((max, p) => Math.max(max, p.volgnummer), 0);
};

export function maakPorren(keuzes: Porkeuzes): Porren {
  const { store, stromen, omroep, klok, bijStoring } = keuzes;
  const gehoord = new Map<string, Gehoord>();

  const ledenVan = (huis: string, vakken: readonly string[]) =>
    store.leden(huis, [...new Set(vakken)], klok.vandaag());

  const por = async (bericht: Bericht): Promise<void> => {
    const { huis, soort } = bericht;
    const stand = gehoord.get(huis);
    if (stand !== undefined) stand.verteld = Math.max(stand.verteld, hoogste(bericht));
    if (!stromen.heeft(huis)) return;
    if (soort === 'uitnodiging') {
      stromen.por(huis, new Set([bericht.account]), { soort, id: bericht.id }, null);
    } else if (soort === 'intrekkingen') {
      const { apparaten, accounts } = bericht;
      stromen.trekIn(huis, (b) => apparaten.includes(b.apparaat) || accounts.includes(b.account));
      stromen.porAlle(huis, { soort });
    } else if (soort === 'wijziging') {
      const leden = await ledenVan(
        huis,
        bericht.punten.map((p) => p.vak),
      );
      for (const punt of bericht.punten)
        stromen.por(huis, leden.get(punt.vak) ?? NIEMAND, { soort, ...punt }, bericht.behalve);
    } else {
      const leden = await ledenVan(huis, bericht.vakken);
      if (soort === 'quarantaine') {
        for (const [vak, wie] of leden) stromen.por(huis, wie, { soort, vak }, bericht.behalve);
        return;
      }
      const hoorders = new Set([...leden.values()].flatMap((s) => [...s]));
      for (const account of bericht.accounts) hoorders.add(account);
      stromen.por(huis, hoorders, { soort }, bericht.behalve);
    }
  };
  // One that fails is not lost: the store had the change, and the next look finds it.
  const hier = (bericht: Bericht): void => void por(bericht).catch(bijStoring);

  const haalIn = async (huis: string, stand: Gehoord): Promise<void> => {
    const { punten, vakken, apart } = await store.sinds(huis, stand.verteld);
    const volgnummer = stand.gezien;
    stand.verteld = Math.max(stand.verteld, volgnummer);
    const vast = { huis, behalve: null, volgnummer };
    await por({ soort: 'wijziging', ...vast, punten });
    await por({ soort: 'verleningen', ...vast, vakken, accounts: [] });
    await por({ soort: 'quarantaine', ...vast, vakken: apart });
    // Whose stream must end is found at its next heartbeat.
    await por({ soort: 'intrekkingen', huis, apparaten: [], accounts: [], volgnummer });
  };
  const kijk = async (): Promise<void> => {
    for (const huis of gehoord.keys()) if (!stromen.heeft(huis)) gehoord.delete(huis);
    const nummers = await store.volgnummers([...gehoord.keys()]);
    for (const [huis, stand] of gehoord) {
      if (stand.gezien > stand.verteld) await haalIn(huis, stand);
      stand.gezien = nummers.get(huis) ?? stand.gezien;
    }
  };
  let kijkt = false;
  const wekker =
    omroep === null
      ? null
      : setInterval(() => {
          if (kijkt) return;
          kijkt = true;
          kijk()
            .catch(bijStoring)
            .finally(() => (kijkt = false));
        }, keuzes.kijktijd);
  wekker?.unref();
  omroep?.luister(hier);

  return {
    vertel(bericht) {
      hier(bericht);
      omroep?.zend(bericht);
    },
    async luister(beller) {
      const { huis } = beller;
      // Read before the stream opens: whatever comes later is either heard or found.
      if (omroep !== null && !gehoord.has(huis)) {
        const nu = (await store.volgnummers([huis])).get(huis) ?? 0;
        if (!gehoord.has(huis)) gehoord.set(huis, { verteld: nu, gezien: nu });
      }
      const stroom = stromen.open(beller);
      // Revoked between the look at the token and now: nobody else would tell this stream.
      const stand = await store.apparaat(huis, beller.apparaat);
      if (stand?.ingetrokken === true) stromen.trekIn(huis, (b) => b.apparaat === beller.apparaat);
      return stroom;
    },
    sluit() {
      if (wekker !== null) clearInterval(wekker);
    },
  };
}
