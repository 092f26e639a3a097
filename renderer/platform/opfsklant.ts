/** The chunks of a browser, by way of the worker that may write them. */
import { stuknaam } from '../../shared/stukken.js';
import type { Platform } from './contract.js';

type Stukken = Platform['stukken'];
type Roep =
  | {
      readonly soort: 'schrijf';
      readonly naam: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | { readonly soort: 'lees' | 'verwijder'; readonly naam: string }
  | { readonly soort: 'namen' };
export interface Stukvraag {
  readonly nr: number;
  readonly roep: Roep;
}
export type Stukantwoord = { readonly nr: number } & (
  | { readonly waarde: unknown }
  | { readonly oorzaak: unknown }
);

interface Wachtende {
  readonly klaar: (waarde: unknown) => void;
  readonly mis: (oorzaak: unknown) => void;
}

/** Starts the worker at the first call. When it stops, what was asked rejects and the next call starts another. */
export function maakOpfsStukken(): Stukken {
  const wachtenden = new Map<number, Wachtende>();
  let werker: Worker | undefined;
  let nr = 0;

  function start(): Worker {
    const nieuw = new Worker(new URL('./opfs.werker.ts', import.meta.url), { type: 'module' });
    nieuw.addEventListener('message', ({ data }: MessageEvent<Stukantwoord>) => {
      const wachtende = wachtenden.get(data.nr);
      wachtenden.delete(data.nr);
      if ('waarde' in data) wachtende?.klaar(data.waarde);
      else wachtende?.mis(data.oorzaak);
    });
    const gestrand = (): void => {
      nieuw.terminate();
      werker = undefined;
      const over = [...wachtenden.values()];
      wachtenden.clear();
      for (const { mis } of over) mis(new Error('de werker van de bijlagen is gestopt'));
    };
    nieuw.addEventListener('error', gestrand);
    nieuw.addEventListener('messageerror', gestrand);
    return nieuw;
  }

  function roep(vraag: Roep): Promise<unknown> {
    const aan = (werker ??= start());
    nr += 1;
    const bericht: Stukvraag = { nr, roep: vraag };
    return new Promise((klaar, mis) => {
      wachtenden.set(bericht.nr, { klaar, mis });
      aan.postMessage(bericht);
    });
  }

  // The worker runs `maakOpfs`, which has the same types.
  return {
    schrijf: async (naam, bytes) =>
      (await roep({ soort: 'schrijf', naam: stuknaam.parse(naam), bytes })) as Awaited<
        ReturnType<Stukken['schrijf']>
      >,
    lees: async (naam) =>
      (await roep({ soort: 'lees', naam: stuknaam.parse(naam) })) as Awaited<
        ReturnType<Stukken['lees']>
      >,
    verwijder: async (naam) => {
      await roep({ soort: 'verwijder', naam: stuknaam.parse(naam) });
    },
    namen: async () => (await roep({ soort: 'namen' })) as Awaited<ReturnType<Stukken['namen']>>,
  };
}
