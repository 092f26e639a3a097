/**
 * Preferences of this device that the lock screen needs too: they are outside the vault, in
 * localStorage, and say nothing about any person.
 */
import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import { taal } from '../taal/index.js';

export const THEMAS = ['systeem', 'licht', 'donker'] as const;
/** Minutes without input after which the vault locks. */
export const STILTE_MINUTEN = [1, 5, 10, 15] as const;

const schema = z.object({
  thema: z.enum(THEMAS).default('systeem'),
  taal: z.enum(['nl', 'en']).default('nl'),
  stilte: z.union(STILTE_MINUTEN.map((m) => z.literal(m))).default(5),
});
export type Voorkeuren = z.infer<typeof schema>;

const SLEUTEL = 'casuskluis.voorkeuren';

function lees(): Voorkeuren {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(SLEUTEL) ?? '{}'));
  } catch (reden) {
    console.error('voorkeuren niet gelezen', reden);
    return schema.parse({});
  }
}

export const voorkeuren = createStore<Voorkeuren>(() => schema.parse({}));

/** Puts the stored preferences to work, and keeps them in step with what the user chooses. */
export function startVoorkeuren(): void {
  voorkeuren.subscribe((nu) => {
    try {
      localStorage.setItem(SLEUTEL, JSON.stringify(nu));
    } catch (reden) {
      console.error('voorkeuren niet bewaard', reden);
    }
    pasToe(nu);
  });
  voorkeuren.setState(lees());
}

function pasToe({ thema, taal: code }: Voorkeuren): void {
  const wortel = document.documentElement;
  if (thema === 'systeem') delete wortel.dataset['theme'];
  else wortel.dataset['theme'] = thema === 'licht' ? 'light' : 'dark';
  wortel.lang = code;
  taal.setState({ code });
}

/** Turns to the other of light and dark, starting from what is shown now. */
export function wisselThema(): void {
  const { thema } = voorkeuren.getState();
  const donker =
    thema === 'systeem' ? matchMedia('(prefers-color-scheme: dark)').matches : thema === 'donker';
  voorkeuren.setState({ thema: donker ? 'licht' : 'donker' });
}
