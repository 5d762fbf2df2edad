import { describe, expect, test } from 'vitest';
import { lanesFor } from '../../../src/adapters/s3/parts.ts';
import { partSizeOf } from '../../../src/core/images/part-size.ts';
import { image, immutable } from '../../contract/store-fixture.ts';
import { pattern, sourceInParts } from '../../contract/synthetic-source.ts';
import { openScene } from './scene.ts';

const MiB = 2 ** 20;
const source = sourceInParts(pattern(45 * MiB));

test('six parts are under way, each lane with one buffer, whatever their number', async () => {
  const { server, store } = await openScene();
  const buffers = new Set<ArrayBufferLike>();
  let [held, most] = [0, 0];
  const counted = {
    ...source,
    read: (offset: number, target: Uint8Array) => {
      buffers.add(target.buffer);
      held += 1;
      most = Math.max(most, held);
      return source.read(offset, target);
    },
  };
  server.faults = async ({ operation }) => {
    if (operation !== 'UploadPart') return undefined;
    await new Promise((resolve) => setTimeout(resolve, 20));
    held -= 1;
    return undefined;
  };
  await store.create(image, counted, immutable);
  expect(source.parts.length).toBeGreaterThan(6);
  expect(buffers.size).toBe(6);
  expect(most).toBe(6);
});

test.each([
  ['1 GiB', 2 ** 30, 6],
  ['160 GiB', 160 * 2 ** 30, 5],
  ['400 GiB', 400 * 2 ** 30, 2],
  ['5 TiB, the most S3 takes', 5 * 2 ** 40, 1],
])('of %s no more parts are under way than fit', (_, size, lanes) => {
  expect(lanesFor(partSizeOf(size))).toBe(lanes);
});

describe('a part is sent', () => {
  test('without asking for leave, over a connection that is kept', async () => {
    const { server, store } = await openScene();
    await store.create(image, source, immutable);
    const parts = server.log.filter(({ request }) => request.operation === 'UploadPart');
    expect(parts.length).toBe(9);
    expect(parts.map(({ request }) => request.headers.expect)).toEqual(parts.map(() => undefined));
    // The one that the other requests went over may still be busy when the lanes begin.
    expect(server.connections).toBeLessThanOrEqual(7);
  });

  test('with asking after it was cut off, so that a refusal is heard', async () => {
    const { server, store } = await openScene();
    server.faults = ({ operation, headers }) => {
      if (operation !== 'UploadPart') return undefined;
      return headers.expect === '100-continue' ? { status: 403 } : 'drop';
    };
    await expect(store.create(image, source, immutable)).rejects.toMatchObject({
      code: 'STORE_DENIED',
    });
    expect(server.uploads.size).toBe(0);
  });
});
