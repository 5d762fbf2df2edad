import { type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What is at an absolute path, or `undefined`. From the top down, since versions of Node do not agree whether a file
 * in the place of a folder makes a path absent or an error.
 * @throws Error when the path leads through what is no folder, or may not be looked at
 */
export function fileAt(path: string): Stats | undefined {
  const parent = dirname(path);
  if (parent !== path) {
    const above = fileAt(parent);
    if (above === undefined) return undefined;
    if (!above.isDirectory()) throw new Error(`${parent} is not a folder`);
  }
  return statSync(path, { throwIfNoEntry: false });
}
