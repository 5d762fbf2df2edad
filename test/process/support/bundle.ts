import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';
import { afterAll } from 'vitest';
import configuration from '../../../rolldown.config.ts';

/** The paths of the two programs. */
export interface Bundled {
  readonly cli: string;
  readonly action: string;
}

// Registered for the test file that imports this: in a hook of its own, vitest would not run it.
const made: string[] = [];
afterAll(async () => {
  for (const dir of made) await rm(dir, { recursive: true, force: true });
});

/**
 * Bundles the sources exactly as `npm run build` does, beside the committed `dist/`, so that a test shows the sources
 * of this moment. That `dist/` is the same is what `npm run check:dist` proves. Removed after the test file.
 */
export async function bundle(): Promise<Bundled> {
  const dir = await mkdtemp(join(tmpdir(), 'simplestreams-bundle-'));
  made.push(dir);
  await build({ ...configuration, logLevel: 'warn', output: { ...configuration.output, dir } });
  return { cli: join(dir, 'cli.mjs'), action: join(dir, 'action.mjs') };
}

/** The CLI alone. */
export async function bundleCli(): Promise<string> {
  return (await bundle()).cli;
}
