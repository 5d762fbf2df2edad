// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax of the file
import { describe, expect, test } from 'vitest';
import { problemsIn } from './parsed.ts';

test('everything that breaks the schema is said at once, with line and column', async () => {
  const text = `
rots: []
defaults:
  oss: Alpine
  label: [a]
images:
  - files: { a: b }
    tag: x
    allow-missing: yes
    matrix: { arch: amd64, release: [] }
  - name: without files
  - just text
variables: [a-b]
`;
  expect((await problemsIn(text)).toSorted()).toEqual(
    [
      'streams.yaml:2:1 there is no key "rots" here: did you mean roots?',
      'streams.yaml:4:3 defaults: there is no key "oss" here: did you mean os?',
      'streams.yaml:5:10 defaults.label: expected text, found a list',
      'streams.yaml:7:12 images[0].files: expected text or a list, found a map',
      'streams.yaml:8:10 images[0].tag: expected a map, found "x"',
      'streams.yaml:9:20 images[0].allow-missing: "yes": expected true or false',
      'streams.yaml:10:21 images[0].matrix.arch: expected a list, found "amd64"',
      'streams.yaml:10:37 images[0].matrix.release: the list is empty',
      'streams.yaml:11:5 images[1]: files is missing',
      'streams.yaml:12:5 images[2]: expected a map, found "just text"',
      'streams.yaml:13:13 variables[0]: "a-b": expected the name of an environment variable',
    ].toSorted(),
  );
});

describe('a file that is no YAML', () => {
  test.each([
    ['images: [', 1, 'Flow sequence'],
    ['images:\n  - files: "x', 2, 'closing "quote'],
    ['images:\n\t- x', 2, 'Tab'],
    ['a: 1\n---\nb: 2', 2, 'a second document begins'],
    ['? [a]\n: b', 1, 'key'],
  ])('%j is refused where it goes wrong', async (text, line, why) => {
    const problems = await problemsIn(text);
    expect(problems[0]).toMatch(new RegExp(`^streams\\.yaml:${line}:\\d+ `));
    expect(problems.join('\n')).toContain(why);
  });

  test('whose texts want quotes is told so', async () => {
    const [problem] = await problemsIn('images: [{ files: [build/${arch}/*], matrix: {} }]');
    expect(problem).toMatch(/between \[ \] and \{ \} a text with \$\{…\} needs quotes$/);
  });

  test.each(['', '# nothing', '---'])('%j is empty', async (text) => {
    expect(await problemsIn(text)).toEqual(['streams.yaml:1:1 it is empty']);
  });

  test.each([
    ['text', 'expected a map, found "text"'],
    ['[a]', 'expected a map, found a list'],
    ['{}', 'images is missing'],
    ['images: []', 'images: the list is empty'],
  ])('%s is none of ours', async (text, why) => {
    expect((await problemsIn(text)).join()).toContain(why);
  });
});

describe('in a map', () => {
  test('no key is there twice', async () => {
    expect(await problemsIn('images: [{ files: x, os: a, os: b }]')).toEqual([
      'streams.yaml:1:29 the key "os" is there twice in one map',
    ]);
  });

  test('only maps are merged', async () => {
    expect(await problemsIn('images: [{ <<: [text], files: x }]')).toEqual([
      'streams.yaml:1:12 what << merges must be a map, or a list of maps',
    ]);
  });

  test('__proto__ is a key like others', async () => {
    expect(await problemsIn('images: [{ files: x, __proto__: { os: a } }]')).toEqual([
      expect.stringContaining('there is no key "__proto__" here'),
    ]);
  });
});

describe('an alias', () => {
  test('of an anchor that is not there is refused', async () => {
    expect(await problemsIn('images: *nothing')).toEqual([
      expect.stringContaining('streams.yaml:1:9'),
    ]);
  });

  test('inside of what it names is refused', async () => {
    expect((await problemsIn('images: &a [*a]')).join()).toContain('&a before *a');
  });

  test('that multiplies the file is refused at once', async () => {
    const levels = Array.from({ length: 30 }, (_, n) =>
      n === 0
        ? 'a0: &a0 [x]'
        : `a${n}: &a${n} [${Array(10)
            .fill(`*a${n - 1}`)
            .join(', ')}]`,
    );
    expect(await problemsIn(levels.join('\n'))).toEqual([
      expect.stringContaining('its aliases make more than 100000 values of it'),
    ]);
  });

  test('that nests the file deeply is refused', async () => {
    const levels = Array.from({ length: 1000 }, (_, n) =>
      n === 0 ? 'a0: &a0 [x]' : `a${n}: &a${n} [*a${n - 1}]`,
    );
    expect(await problemsIn(levels.join('\n'))).toEqual([
      expect.stringContaining('its aliases make more than 50 levels of it'),
    ]);
  });

  test('is cheap, however many there are', async () => {
    const text = `a: &a x\nb: [${Array(20_000).fill('*a').join(', ')}]`;
    const begun = performance.now();
    await problemsIn(text);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

test.each(['[', '{a: ', '- '])('a file of nothing but %j ends no process', async (piece) => {
  expect(await problemsIn(piece.repeat(200_000))).not.toEqual([]);
});
