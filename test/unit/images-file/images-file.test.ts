// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax of the file
import { describe, expect, test } from 'vitest';
import { imagesIn, parsed, problemsIn } from './parsed.ts';

test('an image has the inputs of its keys, and those of the defaults that it does not give itself', async () => {
  const images = await imagesIn(`
defaults: { os: Alpine, label: daily, alias: [a, b] }
images:
  - files: [lxd.tar.xz, rootfs.squashfs]
    label: release
    requirement: { secureboot: false, cgroup: v2 }
    alias: []
  - { name: second, files: other.tar.xz }
`);
  expect(images).toEqual([
    {
      name: 'images[0]',
      files: 'lxd.tar.xz rootfs.squashfs',
      os: 'Alpine',
      label: 'release',
      requirement: 'secureboot=false cgroup=v2',
      alias: '',
    },
    { name: 'second', files: 'other.tar.xz', os: 'Alpine', label: 'daily', alias: 'a b' },
  ]);
});

test('a scalar is the text that stands there', async () => {
  const [image] = await imagesIn(
    'images: [{ files: x, release: 3.20, os-version: 010, label: true, variant: ~ }]',
  );
  expect(image).toMatchObject({
    release: '3.20',
    'os-version': '010',
    label: 'true',
    variant: '~',
  });
});

test('anchors, aliases and merge keys work, and what is written at the image wins', async () => {
  const images = await imagesIn(`
images:
  - &base
    files: &files [a, b]
    os: Alpine
    release: '3.19'
  - <<: *base
    release: '3.20'
  - <<: [{ os: Debian }, *base]
    files: *files
    release: '12'
`);
  expect(images.map(({ name: _, ...values }) => values)).toEqual([
    { files: 'a b', os: 'Alpine', release: '3.19' },
    { files: 'a b', os: 'Alpine', release: '3.20' },
    { files: 'a b', os: 'Debian', release: '12' },
  ]);
});

describe('a matrix', () => {
  test('makes an image of each combination, whose values are inputs and stand in texts', async () => {
    const images = await imagesIn(`
images:
  - name: alpine-\${release}-\${arch}
    files: ["build/\${kind}/\${release}/\${arch}/*"]
    alias: alpine/\${release}
    matrix: { release: [3.19, 3.20], arch: [amd64, arm64], kind: [cloud] }
`);
    expect(images).toHaveLength(4);
    expect(images[1]).toEqual({
      name: 'alpine-3.19-arm64',
      files: 'build/cloud/3.19/arm64/*',
      alias: 'alpine/3.19',
      release: '3.19',
      arch: 'arm64',
    });
  });

  test('adds its values to a name that is without them', async () => {
    const images = await imagesIn(
      'images: [{ name: alpine, files: x, matrix: { arch: [amd64, arm64] } }, { files: x, matrix: { a: [b] } }]',
    );
    expect(images.map(({ name }) => name)).toEqual([
      'alpine (arch amd64)',
      'alpine (arch arm64)',
      'images[1] (a b)',
    ]);
  });

  test('wins over the defaults, and may not say what the image says', async () => {
    const text = (key: string) =>
      `defaults: { os: Debian }\nimages:\n  - files: x\n    ${key}: Arch\n    matrix: { os: [Alpine] }`;
    expect(await imagesIn(text('label'))).toMatchObject([{ os: 'Alpine', label: 'Arch' }]);
    expect(await problemsIn(text('os'))).toEqual([
      'streams.yaml:4:9 os is a key of matrix, too: give it once',
    ]);
  });

  test.each([
    ['files: [x]', 'files cannot be a key of it'],
    ['tag: [x]', 'tag cannot be a key of it'],
    ['a b: [x]', 'expected a letter'],
    ['VERSION: [x]', 'VERSION is in variables, too'],
  ])('has no key as in %s', async (matrix, why) => {
    const text = `variables: [VERSION]\nimages: [{ files: x, matrix: { ${matrix} } }]`;
    const problems = await problemsIn(text, { VERSION: '1' });
    expect(problems.join()).toContain(why);
  });

  test('of more combinations than anybody builds is refused before it is made', async () => {
    const keys = 'abcdefghij'.split('').map((key) => `${key}: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]`);
    const text = `images: [{ files: x, matrix: { ${keys.join(', ')} } }]`;
    expect(await problemsIn(text)).toEqual([
      'streams.yaml:1:30 matrix: these are 10000000000 images; 1000 are the most',
    ]);
  });
});

describe('variables', () => {
  const text = (rest: string) => `variables: [VERSION, EMPTY]\nimages: [{ files: ${rest} }]`;
  const environment = { VERSION: '1.2', EMPTY: '', HOME: '/root' };

  test('are those that the file lists', async () => {
    const [image] = await imagesIn(text('"build/${VERSION}/$HOME/$${VERSION}"'), environment);
    expect(image).toMatchObject({ files: 'build/1.2/$HOME/${VERSION}' });
  });

  test.each([
    ['${HOME}', 'stands for nothing: make it a key of matrix, or list the environment variable'],
    ['${VERSOIN}', 'did you mean VERSION?'],
    ['${EMPTY}', 'the environment variable EMPTY is not set, or empty'],
    ['${VERSION', 'there is no } after its ${'],
    ['${}', 'stands for nothing'],
    ['${__proto__}', 'stands for nothing'],
  ])('as in %s are refused', async (reference, why) => {
    const [problem, ...more] = await problemsIn(text(`"${reference}"`), environment);
    expect(more).toEqual([]);
    expect(problem).toContain(`streams.yaml:2:19 `);
    expect(problem).toContain(why);
  });

  test('are never those with a secret', async () => {
    const name = 'SIMPLESTREAMS_SIGNING_KEY';
    const problems = await problemsIn(`variables: [${name}]\nimages: [{ files: "\${${name}}" }]`, {
      [name]: 'c4nary',
    });
    expect(problems[0]).toBe(
      `streams.yaml:1:13 ${name} holds a secret, which belongs in no document`,
    );
    expect(problems.join()).not.toContain('c4nary');
  });
});

describe('an image goes', () => {
  const roots = 'roots: [{ name: lxd, url: a, for: lxd }, { name: maas, url: b, for: maas }]';

  test('to all roots, or to those it names', async () => {
    const { images } = await parsed(
      `${roots}\nimages: [{ files: x }, { files: y, roots: maas }, { files: z, roots: [lxd] }]`,
    );
    expect(images.map((image) => image.roots.map(({ name }) => name))).toEqual([
      ['lxd', 'maas'],
      ['maas'],
      ['lxd'],
    ]);
  });

  test('to no root that is not there, and no root goes without images', async () => {
    expect(await problemsIn(`${roots}\nimages: [{ files: x, roots: [mass] }]`)).toEqual([
      'streams.yaml:2:30 roots: there is no root "mass": did you mean maas?',
      'streams.yaml:1:9 no image goes to the root "lxd"',
      'streams.yaml:1:42 no image goes to the root "maas"',
    ]);
  });

  test('to no root that is there twice', async () => {
    const twice = 'roots: [{ url: a, for: lxd }, { name: b, url: a, for: incus }]';
    expect(await problemsIn(`${twice}\nimages: [{ files: x }]`)).toEqual([
      'streams.yaml:1:31 this is "a" again, after streams.yaml:1:9',
    ]);
  });
});

test('no two images have one name', async () => {
  expect(await problemsIn('images:\n  - { name: a, files: x }\n  - { name: a, files: y }')).toEqual(
    ['streams.yaml:3:5 "a" is also the name of the image of line 2'],
  );
});
