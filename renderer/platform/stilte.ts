/** Watches for input: who walks away from the desk must not leave an open vault behind. */

const TEKENS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls back once after `ms` milliseconds without input in this window; returns the stop. The time
 * is checked by the clock and not by one long timer, because a timer stands still while the machine
 * sleeps.
 */
export function bijStilteInVenster(ms: number, f: () => void): () => void {
  let laatste = Date.now();
  const teken = (): void => {
    // The first movement after a long sleep must not count as input before the check has run.
    if (Date.now() - laatste >= ms) kijk();
    else laatste = Date.now();
  };
  const kijk = (): void => {
    if (Date.now() - laatste < ms) return;
    stop();
    f();
  };
  const klok = setInterval(kijk, Math.min(5_000, Math.max(50, ms / 4)));
  const opties = { capture: true, passive: true } as const;
  for (const soort of TEKENS) addEventListener(soort, teken, opties);
  document.addEventListener('visibilitychange', kijk);
  function stop(): void {
    clearInterval(klok);
    for (const soort of TEKENS) removeEventListener(soort, teken, opties);
    document.removeEventListener('visibilitychange', kijk);
  }
  return stop;
}
