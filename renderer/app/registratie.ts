/**
 * The registry: every `screens/<naam>/scherm.tsx` and every `*.opdracht.ts(x)` is found by itself.
 * Adding a screen or a command is adding one file.
 */
import { opdrachtenUit, schermenUit } from './register.js';

export const schermen = schermenUit(import.meta.glob('../screens/*/scherm.tsx', { eager: true }));

export const opdrachten = opdrachtenUit(
  import.meta.glob('../{app,screens,onderdelen}/**/*.opdracht.{ts,tsx}', { eager: true }),
);
