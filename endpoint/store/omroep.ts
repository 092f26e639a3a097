/**
 * LISTEN and NOTIFY between the processes on one PostgreSQL database. A message is sent after the
 * commit that it tells of, on a connection of its own: NOTIFY inside a transaction takes a lock that
 * all committers share, and halves what the database can push. Messages are gathered while the one
 * before is on its way. Whatever gets lost, the slow look of `http/porren.ts` finds.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import pg from 'pg';
import type { Bericht, Omroep } from './contract.js';
import { verbindingskeuzes } from './postgres.js';

const KANAAL = 'casuskluis';
/** PostgreSQL takes 8000 bytes; ids and names are ASCII or short. */
const MAX_BYTES = 7_500;
/** Points in one message, so that any message fits. */
const MAX_DELEN = 20;
/** Messages that wait at most; the rest is left to the slow look. */
const MAX_WACHTEND = 5_000;
/** Milliseconds between attempts to get a lost connection back. */
const HERSTELTIJD = 1_000;

interface Zending {
  /** Process that sends: it told its own streams already. */
  readonly van: string;
  readonly berichten: readonly Bericht[];
}

/** Messages that are each small enough to be sent: a part of every list in it. */
function inStukken(bericht: Bericht): Bericht[] {
  const lijsten = Object.entries(bericht as Record<string, unknown>).filter(
    (veld): veld is [string, unknown[]] => Array.isArray(veld[1]),
  );
  const aantal = Math.max(1, ...lijsten.map(([, lijst]) => lijst.length));
  const stukken: Bericht[] = [];
  for (let i = 0; i < aantal; i += MAX_DELEN) {
    const delen = lijsten.map(([naam, lijst]) => [naam, lijst.slice(i, i + MAX_DELEN)] as const);
    stukken.push({ ...bericht, ...Object.fromEntries(delen) });
  }
  return stukken;
}

/** As many of the first messages as fit in one. */
function bundel(wachtend: Bericht[], van: string): string {
  const berichten: Bericht[] = [];
  let bytes = 100;
  for (;;) {
    const [eerste] = wachtend;
    if (eerste === undefined) break;
    bytes += Buffer.byteLength(JSON.stringify(eerste)) + 1;
    if (berichten.length > 0 && bytes > MAX_BYTES) break;
    berichten.push(eerste);
    wachtend.shift();
  }
  return JSON.stringify({ van, berichten } satisfies Zending);
}

/** Rejects when the server cannot be reached. */
export async function maakOmroep(url: string, bijStoring: (mis: Error) => void): Promise<Omroep> {
  const ik = randomUUID();
  const wachtend: Bericht[] = [];
  const horers: ((bericht: Bericht) => void)[] = [];
  const stop = new AbortController();
  let lijn: pg.Client | null = null;
  let bezig: Promise<void> | null = null;
  let herstel: Promise<void> | null = null;

  const hoor = (tekst: string | undefined): void => {
    const { van, berichten } = JSON.parse(tekst ?? '{}') as Zending;
    if (van !== ik) for (const bericht of berichten) for (const doe of horers) doe(bericht);
  };

  const verbind = async (): Promise<void> => {
    const nieuw = new pg.Client(verbindingskeuzes(url));
    nieuw.on('error', bijStoring);
    nieuw.on('notification', ({ payload }) => hoor(payload));
    nieuw.once('end', () => {
      if (lijn !== nieuw) return;
      lijn = null;
      herstel ??= houVol();
    });
    await nieuw.connect();
    await nieuw.query(`listen ${KANAAL}`);
    lijn = nieuw;
  };

  /** Until there is a connection again. */
  const houVol = async (): Promise<void> => {
    while (lijn === null && !stop.signal.aborted) {
      try {
        await verbind();
      } catch (mis) {
        bijStoring(mis instanceof Error ? mis : new Error(String(mis)));
        await wacht(HERSTELTIJD, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
    herstel = null;
  };

  const verstuur = async (): Promise<void> => {
    while (wachtend.length > 0 && lijn !== null) {
      const tekst = bundel(wachtend, ik);
      try {
        await lijn.query('select pg_notify($1, $2)', [KANAAL, tekst]);
      } catch (mis) {
        bijStoring(mis instanceof Error ? mis : new Error(String(mis)));
      }
    }
    bezig = null;
  };

  await verbind();
  return {
    zend(bericht) {
      if (lijn === null || wachtend.length > MAX_WACHTEND) return;
      wachtend.push(...inStukken(bericht));
      bezig ??= verstuur();
    },
    luister(doe) {
      horers.push(doe);
    },
    async sluit() {
      await bezig;
      stop.abort();
      await herstel;
      const oud = lijn;
      lijn = null;
      await oud?.end();
    },
  };
}
