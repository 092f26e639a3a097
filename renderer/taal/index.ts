/**
 * Texts in Dutch and English. Each screen keeps its texts beside it, in both languages; the compiler
 * refuses a key that one of them lacks.
 */
import { createStore } from 'zustand/vanilla';

export type Taalcode = 'nl' | 'en';
export type Tekst = string | ((...args: never[]) => string);
export type Teksten = { readonly [sleutel: string]: Tekst | Teksten };

/** Shape of `nl`, with every text replaced by any text of the same kind. */
type ZelfdeVorm<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : ZelfdeVorm<T[K]>;
};

export interface Tweetalig<T extends Teksten> {
  readonly nl: ZelfdeVorm<T>;
  readonly en: ZelfdeVorm<T>;
}

/** Declares the texts of a screen: `const t = defineTeksten({ nl: {…}, en: {…} })`. */
export function defineTeksten<const T extends Teksten>(teksten: {
  nl: T;
  en: NoInfer<ZelfdeVorm<T>>;
}): Tweetalig<T> {
  return teksten as unknown as Tweetalig<T>;
}

/** Chosen language; the application writes it, everybody reads it. */
export const taal = createStore<{ code: Taalcode }>(() => ({ code: 'nl' }));
