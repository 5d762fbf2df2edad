import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';
import type { TestProject } from 'vitest/node';
import configuration from '../../../rolldown.config.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the bundle that this run of the tests was made from. */
    readonly bundle: string;
  }
}

/**
 * Bundles the sources once for all test files, exactly as `npm run build` does and beside the committed `dist/`, so that
 * a test shows the sources of this moment. That `dist/` is the same is what `npm run check:dist` proves.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'simplestreams-bundle-'));
  await build({ ...configuration, logLevel: 'warn', output: { ...configuration.output, dir } });
  project.provide('bundle', dir);
  return () => rm(dir, { recursive: true, force: true });
}
