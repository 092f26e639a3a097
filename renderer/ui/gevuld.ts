/**
 * Leaves out what is undefined. React Aria's props do not accept an explicit `undefined` under
 * `exactOptionalPropertyTypes`.
 */
export function gevuld<T extends object>(
  waarden: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const uit: Partial<Record<string, unknown>> = {};
  for (const [sleutel, waarde] of Object.entries(waarden)) {
    if (waarde !== undefined) uit[sleutel] = waarde;
  }
  return uit as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Joins class names; what is false or empty is left out. */
export function klas(...namen: readonly (string | false | null | undefined)[]): string {
  return namen.filter(Boolean).join(' ');
}
