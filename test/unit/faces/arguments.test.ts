import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../src/faces/cli/arguments.ts';
import { readCommandLine } from '../../../src/faces/cli/command-line.ts';
import { commands } from '../../../src/faces/input.ts';

function textsOf(words: readonly string[]) {
  const { values, problems } = readArguments(words);
  expect(problems).toEqual([]);
  return Object.fromEntries([...values].map(([name, given]) => [name, given.texts]));
}

test.each([
  [['publish'], { command: ['publish'] }],
  [['--root', 'a'], { root: ['a'] }],
  [['--root=a=b'], { root: ['a=b'] }],
  [['--root', ' a '], { root: ['a'] }],
  [['check', 'public', '--for', 'lxd'], { command: ['check'], root: ['public'], for: ['lxd'] }],
  [['check', '--for', 'lxd', 'public'], { command: ['check'], root: ['public'], for: ['lxd'] }],
  [['list', 'public'], { command: ['list'], root: ['public'] }],
  [['list', 'a=b', './c=d', 'e~(f|g)'], { root: ['./c=d'], filter: ['a=b', 'e~(f|g)'] }],
  [['list', '--filter', 'a=b', 'public', 'c!=d'], { root: ['public'], filter: ['a=b', 'c!=d'] }],
  [
    ['list', '--root', 'public', 'os=Alpine Linux'],
    { root: ['public'], filter: ['os=Alpine Linux'] },
  ],
  [['list', 'a~('], { filter: ['a~('] }],
  [['prune', 'a=b', '--root', 'public', 'c=d'], { root: ['public'], filter: ['a=b', 'c=d'] }],
  [['check', 'a=b'], { root: ['a=b'] }],
  [['keygen', '--out', 'k'], { command: ['keygen'], out: ['k'] }],
  [['--alias', 'a', '--alias=b', '--alias', 'a'], { alias: ['a', 'b', 'a'] }],
  [['--adopt', '--dry-run=false'], { adopt: ['true'], 'dry-run': ['false'] }],
  [['--trusted-keys', '-----BEGIN x'], { 'trusted-keys': ['-----BEGIN x'] }],
  [['--files', '-', '--tag', 'a=--b'], { files: ['-'], tag: ['a=--b'] }],
])('%j is read as %j', (words, values) => {
  expect(textsOf(words)).toMatchObject(values);
});

test.each([
  [['--rot', 'a'], /^--rot is not a flag.*did you mean --root\?$/],
  [['--frobnicate'], /^--frobnicate is not a flag of this program: see --help$/],
  [['--root'], /^--root has no value: expected a folder/],
  [['--root', '--adopt'], /^--root has no value/],
  [['--root', ''], /^--root is empty/],
  [['--adopt='], /^--adopt is empty.*true or false/],
  [['--root', 'a', '--root', 'b'], /^--root is given twice/],
  [['--files', 'a', 'b'], /^"b" stands alone.*repeat the flag or quote/],
  [['publish', 'public'], /^"public" stands alone/],
  [['check', 'a', 'b'], /^"b" stands alone/],
  [['check', 'a', '--root', 'b'], /^--root is given twice/],
  [['publish', 'a=b'], /^"a=b" stands alone/],
  [['list', 'public', 'noble'], /^"noble" stands alone, and is no filter: expected key=value, /],
  [['prune', 'public'], /^"public" stands alone, and is no filter: .*, and the root with --root$/],
  [['list', 'a=b', 'public', '--root', 'other'], /^--root is given twice/],
  [['check', ''], /^"" stands alone/],
  [['--adopt', 'false'], /^"false" stands alone.*a switch as --flag=false/],
  [['--command', 'publish'], /^--command is not a flag: the command is the first word/],
  [['--signing-key', 'x'], /use the variable SIMPLESTREAMS_SIGNING_KEY, or .*_FILE/],
  [['--signing-kye', 'x'], /did you mean the variable SIMPLESTREAMS_SIGNING_KEY,/],
])('%j is wrong: %s', (words, problem) => {
  const { problems } = readArguments(words);
  expect(problems).toEqual([expect.stringMatching(problem)]);
});

describe('a secret on the command line is not repeated', () => {
  const canary = 'c4nary';
  test.each([
    [['--signing-key', canary]],
    [[`--signing-key=${canary}`]],
    [['--signing-key', `-----BEGIN PGP PRIVATE KEY BLOCK-----\n${canary}`]],
    [['--signing-key-passphrase', 'some', `--${canary}`, canary]],
    [['--passphrase', canary, canary]],
    [[`--passphrase=${canary}`]],
    [[`-p${canary}`]],
    [[`--${canary.toUpperCase()}`]],
    [['--signing-key', canary, '--rot', 'x']],
  ])('%j', (words) => {
    const { problems } = readArguments(words);
    expect(problems).not.toEqual([]);
    expect(problems.join('\n').toLowerCase()).not.toContain(canary);
  });
});

describe('the command', () => {
  test.each([
    [[], {}, 'publish'],
    [['keygen'], {}, 'keygen'],
    [[], { SIMPLESTREAMS_COMMAND: 'keygen' }, 'keygen'],
    [['publish'], { SIMPLESTREAMS_COMMAND: 'keygen' }, 'publish'],
    [['publsh'], {}, undefined],
  ])('of %j and %j is %s', (words, environment, command) => {
    expect(readCommandLine(words, environment).command).toBe(command);
  });

  test('is named as it was written when there is none such', () => {
    const { reading } = readCommandLine([], { SIMPLESTREAMS_COMMAND: 'publsh' });
    expect(reading.problems).toEqual([
      `SIMPLESTREAMS_COMMAND "publsh" is no command: expected ${commands.join(', ')}; did you mean publish?`,
    ]);
  });

  test('has flags of its own', () => {
    const { reading } = readCommandLine(['keygen', '--user-id', 'a', '--out', 'b', '--adopt'], {});
    expect(reading.problems).toEqual([
      '--adopt is not a flag of keygen, but of publish, commit, promote',
    ]);
  });

  test('is not disturbed by variables of another', () => {
    const environment = { SIMPLESTREAMS_ROOT: 'r', SIMPLESTREAMS_ADOPT: 'true' };
    const { reading } = readCommandLine(['keygen', '--user-id', 'a', '--out', 'b'], environment);
    expect(reading.problems).toEqual([]);
  });
});
