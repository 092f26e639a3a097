/** The line to the BRP from the shell: the address that the user allowed, and no other. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { maakBrpkanaal, type Brpkanaal } from '../../../electron/brp.js';
import { KANALEN } from '../../../electron/contract.js';
import { GROOTSTE_ANTWOORD, vraagOpBsn } from '../../../shared/brp/index.js';
import { BRPSLEUTEL, startBrpserver, type Brpserver } from '../../harness/brpserver.js';
import { alsServerpersoon, PROEFPERSONEN } from '../../harness/brppersonen.js';

const { ruben } = PROEFPERSONEN;
let map: string;
let server: Brpserver;
let kanaal: Brpkanaal;
beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'casuskluis-brp-'));
  // Like the national one: it says nothing to a browser.
  server = await startBrpserver([alsServerpersoon(ruben)], { cors: false });
  kanaal = maakBrpkanaal(join(map, 'brp.json'), fetch, 300);
});
afterEach(async () => {
  await server.stop();
  await rm(map, { recursive: true });
});
const verzoek = {
  sleutelsoort: 'x-api-key' as const,
  sleutel: BRPSLEUTEL,
  vraag: vraagOpBsn(ruben.bsn).tekst,
};

describe('the shell', () => {
  it('calls nobody before an address was set, and that one after', async () => {
    expect(await kanaal.adres()).toBeNull();
    expect(await kanaal.vraag(verzoek)).toEqual({ fout: 'geen-adres' });
    await kanaal.zet(server.adres);
    expect(await kanaal.adres()).toBe(server.adres);
    expect(await kanaal.vraag(verzoek)).toMatchObject({ status: 200 });
    expect(server.aanroepen).toHaveLength(1);
    // Kept for the next time that the application starts, without a key.
    expect(await maakBrpkanaal(join(map, 'brp.json'), fetch).adres()).toBe(server.adres);
    expect(await readFile(join(map, 'brp.json'), 'utf8')).not.toContain(BRPSLEUTEL);
    expect(await readdir(map)).toEqual(['brp.json']);
    await kanaal.zet(null);
    expect(await kanaal.adres()).toBeNull();
  });

  it.each([
    '{"adres":"http://elders.voorbeeld.nl"}',
    '{"adres":"file:///etc/passwd"}',
    '{"adres"',
    '[]',
  ])('takes no address from a file with %s', async (inhoud) => {
    const stil = vi.spyOn(console, 'error').mockReturnValue();
    await writeFile(join(map, 'brp.json'), inhoud);
    expect(await kanaal.adres()).toBeNull();
    expect(await kanaal.vraag(verzoek)).toEqual({ fout: 'geen-adres' });
    stil.mockRestore();
  });

  it('gives what goes wrong as a value', async () => {
    await kanaal.zet(server.adres);
    server.zetGedrag(() => true);
    expect(await kanaal.vraag(verzoek)).toEqual({ fout: 'te-traag' });
    server.zetGedrag((_v, a) => {
      a.end('x'.repeat(GROOTSTE_ANTWOORD + 1));
      return true;
    });
    expect(await kanaal.vraag(verzoek)).toEqual({ fout: 'te-groot' });
    server.zetGedrag((_v, a) => {
      a.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      return true;
    });
    expect(await kanaal.vraag(verzoek)).toEqual({ fout: 'geen-netwerk' });
  });
});

describe('what crosses', () => {
  it.each([
    ['an address', { ...verzoek, adres: 'https://elders.voorbeeld.nl' }],
    ['a header', { ...verzoek, koppen: { cookie: 'x' } }],
  ])('%s from the page is not passed on', (_naam, vraag) => {
    expect(KANALEN['brp:vraag'].vraag.parse(vraag)).toEqual(verzoek);
  });

  it.each([
    ['a key with a line break', { ...verzoek, sleutel: 'a\r\nX-Ander: b' }],
    ['no key', { ...verzoek, sleutel: '' }],
    ['a question without end', { ...verzoek, vraag: 'x'.repeat(8193) }],
    ['another way of showing a key', { ...verzoek, sleutelsoort: 'cookie' }],
  ])('%s is refused', (_naam, vraag) => {
    expect(KANALEN['brp:vraag'].vraag.safeParse(vraag).success).toBe(false);
  });

  it('an address that may not be called cannot be set', () => {
    for (const adres of ['http://elders.nl', 'https://a:b@brp.nl', 'javascript:1', ''])
      expect(KANALEN['brp:zet-adres'].vraag.safeParse(adres).success).toBe(false);
    expect(KANALEN['brp:zet-adres'].vraag.safeParse(null).success).toBe(true);
  });
});
