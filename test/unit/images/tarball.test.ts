import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type TarballEntry, tarball } from '../../fakes/tarball.ts';
import { recognised, refusal } from './files.ts';
import { metadataText } from './samples.ts';

const MiB = 2 ** 20;

const metadata: TarballEntry = { name: 'metadata.yaml', content: metadataText };
const etc: TarballEntry = { name: 'etc/' };

function withYaml(content: string): Uint8Array {
  return tarball([{ name: 'metadata.yaml', content }]);
}

describe('a tarball', () => {
  test('with metadata.yaml and no root is a metadata tarball', async () => {
    const templates = { name: 'templates/hostname.tpl', content: 'x' };
    expect(await recognised(tarball([templates, metadata]))).toEqual({
      kind: 'metadata',
      compression: 'none',
      metadata: {
        architecture: 'x86_64',
        creationDate: 1_763_650_000,
        os: 'Alpine',
        release: '3.20',
        variant: undefined,
        description: undefined,
      },
    });
  });

  test.for([
    [[metadata, { name: 'rootfs/' }], false],
    [[{ name: './rootfs/etc/motd' }, { name: './metadata.yaml', content: metadataText }], false],
    [[metadata, { name: 'rootfs.img', content: 'QFI' }], true],
  ] as const)('with metadata.yaml and a root is unified: %#', async ([entries, virtualMachine]) => {
    expect(await recognised(tarball(entries))).toMatchObject({ kind: 'unified', virtualMachine });
  });

  test.for(['bin', 'etc/', './usr/bin/', 'sbin/init', 'lib'])('with %s is a root', async (name) => {
    expect(await recognised(tarball([{ name: './' }, { name }]))).toEqual({
      kind: 'rootfs',
      compression: 'none',
    });
  });

  test('is looked at no further than 64 MiB', async () => {
    const large = { name: 'usr/large', content: new Uint8Array(64 * MiB) };
    const late = gzipSync(tarball([etc, large, { name: 'rootfs/' }]), { level: 1 });
    expect(await recognised(late)).toEqual({ kind: 'rootfs', compression: 'gzip' });
  });

  test('of metadata alone has 64 MiB at most', async () => {
    const large = { name: 'templates/large', content: new Uint8Array(64 * MiB) };
    const bomb = gzipSync(tarball([metadata, large]), { level: 1 });
    expect(await refusal(bomb)).toMatch(/64 MiB at most/);
  });

  test('of metadata alone has 64 MiB at most, what follows its end counted', async () => {
    const end = new Uint8Array(64 * MiB);
    const bomb = gzipSync(Buffer.concat([tarball([metadata]), end]), { level: 1 });
    expect(await refusal(bomb)).toMatch(/64 MiB at most/);
  });

  test('with a root has its metadata.yaml in the first 64 MiB', async () => {
    const large = { name: 'rootfs/large', content: new Uint8Array(64 * MiB) };
    const late = gzipSync(tarball([large, metadata]), { level: 1 });
    expect(await refusal(late)).toMatch(/no metadata\.yaml in its first 64 MiB; put it first/);
  });

  test.for<[string, readonly TarballEntry[], RegExp]>([
    ['of a root folder alone', [{ name: 'rootfs/etc/' }], /rootfs but no metadata.yaml; add it/],
    ['of a disk alone', [{ name: 'rootfs.img' }], /rootfs\.img but no metadata.yaml; add it/],
    ['of anything else', [{ name: 'photos/1.jpg' }], /neither|without.*"photos"/],
    [
      'with its metadata in a folder',
      [{ ...metadata, name: 'a/metadata.yaml' }],
      /without metadata/,
    ],
    ['with two metadata.yaml', [metadata, metadata], /more than once/],
    ['with a linked metadata.yaml', [{ ...metadata, type: '2' }], /not a regular file/],
    [
      'with a large metadata.yaml',
      [{ name: 'metadata.yaml', content: new Uint8Array(MiB + 1) }],
      /1048577 bytes; expected 1 MiB/,
    ],
  ])('%s is refused', async ([, entries, message]) => {
    expect(await refusal(tarball(entries))).toMatch(message);
  });
});

describe('metadata.yaml in a tarball', () => {
  test('keeps a release as it is written', async () => {
    const facts = await recognised(withYaml(metadataText.replace('3.20', '24.10')));
    expect(facts).toMatchObject({ metadata: { release: '24.10' } });
  });

  test('may have further keys, comments, quotes and aliases', async () => {
    const further = `# a comment\ntemplates: &t\n  /etc/hostname:\n    when: [create, "copy"]\nmore: *t\n`;
    expect(await recognised(withYaml(metadataText + further))).toMatchObject({ kind: 'metadata' });
  });

  test.for<[string, RegExp]>([
    ['a: 1\na: 2\n', /not usable YAML: the key "a" is there twice/],
    ['t:\n  - {b: 1, "b": 2}\n', /the key "b" is there twice/],
    ['? [a]\n: 1\n', /keys must be strings at line 1, column 3$/],
    ['a: 1\n---\nb: 1\n', /a second document begins at line 2, column 1$/],
    [`a: ${'['.repeat(51)}${']'.repeat(51)}`, /more than 50 levels deep/],
    [`${'? '.repeat(20_000)}`, /more than 50 levels deep/],
    [`a: &a []\nb: [${'*a,'.repeat(101)}]`, /not usable YAML: it has more than 100 aliases/],
    [`a: [${','.repeat(2 ** 20 - 5)}`, /more than 100000 words, signs and line ends/],
    [manyAnchors(40_000), /more than 100000 words, signs and line ends/],
    [manyAnchors(9_000), /more than 100 aliases/],
    ['a: [1', /not usable YAML/],
    ['a: *b', /not usable YAML/],
    ['\xff', /cannot be used: is not a mapping/],
    ['', /cannot be used: is not a mapping/],
    ['architecture: x86_64', /cannot be used: creation_date is missing/],
    [`a: ${'['.repeat(100_000)}`, /not usable YAML/],
    [bomb(), /not usable YAML: Excessive alias count/],
  ])('is refused, case %#', async ([yaml, message]) => {
    expect(await refusal(withYaml(yaml))).toMatch(message);
  });

  test('is UTF-8', async () => {
    const bytes = Buffer.from(metadataText.replace('Alpine', '\xff'), 'latin1');
    expect(await refusal(tarball([{ name: 'metadata.yaml', content: bytes }]))).toMatch(
      /not usable YAML/,
    );
  });
});

/** Each with an alias of it. */
function manyAnchors(count: number): string {
  return Array.from({ length: count }, (_, n) => `- &a${n} x\n- *a${n}\n`).join('');
}

/** Nine lists, each of nine times the one before. */
function bomb(): string {
  const names = [...'abcdefghi'];
  const line = (name: string, before = 'x') =>
    `${name}: &${name} [${Array(9).fill(before === 'x' ? 'x' : `*${before}`)}]`;
  return names.map((name, i) => line(name, names[i - 1])).join('\n');
}
