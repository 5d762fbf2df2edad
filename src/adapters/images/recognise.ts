import { InputError } from '../../core/error.ts';
import type { ImageFacts } from '../../core/images/facts.ts';
import { formatHeadSize, recogniseFormat } from '../../core/images/format.ts';
import { qcow2Problems } from '../../core/images/qcow2.ts';
import { squashfsProblems } from '../../core/images/squashfs.ts';
import { zstdWindowProblem } from '../../core/images/zstd-window.ts';
import { decompress } from './decompress.ts';
import { fileChunks, readBytes } from './file-bytes.ts';
import type { OpenFile } from './open-file.ts';
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
      return await inspectTarball(expanded, format.compression);
    }
    case 'other': {
      const advice = format.advice === undefined ? '' : `; ${format.advice}`;
      throw new InputError('IMAGE_INVALID', `is ${format.found}; ${expected}${advice}`);
    }
  }
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new InputError('IMAGE_INVALID', problems);
}
