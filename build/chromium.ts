/**
 * Finds a Chromium for the tests, the demo and the screenshots, and gets one where there is none:
 * Debian's package as root, else Playwright's own download.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { fout, ok, type Result } from '../shared/result.js';

const PLEKKEN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Arguments for headless use: no sandbox only where the user is root, and no traffic of its own. */
export const CHROMIUMARGUMENTEN: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** Path of an installed Chromium, or null. `CASUSKLUIS_CHROMIUM` names another; `geen` hides them all. */
export function vindChromium(): string | null {
  const eigen = process.env['CASUSKLUIS_CHROMIUM'];
  if (eigen === 'geen') return null;
  const plekken = eigen ? [eigen] : [...PLEKKEN, chromium.executablePath()];
  return plekken.find((pad) => pad !== '' && existsSync(pad)) ?? null;
}

/** The same, installing it when it is missing. The error says what was tried. */
export function zorgVoorChromium(): Result<string, string> {
  const aanwezig = vindChromium();
  if (aanwezig) return ok(aanwezig);
  if (process.env['CASUSKLUIS_CHROMIUM'] === 'geen')
    return fout('uitgezet met CASUSKLUIS_CHROMIUM=geen');
  const geprobeerd: string[] = [];
  const probeer = (naam: string, opdracht: string, ...argumenten: string[]): boolean => {
    console.log(`Chromium ontbreekt: ${naam} wordt geprobeerd`);
    const { status } = spawnSync(opdracht, argumenten, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 240_000,
    });
    if (status !== 0) geprobeerd.push(`${naam} mislukte`);
    return status === 0;
  };
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    probeer('apt-get update', 'apt-get', 'update', '-qq');
    probeer('apt-get install chromium', 'apt-get', 'install', '-y', '-qq', 'chromium');
  }
  if (!vindChromium())
    probeer('playwright install chromium', 'npx', 'playwright', 'install', 'chromium');
  const nu = vindChromium();
  return nu ? ok(nu) : fout(geprobeerd.join('; ') || 'niet gevonden na installatie');
}
