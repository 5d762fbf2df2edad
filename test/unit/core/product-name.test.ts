import { expect, test } from 'vitest';
import { memoryStore } from '../../../src/adapters/memory-store.ts';
import { parseProductName } from '../../../src/core/name.ts';
import { readAsClient } from '../../fakes/reader.ts';
import { newSigning, publishBuild, start } from '../../fakes/scene.ts';

test.each(['', 'two words', 'überall', 'a'.repeat(257), '__proto__'])(
  '%j is no name of a product',
  (text) => {
    expect(parseProductName(text)).toBeUndefined();
  },
);

test.each(['constructor', 'toString', 'hasOwnProperty'])(
  'a product may be called %s, as every object has something',
  async (name) => {
    const signing = await newSigning();
    const store = memoryStore({ now: () => start });
    const product = parseProductName(name);
    for (const build of ['1', '2']) await publishBuild(store, build, { signing }, { product });
    const { versions } = await readAsClient(store, 'sjson', signing);
    expect(Object.entries(versions)).toEqual([[name, ['20261120_1201', '20261120_1202']]]);
  },
);
