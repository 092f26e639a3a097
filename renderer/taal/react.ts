import { useStore } from 'zustand';
import { taal, type Teksten, type Tweetalig } from './index.js';

/** The texts in the chosen language. */
export function useTeksten<T extends Teksten>(teksten: Tweetalig<T>): Tweetalig<T>['nl'] {
  return teksten[useStore(taal, (s) => s.code)];
}
