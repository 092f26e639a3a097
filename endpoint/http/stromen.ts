/**
 * The open event streams. Who hears what is asked of the store at the moment of the poke, and at
 * each heartbeat whether the device is still welcome: a stream outlives its token, not its device.
 */
import { PassThrough, type Readable } from 'node:stream';
import type { Por } from '../../shared/sync/protocol.js';
import type { Beller, Store } from '../store/index.js';

/** Streams of one device: windows and a reconnect that was quicker than the goodbye. */
const PER_APPARAAT = 8;
/** Bytes that wait for a slow reader before the stream is given up; the device reconnects and pulls. */
const MAX_WACHTEND = 256 * 1024;

interface Stroom {
  readonly beller: Beller;
  readonly uit: PassThrough;
}

export interface Stromen {
  open(beller: Beller): Readable;
  /** To all devices of these accounts but the one that caused it. */
  por(huis: string, accounts: ReadonlySet<string>, por: Por, behalve: string | null): void;
  /** To all devices of the house. */
  porAlle(huis: string, por: Por): void;
  /** Ends the streams of these devices, and says why. */
  trekIn(huis: string, wie: (beller: Beller) => boolean): void;
  /** Whether anybody of the house listens. */
  heeft(huis: string): boolean;
  readonly aantal: number;
  sluit(): void;
}

const regelVan = (por: Por): string => `data: ${JSON.stringify(por)}\n\n`;

/** @param bijPor each time that a poke is written */
export function maakStromen(store: Store, hartslagMs: number, bijPor: () => void): Stromen {
  const perHuis = new Map<string, Set<Stroom>>();
  const alle = (): Stroom[] => [...perHuis.values()].flatMap((s) => [...s]);

  const weg = (stroom: Stroom): void => {
    const huis = perHuis.get(stroom.beller.huis);
    huis?.delete(stroom);
    if (huis?.size === 0) perHuis.delete(stroom.beller.huis);
  };
  const schrijf = (stroom: Stroom, tekst: string): void => {
    if (stroom.uit.writableLength > MAX_WACHTEND) stroom.uit.destroy();
    else if (!stroom.uit.writableEnded) {
      stroom.uit.write(tekst);
      bijPor();
    }
  };
  // As an event with a name and as a poke: whoever reads either understands it.
  const neemAfscheid = (stroom: Stroom): void => {
    if (stroom.uit.writableEnded) return;
    stroom.uit.end(`event: ingetrokken\n${regelVan({ soort: 'ingetrokken' })}`);
  };
  const klop = async (stroom: Stroom): Promise<void> => {
    const { huis, apparaat } = stroom.beller;
    const stand = await store.apparaat(huis, apparaat);
    if (stand === null) stroom.uit.end();
    else if (stand.ingetrokken) neemAfscheid(stroom);
    else schrijf(stroom, ': hartslag\n\n');
  };
  const hartslag = setInterval(() => {
    // A store that does not answer ends the stream: the device comes back and hears why.
    for (const stroom of alle()) klop(stroom).catch(() => stroom.uit.end());
  }, hartslagMs);
  hartslag.unref();

  return {
    open(beller) {
      const stroom: Stroom = { beller, uit: new PassThrough() };
      const huis = perHuis.get(beller.huis) ?? new Set<Stroom>();
      perHuis.set(beller.huis, huis);
      const eigen = [...huis].filter((s) => s.beller.apparaat === beller.apparaat);
      for (const oud of eigen.slice(0, Math.max(0, eigen.length + 1 - PER_APPARAAT))) oud.uit.end();
      huis.add(stroom);
      stroom.uit.once('close', () => weg(stroom));
      stroom.uit.on('error', () => weg(stroom));
      stroom.uit.write('retry: 3000\n: verbonden\n\n');
      return stroom.uit;
    },
    por(huis, accounts, por, behalve) {
      const tekst = regelVan(por);
      for (const stroom of perHuis.get(huis) ?? []) {
        if (stroom.beller.apparaat !== behalve && accounts.has(stroom.beller.account))
          schrijf(stroom, tekst);
      }
    },
    porAlle(huis, por) {
      const tekst = regelVan(por);
      for (const stroom of perHuis.get(huis) ?? []) schrijf(stroom, tekst);
    },
    trekIn(huis, wie) {
      for (const stroom of perHuis.get(huis) ?? []) if (wie(stroom.beller)) neemAfscheid(stroom);
    },
    heeft: (huis) => perHuis.has(huis),
    get aantal() {
      return alle().length;
    },
    sluit() {
      clearInterval(hartslag);
      for (const stroom of alle()) stroom.uit.end();
    },
  };
}
