import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { joinPath, type RelativePath } from '../../src/core/path.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { publishBuild, start } from '../fakes/scene.ts';
import { parsersHold, verifierHolds } from './hostile-documents.ts';

const signing = hmacSigning('publisher');
const index = joinPath('streams/v1/index.json');
const document = joinPath('streams/v1/images.json');
const entry = '"images":{"path":"streams/v1/images.json","format":"products:1.0"}';
const products = (inside: string) =>
  `{"format":"products:1.0","content_id":"images","datatype":"image-downloads","products":{${inside}}}`;
const item = (inside: string) => products(`"a":{"versions":{"1":{"items":{"b":{${inside}}}}}}`);

async function rootOf(texts: Readonly<Record<string, string | Uint8Array>>): Promise<MemoryStore> {
  const store = memoryStore({ now: () => start });
  for (const [path, text] of Object.entries(texts)) await put(store, joinPath(path), text);
  return store;
}

async function put(store: MemoryStore, path: RelativePath, text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  await store.create(path, bytesSource(bytes), { contentType: '', cacheControl: '' });
}

async function refused(store: MemoryStore, code: string, says: RegExp, key?: typeof signing) {
  const before = new Map(store.objects);
  const run = publishBuild(store, '1', { signing: key });
  await expect(run).rejects.toMatchObject({ code, message: expect.stringMatching(says) });
  expect(store.objects).toEqual(before);
}

const paths = [
  ['upwards', '../a'],
  ['upwards in the middle', 'a/../../b'],
  ['upwards in escapes', 'a/%2e%2E/b'],
  ['upwards with an escaped slash', 'a/..%2fb'],
  ['with a backslash', 'a\\\\..\\\\b'],
  ['with a NUL', 'a\\u0000b'],
  ['with an escaped NUL', 'a%00b'],
  ['that is absolute', '/etc/passwd'],
  ['that is absolute in escapes', '%2fetc/passwd'],
  ['to another host', 'https://example.com/a'],
] as const;

describe('a root that names', () => {
  test.each(paths)('a document by a path %s is refused', async (_, path) => {
    const text = `{"format":"index:1.0","index":{"images":{"path":"${path}"}}}`;
    const store = await rootOf({ [index]: text });
    await refused(store, 'SCHEMA_BROKEN', /index\.json.*\/index\/images\/path/s);
  });

  test.each(paths)('a file by a path %s is refused', async (_, path) => {
    const head = `{"format":"index:1.0","index":{${entry}}}`;
    const store = await rootOf({ [index]: head, [document]: item(`"path":"${path}"`) });
    const where = /images\.json.*\/products\/a\/versions\/1\/items\/b\/path/s;
    await refused(store, 'SCHEMA_BROKEN', where);
  });
});

describe('a document', () => {
  const texts: readonly (readonly [string, string | Uint8Array, string, RegExp])[] = [
    ['with a key twice', products('"a":{},"a":{}'), 'SCHEMA_BROKEN', /has \/products\/a twice/],
    ['with a key twice, once escaped', products('"a":{},"\\u0061":{}'), 'SCHEMA_BROKEN', /a twice/],
    [
      'with the key __proto__',
      products('"__proto__":{}'),
      'SCHEMA_BROKEN',
      /\/products\/__proto__/,
    ],
    ['with it escaped', products('"\\u005f_proto__":{}'), 'SCHEMA_BROKEN', /\/products\/__proto__/],
    ['nested deeply', products(`"a":${'['.repeat(99)}`), 'DOCUMENT_TOO_LARGE', /line 1, column/],
    ['with a size in halves', item('"path":"a","size":1.5'), 'SCHEMA_BROKEN', /b\/size/],
    ['with a size as text', item('"path":"a","size":"1"'), 'SCHEMA_BROKEN', /b\/size/],
    ['with a number beyond all', item('"x":1e999'), 'SCHEMA_BROKEN', /b\/x/],
    ['with a number that would change', item('"x":9007199254740993'), 'SCHEMA_BROKEN', /b\/x/],
    ['that is not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'SCHEMA_BROKEN', /not UTF-8/],
    ['behind a byte order mark', `\ufeff${products('')}`, 'SCHEMA_BROKEN', /not JSON/],
  ];
  test.each(texts)('%s is refused with the place', async (_, text, code, says) => {
    const head = `{"format":"index:1.0","index":{${entry}}}`;
    const store = await rootOf({ [index]: head, [document]: text });
    await refused(store, code, new RegExp(`images\\.json.*${says.source}`, 's'));
  });
});

describe('a signed index', () => {
  const damages: readonly (readonly [string, (text: string) => string])[] = [
    ['with text before it', (text) => `{}\n${text}`],
    ['with an empty line before it', (text) => `\n${text}`],
    ['with text after it', (text) => `${text}{}\n`],
    ['with two messages', (text) => text + text],
    ['with two signatures', (text) => text + text.slice(text.indexOf('\n-----BEGIN PGP SIG') + 1)],
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['with a blank at the end of a line', (text) => text.replace(',\n', ', \n')],
    ['with a second Hash line', (text) => text.replace(/Hash: .*\n/, '$&$&')],
    ['with a dash-escaped line', (text) => text.replace('\n{', '\n- {')],
    ['with a NUL', (text) => text.replace('index:1.0', 'index:1.0\0')],
  ];
  test.each(damages)('%s is refused', async (_, damage) => {
    const store = memoryStore({ now: () => start });
    await publishBuild(store, '0', { signing });
    const head = joinPath('streams/v1/index.sjson');
    const text = new TextDecoder().decode(store.objects.get(head)?.bytes);
    store.objects.delete(head);
    await put(store, head, damage(text));
    await refused(store, 'SIGNATURE_INVALID', /streams\/v1\/index\.sjson/, signing);
  });
});

test('no more than 256 MiB of a document are read', async () => {
  const store = memoryStore({ now: () => start });
  await publishBuild(store, '0', { signing });
  const limits: number[] = [];
  const reading = {
    ...store,
    read: (path: RelativePath, limit: number) => {
      limits.push(limit);
      return store.read(path, limit);
    },
  };
  await publishBuild(reading, '1', { signing });
  expect(Math.max(...limits)).toBe(256 * 1024 * 1024);
});

describe('whatever is read', () => {
  test('is refused with the place, or means the same to every reader', () => {
    fc.assert(parsersHold, { numRuns: 300 });
  });

  test('is the text that was signed, or is refused', async () => {
    await fc.assert(verifierHolds, { numRuns: 300 });
  });
});
