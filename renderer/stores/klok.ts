/** The time of day for screens: they render again when a minute or a day goes by. */
import { useSyncExternalStore } from 'react';
import { vandaagIso } from '../../shared/domein/datums.js';

const TIK_MS = 15_000;
const luisteraars = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;
let minuut = Math.floor(Date.now() / 60_000);

function tik(): void {
  const nu = Math.floor(Date.now() / 60_000);
  if (nu === minuut) return;
  minuut = nu;
  for (const f of luisteraars) f();
}

function volg(f: () => void): () => void {
  luisteraars.add(f);
  timer ??= setInterval(tik, TIK_MS);
  return () => {
    luisteraars.delete(f);
    if (luisteraars.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

/** Minutes since the epoch; renders again each minute. */
export function useMinuut(): number {
  return useSyncExternalStore(volg, () => minuut);
}

/** Today as `jjjj-mm-dd` in local time; renders again after midnight. */
export function useVandaag(): string {
  return useSyncExternalStore(volg, () => vandaagIso());
}
