import { onTestFinished } from 'vitest';
import { type S3StoreOptions, s3Store } from '../../../src/adapters/s3/store.ts';
import type { Store } from '../../../src/ports/store.ts';
import { useCredentials } from '../../fakes/s3/environment.ts';
import { type S3Server, type S3ServerOptions, startS3Server } from '../../fakes/s3/server.ts';

export interface Scene {
  readonly server: S3Server;
  readonly store: Store;
  /** Another store on the same server. */
  open(options?: Partial<S3StoreOptions>): Promise<Store>;
}

/** A server, and a store on it under the prefix `lxd`, until the test ends. */
export async function openScene(
  serverOptions: S3ServerOptions = {},
  storeOptions: Partial<S3StoreOptions> = {},
): Promise<Scene> {
  const server = await startS3Server(serverOptions);
  onTestFinished(() => server.close());
  useCredentials(server.credentials);
  const open = (options: Partial<S3StoreOptions> = {}) =>
    s3Store({
      bucket: server.bucket,
      prefix: 'lxd',
      endpoint: server.endpoint,
      singleWriter: false,
      signal: new AbortController().signal,
      ...options,
    });
  return { server, open, store: await open(storeOptions) };
}

/** The text of the object at `key`, as the server has it. */
export function storedText({ objects }: S3Server, key: string): string | undefined {
  const object = objects.get(key);
  return object === undefined ? undefined : Buffer.from(object.bytes).toString();
}
