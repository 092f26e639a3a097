/**
 * # What crosses between the renderer and the shell
 *
 * Three files change together: this one, `preload.ts` (the renderer's side) and `ipc.ts` (the
 * shell's side). Every message is parsed with these schemas where it arrives, in both directions,
 * and the shell answers only the main frame of its own window on its own origin.
 */
import { z } from 'zod';

/** Origin of the application inside Electron. No other page is ever loaded. */
export const OORSPRONG = 'app://casuskluis';

const bytes = z.instanceof(Uint8Array);
const niets = z.void();

/** Per channel: what the renderer sends and what it gets. A refusal rejects the promise. */
export const KANALEN = {
  /** HMAC-SHA-256 of at most 256 bytes under the device secret: 32 bytes. Fails when the operating system has no safe key store. */
  'geheim:mac': { vraag: bytes.refine((b) => b.length <= 256), antwoord: bytes },
  /** Lets the user choose files. Gives names and sizes; content is asked for by the returned handle. */
  'bestanden:kies': {
    vraag: z.object({
      soorten: z.array(z.string().regex(/^\.[a-z0-9]{1,8}$/)).max(10),
      meer: z.boolean(),
    }),
    antwoord: z.array(z.object({ greep: z.string(), naam: z.string(), grootte: z.number() })),
  },
  /** Content of a file that the user chose in this session, and of no other. */
  'bestanden:lees': { vraag: z.string().max(64), antwoord: bytes },
  /** Asks where to keep a file, and writes it. False: the user cancelled. */
  'bestanden:bewaar': {
    vraag: z.object({ naam: z.string().max(200), inhoud: bytes }),
    antwoord: z.boolean(),
  },
  /** Opens the print dialog of the present page. */
  'afdrukken:pagina': { vraag: niets, antwoord: niets },
  /** Ends this renderer process and starts a new one: keys and decrypted text go with it. */
  'venster:herstart': { vraag: niets, antwoord: niets },
  /** Opens an https address in the user's browser. */
  'extern:open': { vraag: z.url({ protocol: /^https$/ }).max(2000), antwoord: niets },
} as const;
export type Kanaal = keyof typeof KANALEN;
export type Vraag<K extends Kanaal> = z.infer<(typeof KANALEN)[K]['vraag']>;
export type Antwoord<K extends Kanaal> = z.infer<(typeof KANALEN)[K]['antwoord']>;

/** Shell to renderer, without an answer: lock now (sleep, screen lock, long silence of the system). */
export const VERGRENDEL = 'venster:vergrendel';

/** Given to the preload as one argument of the process, so that it needs no round trip. */
export const infoArgument = z.object({ versie: z.string(), endpoint: z.url().nullable() });
export const INFO_VOORVOEGSEL = '--casuskluis-info=';
