import type { RelativePath } from '../core/path.ts';
import { objectHeaders } from '../core/root.ts';
import type { Source } from '../ports/store.ts';
import type { Ports } from '../ports.ts';
import { isFresh } from './stage.ts';

/** Small bytes of ours as a source, in one part. */
export function sourceOf({ sha256 }: Pick<Ports, 'sha256'>, bytes: Uint8Array): Source {
  const digest = sha256(bytes);
  return {
    size: bytes.length,
    sha256: digest,
    parts: [{ offset: 0, size: bytes.length, sha256: digest }],
    read: async (offset, target) => {
      if (offset + target.length > bytes.length) {
        throw new RangeError(`${target.length} bytes at ${offset} of a source of ${bytes.length}`);
      }
      target.set(bytes.subarray(offset, offset + target.length));
    },
  };
}

/**
 * Stores a document, a ring or a copy of a head under the path of its digest. False when what lies there must not be
 * named: other bytes, or old ones that nothing `named` names.
 */
export async function storeImmutable(
  ports: Ports,
  path: RelativePath,
  bytes: Uint8Array,
  named: ReadonlySet<string> = new Set(),
): Promise<boolean> {
  const headers = objectHeaders(path, 'immutable');
  const done = await ports.store.create(path, sourceOf(ports, bytes), headers);
  if (done === 'created' || (done === 'present' && named.has(path))) return true;
  return done === 'present' && (await stands(ports, path));
}

/** True when the object is there and young enough to be named. */
export async function stands(ports: Ports, path: RelativePath): Promise<boolean> {
  const found = await ports.store.stat(path);
  return found !== undefined && isFresh(found);
}
