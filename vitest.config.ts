import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,property,attack}/**/*.test.ts'],
    globalSetup: ['test/harness/postgres-samen.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Two cores is what the smallest machine has: by itself Vitest would use one of them.
    maxWorkers: '100%',
  },
});
