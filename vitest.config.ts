import { defineConfig } from 'vitest/config';

const sources = ['src', 'test', 'scripts', 'demo'];
const under = (suffix: string) => sources.map((folder) => `${folder}/**/*${suffix}`);

/** Files share their module instances (isolate: false): eight times faster, and a test that leaves state behind shows. */
const shared = { isolate: false, setupFiles: ['test/noise-fails.ts'] };

export default defineConfig({
  test: {
    ...shared,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [...under('.test.{ts,tsx}'), 'scripts/**/*.test.mjs'],
          exclude: ['**/*.db.test.*', 'test/e2e/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: under('.db.test.{ts,tsx}'),
          exclude: ['test/e2e/**'],
          globalSetup: ['test/factories/postgres-cluster.ts'],
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.{ts,tsx}'],
          globalSetup: ['test/e2e/build-once.ts', 'test/factories/postgres-cluster.ts'],
          // Last and by themselves: a server and a browser beside other tests would wait for each other.
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
