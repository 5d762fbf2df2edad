import type { Store } from '../../src/ports/store.ts';

/** One call of a publisher to its store. */
export interface StoreCall {
  readonly method: Exclude<keyof Store, 'url'>;
  /** Empty for a call about no single object. */
  readonly path: string;
}

/** Decides when, whether and with what answer a call takes effect; `effect` is the call itself. */
export type Gate = <T>(call: StoreCall, effect: () => Promise<T>) => Promise<T>;

/** The same store, each call of which goes through a gate. */
export function gatedStore(store: Store, gate: Gate): Store {
  return {
    url: store.url,
    read: (path, ...rest) => gate({ method: 'read', path }, () => store.read(path, ...rest)),
    stat: (path) => gate({ method: 'stat', path }, () => store.stat(path)),
    create: (path, ...rest) => gate({ method: 'create', path }, () => store.create(path, ...rest)),
    replace: (path, ...rest) =>
      gate({ method: 'replace', path }, () => store.replace(path, ...rest)),
    copy: (from, path, ...rest) =>
      gate({ method: 'copy', path }, () => store.copy(from, path, ...rest)),
    guarantees: (path, ...rest) =>
      gate({ method: 'guarantees', path }, () => store.guarantees(path, ...rest)),
    unfinished: () => gate({ method: 'unfinished', path: '' }, () => store.unfinished()),
    abort: (upload) => gate({ method: 'abort', path: upload.path }, () => store.abort(upload)),
    list: () => gate({ method: 'list', path: '' }, () => store.list()),
    digest: (path) => gate({ method: 'digest', path }, () => store.digest(path)),
    remove: (path, ...rest) => gate({ method: 'remove', path }, () => store.remove(path, ...rest)),
    keepsVersions: () => gate({ method: 'keepsVersions', path: '' }, () => store.keepsVersions()),
    async *stream(path) {
      yield* await gate({ method: 'stream', path }, async () => store.stream(path));
    },
  };
}

export function isWrite({ method }: StoreCall): boolean {
  return ['create', 'copy', 'replace', 'remove', 'abort'].includes(method);
}
