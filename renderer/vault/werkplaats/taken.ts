/** The tasks that the worker knows. Adding one is a file and a line here. */
import { argon } from './argon.js';
import { ontzegel, verzegel } from './enveloppen.js';

export const TAKEN = { argon, ontzegel, verzegel };

export type Taak = keyof typeof TAKEN;
export type Vraag<T extends Taak> = Parameters<(typeof TAKEN)[T]>[0];
export type Antwoord<T extends Taak> = Awaited<ReturnType<(typeof TAKEN)[T]>>;
