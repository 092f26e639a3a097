/** Some houses under simulation, as `npm run fuzz` plays them by the hundreds. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

const HUIZEN = Number(process.env['RUNS'] ?? 6);

it('converges and loses nothing', { timeout: 300_000 }, async () => {
  const fuzz = join(import.meta.dirname, '..', 'fuzz', 'main.ts');
  const seed = process.env['SEED'];
  const vlaggen = ['--runs', String(HUIZEN), ...(seed === undefined ? [] : ['--seed', seed])];
  const kind = spawn(process.execPath, ['--import', 'tsx', fuzz, ...vlaggen], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [uit, mis] = await Promise.all([text(kind.stdout), text(kind.stderr), once(kind, 'close')]);
  console.info(uit.trim());
  expect(kind.exitCode, `${uit}\n${mis}`).toBe(0);
  expect(uit).toContain(`${HUIZEN} huizen`);
});
