import { open, unlink } from 'node:fs/promises';
import { InputError } from '../../core/error.ts';
import type { KeyFingerprint } from '../../ports.ts';
import { generateSigningKey, type NewSigningKey } from './keygen.ts';

export interface KeygenRequest extends NewSigningKey {
  /** Where the private key goes: `key.asc`. */
  readonly out: string;
}

export interface KeyFiles {
  readonly privateKey: string;
  /** Beside it: `key.pub.asc`. */
  readonly publicKey: string;
  /** Beside it too: `key.rev.asc`. */
  readonly revocation: string;
  readonly fingerprint: KeyFingerprint;
}

/**
 * Makes a signing key and writes it to three new files: the private one and the certificate that revokes it, which its
 * owner alone may read, and the public one. Nothing is overwritten, and nothing is left behind when it fails.
 *
 * @throws InputError INPUT_INVALID when the user ID is none, or a file exists or cannot be written
 */
export async function keygen({ out, ...key }: KeygenRequest): Promise<KeyFiles> {
  const pair = await generateSigningKey(key);
  const name = out.replace(/\.asc$/, '');
  const [publicKey, revocation] = [`${name}.pub.asc`, `${name}.rev.asc`];
  await writeNewFiles([
    { path: out, mode: 0o600, text: pair.privateKey },
    { path: publicKey, mode: 0o644, text: pair.publicKey },
    { path: revocation, mode: 0o600, text: pair.revocation },
  ]);
  return { privateKey: out, publicKey, revocation, fingerprint: pair.fingerprint };
}

interface NewFile {
  readonly path: string;
  readonly mode: number;
  readonly text: string;
}

async function writeNewFiles(files: readonly NewFile[]): Promise<void> {
  const made: string[] = [];
  const problems: string[] = [];
  for (const { path, mode, text } of files) {
    try {
      const file = await open(path, 'wx', mode);
      made.push(path);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      problems.push(describe(path, error));
    }
  }
  if (problems.length === 0) return;
  await Promise.all(made.map((path) => unlink(path)));
  throw new InputError('INPUT_INVALID', problems);
}

function describe(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : error;
  return code === 'EEXIST'
    ? `${path} exists already, and a key is never overwritten: move it away or name another file`
    : `${path} cannot be written (${code}): name a file in a folder you may write to`;
}
