import { defineConfig } from '@playwright/test';

/** End to end, in a real Chromium. The harness starts the browsers: each device has its own profile. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  workers: 2,
  fullyParallel: false,
  // A busy machine of two cores takes some five times as long as a quiet one; who hangs is found all the same.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  globalSetup: './harness/bouw.ts',
  outputDir: '../test-results',
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  forbidOnly: true,
});
