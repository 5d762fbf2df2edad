import { unlist } from '../../src/app/unlist.ts';
import type { UnlistRequest } from '../../src/app/unlist-edit.ts';
import type { Store } from '../../src/ports/store.ts';
import { portsOn, type SceneOptions } from './scene.ts';

/** What takes back version `20261120_1504` of the image of `containerImage`, except for `changes`. */
export function unlistRequest(changes: Partial<UnlistRequest> = {}): UnlistRequest {
  return {
    consumers: undefined,
    allow: [],
    product: 'alpine:3.20:amd64:default',
    serial: '20261120_1504',
    filters: [],
    reason: undefined,
    yes: false,
    acceptRollback: false,
    dryRun: false,
    ...changes,
  };
}

export function takeBack(
  store: Store,
  changes: Partial<UnlistRequest> = {},
  options: SceneOptions = {},
) {
  return unlist(unlistRequest(changes), portsOn(store, { run: 'unlist', ...options }));
}
