/**
 * Chains of random length in random sessions, and one thing done to them that was not their device's
 * doing. It is always found, and never where there was nothing.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { controleerKetens } from '../../shared/log/index.js';
import type { Kaalblok, Ketenrapport } from '../../shared/log/index.js';
import type { Ketenstand } from '../../shared/schema/index.js';
import { Logapparaat, maakLogproef } from '../harness/logketens.js';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const RUNS = Number(process.env['RUNS'] ?? 8);
console.info('seed', seed);

const proef = await maakLogproef();

const KNOEIEN = [
  'byte',
  'hash',
  'weg',
  'wissel',
  'dubbel',
  'kort',
  'blok-weg',
  'blok-dubbel',
  'tak',
  'handtekening',
  'verplaats',
] as const;
type Knoei = (typeof KNOEIEN)[number];

const geval = fc.record({
  /** Lines written at once, one after the other. */
  porties: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }),
  waar: fc.nat(),
  hoe: fc.nat(),
});

async function maak(porties: readonly number[]): Promise<Logapparaat> {
  const apparaat = await Logapparaat.maak(proef);
  for (const aantal of porties) await apparaat.schrijf(aantal);
  return apparaat;
}

const TEKENS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** One character of the text becomes another. */
function anderTeken(tekst: string, waar: number): string {
  const plek = waar % tekst.length;
  const nieuw = TEKENS[(TEKENS.indexOf(tekst[plek] ?? '') + 1) % 64] ?? 'A';
  return tekst.slice(0, plek) + (nieuw === tekst[plek] ? '#' : nieuw) + tekst.slice(plek + 1);
}

/** Undefined where that cannot be done to this chain. */
async function knoei(
  apparaat: Logapparaat,
  wat: Knoei,
  waar: number,
  hoe: number,
): Promise<Kaalblok[] | undefined> {
  const blokken = [...apparaat.blokken];
  const i = waar % blokken.length;
  const blok = blokken[i];
  if (!blok) return undefined;
  const { regels } = blok;
  const j = hoe % regels.length;
  const regel = regels[j];
  if (!regel) return undefined;
  const met = (anders: Partial<Kaalblok>): Kaalblok[] => blokken.with(i, { ...blok, ...anders });
  switch (wat) {
    case 'byte':
      return met({ regels: regels.with(j, { ...regel, tekst: anderTeken(regel.tekst, waar) }) });
    case 'hash':
      return met({ regels: regels.with(j, { ...regel, hash: anderTeken(regel.hash, waar % 42) }) });
    case 'weg':
      return regels.length < 2 ? undefined : met({ regels: regels.toSpliced(j, 1) });
    case 'wissel': {
      const ander = regels[(j + 1) % regels.length];
      return ander === undefined || ander === regel
        ? undefined
        : met({ regels: regels.with(j, ander).with((j + 1) % regels.length, regel) });
    }
    case 'dubbel':
      return met({ regels: regels.toSpliced(j, 0, regel) });
    case 'kort':
      return j === 0 ? undefined : met({ regels: regels.slice(0, j) });
    case 'blok-weg':
      return blokken.toSpliced(i, 1);
    case 'blok-dubbel':
      return [...blokken, { ...blok, id: 'kopie-van-een-blok' }];
    case 'handtekening':
      return met({ handtekening: anderTeken(blok.handtekening, waar % 85) });
    case 'verplaats':
      return met({ van: blok.van + 1 + (hoe % 3) });
    case 'tak': {
      const ander = await maak([blok.van + regels.length]);
      return [...blokken, ...ander.blokken.map((b) => ({ ...b, keten: apparaat.keten }))];
    }
  }
}

const oordeel = async (
  blokken: readonly Kaalblok[],
  gezien: readonly Ketenstand[],
): Promise<Ketenrapport | undefined> =>
  (
    await controleerKetens(blokken, {
      huis: proef.huis,
      tekensleutel: (account) => proef.sleutels.get(account),
      gezien,
    })
  )[0];

it.each(KNOEIEN)('finds %s in a chain, and nothing where nothing was done', async (wat) => {
  await fc.assert(
    fc.asyncProperty(geval, async ({ porties, waar, hoe }) => {
      const apparaat = await maak(porties);
      const totaal = porties.reduce((som, n) => som + n, 0);
      const gezien = [apparaat.stand];
      expect(await oordeel(apparaat.blokken, gezien)).toMatchObject({
        regels: totaal,
        goedTot: totaal,
        fout: null,
      });
      const na = await knoei(apparaat, wat, waar, hoe);
      fc.pre(na !== undefined);
      const rapport = await oordeel(na, gezien);
      if (!rapport?.fout) throw new Error('niet gevonden');
      expect(rapport.goedTot).toBe(rapport.fout.nr - 1);
      if (wat === 'byte') {
        const i = waar % apparaat.blokken.length;
        const blok = apparaat.blokken[i];
        expect(rapport.fout.nr).toBe((blok?.van ?? 0) + (hoe % (blok?.regels.length ?? 1)));
      }
    }),
    { seed, numRuns: RUNS, endOnFailure: true },
  );
});
