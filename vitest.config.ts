import { defineConfig } from 'vitest/config';

// `.ci/run` counts what ran by this file; `npm cit` hands no flags on to vitest.
const report = process.env.VITEST_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        test: {
          name: 'npm',
          include: ['test/**/*.test.ts'],
          exclude: ['test/client/**'],
          testTimeout: 20_000,
        },
      },
      {
        // The real readers: programs that `.ci/run` installs. A test whose program is missing skips itself, with the reason.
        test: {
          name: 'client',
          include: ['test/client/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
