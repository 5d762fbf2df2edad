import { expect, test } from 'vitest';
import { openBucket } from '../../../src/adapters/s3/bucket.ts';
import { connect } from '../../../src/adapters/s3/client.ts';
import { copyObject } from '../../../src/adapters/s3/copy.ts';
import type { Session } from '../../../src/adapters/s3/session.ts';
import { joinPath } from '../../../src/core/path.ts';
import { immutable } from '../../contract/store-fixture.ts';
import { pattern, sourceInParts } from '../../contract/synthetic-source.ts';
import { openScene } from './scene.ts';

test('an object that is too large for one request is copied part by part', async () => {
  const { server, store } = await openScene();
  const source = sourceInParts(pattern(12 << 20));
  await store.create(joinPath('a'), source, immutable);
  const { signal } = new AbortController();
  const { bucket, endpoint } = server;
  const connection = await connect({ endpoint, region: undefined });
  const name = { bucket, expectedBucketOwner: undefined };
  const place = { ...name, endpoint, region: connection.region };
  const session: Session = {
    bucket: openBucket(connection, name),
    place,
    singleWriter: false,
    signal,
    unconditional: false,
    unquoted: false,
  };
  const origin = { bucket, key: 'lxd/a', session };
  const before = server.log.length;
  expect(await copyObject(session, 'lxd/b', origin, source, immutable, 5 << 20)).toBe('created');
  expect(server.count('UploadPartCopy')).toBe(3);
  const sent = server.log
    .slice(before)
    .filter(({ request }) => request.operation !== 'CompleteMultipartUpload');
  expect(sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(0);
  const [a, b] = ['lxd/a', 'lxd/b'].map((key) => Buffer.from(server.objects.get(key)?.bytes ?? []));
  expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
});
