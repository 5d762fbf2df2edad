import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';

/**
 * The files that the patterns mean: in the order of the patterns, sorted within one, each file once. What exists
 * under exactly the name given is that file, whatever characters are in it.
 * @param nothing is told each pattern that matches nothing
 */
export async function expandFiles(
  patterns: readonly string[],
  cwd: string,
  nothing: (pattern: string, why: string) => void,
): Promise<readonly string[]> {
  const files = new Map<string, string>();
  for (const pattern of patterns) {
    const found = await expand(pattern, cwd);
    if (typeof found === 'string') nothing(pattern, found);
    else
      for (const path of found)
        if (!files.has(resolve(cwd, path))) files.set(resolve(cwd, path), path);
  }
  return [...files.values()];
}

/** The files, or why there are none. */
async function expand(pattern: string, cwd: string): Promise<readonly string[] | string> {
  if (existsSync(resolve(cwd, pattern))) return [pattern];
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return 'there is no such file';
  const absolute = isAbsolute(pattern);
  const found = await glob(pattern, { cwd, absolute, expandDirectories: false });
  return found.length === 0 ? 'the pattern matches no file' : found.sort();
}
