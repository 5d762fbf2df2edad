import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { directoryStore } from '../../src/adapters/directory-store.ts';
import type { Store } from '../../src/ports/store.ts';
import { describeStore } from './store-contract.ts';
import type { MakeStore } from './store-fixture.ts';

describeStore(
  'a directory store',
  storeIn((folder) => directoryStore({ folder, singleWriter: false })),
);

describeStore(
  'a directory store of a single writer, without hard links',
  storeIn((folder) =>
    directoryStore({ folder, singleWriter: true }, async () => {
      throw Object.assign(new Error('no links here'), { code: 'EPERM', syscall: 'link' });
    }),
  ),
);

function storeIn(makeStore: (folder: string) => Store): MakeStore {
  return async () => {
    const parent = await mkdtemp(join(tmpdir(), 'simplestreams-'));
    const folder = join(parent, 'srv', 'images');
    return {
      store: makeStore(folder),
      neighbour: async () => makeStore(`${folder}2`),
      foreign: async (path, bytes) => {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), bytes);
      },
      dispose: () => rm(parent, { recursive: true, force: true }),
    };
  };
}
