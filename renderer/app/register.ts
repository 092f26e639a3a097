/** What the registry is made of: screens and commands out of loaded modules. See `registratie.ts`. */
import type { Opdracht } from '../stores/opdracht.js';
import type { Scherm } from '../stores/scherm.js';

type Modules = Readonly<Record<string, unknown>>;

const isObject = (x: unknown): x is Readonly<Record<string, unknown>> =>
  typeof x === 'object' && x !== null;

function isScherm(x: unknown): x is Scherm {
  return isObject(x) && typeof x['pad'] === 'string' && typeof x['Component'] === 'function';
}

function isOpdracht(x: unknown): x is Opdracht {
  return isObject(x) && typeof x['id'] === 'string' && typeof x['voerUit'] === 'function';
}

function zonderDubbele<T extends { readonly id: string }>(wat: string, alle: readonly T[]): T[] {
  const perId = new Map<string, T>();
  for (const een of alle) {
    if (perId.has(een.id)) throw new Error(`${wat} ${een.id} bestaat twee keer`);
    perId.set(een.id, een);
  }
  return [...perId.values()];
}

/** Screens of loaded modules. More specific paths come first, so that `/mdo/nieuw` beats `/mdo/:id`. */
export function schermenUit(modules: Modules): readonly Scherm[] {
  const schermen = Object.entries(modules).map(([pad, module]) => {
    const scherm = isObject(module) ? module['scherm'] : undefined;
    if (!isScherm(scherm)) throw new Error(`${pad} heeft geen geldig export 'scherm'`);
    return scherm;
  });
  const open = (s: Scherm): number => (s.pad.match(/[:*]/g) ?? []).length;
  return zonderDubbele('scherm', schermen).sort(
    (a, b) => open(a) - open(b) || b.pad.length - a.pad.length,
  );
}

/** Commands of loaded modules: `opdracht`, or several as `opdrachten`. */
export function opdrachtenUit(modules: Modules): readonly Opdracht[] {
  const alle = Object.entries(modules).flatMap(([pad, module]) => {
    const { opdracht, opdrachten } = isObject(module) ? module : {};
    const gevonden: unknown[] = [
      ...(opdracht === undefined ? [] : [opdracht]),
      ...(Array.isArray(opdrachten) ? (opdrachten as unknown[]) : []),
    ];
    if (gevonden.length === 0 || !gevonden.every(isOpdracht)) {
      throw new Error(`${pad} heeft geen geldig export 'opdracht' of 'opdrachten'`);
    }
    return gevonden;
  });
  return zonderDubbele('opdracht', alle);
}

const GROEPEN = ['werk', 'verantwoorden', 'huis'] as const;
export type Menugroep = (typeof GROEPEN)[number];

/** The menu: per group, in order. Groups without screens are left out. */
export function menuVan(
  alle: readonly Scherm[],
): readonly { groep: Menugroep; schermen: readonly Scherm[] }[] {
  return GROEPEN.map((groep) => ({
    groep,
    schermen: alle
      .filter((s) => s.menu?.groep === groep)
      .sort((a, b) => (a.menu?.volgorde ?? 0) - (b.menu?.volgorde ?? 0)),
  })).filter((g) => g.schermen.length > 0);
}
