import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../../src/adapters/memory-store.ts';
import { joinPath } from '../../../src/core/path.ts';
import { immutable } from '../../contract/store-fixture.ts';
import { pattern, sourceInParts } from '../../contract/synthetic-source.ts';
import { openScene } from './scene.ts';

const path = joinPath('alpine/3.20/amd64/20261120_1504/abc/rootfs.squashfs');
const elsewhere = joinPath('maas/alpine/squashfs');
const bytes = pattern(12 << 20);

async function twoRoots() {
  const scene = await openScene();
  const other = await scene.open({ prefix: 'maas' });
  const source = sourceInParts(bytes);
  await scene.store.create(path, source, immutable);
  return { ...scene, other, source, from: { store: scene.store, path } };
}

describe('an object that lies in another root of the same service', () => {
  test('is copied by the service, with headers and digest, and no byte is sent', async () => {
    const { server, other, source, from } = await twoRoots();
    const before = server.log.length;
    expect(await other.copy(from, elsewhere, source, immutable)).toBe('created');
    expect(server.log.slice(before).reduce((sum, request) => sum + request.bytes, 0)).toBe(0);
    const copy = server.objects.get(`maas/${elsewhere}`);
    expect(Buffer.from(copy?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
    expect(await other.stat(elsewhere)).toMatchObject({
      size: bytes.length,
      sha256: source.sha256,
    });
    expect(copy?.headers).toMatchObject({ 'cache-control': immutable.cacheControl });
  });

  test('is not copied over what is there', async () => {
    const { server, other, source, from } = await twoRoots();
    await other.copy(from, elsewhere, source, immutable);
    expect(await other.copy(from, elsewhere, source, immutable)).toBe('present');
    expect(await other.copy(from, elsewhere, sourceInParts(pattern(1 << 20)), immutable)).toBe(
      'different',
    );
    expect(server.count('CopyObject')).toBe(1);
  });

  test('is sent when it is gone, is another one, or the right to read it is missing', async () => {
    const { server, other, source, from } = await twoRoots();
    const gone = { ...from, path: joinPath('nothing') };
    expect(await other.copy(gone, elsewhere, source, immutable)).toBe('impossible');
    expect(await other.copy(from, elsewhere, sourceInParts(pattern(1 << 20)), immutable)).toBe(
      'impossible',
    );
    server.faults = ({ operation }) =>
      operation === 'CopyObject' ? { status: 403, body: '' } : undefined;
    expect(await other.copy(from, elsewhere, source, immutable)).toBe('impossible');
  });

  test('of another kind of store is sent', async () => {
    const { other, source } = await twoRoots();
    const from = { store: memoryStore(), path };
    expect(await other.copy(from, elsewhere, source, immutable)).toBe('impossible');
  });
});
