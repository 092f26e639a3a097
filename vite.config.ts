/**
 * Builds the renderer. The content security policy is written into the page, and is the same that
 * the start script and the desktop shell send as a header; only `frame-ancestors` works as a header
 * alone and is left out of the page.
 */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { CSP } from './shared/csp.js';

const IN_PAGE = CSP.split('; ')
  .filter((regel) => !regel.startsWith('frame-ancestors'))
  .join('; ');

/**
 * The browser otherwise compiles a function when it first runs, and the first of the screens runs when
 * the user has just unlocked. Chromium keeps what it compiled beside the file, so this is paid once
 * (github.com/WICG/explicit-javascript-compile-hints-file-based).
 */
const vooraf: Plugin = {
  name: 'vooraf-vertaald',
  apply: 'build',
  generateBundle: {
    // It has to be the first line, and Vite itself puts one before.
    order: 'post',
    handler(_opties, bundel) {
      for (const deel of Object.values(bundel))
        if (deel.type === 'chunk' && deel.isEntry)
          deel.code = `//# allFunctionsCalledOnLoad\n${deel.code}`;
    },
  },
};

/** Only in the build: the development server needs inline scripts for its hot reload. */
const cspInPage: Plugin = {
  name: 'csp-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: IN_PAGE },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  base: './',
  plugins: [react(), cspInPage, vooraf],
  build: {
    outDir: 'dist/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    // A font or image as a data: address would fall outside the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  server: {
    host: '127.0.0.1',
    strictPort: true,
    hmr: { overlay: false },
    watch: { ignored: ['**/data/**', '**/dist/**'] },
  },
});
