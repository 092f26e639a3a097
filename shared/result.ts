/**
 * Expected failures are values. An exception is a defect: nobody is meant to catch it but the one
 * place that tells the user.
 */
export type Result<T, F> =
  | { readonly ok: true; readonly waarde: T }
  | { readonly ok: false; readonly fout: F };

export const ok = <T>(waarde: T): { readonly ok: true; readonly waarde: T } => ({
  ok: true,
  waarde,
});
export const fout = <F>(reden: F): { readonly ok: false; readonly fout: F } => ({
  ok: false,
  fout: reden,
});
