/**
 * The rules of the window that can be stated without Electron: what is served, with which headers,
 * where one may go, what a page may ask for. Pure, so that tests read the same rules as the shell.
 */
import { posix } from 'node:path';
import { CSP } from '../shared/csp.js';
import { OORSPRONG } from './contract.js';

/** Preferences of every window; a test holds them against the promise in docs/security.md. */
export const WEBVOORKEUREN = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

const TYPEN: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * Names that change with their content. The browser may keep those, and with them what it compiled of
 * them: without that the first screen after unlocking is compiled anew at every start.
 */
const MET_HASH = /^\/?assets\/.+-[\w-]{8}\.\w+$/;

/** Headers of a file of the application. `pad` decides the type; an unknown type is served as bytes. */
export function kopregels(pad: string): Record<string, string> {
  return {
    'Content-Type': TYPEN[posix.extname(pad)] ?? 'application/octet-stream',
    'Content-Security-Policy': CSP,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
    'Cache-Control': MET_HASH.test(pad) ? 'private, max-age=31536000, immutable' : 'no-store',
  };
}

/**
 * Path inside the renderer's folder for a requested address, or null when it is not ours: another
 * origin, or anything that leaves the folder after decoding.
 */
export function bestandVoor(adres: string): string | null {
  let url: URL;
  try {
    url = new URL(adres);
  } catch {
    return null;
  }
  if (`${url.protocol}//${url.host}` !== OORSPRONG) return null;
  let pad: string;
  try {
    pad = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (pad.includes('\0') || pad.includes('\\')) return null;
  const schoon = posix.normalize(pad);
  if (schoon.split('/').includes('..')) return null;
  return schoon === '/' ? 'index.html' : schoon.replace(/^\/+/, '');
}

/** The renderer asks the system for nothing but to copy text it was told to copy. */
export function magToestemming(soort: string): boolean {
  return soort === 'clipboard-sanitized-write';
}

/** Whether an address may be opened in the user's own browser. */
export function magExtern(adres: string): boolean {
  return URL.canParse(adres) && new URL(adres).protocol === 'https:';
}
