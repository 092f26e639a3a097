/** Mulberry32: the same numbers from the same seed everywhere, in Node and in a page. */
export function toeval(zaad: number): (onder: number) => number {
  let a = zaad >>> 0;
  return (onder) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * onder);
  };
}
