/** In the page: the longest task of the main thread while something goes on. */

export interface Gemeten<T> {
  readonly uit: T;
  /** Milliseconds; 0 when no task took the 50 that the browser counts as long. */
  readonly langsteTaak: number;
}

/** Lets the browser begin a new task. */
export const nieuweTaak = (ms = 0): Promise<void> => new Promise((klaar) => setTimeout(klaar, ms));

export async function metTaken<T>(werk: () => Promise<T>): Promise<Gemeten<T>> {
  const duren: number[] = [];
  let begin = Infinity;
  const neem = (taken: PerformanceEntryList): void => {
    for (const { startTime, duration } of taken) if (startTime >= begin) duren.push(duration);
  };
  const kijker = new PerformanceObserver((lijst) => neem(lijst.getEntries()));
  kijker.observe({ type: 'longtask' });
  await nieuweTaak();
  begin = performance.now();
  const uit = await werk();
  // A task is known of when it is over, and the observer hears of it in a later one.
  await nieuweTaak(50);
  neem(kijker.takeRecords());
  kijker.disconnect();
  return { uit, langsteTaak: Math.max(0, ...duren) };
}
