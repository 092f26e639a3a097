/** The power goes, at every operation of a day's work: nothing that was reported is lost, nothing is left. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Bytes } from '../../../../shared/crypto/index.js';
import type { Bijlage } from '../../../../shared/schema/index.js';
import { StroomWeg } from '../../../harness/stukken.js';
import type { Storing } from '../../../harness/stukken.js';
import { proefkast, VAK, voegToe, vul } from './hulp.js';
import type { Proefkast } from './hulp.js';

const ZIN = 'de wijkagent heeft betrokkene gisteren gesproken';
const inhoud = (n: number, lengte: number): Bytes => {
  const uit = vul(lengte, n);
  uit.set(new TextEncoder().encode(ZIN).subarray(0, lengte), 0);
  return uit;
};

/** Adds, shares, deletes, cancels and tidies up. `gemeld` gets what each document must be able to read. */
async function werkdag(proef: Proefkast, gemeld: Map<string, Bytes[]>): Promise<void> {
  const leg = async (id: string, ...inhouden: Bytes[]): Promise<void> => {
    const bijlagen: Bijlage[] = [];
    for (const bytes of inhouden) bijlagen.push(await voegToe(proef, bytes));
    // From here on the document may be on disk; whether it is, the disk says.
    gemeld.set(id, inhouden);
    await proef.nep.doe(() => proef.leg({ id, vak: VAK, bijlagen }));
  };
  const wis = (id: string): Promise<void> => proef.nep.doe(() => proef.wis(id));

  await proef.kast.ruimOp();
  await leg('d1', inhoud(1, 200), inhoud(2, 64));
  await leg('d2', inhoud(1, 200));
  await wis('d1');
  await proef.kast.ruimOp();
  await leg('d3', inhoud(3, 130), new Uint8Array(), inhoud(2, 64));
  await proef.kast.laatLos([await voegToe(proef, inhoud(4, 300))]);
  const stop = new AbortController();
  const bron = inhoud(5, 400);
  await proef.kast.voegToe(
    VAK,
    {
      naam: 'x',
      soort: 'x/y',
      grootte: 400,
      deel(van, tot) {
        if (van >= 192) stop.abort();
        return Promise.resolve(bron.slice(van, tot));
      },
    },
    { stop: stop.signal },
  );
  proef.nep.ruimte = 900;
  const vol = await proef.kast.voegToe(VAK, {
    naam: 'x',
    soort: 'x/y',
    grootte: 900,
    deel: (van, tot) => Promise.resolve(inhoud(6, 900).slice(van, tot)),
  });
  expect(vol.ok).toBe(false);
  await wis('d2');
  await wis('d3');
  await proef.kast.ruimOp();
  await leg('d4', inhoud(7, 65));
}

function alleenStroom(reden: unknown): void {
  if (!(reden instanceof StroomWeg)) throw reden;
}

async function eis(proef: Proefkast, gemeld: ReadonlyMap<string, Bytes[]>): Promise<void> {
  await proef.kast.ruimOp();
  const nodig = new Set<string>();
  for (const [id, { bijlagen }] of proef.docs) {
    const gelezen = [];
    for (const bijlage of bijlagen ?? []) {
      for (const naam of bijlage.stukken) nodig.add(naam);
      const uit = await proef.kast.lees(bijlage);
      gelezen.push(uit.ok ? uit.waarde : uit.fout);
    }
    expect(gelezen).toEqual(gemeld.get(id));
  }
  expect([...proef.nep.schijf.keys()].sort()).toEqual([...nodig].sort());
  const schijf = Buffer.concat([...proef.nep.schijf.values()]);
  expect(schijf.includes(Buffer.from(ZIN.slice(0, 12)))).toBe(false);
}

beforeEach(() => {
  // What cannot be cleared away without power is reported there, and tidied up later.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('loses nothing and leaves nothing, whichever operation is the last', {
  timeout: 120_000,
}, async () => {
  const heel = proefkast();
  const gemeld = new Map<string, Bytes[]>();
  await werkdag(heel, gemeld);
  await eis(heel, gemeld);
  expect([...heel.docs.keys()]).toEqual(['d4']);
  const operaties = heel.nep.geteld;
  expect(operaties).toBeGreaterThan(50);
  // The search finds the sentence where it is not sealed.
  expect(Buffer.from(inhoud(1, 200)).includes(Buffer.from(ZIN.slice(0, 12)))).toBe(true);

  let keren = 0;
  for (let bij = 1; bij <= operaties; bij += 1) {
    for (const uitgevoerd of [false, true]) {
      const storing: Storing = { bij, uitgevoerd };
      const proef = proefkast(64, new Map(), new Map(), storing);
      const hier = new Map<string, Bytes[]>();
      await werkdag(proef, hier).catch(alleenStroom);
      await eis(proef.heropen(), hier);
      keren += 1;
    }
  }
  console.info(`bijlagen: stroom weg bij ${operaties} operaties, ${keren} keer heropend`);
});

it('a second power cut while tidying up after the first costs nothing either', async () => {
  for (let eerst = 3; eerst < 40; eerst += 4) {
    const proef = proefkast(64, new Map(), new Map(), { bij: eerst, uitgevoerd: true });
    const gemeld = new Map<string, Bytes[]>();
    await werkdag(proef, gemeld).catch(alleenStroom);
    for (let dan = 1; dan < 6; dan += 1) {
      const weer = proef.heropen({ bij: dan, uitgevoerd: dan % 2 === 0 });
      await weer.kast.ruimOp().catch(alleenStroom);
    }
    await eis(proef.heropen(), gemeld);
  }
});
