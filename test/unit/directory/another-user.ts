import { chmodSync } from 'node:fs';
import { onTestFinished } from 'vitest';

/** Of nobody, on every system. */
const nobody = 65534;

/**
 * Lets the test that runs meet permissions: root, whom nothing is forbidden, is somebody else until it ends.
 * @param folder a temporary one, which everybody may search then
 */
export function asOrdinaryUser(folder: string): void {
  chmodSync(folder, 0o755);
  const { geteuid, seteuid } = process;
  if (geteuid?.() !== 0 || seteuid === undefined) return;
  seteuid(nobody);
  onTestFinished(() => seteuid(0));
}
