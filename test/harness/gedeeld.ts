/**
 * Shared data next to the project, which a clean clone does not have. A test that needs it asks here,
 * and is skipped with a printed reason when it is absent:
 *
 *     const map = gedeeldPad('data', 'caseload-baronie-2023');
 *     it.skipIf(map === null)('…', () => { … });
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORTEL = fileURLToPath(new URL('../../../shared', import.meta.url));

/** Absolute path under `../shared`, or null (and a line in the output) when it is not there. */
export function gedeeldPad(...delen: string[]): string | null {
  const pad = resolve(WORTEL, ...delen);
  if (existsSync(pad)) return pad;
  console.info(
    `OVERGESLAGEN: ../shared/${delen.join('/')} is er niet; tests die het gebruiken draaien niet`,
  );
  return null;
}
