/** The folder with backups, in memory: of one device, or shared by several. */
import type { Platform } from '../../renderer/platform/contract.js';
import { GROOTSTE_RESERVEBESTAND, reservenaam, submap } from '../../shared/reservemap.js';
import type { Reservefout } from '../../shared/reservemap.js';
import { fout, ok } from '../../shared/result.js';

type Reservemap = NonNullable<Platform['reservemap']>;

export interface Nepreservemap extends Reservemap {
  /** By `sub/naam`. What is in it survives: another double on it is the device after a restart. */
  readonly bestanden: Map<string, Uint8Array<ArrayBuffer>>;
  /** Bytes written since the beginning. */
  readonly geschreven: number;
  /** Paths in the order in which they were written. */
  readonly schrijfacties: readonly string[];
  /** From now on every write fails so; at `onbereikbaar` nothing can be read either. Null is well again. */
  zetFout(reden: Reservefout | null): void;
  /** After so many more writes the power goes: that write is not made, and nothing works any more. */
  stroomWegNa(aantal: number): void;
}

export function maakNepreservemap(
  bestanden = new Map<string, Uint8Array<ArrayBuffer>>(),
): Nepreservemap {
  let mis: Reservefout | null = null;
  let geschreven = 0;
  let over = Number.POSITIVE_INFINITY;
  const schrijfacties: string[] = [];
  const pad = (sub: string, naam: string): string =>
    `${submap.parse(sub)}/${reservenaam.parse(naam)}`;
  const weg = (): boolean => mis === 'onbereikbaar';
  /** Never in the same turn as the call, as with a real disk. */
  async function doe<T>(werk: () => T): Promise<T> {
    await Promise.resolve();
    if (over < 0) throw new Error('de stroom is weg');
    return werk();
  }
  return {
    bestanden,
    schrijfacties,
    get geschreven() {
      return geschreven;
    },
    zetFout(reden) {
      mis = reden;
    },
    stroomWegNa(aantal) {
      over = aantal;
    },
    stand: () => doe(() => ({ pad: '/reserve', bereikbaar: !weg(), vrij: weg() ? null : 1e12 })),
    kies: () => Promise.resolve(true),
    lijst: () =>
      doe(() =>
        [...(weg() ? [] : bestanden)].map(([p, b]) => {
          const [sub = '', naam = ''] = p.split('/');
          return { sub, naam, grootte: b.length };
        }),
      ),
    async lees(sub, naam) {
      const plek = pad(sub, naam);
      return doe(() => (weg() ? null : (bestanden.get(plek)?.slice() ?? null)));
    },
    async schrijf(sub, naam, bytes) {
      const plek = pad(sub, naam);
      if (bytes.length > GROOTSTE_RESERVEBESTAND) throw new RangeError('een bestand is te groot');
      // As they are now: the caller may go on with its buffer.
      const kopie = bytes.slice();
      over -= 1;
      return doe(() => {
        if (mis !== null) return fout(mis);
        bestanden.set(plek, kopie);
        schrijfacties.push(plek);
        geschreven += kopie.length;
        return ok(undefined);
      });
    },
    async verwijder(sub, naam) {
      const plek = pad(sub, naam);
      await doe(() => {
        if (!weg()) bestanden.delete(plek);
      });
    },
  };
}
