/**
 * Builds the renderer, and the two files of the desktop shell: `main.js` (ESM, self-contained) and
 * `preload.cjs` (one CommonJS file, as a sandboxed preload must be). Everything is bundled, so the
 * package holds only `dist/`.
 */
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

const WORTEL = join(import.meta.dirname, '..');

function schil(invoer: string, uitvoer: string, formaat: 'es' | 'cjs'): InlineConfig {
  return {
    configFile: false,
    root: WORTEL,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist/electron',
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: join(WORTEL, invoer),
        external: ['electron'],
        output: { format: formaat, entryFileNames: uitvoer, codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  };
}

export async function bouwRenderer(): Promise<void> {
  await build({ root: WORTEL, configFile: join(WORTEL, 'vite.config.ts'), logLevel: 'warn' });
}

export async function bouwSchil(): Promise<void> {
  await build(schil('electron/main.ts', 'main.js', 'es'));
  await build(schil('electron/preload.ts', 'preload.cjs', 'cjs'));
}

if (import.meta.filename === process.argv[1]) {
  await bouwRenderer();
  await bouwSchil();
}
