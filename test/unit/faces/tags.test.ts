import { describe, expect, test } from 'vitest';
import { problemsOf, settingsWith } from './support/settings.ts';

describe('an alias', () => {
  test.each(['a', 'alpine/3.20', 'a/b/c', 'x'.repeat(128), 'a:b~!'])('%s', async (alias) => {
    const { request } = await settingsWith(['--alias', alias]);
    expect(request.images[0]?.tags.aliases).toEqual([alias]);
  });

  test.each(['a b', 'a,b', '/a', 'a/', '/', 'ä', 'x'.repeat(129), 'a\u0007'])(
    'is not %j',
    async (alias) => {
      expect(await problemsOf(settingsWith(['--alias', alias]))).toEqual([
        expect.stringContaining('expected visible ASCII without blanks and commas'),
      ]);
    },
  );
});

describe('a tag', () => {
  test.each([
    ['os', 'use the input os'],
    ['release', 'use the input release'],
    ['arch', 'use the input arch'],
    ['variant', 'use the input variant'],
    ['label', 'use the input label'],
    ['release_title', 'use the input release-title'],
    ['version', 'use the input os-version'],
    ['aliases', 'use the input alias'],
    ['requirements', 'use the input requirement'],
    ['lxd_requirements', 'use the input requirement'],
    ['supported', 'a tag is a string'],
    ['versions', 'filled in'],
    ['size', 'filled in'],
    ['combined_sha256', 'filled in'],
    ['product_name', 'filled in'],
  ])('%s is not for the user to set: %s', async (name, why) => {
    const [problem, ...more] = await problemsOf(settingsWith(['--tag', `${name}=x`]));
    expect(more).toEqual([]);
    expect(problem).toContain(why);
  });

  test.each([
    ['a', 'expected key=value'],
    ['=a', 'a key is a letter'],
    ['_aliases=a', 'a key is a letter'],
    ['__proto__=a', 'a key is a letter'],
    ['a b=c', 'a key is a letter'],
    ['a=', 'the value is one line'],
    ['a=b\nc', 'the value is one line'],
    ['a=b\u2028c', 'the value is one line'],
    [`a=${'x'.repeat(1025)}`, 'the value is one line'],
  ])('is not %j', async (text, why) => {
    const [problem, ...more] = await problemsOf(settingsWith(['--tag', text]));
    expect(more).toEqual([]);
    expect(problem).toContain(why);
  });

  test('has one value', async () => {
    expect(await problemsOf(settingsWith(['--tag', 'a=b', '--tag', 'a=b']))).toEqual([
      '--tag "a=b": a is given twice',
    ]);
  });

  test('can have the name of something objects have', async () => {
    const { request } = await settingsWith(['--tag', 'constructor=b']);
    expect(Object.entries(request.images[0]?.tags.further ?? {})).toEqual([['constructor', 'b']]);
  });
});
