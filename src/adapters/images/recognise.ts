import { InputError } from '../../core/error.ts';
import type { Compression, ImageFacts } from '../../core/images/facts.ts';
import {
  bootHeadSize,
  bootKind,
  formatHeadSize,
  isTarHeader,
  recogniseFormat,
} from '../../core/images/format.ts';
import { qcow2Problems } from '../../core/images/qcow2.ts';
import { squashfsProblems } from '../../core/images/squashfs.ts';
import { zstdWindowProblem } from '../../core/images/zstd-window.ts';
import { decompress } from './decompress.ts';
import { fileChunks, readBytes } from './file-bytes.ts';
import type { OpenFile } from './open-file.ts';
import { peek } from './peek.ts';
import { inspectTarball } from './tarball.ts';

const expected =
  'expected a squashfs, a qcow2 disk, or a tarball (plain, or with gzip, xz or zstd)';

/** What the file is, by its content alone. @throws InputError IMAGE_INVALID when clients cannot use it */
export async function recognise(
  file: OpenFile,
  signal: AbortSignal | undefined,
): Promise<ImageFacts> {
  const head = new Uint8Array(Math.min(formatHeadSize, file.size));
  await readBytes(file, 0, head, signal);
  const format = recogniseFormat(head);
  switch (format.kind) {
    case 'squashfs':
      refuse(squashfsProblems(head, file.size));
      return { kind: 'squashfs' };
    case 'qcow2':
      refuse(qcow2Problems(head));
      return { kind: 'qcow2' };
    case 'tarball': {
      const problem = format.compression === 'zstd' ? zstdWindowProblem(head) : undefined;
      refuse(problem === undefined ? [] : [problem]);
      const expanded = decompress(format.compression, fileChunks(file, signal));
      return await inspectExpanded(expanded, format.compression);
    }
    case 'disk':
      return { kind: 'disk', compression: 'none' };
    case 'kernel':
    case 'initrd':
    case 'text':
      return { kind: format.kind };
    case 'other': {
      const advice = format.advice === undefined ? '' : `; ${format.advice}`;
      throw new InputError('IMAGE_INVALID', `is ${format.found}; ${expected}${advice}`);
    }
  }
}

/** A compressed file is a tarball, if it is nothing that a machine boots. */
async function inspectExpanded(
  expanded: AsyncIterable<Uint8Array>,
  compression: Compression,
): Promise<ImageFacts> {
  const { head, all, close } = await peek(expanded, bootHeadSize);
  const kind = isTarHeader(head) ? undefined : bootKind(head);
  if (kind === undefined) return inspectTarball(all, compression);
  await close();
  return kind === 'disk' ? { kind, compression } : { kind };
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new InputError('IMAGE_INVALID', problems);
}
