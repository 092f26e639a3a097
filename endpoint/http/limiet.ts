/** A token bucket per key: `perMinuut` in the long run, and twice ten seconds of that at once. */
export interface Limiet {
  /** Seconds to wait, or 0 when the request may go on. */
  neem(sleutel: string): number;
}

/** Keys that are remembered; beyond it the full buckets are forgotten first. */
const MAX_SLEUTELS = 50_000;

export function maakLimiet(perMinuut: number, klok: () => Date): Limiet {
  const inhoud = Math.max(1, perMinuut / 3);
  const perMs = perMinuut / 60_000;
  const emmers = new Map<string, { over: number; op: number }>();

  const ruim = (nu: number): void => {
    for (const [sleutel, e] of emmers)
      if (e.over + (nu - e.op) * perMs >= inhoud) emmers.delete(sleutel);
    // Still full of busy keys: forgetting is kinder than growing without end.
    if (emmers.size >= MAX_SLEUTELS) emmers.clear();
  };

  return {
    neem(sleutel) {
      const nu = klok().getTime();
      if (emmers.size >= MAX_SLEUTELS) ruim(nu);
      const e = emmers.get(sleutel) ?? { over: inhoud, op: nu };
      e.over = Math.min(inhoud, e.over + Math.max(0, nu - e.op) * perMs);
      e.op = nu;
      emmers.set(sleutel, e);
      if (e.over < 1) return Math.max(1, Math.ceil((1 - e.over) / perMs / 1000));
      e.over -= 1;
      return 0;
    },
  };
}
