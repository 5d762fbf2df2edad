import { pathDigest, type Sha256 } from './digest.ts';
import { joinPath, pathSegment, type RelativePath } from './path.ts';

/** `sjson`: clearsigned; what a signed root's readers start from. */
export type Form = 'json' | 'sjson';

/** The mutable objects of a root; a head is one of the first two. */
export const index = joinPath('streams/v1/index.json');
export const signedIndex = joinPath('streams/v1/index.sjson');
export const indexSignature = joinPath('streams/v1/index.json.gpg');
export const keyring = joinPath('keyring.gpg');
export const armoredKeyring = joinPath('keyring.asc');

export function headPath(form: Form): RelativePath {
  return form === 'sjson' ? signedIndex : index;
}

/** Where the copy of a head lies, by which a chain of `previous` can be walked. */
export function headCopyPath(form: Form, sha256: Sha256): RelativePath {
  return joinPath('streams/v1', `index.${pathDigest(sha256)}.${form}`);
}

/** A products document under the name that only its bytes have. */
export function documentPath(contentId: string, form: Form, sha256: Sha256): RelativePath {
  return joinPath('streams/v1', `${contentId}.${pathDigest(sha256)}.${form}`);
}

/** The same document under the name people expect. */
export function customaryPath(contentId: string, form: Form): RelativePath {
  return joinPath('streams/v1', `${contentId}.${form}`);
}

export function ringPath(sha256: Sha256, suffix = ''): RelativePath {
  return joinPath('streams/v1', `keyring.${pathDigest(sha256)}${suffix}.gpg`);
}

/** What an image file's path is made of; tags are brought into the alphabet of paths. */
export interface ImagePlace {
  readonly os: string;
  readonly release: string;
  readonly arch: string;
  readonly variant: string | undefined;
  readonly serial: string;
  readonly sha256: Sha256;
  /** Named by the consumer's layout. */
  readonly file: string;
}

/** `<os>/<release>/<arch>/[<variant>/]<serial>/<digest>/<file>`: two different files never meet at one path. */
export function imagePath(place: ImagePlace): RelativePath {
  return joinPath(imageFolder(place), place.serial, pathDigest(place.sha256), place.file);
}

/** `<os>/<release>/<arch>/[<variant>]`: what the paths of an image's files begin with in every version. */
export function imageFolder({
  os,
  release,
  arch,
  variant,
}: Pick<ImagePlace, 'os' | 'release' | 'arch' | 'variant'>): RelativePath {
  const names = variant === undefined ? [os, release, arch] : [os, release, arch, variant];
  return joinPath(...names.map(pathSegment));
}

/** The same file in a directory of its own, for when what lies at `path` may be about to be reaped. */
export function besidePath(path: RelativePath, random: string): RelativePath {
  const segments = path.split('/');
  const file = segments.pop() ?? '';
  const directory = segments.pop() ?? '';
  return joinPath(...segments, `${directory}-${random}`, file);
}

const immutableCaching = 'public, max-age=31536000, immutable';

/** Headers of an object; never a `Content-Encoding`: clients hash what they receive. */
export function objectHeaders(path: RelativePath, kind: 'immutable' | 'mutable') {
  return {
    contentType: contentTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    cacheControl: kind === 'immutable' ? immutableCaching : 'no-cache',
  };
}

const contentTypes: Readonly<Record<string, string>> = {
  asc: 'application/pgp-keys',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  sjson: 'text/plain; charset=utf-8',
};
