import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bugs } from '../../scripts/prove/bugs.ts';

test.each(bugs)('a clause to turn off stands in its source: $name', async ({ patches }) => {
  for (const { file, from } of patches) {
    const source = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
    expect(source.split(from), file).toHaveLength(2);
  }
});
