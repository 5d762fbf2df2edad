import { expect, test } from 'vitest';
import { once } from '../../../src/core/consumers/once.ts';

test('looks at each thing once, also where it finds nothing', () => {
  const asked: object[] = [];
  const [one, other] = [{ name: 'one' }, {}];
  const nameOf = once((thing: { readonly name?: string }) => {
    asked.push(thing);
    return thing.name;
  });
  expect([one, other, one, other].map(nameOf)).toEqual(['one', undefined, 'one', undefined]);
  expect(asked).toEqual([one, other]);
});
