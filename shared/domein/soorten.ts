/** Types that every file of the domain uses. */

/** Calendar date `jjjj-mm-dd` without a time zone. Parsed at the border, trusted inside. */
export type IsoDate = string;

/** Language of what a person reads. */
export type Taal = 'nl' | 'en';

/** A document as the vault hands it out: nobody may change it in place. */
export type Onveranderlijk<T> = T extends (infer U)[]
  ? readonly Onveranderlijk<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Onveranderlijk<T[K]> }
    : T;
