/**
 * Finds Electron's runtime. It is not in the npm package: the first use downloads it, and that fails
 * on a network that does not reach it. Nothing outside this file depends on it being there.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fout, ok, type Result } from '../shared/result.js';

/** How long the download may take before the browser is used instead. */
const GEDULD_MS = 20_000;

/** Path of the executable, or why there is none, in words for the user. */
export async function vindElectron(): Promise<Result<string, string>> {
  const pakket = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return fout('dit systeem heeft geen beeldscherm');
  }
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return fout('het bureaubladprogramma start niet als root, omdat de sandbox dan uit moet');
  }
  const pad = padIn(pakket);
  if (pad) return ok(pad);
  if (!(await haalOp(join(pakket, 'install.js')))) {
    return fout('het bureaubladprogramma (Electron) kon niet worden opgehaald');
  }
  const gehaald = padIn(pakket);
  return gehaald
    ? ok(gehaald)
    : fout('het bureaubladprogramma (Electron) is niet volledig opgehaald');
}

function padIn(pakket: string): string | null {
  const eigen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const naamBestand = join(pakket, 'path.txt');
  const naam = existsSync(naamBestand) ? readFileSync(naamBestand, 'utf8') : 'electron';
  const pad = join(eigen ?? join(pakket, 'dist'), naam);
  return existsSync(pad) ? pad : null;
}

function haalOp(script: string): Promise<boolean> {
  return new Promise((klaar) => {
    const proces = spawn(process.execPath, [script], { stdio: 'ignore', timeout: GEDULD_MS });
    proces.once('error', () => klaar(false));
    proces.once('exit', (code) => klaar(code === 0));
  });
}

/** Starts the shell. Resolves with the process once it has stayed up for a moment, or with a reason. */
export async function startElectron(
  pad: string,
  wortel: string,
  endpoint: string,
): Promise<Result<ChildProcess, string>> {
  const proces = spawn(pad, [wortel], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CASUSKLUIS_ENDPOINT: endpoint },
  });
  return new Promise((klaar) => {
    const wacht = setTimeout(() => klaar(ok(proces)), 3000);
    const mis = (reden: string): void => {
      clearTimeout(wacht);
      klaar(fout(reden));
    };
    proces.once('error', (e) => mis(`het bureaubladprogramma start niet: ${e.message}`));
    proces.once('exit', (code) =>
      mis(`het bureaubladprogramma stopte meteen (code ${String(code)})`),
    );
  });
}
