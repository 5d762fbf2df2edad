import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';

/** The path of a program; `undefined` when it is not installed. */
export async function programPath(name: string): Promise<string | undefined> {
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter)];
  for (const folder of folders) {
    const path = join(folder, name);
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return undefined;
}
