import { chmodSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { onTestFinished } from 'vitest';

/** Of nobody, on every system. */
const nobody = 65534;

/**
 * Lets the test that runs meet permissions: root, whom nothing is forbidden, is somebody else until it ends.
 * @param folder a temporary one, which everybody may search then, as the folders above it
 */
export function asOrdinaryUser(folder: string): void {
  chmodSync(folder, 0o755);
  const { geteuid, seteuid } = process;
  if (geteuid?.() !== 0 || seteuid === undefined) return;
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    letSearch(above);
  }
  seteuid(nobody);
  onTestFinished(() => seteuid(0));
}

/** A folder for temporary files may be root's alone; the other user is still of its group. */
function letSearch(folder: string): void {
  const { mode } = statSync(folder);
  if ((mode & 0o011) === 0o011) return;
  onTestFinished(() => chmodSync(folder, mode));
  chmodSync(folder, mode | 0o011);
}
