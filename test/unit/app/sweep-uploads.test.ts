import { expect, test } from 'vitest';
import { memoryStore } from '../../../src/adapters/memory-store.ts';
import { sweepUploads } from '../../../src/app/sweep-uploads.ts';
import { StoreError } from '../../../src/core/error.ts';
import { gatedStore } from '../../fakes/gated-store.ts';
import { portsOn, start } from '../../fakes/scene.ts';

test('uploads that were ended before one could not be are told', async () => {
  const store = memoryStore({ now: () => start });
  const since = new Date(start.getTime() - 8 * 24 * 60 * 60 * 1000);
  for (const id of ['1', '2', '3']) {
    const path = `alpine/3.20/amd64/default/2026112${id}_1504/${'0'.repeat(32)}/rootfs.squashfs`;
    store.uploads.set(id, { url: `s3://images/${path}`, path, id, since });
  }
  const refusing = gatedStore(store, ({ method, path }, effect) =>
    method === 'abort' && path.includes('20261122')
      ? Promise.reject(new StoreError('STORE_DENIED', 'allow s3:AbortMultipartUpload'))
      : effect(),
  );
  const ports = portsOn(refusing);
  const ended = await sweepUploads(ports, { now: start, nested: [], dryRun: false });
  expect(ended.map(({ id }) => id)).toEqual(['1']);
  expect(ports.said).toEqual([expect.stringMatching(/left as they are.*AbortMultipartUpload/)]);
});
