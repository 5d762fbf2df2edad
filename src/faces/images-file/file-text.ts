import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileAt } from '../file-at.ts';
import type { Reading, Wrong } from '../reading.ts';

/** A thousand images with all their tags are a tenth of it. */
const largestFile = 1024 * 1024;

export interface FileText {
  /** As the user wrote it. */
  readonly path: string;
  readonly text: string;
}

/** The file that the input `images` names. */
export function readFileText(reading: Reading, cwd: string): FileText | undefined {
  return reading.text('images', (path, wrong) => {
    const text = readText(resolve(cwd, path), wrong);
    return text === undefined ? undefined : { path, text };
  });
}

function readText(path: string, wrong: Wrong): string | undefined {
  try {
    const found = fileAt(path);
    if (found === undefined) return wrong('there is no such file');
    if (!found.isFile()) return wrong('it is not a regular file');
    if (found.size > largestFile) return wrong('it is larger than 1 MiB');
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const isText = error instanceof TypeError;
    return wrong(isText ? 'it is not UTF-8' : error instanceof Error ? error.message : undefined);
  }
}
