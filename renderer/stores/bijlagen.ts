/**
 * Attachments of a line that is being written: from choosing a file to the reference that goes into the
 * document. Each file is sealed as soon as it is chosen, so that recording it is instant; what does not
 * get into a document is given up.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { bestandsnaam, bestandssoort, veiligeSoort } from '../../shared/domein/index.js';
import { fout, ok, type Result } from '../../shared/result.js';
import type { Bijlage } from '../../shared/schema/index.js';
import type { BijlageFout, Bijlagebestand, Kluis, Onveranderlijk } from '../vault/types.js';
import { bewaarUitvoer } from './uitvoer.js';

/** At one line of the timeline. A document must travel whole, with a key and addresses for each. */
export const MEESTE_BIJLAGEN = 20;

/** `onbekend`: a defect, or a disk that fails; what there is to know is in the console. */
export type Mislukking = BijlageFout['soort'] | 'te-veel' | 'onbekend';

export interface Bijlageregel {
  readonly nummer: number;
  readonly naam: string;
  readonly grootte: number;
  readonly stand:
    | { readonly soort: 'wacht' }
    /** `gedaan`: bytes so far. */
    | { readonly soort: 'bezig'; readonly gedaan: number }
    | { readonly soort: 'klaar'; readonly bijlage: Bijlage }
    | { readonly soort: 'mislukt'; readonly reden: Mislukking };
}

export interface Bijlagenlijst {
  readonly store: StoreApi<{ readonly regels: readonly Bijlageregel[] }>;
  /** Starts sealing them, one after another. */
  voegToe(bestanden: readonly Bron[]): void;
  /** Takes a line out, and with it what was written for it. */
  haalWeg(nummer: number): void;
  /** Tries a file again that did not succeed. */
  opnieuw(nummer: number): void;
  /** Those that can go into a document, in the order of choosing. */
  klaar(): readonly Bijlage[];
  /** They are in a document: there is nothing to give up any more. */
  vastgelegd(): void;
  /** Breaks off and gives up everything. */
  laatLos(): void;
}

type Bron = Omit<Bijlagebestand, 'soort'>;

