import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visitTarEntries } from '../../../src/adapters/images/tar-entries.ts';
import { InputError } from '../../../src/core/error.ts';
import {
  member,
  padded,
  paxRecord,
  type TarballEntry,
  tarball,
  tarHeader,
  withChecksum,
} from '../../fakes/tarball.ts';
import { inputErrorOf } from './files.ts';

interface Seen {
  readonly name: string;
  readonly content: string;
}

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, { limit = 2 ** 20, chunk = 1000 } = {}) {
  const seen: Seen[] = [];
  const outcome = await visitTarEntries(inChunks(bytes, chunk), limit, async (entry, content) => {
    seen.push({ name: entry.name, content: Buffer.from(await content()).toString() });
    return 'go on';
  });
  return { outcome, seen };
}

function archive(...blocks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

const a: TarballEntry = { name: 'a', content: 'A' };

describe('the tar reader', () => {
  test('reads back what was written, wherever the stream is cut into chunks', async () => {
    const entry = fc.record({
      name: fc.stringMatching(/^[a-zäß0-9._-]{1,70}(\/[a-zäß0-9._-]{1,70}){0,3}$/),
      content: fc.string({ maxLength: 2000 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 1 }),
        fc.integer({ min: 1, max: 3000 }),
        async (entries, chunk) => {
          expect(await read(tarball(entries), { chunk })).toEqual({
            outcome: 'end',
            seen: entries,
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  test('refuses any other bytes with InputError, or reads them', async () => {
    const good = tarball([{ name: 'b'.repeat(150), content: 'B'.repeat(600) }, a]);
    const change = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change), fc.nat(good.length), async (changes, length) => {
        const bytes = good.slice(0, length);
        for (const { at, byte } of changes) if (at < length) bytes[at] = byte;
        const error = await read(bytes).catch((reason: unknown) => reason);
        if (error instanceof Error) expect(error).toBeInstanceOf(InputError);
      }),
      { numRuns: 300 },
    );
  });

  test('takes names from GNU long names and pax, and drops them after one member', async () => {
    const long = 'l'.repeat(300);
    const gnu = member({ name: '././@LongLink', type: 'L', content: `${long}\0` });
    const link = member({ name: '././@LongLink', type: 'K', content: 'target\0' });
    const all = member({ name: 'g', type: 'g', content: paxRecord('comment', 'x') });
    const { seen } = await read(archive(...gnu, ...link, ...all, ...member(a), ...member(a)));
    expect(seen.map(({ name }) => name)).toEqual([long, 'a']);
  });

  test('joins prefix and name of a POSIX header, and not of a GNU one', async () => {
    const posix = tarHeader('name', '0', 0);
    posix.set(Buffer.from('folder'), 345);
    const gnu = posix.slice();
    gnu.set(Buffer.from('ustar  \0'), 257);
    const { seen } = await read(archive(withChecksum(posix), withChecksum(gnu)));
    expect(seen.map(({ name }) => name)).toEqual(['folder/name', 'name']);
  });

  test('takes sizes in base 256 and from pax records', async () => {
    const base256 = tarHeader('b', '0', 0);
    base256.set([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3], 124);
    const pax = member({ name: 'x', type: 'x', content: paxRecord('size', '2') });
    const { seen } = await read(
      archive(
        withChecksum(base256),
        padded(Buffer.from('bbb')),
        ...pax,
        tarHeader('p', '0', 0),
        padded(Buffer.from('pp')),
      ),
    );
    expect(seen).toEqual([
      { name: 'b', content: 'bbb' },
      { name: 'p', content: 'pp' },
    ]);
  });

  test('expects no data after a folder or a link, whatever its size says', async () => {
    const { seen } = await read(
      archive(tarHeader('d/', '5', 4096), tarHeader('l', '2', 9), ...member(a)),
    );
    expect(seen.map(({ name }) => name)).toEqual(['d/', 'l', 'a']);
  });

  test('passes the map of a GNU sparse file', async () => {
    const sparse = tarHeader('s', 'S', 3);
    sparse[482] = 1;
    const more = new Uint8Array(512).fill(1);
    const last = new Uint8Array(512).fill(1, 0, 504);
    const { seen } = await read(
      archive(withChecksum(sparse), more, last, padded(Buffer.from('sss')), ...member(a)),
    );
    expect(seen).toEqual([
      { name: 's', content: 'sss' },
      { name: 'a', content: 'A' },
    ]);
  });

  test('accepts a checksum that was added up as signed bytes', async () => {
    const header = tarHeader('é', '0', 0);
    const sum = Buffer.from(header).reduce(
      (total, byte, at) => total + (at >= 148 && at < 156 ? 32 : (byte << 24) >> 24),
      0,
    );
    header.set(Buffer.from(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
    expect((await read(archive(header))).seen).toEqual([{ name: 'é', content: '' }]);
  });

  test.for([
    ['no end', tarball([a]).subarray(0, 1024), /truncated.*byte 1024/],
    ['half a header', tarball([a, a]).subarray(0, 1300), /truncated.*byte 1300/],
    [
      'half a member',
      tarball([{ name: 'a', content: 'A'.repeat(600) }]).subarray(0, 900),
      /truncated/,
    ],
    ['no mark', archive(...member(a), new Uint8Array(512).fill(65)), /`ustar`.*byte 1024/],
    [
      'a wrong checksum',
      tarball([a]).map((byte, at) => (at === 1 ? 66 : byte)),
      /checksum.*byte 0/,
    ],
    ['a size that is text', archive(sized('12345678x00\0')), /size/],
    [
      'a size below zero',
      archive(sized('\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff')),
      /size/,
    ],
    ['broken pax records', archive(...pax('99 path=a\n'), ...member(a)), /broken record/],
    ['pax without a key', archive(...pax('5 =a\n'), ...member(a)), /without a key/],
    ['a pax size that is text', archive(...pax(paxRecord('size', 'x')), ...member(a)), /size/],
    ['an endless long name', archive(tarHeader('L', 'L', 2 ** 21)), /2097152/],
  ] as const)('refuses %s and says where', async ([, bytes, message]) => {
    const error = await inputErrorOf(read(bytes));
    expect(error.code).toBe('IMAGE_INVALID');
    expect(error.message).toMatch(message);
  });

  test('asks an endless stream for little more than the limit, and ends it', async () => {
    const [limit, size] = [2 ** 20, 2 ** 16];
    for (const start of [tarball([a]), tarball([{ name: 'a', size: 2 ** 40 }]), new Uint8Array()]) {
      let given = 0;
      let ended = false;
      async function* endless() {
        try {
          yield start;
          const fill = start.length > 0 ? new Uint8Array(size) : emptyMembers(size);
          for (;;) {
            given += size;
            yield fill;
          }
        } finally {
          ended = true;
        }
      }
      expect(await visitTarEntries(endless(), limit, async () => 'go on')).toBe('limit');
      expect(given).toBeLessThanOrEqual(limit + 2 * size);
      expect(ended).toBe(true);
    }
  });
});

function sized(field: string): Uint8Array {
  const header = tarHeader('a', '0', 0);
  header.set(Buffer.from(field, 'latin1'), 124);
  return withChecksum(header);
}

function pax(content: string): Uint8Array[] {
  return member({ name: 'pax', type: 'x', content });
}

/** Headers that carry nothing and announce nothing. */
function emptyMembers(size: number): Uint8Array {
  const header = tarHeader('x', 'x', 0);
  return new Uint8Array(Buffer.concat(Array.from({ length: size / 512 }, () => header)));
}
