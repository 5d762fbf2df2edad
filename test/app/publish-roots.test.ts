import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import type { PublishReport } from '../../src/app/publication.ts';
import { publishRoots } from '../../src/app/publish-roots.ts';
import { InputError } from '../../src/core/error.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Ports } from '../../src/ports.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { readAsClient } from '../fakes/reader.ts';
import { portsOn, request, start } from '../fakes/scene.ts';

const files = containerImage('1');

/** A store that tells what is written to it. */
function watched(written: string[]): Store {
  const store = memoryStore({ now: () => start });
  return {
    ...store,
    create: (path, ...rest) => {
      written.push(path);
      return store.create(path, ...rest);
    },
    replace: (path, ...rest) => {
      written.push(path);
      return store.replace(path, ...rest);
    },
  };
}

/** Ports whose images tell what is done with them. */
function noting(ports: Ports, log: string[]): Ports {
  const { images } = ports;
  return {
    ...ports,
    images: {
      open: (paths) => {
        log.push('open');
        return images.open(paths);
      },
      hash: (...args) => {
        log.push('hash');
        return images.hash(...args);
      },
      close: () => {
        log.push('close');
        return images.close();
      },
    },
  };
}

describe('several roots', () => {
  test('are each published by a commit of their own, and told one after the other', async () => {
    const stores = [memoryStore({ now: () => start }), memoryStore({ now: () => start })];
    const told: PublishReport[] = [];
    const reports = await publishRoots(
      stores.map((store) => ({ request: request(), ports: portsOn(store, { files }) })),
      (report) => told.push(report),
    );
    expect(told).toEqual(reports);
    expect(reports).toMatchObject([
      { generation: 1, changed: true },
      { generation: 1, changed: true },
    ]);
    for (const store of stores) {
      expect(await readAsClient(store, 'json')).toMatchObject({
        generation: 1,
        versions: { 'alpine:3.20:amd64:default': ['20261120_1504'] },
      });
    }
  });

  test('are all read before anything is written, and closed at the end', async () => {
    const log: string[] = [];
    const publications = [1, 2].map(() => ({
      request: request(),
      ports: noting(portsOn(watched(log), { files }), log),
    }));
    await publishRoots(publications);
    expect(log.slice(0, 5)).toEqual(['open', 'hash', 'open', 'hash', expect.stringContaining('/')]);
    expect(log.slice(-2)).toEqual(['close', 'close']);
  });

  test('stay as they are when an image of one cannot be read; what is wrong is said of all', async () => {
    const written: string[] = [];
    const publications = [[], ['none'], ['other']].map((missing) => ({
      request: request({ files: ['lxd.tar.xz', 'rootfs.squashfs', ...missing] }),
      ports: portsOn(watched(written), { files }),
    }));
    const error: unknown = await publishRoots(publications).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ problems: ['none: no such file', 'other: no such file'] });
    expect(written).toEqual([]);
  });

  test('that come after one that fails are not begun', async () => {
    const [first, broken, third] = [1, 2, 3].map(() => memoryStore({ now: () => start }));
    if (first === undefined || broken === undefined || third === undefined) throw new Error('none');
    const index = new TextEncoder().encode('no index');
    await broken.replace(joinPath('streams/v1', 'index.json'), index, undefined, {
      contentType: 'application/json',
      cacheControl: 'no-cache',
    });
    const told: PublishReport[] = [];
    const publishing = publishRoots(
      [first, broken, third].map((store) => ({
        request: request(),
        ports: portsOn(store, { files }),
      })),
      (report) => told.push(report),
    );
    await expect(publishing).rejects.toMatchObject({ code: 'SCHEMA_BROKEN' });
    expect(told).toMatchObject([{ root: first.url, changed: true }]);
    expect(await third.read(joinPath('streams/v1', 'index.json'), 1000)).toBeUndefined();
  });
});
