import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'vitest';
import { skipBecause } from '../../process/support/skip.ts';

/** The programs the client tests start. */
export type Tool =
  | 'bash'
  | 'buildah'
  | 'busybox'
  | 'git'
  | 'gitlab-ci-local'
  | 'gpgv'
  | 'incus'
  | 'incusd'
  | 'incus-simplestreams'
  | 'lxc'
  | 'lxd'
  | 'mksquashfs'
  | 'openssl'
  | 'qemu-img'
  | 'rsync'
  | 'tar'
  | 'xdelta3'
  | 'xz';

/** Skips the running test, with the reason, when one of the programs is not there. */
export function need(context: TestContext, ...tools: readonly Tool[]): void {
  const missing = tools.filter((tool) => find(tool) === undefined);
  if (missing.length > 0) skipBecause(context, `${missing.join(', ')} not installed`);
}

export function have(...tools: readonly Tool[]): boolean {
  return tools.every((tool) => find(tool) !== undefined);
}

/** The path of a program that is known to be there. */
export function pathOf(tool: Tool): string {
  const path = find(tool);
  if (path === undefined) throw new Error(`${tool} is not installed`);
  return path;
}

function find(tool: Tool): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, tool)).find(executable);
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
