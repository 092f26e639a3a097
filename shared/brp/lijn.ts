/**
 * The line to the BRP: one POST to `{adres}/personen` of the address that the house set, and nothing else. The
 * same in the shell and in the browser. What comes back is bounded in time and in size, and is not read here.
 *
 * With *fetch* of the browser the service must allow this origin (CORS), which the national one does not; the
 * shell calls from its own process (`electron/brp.ts`).
 */
import { z } from 'zod';

/** How the service wants to be shown its key. */
export const SLEUTELSOORTEN = ['x-api-key', 'bearer'] as const;

export const GROOTSTE_ANTWOORD = 1024 * 1024;
export const GROOTSTE_VRAAG = 8 * 1024;
export const WACHT_OP_BRP_MS = 15_000;

/**
 * Base address, for example `https://brp.voorbeeld.nl/haalcentraal/api/brp`: https, or this device. Without user,
 * query or fragment, so that what is shown to the user is where it goes.
 */
export const brpadres = z
  .url({ abort: true })
  .max(500)
  .refine((tekst) => {
    const { protocol, hostname, username, password, search, hash } = new URL(tekst);
    const isHier = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    const isVeilig = protocol === 'https:' || (protocol === 'http:' && isHier);
    return isVeilig && username === '' && password === '' && search === '' && hash === '';
  });

/** What goes out. `vraag`: a question of `vraag.ts` as JSON. */
export const brpverzoek = z.object({
  sleutelsoort: z.enum(SLEUTELSOORTEN),
  /** Visible ASCII: it becomes a header. */
  sleutel: z.string().regex(/^[\x21-\x7e]{1,4000}$/),
  vraag: z.string().max(GROOTSTE_VRAAG),
});
export type Brpverzoek = z.infer<typeof brpverzoek>;

/** What came back, unread; or why nothing did. */
export const brplijnuitkomst = z.union([
  z.object({
    status: z.number().int(),
    /** Header Retry-After as it stands; null without. */
    wacht: z.string().max(100).nullable(),
    tekst: z.string().max(GROOTSTE_ANTWOORD),
  }),
  z.object({ fout: z.enum(['geen-adres', 'geen-netwerk', 'te-traag', 'te-groot']) }),
]);
export type Brplijnuitkomst = z.infer<typeof brplijnuitkomst>;

/** The part of *fetch* that is used. */
export type Ophaler = (
  adres: string,
  opties: {
    method: 'POST';
    headers: Record<string, string>;
    body: string;
    redirect: 'error';
    credentials: 'omit';
    cache: 'no-store';
    signal: AbortSignal;
  },
) => Promise<Response>;

/** Never rejects. A redirect is not followed: the key would go along to another place. */
export async function haalBrp(
  haal: Ophaler,
  adres: string,
  { sleutelsoort, sleutel, vraag }: Brpverzoek,
  wachtMs = WACHT_OP_BRP_MS,
): Promise<Brplijnuitkomst> {
  const grens = AbortSignal.timeout(wachtMs);
  try {
    const antwoord = await haal(`${adres.replace(/\/+$/, '')}/personen`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(sleutelsoort === 'bearer'
          ? { authorization: `Bearer ${sleutel}` }
          : { 'x-api-key': sleutel }),
      },
      body: vraag,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: grens,
    });
    const tekst = await leesTot(antwoord, GROOTSTE_ANTWOORD);
    if (tekst === null) return { fout: 'te-groot' };
    const wacht = antwoord.headers.get('retry-after')?.slice(0, 100) ?? null;
    return { status: antwoord.status, wacht, tekst };
  } catch {
    // Whatever the engine calls it: it took too long, or there was no line.
    return { fout: grens.aborted ? 'te-traag' : 'geen-netwerk' };
  }
}

/** The body as text; null as soon as it is more than so many bytes. */
async function leesTot(antwoord: Response, hoogstens: number): Promise<string | null> {
  if (antwoord.body === null) return '';
  const lezer = antwoord.body.getReader();
  const naarTekst = new TextDecoder();
  let bytes = 0;
  let tekst = '';
  for (;;) {
    const { done, value } = await lezer.read();
    if (done) return tekst + naarTekst.decode();
    bytes += value.length;
    if (bytes > hoogstens) {
      await lezer.cancel();
      return null;
    }
    tekst += naarTekst.decode(value, { stream: true });
  }
}
