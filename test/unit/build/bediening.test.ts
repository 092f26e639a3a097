import { request } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bediening, startBediening } from '../../../build/bediening.js';

let map: string;
let bediening: Bediening;
let oorsprong: string;
let cookie: string;

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'bediening-'));
  await mkdir(join(map, 'assets'));
  await writeFile(join(map, 'index.html'), '<!doctype html>');
  await writeFile(join(map, 'assets', 'a.js'), 'export {};');
  bediening = await startBediening({
    map,
    poort: 0,
    info: { endpoint: 'http://127.0.0.1:1', reden: 'proef', versie: '0' },
  });
  oorsprong = new URL(bediening.adres).origin;
  const antwoord = await fetch(bediening.adres, { redirect: 'manual' });
  cookie = (antwoord.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
});
afterAll(async () => {
  await bediening.stop();
  await rm(map, { recursive: true });
});

const haal = (pad: string, kop: Record<string, string> = { cookie }) =>
  fetch(`${oorsprong}${pad}`, { headers: kop });

describe('the renderer on 127.0.0.1', () => {
  it('listens on the loopback only', () => {
    expect(new URL(oorsprong).hostname).toBe('127.0.0.1');
  });

  it('serves the application to whoever has the token', async () => {
    const pagina = await haal('/');
    expect(pagina.status).toBe(200);
    expect(pagina.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await (await haal('/casuskluis.json')).json()).toEqual({
      endpoint: 'http://127.0.0.1:1',
      reden: 'proef',
      versie: '0',
    });
    expect((await haal('/assets/a.js')).headers.get('content-type')).toContain('javascript');
  });

  it('gives nothing without the token, or with another', async () => {
    for (const pad of ['/', '/casuskluis.json', '/assets/a.js', '/?token=', '/?token=geraden']) {
      expect((await haal(pad, {})).status).toBe(403);
    }
    expect((await haal('/', { cookie: `${cookie.split('=')[0] ?? ''}=geraden` })).status).toBe(403);
  });

  it('names only files that were built', async () => {
    for (const pad of ['/../package.json', '/%2e%2e/package.json', '/assets', '/onbekend']) {
      expect((await haal(pad)).status).toBe(404);
    }
    expect((await fetch(oorsprong, { method: 'POST', headers: { cookie } })).status).toBe(405);
  });

  it('refuses another host name that was pointed here', async () => {
    const { port } = new URL(oorsprong);
    const status = await new Promise((klaar) => {
      request(
        { host: '127.0.0.1', port, path: '/', headers: { host: 'kwaad.example', cookie } },
        (a) => {
          a.resume();
          klaar(a.statusCode);
        },
      ).end();
    });
    expect(status).toBe(421);
  });
});