export function maakBijlagenlijst(
  kluis: { readonly bijlagen: Pick<Kluis['bijlagen'], 'voegToe' | 'laatLos'> },
  /** Where they belong; asked for when the first is sealed. */
  vak: () => Promise<string>,
): Bijlagenlijst {
  const store = createStore<{ readonly regels: readonly Bijlageregel[] }>(() => ({ regels: [] }));
  const bronnen = new Map<number, { readonly bron: Bron; readonly stop: AbortController }>();
  let nummer = 0;
  let bezig = false;

  const zet = (van: number, stand: Bijlageregel['stand']): void =>
    store.setState(({ regels }) => ({
      regels: regels.map((r) => (r.nummer === van ? { ...r, stand } : r)),
    }));

  async function verzegel(van: number, bron: Bron, stop: AbortController): Promise<void> {
    zet(van, { soort: 'bezig', gedaan: 0 });
    let stand: Bijlageregel['stand'];
    try {
      const uit = await kluis.bijlagen.voegToe(
        await vak(),
        { ...alsBestand(bron), deel: (begin, tot) => bron.deel(begin, tot) },
        { stop: stop.signal, voortgang: (gedaan) => zet(van, { soort: 'bezig', gedaan }) },
      );
      if (uit.ok && stop.signal.aborted) {
        geefOp([uit.waarde]);
        return;
      }
      stand = uit.ok
        ? { soort: 'klaar', bijlage: uit.waarde }
        : { soort: 'mislukt', reden: uit.fout.soort };
    } catch (reden) {
      console.error('bijlage niet toegevoegd', reden);
      stand = { soort: 'mislukt', reden: 'onbekend' };
    }
    zet(van, stand);
  }

  async function werkAf(): Promise<void> {
    if (bezig) return;
    bezig = true;
    for (;;) {
      const volgende = store.getState().regels.find((r) => r.stand.soort === 'wacht');
      const werk = volgende && bronnen.get(volgende.nummer);
      if (!volgende || !werk) break;
      await verzegel(volgende.nummer, werk.bron, werk.stop);
    }
    bezig = false;
  }

  function geefOp(bijlagen: readonly Bijlage[]): void {
    if (bijlagen.length === 0) return;
    kluis.bijlagen.laatLos(bijlagen).catch((reden: unknown) => {
      // Sealed, and nobody has the key any more: the next opening tidies it up.
      console.error('bijlage niet opgeruimd', reden);
    });
  }

  function neemUit(uit: readonly Bijlageregel[]): void {
    const nummers = new Set(uit.map((r) => r.nummer));
    store.setState(({ regels }) => ({ regels: regels.filter((r) => !nummers.has(r.nummer)) }));
    for (const n of nummers) {
      bronnen.get(n)?.stop.abort();
      bronnen.delete(n);
    }
  }

  return {
    store,
    voegToe(bestanden) {
      const plaats = MEESTE_BIJLAGEN - store.getState().regels.filter(telt).length;
      const nieuw = bestanden.map((bron, i): Bijlageregel => {
        nummer += 1;
        bronnen.set(nummer, { bron, stop: new AbortController() });
        return {
          nummer,
          naam: bestandsnaam(bron.naam),
          grootte: bron.grootte,
          stand: i < plaats ? { soort: 'wacht' } : { soort: 'mislukt', reden: 'te-veel' },
        };
      });
      store.setState(({ regels }) => ({ regels: [...regels, ...nieuw] }));
      void werkAf();
    },
    haalWeg(van) {
      const regel = store.getState().regels.find((r) => r.nummer === van);
      if (!regel) return;
      neemUit([regel]);
      if (regel.stand.soort === 'klaar') geefOp([regel.stand.bijlage]);
    },
    opnieuw(van) {
      const { regels } = store.getState();
      const past = regels.filter(telt).length < MEESTE_BIJLAGEN;
      if (!past || regels.find((r) => r.nummer === van)?.stand.soort !== 'mislukt') return;
      zet(van, { soort: 'wacht' });
      void werkAf();
    },
    klaar: () => klare(store.getState().regels),
    vastgelegd() {
      neemUit(store.getState().regels);
    },
    laatLos() {
      const { regels } = store.getState();
      neemUit(regels);
      geefOp(klare(regels));
    },
  };
}

const telt = ({ stand }: Bijlageregel): boolean => stand.soort !== 'mislukt';

const klare = (regels: readonly Bijlageregel[]): readonly Bijlage[] =>
  regels.flatMap(({ stand }) => (stand.soort === 'klaar' ? [stand.bijlage] : []));

const alsBestand = ({ naam, grootte }: Bron): Omit<Bijlagebestand, 'deel'> => ({
  naam: bestandsnaam(naam),
  soort: bestandssoort(naam),
  grootte,
});

/**
 * Hands an attachment to the user, to keep and to open with their own programs. Under a media type that
 * no browser runs: what somebody attached must never become part of the application.
 */
export async function bewaarBijlage(
  kluis: Pick<Kluis, 'alle' | 'log'> & { readonly bijlagen: Pick<Kluis['bijlagen'], 'lees'> },
  bijlage: Onveranderlijk<Bijlage>,
  opties?: Parameters<Kluis['bijlagen']['lees']>[1],
): Promise<Result<void, Mislukking>> {
  try {
    const uit = await kluis.bijlagen.lees(bijlage, opties);
    if (!uit.ok) return fout(uit.fout.soort);
    const casus = kluis
      .alle('gebeurtenissen')
      .find(({ bijlagen }) => bijlagen.some(({ id }) => id === bijlage.id))?.casus;
    await bewaarUitvoer(
      kluis,
      { soort: 'bijlage', id: bijlage.id, ...(casus === undefined ? {} : { casus }) },
      bestandsnaam(bijlage.naam),
      veiligeSoort(bijlage.soort),
      uit.waarde,
    );
    return ok(undefined);
  } catch (reden) {
    console.error('bijlage niet bewaard', reden);
    return fout('onbekend');
  }
}
