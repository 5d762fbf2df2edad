import { readFile } from 'node:fs/promises';
import { defineConfig } from 'vitest/config';
import { browserBuilds } from './scripts/bundle/browser-builds.ts';

// `.ci/run` counts what ran by this file; `npm cit` hands no flags on to vitest.
const report = process.env.VITEST_REPORT;

const languageService = /@actions\/(languageservice|workflow-parser|expressions)\/.*\.js$/;

/** Its source maps name files that are not in the package, which would be a warning each. */
const withoutSourceMaps = {
  name: 'without-source-maps',
  async load(id: string) {
    if (!languageService.test(id)) return undefined;
    return (await readFile(id, 'utf8')).replace(/^\/\/# sourceMappingURL=.*$/m, '');
  },
};

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        test: {
          name: 'npm',
          include: ['test/**/*.test.ts'],
          exclude: ['test/client/**'],
          globalSetup: 'test/process/support/build-bundle.ts',
          // It imports JSON as Node does not.
          server: { deps: { inline: [languageService, /node_modules\/openpgp\//] } },
          testTimeout: 20_000,
        },
        // The libraries as they are bundled.
        plugins: [withoutSourceMaps, { ...browserBuilds, enforce: 'pre' }],
      },
      {
        // The real readers: programs that `.ci/run` installs. A test whose program is missing skips itself, with the reason.
        test: {
          name: 'client',
          include: ['test/client/**/*.test.ts'],
          globalSetup: 'test/process/support/build-bundle.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
