import { join } from 'node:path';
import { inject } from 'vitest';

/** The paths of the two programs. */
export interface Bundled {
  readonly cli: string;
  readonly action: string;
}

/** The programs as the sources make them now; see build-bundle.ts. */
export async function bundle(): Promise<Bundled> {
  const dir = inject('bundle');
  return { cli: join(dir, 'cli.mjs'), action: join(dir, 'action.mjs') };
}

/** The CLI alone. */
export async function bundleCli(): Promise<string> {
  return (await bundle()).cli;
}
