import { describe, expect, it } from 'vitest';
import {
  bestandVoor,
  kopregels,
  magExtern,
  magToestemming,
  WEBVOORKEUREN,
} from '../../../electron/beveiliging.js';

describe('app://casuskluis', () => {
  it('serves the renderer from its own folder', () => {
    expect(bestandVoor('app://casuskluis/')).toBe('index.html');
    expect(bestandVoor('app://casuskluis/assets/a-1.js')).toBe('assets/a-1.js');
    expect(bestandVoor('app://casuskluis/#/casussen')).toBe('index.html');
  });

  it.each([
    'app://ander/index.html',
    'https://casuskluis/index.html',
    'file:///etc/passwd',
    'app://casuskluis/..%2f..%2fetc/passwd',
    'app://casuskluis/%2e%2e/%2e%2e%5cgeheim',
    'app://casuskluis/a%00.html',
    'app://casuskluis/%E0%A4%A',
    'geen adres',
  ])('refuses %s', (adres) => {
    const pad = bestandVoor(adres);
    expect(pad === null || !pad.split('/').includes('..')).toBe(true);
    if (pad !== null) expect(pad).not.toMatch(/^\/|\\|\0/);
  });

  it('gives every file the policy and forbids guessing its type', () => {
    const kop = kopregels('assets/a.js');
    expect(kop['Content-Type']).toContain('text/javascript');
    expect(kop['Content-Security-Policy']).toContain("default-src 'none'");
    expect(kop['Content-Security-Policy']).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    expect(kop['X-Content-Type-Options']).toBe('nosniff');
    expect(kopregels('vreemd.xyz')['Content-Type']).toBe('application/octet-stream');
  });
});

describe('what the browser may keep', () => {
  it.each(['/assets/index-CLvnApY5.js', 'assets/merk-BtS7RA46.svg', 'assets/a-b_c-_d12.woff2'])(
    'keeps %s, whose name changes with its content',
    (pad) => expect(kopregels(pad)['Cache-Control']).toContain('immutable'),
  );
  it.each(['/index.html', '/casuskluis.json', 'assets/a.js', '/elders/index-CLvnApY5.js'])(
    'asks for %s every time',
    (pad) => expect(kopregels(pad)['Cache-Control']).toBe('no-store'),
  );
});

describe('the window', () => {
  it('keeps the promised preferences', () => {
    expect(WEBVOORKEUREN).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('allows copying of text and nothing else', () => {
    expect(magToestemming('clipboard-sanitized-write')).toBe(true);
    for (const soort of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'usb',
      'openExternal',
    ]) {
      expect(magToestemming(soort)).toBe(false);
    }
  });

  it('opens https outside, and no other scheme', () => {
    expect(magExtern('https://www.voorbeeld.nl/')).toBe(true);
    for (const adres of [
      'http://voorbeeld.nl',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://x',
      'x',
    ]) {
      expect(magExtern(adres)).toBe(false);
    }
  });
});
