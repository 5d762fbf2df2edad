import { parseContentId } from './name.ts';
import { parseRelativePath, type RelativePath } from './path.ts';
import { parseSerial } from './serial.ts';
import { parseStageWord } from './stage-word.ts';

/**
 * What an object is, by its path alone (design: *What lies in a root*).
 * - `kept`: one of the objects that every root has, and that are replaced
 * - `copy`, `document`, `ring`, `image`: immutable, with the digest of its bytes in the path
 * - `customary`: a follower, the document under the name people expect
 * - `staged`: what a job of a build matrix has left for the one that commits
 */
export type StoredPath =
  | { readonly kind: 'kept' | 'customary' | 'staged'; readonly path: RelativePath }
  | {
      readonly kind: 'copy' | 'document' | 'ring' | 'image';
      readonly path: RelativePath;
      /** The first 32 hexadecimal digits of the sha256 that the bytes have. */
      readonly digest: string;
    };

const kept = [
  'streams/v1/index.json',
  'streams/v1/index.sjson',
  'streams/v1/index.json.gpg',
  'streams/v1/prune.json',
  'keyring.gpg',
  'keyring.asc',
  'index.html',
];

/** `undefined` for the path of something that this program does not write. */
export function storedPath(text: string): StoredPath | undefined {
  const path = parseRelativePath(text);
  if (path === undefined) return undefined;
  if (kept.includes(path)) return { kind: 'kept', path };
  return path.startsWith('streams/v1/') ? ofStreams(path) : ofImages(path);
}

const digested = /^(.+)\.([0-9a-f]{32})(?:-[0-9a-f]{8})?\.(json|sjson|gpg)$/;

function ofStreams(path: RelativePath): StoredPath | undefined {
  const name = path.slice('streams/v1/'.length);
  if (name.startsWith('staged/')) return isStaged(name) ? { kind: 'staged', path } : undefined;
  const [, word = '', digest = '', form = ''] = digested.exec(name) ?? [];
  if (word === 'keyring' && form === 'gpg') return { kind: 'ring', path, digest };
  if (word === 'index' && form !== 'gpg') return { kind: 'copy', path, digest };
  if (parseContentId(word) !== undefined && form !== 'gpg') {
    return { kind: 'document', path, digest };
  }
  const customary = /^([^/]+)\.s?json$/.exec(name)?.[1] ?? '';
  return parseContentId(customary) === undefined ? undefined : { kind: 'customary', path };
}

function isStaged(name: string): boolean {
  const [, run = '', stage = ''] = /^staged\/([^/]+)\/([^/]+)\.s?json$/.exec(name) ?? [];
  return parseStageWord(run) !== undefined && parseStageWord(stage) !== undefined;
}

/** `<os>/<release>/<arch>/[<variant>/]<serial>/<digest>/<file>` */
function ofImages(path: RelativePath): StoredPath | undefined {
  const segments = path.split('/');
  const [serial = '', directory = ''] = segments.slice(-3);
  const digest = /^([0-9a-f]{32})(?:-[0-9a-f]{8})?$/.exec(directory)?.[1];
  const isDeepEnough = segments.length === 6 || segments.length === 7;
  if (!isDeepEnough || digest === undefined || parseSerial(serial) === undefined) return undefined;
  return { kind: 'image', path, digest };
}

/** The prefixes below which other roots lie, with a slash at the end of each. */
export function nestedRoots(paths: readonly string[]): readonly string[] {
  const prefixes = paths.flatMap((path) => {
    const at = path.indexOf('/streams/v1/');
    return at === -1 ? [] : [path.slice(0, at + 1)];
  });
  return [...new Set(prefixes)].sort();
}
