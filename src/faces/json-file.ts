import { randomBytes } from 'node:crypto';
import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileAt } from './file-at.ts';

/** Why a file cannot be put at `path`, or `undefined`: what is there already must be a file, not a device. */
export function unfitTarget(path: string, cwd: string): string | undefined {
  try {
    const found = fileAt(resolve(cwd, path));
    return found === undefined || found.isFile() ? undefined : 'it is there, and is not a file';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Puts `value` at `path` as JSON, as {@link writeTextFile} does. */
export function writeJsonFile(path: string, cwd: string, value: unknown): void {
  writeTextFile(path, cwd, toJson(value));
}

/** Puts `text` at `path`, whole or not at all, and makes the folders above it. */
export function writeTextFile(path: string, cwd: string, text: string): void {
  const unfit = unfitTarget(path, cwd);
  if (unfit !== undefined) throw new Error(`${path}: ${unfit}`);
  const target = behindLinks(resolve(cwd, path));
  const temporary = join(
    dirname(target),
    `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  mkdirSync(dirname(target), { recursive: true });
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** As it is printed and written: indented, for people who look at it too. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function behindLinks(path: string): string {
  return fileAt(path) === undefined ? path : realpathSync(path);
}
