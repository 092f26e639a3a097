/** What the proofs of a contract (`stukkenproef.ts`, `reserveproef.ts`) have in common. Without a test framework. */

export interface Proefbank {
  /** One promise. @throws when it does not hold */
  readonly eis: (waar: boolean, wat: string) => void;
  /** Promises that held. */
  readonly geteld: number;
}

export function maakProefbank(van: string): Proefbank {
  let geteld = 0;
  return {
    eis: (waar, wat) => {
      geteld += 1;
      if (!waar) throw new Error(`${van}: ${wat}`);
    },
    get geteld() {
      return geteld;
    },
  };
}

/** Bytes that differ for each `n`, and from place to place. */
export const inhoud = (n: number, lengte: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(lengte).map((_, i) => (i * 31 + n * 7 + (i >> 8)) & 255);

export const gelijk = (a: Uint8Array | null, b: Uint8Array): boolean =>
  a?.length === b.length && b.every((byte, i) => a[i] === byte);

export async function weigert(doe: () => Promise<unknown>): Promise<boolean> {
  try {
    await doe();
    return false;
  } catch {
    // Refused, which is what was asked.
    return true;
  }
}
