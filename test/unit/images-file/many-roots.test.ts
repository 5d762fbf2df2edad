import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCommandLine } from '../../../src/faces/cli/command-line.ts';
import { type ManyRoots, readManyRoots } from '../../../src/faces/images-file/many-roots.ts';
import { folder, problemsOf } from '../faces/support/settings.ts';

interface Run {
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

function many(
  text: string,
  { words = [], environment = {}, files = {} }: Run = {},
): Promise<ManyRoots> {
  const cwd = folder({ 'streams.yaml': text, a: '', b: '', ...files });
  const { reading } = readCommandLine(
    ['publish', '--images', 'streams.yaml', ...words],
    environment,
  );
  return readManyRoots(reading, { cwd, sourceDateEpoch: undefined }, environment);
}

const image = 'images: [{ name: first, files: a, os: Alpine }]';
const one = `roots: [{ url: file, for: lxd, public-url: 'https://a.example.com' }]\n${image}`;
const two = `roots: [{ url: './1', for: lxd }, { url: 's3://bucket/2', for: maas }]\n${image}`;

describe('the roots', () => {
  test('are those of the file, each with its images', async () => {
    const { roots, skipped } = await many(
      `roots:
  - { name: lxd, url: './1', for: [lxd, incus], content-id: mine, single-writer: true }
  - { name: maas, url: s3://bucket/2, for: maas, stream-name: com.example, region: eu-west-1 }
images:
  - { name: first, files: [a, b], roots: lxd }
  - { name: second, files: b }
  - { name: third, files: a, content-id: its-own, stream-name: org.example, roots: [maas] }
`,
    );
    expect(skipped).toEqual([]);
    expect(roots.map(({ root, singleWriter }) => ({ ...root, singleWriter }))).toMatchObject([
      { kind: 'folder', folder: expect.stringMatching(/\/1$/), singleWriter: true },
      { kind: 's3', bucket: 'bucket', prefix: '2', region: 'eu-west-1', singleWriter: false },
    ]);
    const images = roots.map(({ request }) =>
      request.images.map(({ name, files, contentId, streamName }) => ({
        name,
        files,
        contentId,
        streamName,
      })),
    );
    expect(images).toEqual([
      [
        { name: 'first', files: ['a', 'b'], contentId: 'mine', streamName: undefined },
        { name: 'second', files: ['b'], contentId: 'mine', streamName: undefined },
      ],
      [
        { name: 'second', files: ['b'], contentId: undefined, streamName: 'com.example' },
        { name: 'third', files: ['a'], contentId: 'its-own', streamName: 'org.example' },
      ],
    ]);
  });

  test('have what the run has', async () => {
    const { roots } = await many(two, {
      words: ['--dry-run', '--allow', 'MAAS-012', '--endpoint', 'https://s3.example.com'],
      environment: { SIMPLESTREAMS_SIGNING_KEY: 'a key' },
    });
    expect(roots).toHaveLength(2);
    for (const { request, signingKey } of roots) {
      expect(request).toMatchObject({ dryRun: true, allow: ['MAAS-012'] });
      expect(signingKey?.armored).toBe('a key');
    }
    expect(roots.map(({ root }) => root)).toMatchObject([
      { kind: 'folder' },
      { endpoint: 'https://s3.example.com' },
    ]);
  });

  test('may be given by the inputs alone', async () => {
    const { roots } = await many(image, { words: ['--root', 'out', '--for', 'incus'] });
    expect(roots).toMatchObject([
      {
        root: { folder: expect.stringMatching(/\/out$/) },
        request: { images: [{ name: 'first' }] },
      },
    ]);
  });

  test('yield to the inputs when there is one, and refuse them when there are more', async () => {
    const words = ['--root', 'input', '--for', 'incus', '--public-url', 'https://b.example.com'];
    const [root] = (await many(one, { words })).roots;
    expect(root).toMatchObject({
      root: { folder: expect.stringMatching(/\/input$/) },
      request: { consumers: [{ name: 'incus' }], publicUrl: 'https://b.example.com' },
    });
    expect(await problemsOf(many(two, { words }))).toEqual(
      ['--root', '--for', '--public-url'].map(
        (flag) => `${flag}: the images file has several roots: say this there, for each`,
      ),
    );
  });

  test('must say where they are and for whom', async () => {
    expect(await problemsOf(many(`roots: [{ name: x }]\n${image}`))).toEqual([
      'streams.yaml:1:9 url is missing: give it, or the input root',
      'streams.yaml:1:9 for is missing: give it, or the input for',
    ]);
  });
});

test('which versions stay is said for each image, or for all', async () => {
  const { roots } = await many(`roots: [{ url: ./1, for: lxd }]
defaults: { keep: 3, pin: 20261120_1504 }
images:
  - { name: first, files: a }
  - { name: second, files: b, keep: 1, keep-for: 30d, pin: [20261119, 'a:b@20261118'] }
`);
  expect(roots[0]?.request.retention).toBeUndefined();
  expect(roots[0]?.request.images.map(({ retention }) => retention)).toEqual([
    { keep: 3, keepFor: undefined, pins: [{ product: undefined, serial: '20261120_1504' }] },
    {
      keep: 1,
      keepFor: 30 * 24 * 60 * 60 * 1000,
      pins: [
        { product: undefined, serial: '20261119' },
        { product: 'a:b', serial: '20261118' },
      ],
    },
  ]);
  expect(await problemsOf(many(one, { words: ['--keep', '3'] }))).toEqual([
    '--keep: the images file says this, for each image by itself',
  ]);
});

test('values are held to what the inputs are held to, and called by their place, each once', async () => {
  const text = `roots:
  - url: ftp://x
    for: [lxd, maas]
images:
  - matrix: { arch: [amd64, sparc], n: ['1', '2'] }
    name: image-\${arch}-\${n}
    files:
      - a
      - none
    serial: today
    tag: { os: x }
    alias: [ok, 'not ok']
    requirement: { secureboot: '' }
`;
  const problems = await problemsOf(many(text));
  expect(problems.toSorted()).toEqual([
    expect.stringMatching(/^streams\.yaml:10:13 serial "today": expected a date/),
    expect.stringMatching(/^streams\.yaml:11:12 tag "os=x": the tag os cannot be set so/),
    expect.stringMatching(/^streams\.yaml:12:17 alias "not ok": expected /),
    expect.stringMatching(/^streams\.yaml:13:20 requirement "secureboot=": the value is one line/),
    expect.stringMatching(/^streams\.yaml:2:10 url "ftp:\/\/x": expected a folder/),
    expect.stringMatching(/^streams\.yaml:3:10 for: maas and lxd cannot share a root/),
    expect.stringMatching(/^streams\.yaml:5:29 arch "sparc": expected amd64/),
    'streams.yaml:9:9 files "none": there is no such file',
  ]);
});

test.each([
  ['none.yaml', 'there is no such file'],
  ['.', 'it is not a regular file'],
  ['large.yaml', 'it is larger than 1 MiB'],
  ['binary.yaml', 'it is not UTF-8'],
])('the file %s is refused: %s', async (path, why) => {
  const files = { 'large.yaml': '#'.repeat(2 ** 20 + 1) };
  const cwd = folder({ 'streams.yaml': image, ...files });
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(cwd, 'binary.yaml'), Buffer.from([0x61, 0xff]));
  const { reading } = readCommandLine(['publish', '--images', path], {});
  const read = readManyRoots(reading, { cwd, sourceDateEpoch: undefined }, {});
  expect(await problemsOf(read)).toEqual([`--images ${JSON.stringify(path)}: ${why}`]);
});
