/** What floats above the screens now, and whether the user chose to work offline. */
import { createStore } from 'zustand/vanilla';

export const venster = createStore<{
  readonly palet: boolean;
  readonly toetsenhulp: boolean;
  readonly gepauzeerd: boolean;
}>(() => ({ palet: false, toetsenhulp: false, gepauzeerd: false }));

export const openPalet = (): void => venster.setState({ palet: true, toetsenhulp: false });
export const openToetsenhulp = (): void => venster.setState({ toetsenhulp: true, palet: false });
