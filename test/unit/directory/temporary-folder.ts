import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LockPlace } from '../../../src/adapters/directory/lock-file.ts';
import { currentOwner } from '../../../src/adapters/directory/owner.ts';

/** An empty folder for the test that runs, removed when it ends. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'simplestreams-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Where a lock can be held, by this process. */
export function lockPlace(): LockPlace {
  const folder = temporaryFolder();
  const [locks, temporary] = [join(folder, 'lock'), join(folder, 'tmp')];
  for (const each of [locks, temporary]) mkdirSync(each);
  return { locks, temporary, owner: currentOwner() };
}
