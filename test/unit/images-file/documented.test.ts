import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parsed } from './parsed.ts';

const environment = { SERIAL: '20261120_0217', ROOTS_URL: 's3://images' };

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
}

/** The images files among the YAML of a page. */
function imagesFilesIn(page: string): readonly string[] {
  const blocks = [...read(page).matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, yaml = '']) => yaml);
  return blocks.filter((block) => /^images:$/m.test(block));
}

describe.each(['docs/images-file.md', 'docs/recipes/nightly.md', 'README.md'])('%s', (page) => {
  test('has images files, and nothing is wrong with them', async () => {
    const files = imagesFilesIn(page);
    expect(files).not.toEqual([]);
    for (const text of files) expect((await parsed(text, environment)).problems).toEqual([]);
  });
});

test('twenty images take twenty lines or fewer', async () => {
  const [text = ''] = imagesFilesIn('docs/images-file.md');
  const { images } = await parsed(text, environment);
  expect(images).toHaveLength(20);
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
});

test('the example in the page is the one in the folder', () => {
  const [, ...lines] = read('examples/nightly/simplestreams.yaml').split('\n');
  expect(imagesFilesIn('docs/images-file.md')).toContain(lines.join('\n'));
});
