/** When the window has nothing else to do, and after `uiterlijk` milliseconds in any case; outside a browser at once. */
export function inRust(doe: () => void, uiterlijk?: number): void {
  if (typeof requestIdleCallback === 'undefined') doe();
  else requestIdleCallback(doe, uiterlijk === undefined ? {} : { timeout: uiterlijk });
}
