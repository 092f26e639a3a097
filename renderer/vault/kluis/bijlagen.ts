/**
 * The attachments of an open vault: which documents count, when there may be tidied up, and when it is
 * done: after the opening and after changes, when the window has nothing else to do.
 */
import { DOSSIERCOLLECTIES } from '../../../shared/schema/index.js';
import type { Basisdocument } from '../../../shared/schema/index.js';
import type { Platform } from '../../platform/contract.js';
import { Bijlagenkast } from '../bijlagen/index.js';
import type { Onderdelen } from './opening.js';
import { inRust } from './rust.js';

/** Long enough that an opening, or an import, is over first. */
const UITSTEL_MS = 5_000;

export type Bijlagedelen = Pick<Onderdelen, 'vast' | 'spiegel' | 'sync'> & {
  /** Whether all that was stored could be read: a document that could not may refer to any chunk. */
  magOpruimen?(): boolean;
};

export interface Bijlagenbeheer {
  readonly kast: Bijlagenkast;
  /** To be called before the rest of the vault closes. */
  sluit(): Promise<void>;
}

export function openBijlagen(
  platform: Pick<Platform, 'stukken'>,
  delen: Bijlagedelen,
): Bijlagenbeheer {
  const { spiegel, sync, vast } = delen;

  function* documenten(): Generator<{ readonly vak: string }> {
    for (const collectie of DOSSIERCOLLECTIES) {
      yield* spiegel.alle(collectie) as readonly Pick<Basisdocument, 'vak'>[];
    }
  }

  /** An edit elsewhere wins from a deletion here, and brings the document back. */
  const verwijderingOnderweg = (): boolean =>
    [...sync.stand.waarde.wachtendeIds].some((id) =>
      DOSSIERCOLLECTIES.some(
        (c) => spiegel.rij(c, id) !== undefined && spiegel.haal(c, id) === undefined,
      ),
    );

  const kast = new Bijlagenkast({
    stukken: platform.stukken,
    account: vast.account,
    documenten,
    haalElders: (vak, naam, stop) => sync.haalStuk(vak, naam, stop),
    magOpruimen: () => (delen.magOpruimen?.() ?? true) && !verwijderingOnderweg(),
  });

  let wacht: ReturnType<typeof setTimeout> | undefined;
  const plan = (): void => {
    wacht ??= setTimeout(() => {
      inRust(() => {
        wacht = undefined;
        kast.ruimOp().catch((oorzaak: unknown) => {
          // What is left over takes room and says nothing; the next time is soon enough.
          console.error('bijlagen zijn niet opgeruimd', oorzaak);
        });
      });
    }, UITSTEL_MS);
  };
  const afmelden = spiegel.volg(DOSSIERCOLLECTIES, () => {
    kast.documentenGewijzigd();
    plan();
  });
  plan();

  return {
    kast,
    async sluit() {
      afmelden();
      clearTimeout(wacht);
      await kast.sluit();
    },
  };
}
