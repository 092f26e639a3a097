/**
 * # What crosses between the renderer and the shell
 *
 * Three files change together: this one, `preload.ts` (the renderer's side) and `ipc.ts` (the
 * shell's side). Every message is parsed with these schemas where it arrives, in both directions,
 * and the shell answers only the main frame of its own window on its own origin.
 */
import { z } from 'zod';
import { brpadres, brplijnuitkomst, brpverzoek } from '../shared/brp/lijn.js';
import {
  GROOTSTE_RESERVEBESTAND,
  RESERVEFOUTEN,
  reservenaam,
  submap,
} from '../shared/reservemap.js';
import { GROOTSTE_STUK, STUK, stuknaam } from '../shared/stukken.js';

/** Origin of the application inside Electron. No other page is ever loaded. */
export const OORSPRONG = 'app://casuskluis';

const bytes = z.instanceof(Uint8Array);
const niets = z.void();
/** Characters. */
const GROOTSTE_GETUIGE = 500;

/** Per channel: what the renderer sends and what it gets. A refusal rejects the promise. */
export const KANALEN = {
  /** HMAC-SHA-256 of at most 256 bytes under the device secret: 32 bytes. Fails when the operating system has no safe key store. */
  'geheim:mac': { vraag: bytes.refine((b) => b.length <= 256), antwoord: bytes },
  /** Lets the user choose files. Gives names and sizes; content is asked for by the returned handle. */
  'bestanden:kies': {
    vraag: z.object({
      /** None: every file. */
      soorten: z.array(z.string().regex(/^\.[a-z0-9]{1,8}$/)).max(10),
      meer: z.boolean(),
    }),
    antwoord: z.array(z.object({ greep: z.string(), naam: z.string(), grootte: z.number() })),
  },
  /** Content of a file that the user chose in this session, and of no other. */
  'bestanden:lees': { vraag: z.string().max(64), antwoord: bytes },
  /** The bytes from `van` up to `tot` of such a file, for who reads it bit by bit; fewer at its end. */
  'bestanden:deel': {
    vraag: z
      .object({
        greep: z.string().max(64),
        van: z.number().int().min(0),
        tot: z.number().int().min(0),
      })
      .refine(({ van, tot }) => van <= tot && tot - van <= STUK),
    antwoord: bytes,
  },
  /** Asks where to keep a file, and writes it. False: the user cancelled. */
  'bestanden:bewaar': {
    vraag: z.object({ naam: z.string().max(200), inhoud: bytes }),
    antwoord: z.boolean(),
  },
  /**
   * A sealed chunk of an attachment, in a folder of its own below the user's data. The name is a hash,
   * so that no other file can be named. On disk when it answers `bewaard`; at `vol` it is not there.
   */
  'stukken:schrijf': {
    vraag: z.object({
      naam: stuknaam,
      bytes: bytes.refine((b) => b.length <= GROOTSTE_STUK),
    }),
    antwoord: z.enum(['bewaard', 'vol']),
  },
  /** Null when it is not there. */
  'stukken:lees': { vraag: stuknaam, antwoord: bytes.nullable() },
  'stukken:verwijder': { vraag: stuknaam, antwoord: niets },
  'stukken:namen': { vraag: niets, antwoord: z.array(stuknaam).readonly() },
  /** The folder with backups: where it is, whether it can be reached, and its free bytes. */
  'reserve:stand': {
    vraag: niets,
    antwoord: z.object({ pad: z.string(), bereikbaar: z.boolean(), vrij: z.number().nullable() }),
  },
  /** Lets the user choose another folder for backups. False: the user cancelled. */
  'reserve:kies': { vraag: niets, antwoord: z.boolean() },
  /** Files in it, of every device that keeps backups there. */
  'reserve:lijst': {
    vraag: niets,
    antwoord: z.array(z.object({ sub: submap, naam: reservenaam, grootte: z.number() })).readonly(),
  },
  /** Null when it is not there, or the folder cannot be reached. */
  'reserve:lees': {
    vraag: z.object({ sub: submap, naam: reservenaam }),
    antwoord: bytes.nullable(),
  },
  /** A sealed backup or a part of one; on disk when it answers `bewaard`. */
  'reserve:schrijf': {
    vraag: z.object({
      sub: submap,
      naam: reservenaam,
      bytes: bytes.refine((b) => b.length <= GROOTSTE_RESERVEBESTAND),
    }),
    antwoord: z.enum(['bewaard', ...RESERVEFOUTEN]),
  },
  'reserve:verwijder': { vraag: z.object({ sub: submap, naam: reservenaam }), antwoord: niets },
  /** Free bytes on the disk of the user's data; null where the system does not say. */
  'schijf:ruimte': { vraag: niets, antwoord: z.number().nullable() },
  /** The witness of how far the store had come, in a file apart from it; null when there is none. */
  'getuige:lees': { vraag: niets, antwoord: z.string().max(GROOTSTE_GETUIGE).nullable() },
  'getuige:schrijf': { vraag: z.string().max(GROOTSTE_GETUIGE), antwoord: niets },
  /** Base address of the service for the BRP that this device may call; null when none was set. */
  'brp:adres': { vraag: niets, antwoord: brpadres.nullable() },
  /**
   * Sets it, after the user said yes in a dialog of the shell: a page that went wrong cannot choose where personal
   * data go. Null takes it away, without asking. False: the user said no, and it stays as it was.
   */
  'brp:zet-adres': { vraag: brpadres.nullable(), antwoord: z.boolean() },
  /**
   * One POST to `/personen` below that address, from the process of the shell: the service does not answer a page
   * (CORS). The renderer gives the question and the key; it never learns another address, nor a header of the answer.
   */
  'brp:vraag': { vraag: brpverzoek, antwoord: brplijnuitkomst },
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
