import { useStore } from 'zustand';
import { taal, type Taalcode, type Teksten, type Tweetalig } from './index.js';

/** The texts in the chosen language. */
export function useTeksten<T extends Teksten>(teksten: Tweetalig<T>): Tweetalig<T>['nl'] {
  return teksten[useStore(taal, (s) => s.code)];
}

/** The chosen language, for what formats dates and numbers. */
export function useTaal(): Taalcode {
  return useStore(taal, (s) => s.code);
}
