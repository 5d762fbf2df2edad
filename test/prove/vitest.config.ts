import { defineConfig } from 'vitest/config';
import { tableReporter } from './table-reporter.ts';

/** `npm run prove`: every scenario at full depth, for as long as it takes. `npm run fuzz` runs `fuzz.prove.ts` alone. */
export default defineConfig({
  test: {
    include: ['test/prove/**/*.prove.ts'],
    globalSetup: 'test/process/support/build-bundle.ts',
    reporters: ['default', tableReporter()],
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    // Processes that are started by the dozen would only wait for each other.
    fileParallelism: false,
  },
});
