/** Load on an endpoint process: bodies are made before the clock starts, so that the endpoint is what is timed. */
import { randomBytes } from 'node:crypto';
import { encode } from '@msgpack/msgpack';
import { msgpackInit, richtHuisOp, type Testapparaat, voegToe } from '../harness/endpointclient.js';

const BATCH = 100;
/** Bytes of a sealed document, as in the other measurements. */
const DOCUMENT = 1500;

export interface Huis {
  readonly een: Testapparaat;
  readonly apparaten: readonly Testapparaat[];
  readonly vakken: readonly string[];
}

/** A house of `aantal` devices of as many accounts, each a member of every vak. */
export async function richtOp(adres: string, aantal: number, vakken: number): Promise<Huis> {
  const een = await richtHuisOp(adres);
  const apparaten = [een];
  while (apparaten.length < aantal) apparaten.push(await voegToe(een));
  const anderen = apparaten.slice(1).map((a) => a.account);
  const alle: string[] = [];
  while (alle.length < vakken) alle.push(await een.nieuwVak(...anderen));
  return { een, apparaten, vakken: alle };
}

type Lichaam = Uint8Array<ArrayBuffer>;

export function maakBatches(
  apparaat: Testapparaat,
  vakken: readonly string[],
  aantal: number,
): Lichaam[] {
  const inhoud = randomBytes(DOCUMENT);
  let n = 0;
  return Array.from({ length: aantal }, () => {
    const enveloppen = Array.from({ length: BATCH }, () =>
      apparaat.envelop(vakken[n++ % vakken.length] ?? '', { bytes: inhoud }),
    );
    return new Uint8Array(encode({ enveloppen }));
  });
}

export async function stuur(apparaat: Testapparaat, body: Lichaam): Promise<void> {
  const init = { ...msgpackInit(null, apparaat.token), body };
  const antwoord = await fetch(`${apparaat.basis}/wijzigingen`, init);
  await antwoord.arrayBuffer();
  if (antwoord.status !== 200) throw new Error(`push: ${antwoord.status}`);
}

/** Every device sends its batches one after another, all devices at once. Documents a second. */
export async function duw(
  werk: readonly (readonly [Testapparaat, readonly Lichaam[]])[],
): Promise<number> {
  const begin = performance.now();
  await Promise.all(
    werk.map(async ([apparaat, batches]) => {
      for (const batch of batches) await stuur(apparaat, batch);
    }),
  );
  const documenten = werk.reduce((som, [, batches]) => som + batches.length * BATCH, 0);
  return (documenten / (performance.now() - begin)) * 1000;
}

/** Milliseconds of each of these pages of 500, from the beginning on. */
export async function haalPaginas(apparaat: Testapparaat, aantal: number): Promise<number[]> {
  const tijden: number[] = [];
  const punten: Record<string, number> = {};
  for (let i = 0; i < aantal; i += 1) {
    const begin = performance.now();
    const deel = await apparaat.pull(punten, 500);
    tijden.push(performance.now() - begin);
    Object.assign(punten, deel.punten);
  }
  return tijden;
}

/**
 * Opens `aantal` streams, pushes `porren` times, and gives the milliseconds from push to poke of each
 * stream, and what `geheugen` says while they are still open.
 */
export async function meetPorren(
  huis: Huis,
  aantal: number,
  porren: number,
  geheugen: () => number,
): Promise<{ porren: number[]; geheugen: number }> {
  const { een, apparaten, vakken } = huis;
  const vak = vakken[0] ?? '';
  const tijden: number[] = [];
  let begin = 0;
  let verwacht = 0;
  let klaar = (): void => undefined;
  const stromen = [];
  for (let i = 0; i < aantal; i += 1) {
    const apparaat = apparaten[1 + (i % (apparaten.length - 1))] ?? een;
    const stroom = await apparaat.luister();
    stromen.push(stroom);
    let gezien = 0;
    void stroom.tot((l) => {
      for (; gezien < l.porren.length; gezien += 1) {
        tijden.push(performance.now() - begin);
        verwacht -= 1;
        if (verwacht === 0) klaar();
      }
      return l.stop.signal.aborted;
    });
  }
  for (let i = 0; i < porren; i += 1) {
    const alle = new Promise<void>((goed) => (klaar = goed));
    verwacht = aantal;
    const e = een.envelop(vak);
    begin = performance.now();
    await een.push(e);
    await alle;
  }
  const uit = { porren: tijden, geheugen: geheugen() };
  for (const stroom of stromen) stroom.sluit();
  return uit;
}
