import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One committed file that is made from sources, whole or between markers. */
export interface Generator {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /**
   * What the file has to be.
   * @param existing what it is now, `''` when there is none: for files of which only sections are generated
   */
  content(existing: string): string | Promise<string>;
}

export interface StaleFile {
  readonly path: string;
  readonly content: string;
}

/** The files below `project` that are not what their generators make of them, in the generators' order. */
export async function staleFiles(
  project: string,
  generators: readonly Generator[],
): Promise<readonly StaleFile[]> {
  const stale: StaleFile[] = [];
  for (const generator of generators) {
    const existing = await readText(join(project, generator.path));
    const content = await generator.content(existing ?? '');
    if (content !== existing) stale.push({ path: generator.path, content });
  }
  return stale;
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
