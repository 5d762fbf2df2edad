import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

interface Include {
  readonly component?: string;
  readonly remote?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

interface Snippet {
  readonly page: string;
  readonly include: Include;
}

/** Every use of a component in a block of YAML. */
async function snippets(): Promise<readonly Snippet[]> {
  const docs = (await readdir('docs', { recursive: true })).filter((name) => name.endsWith('.md'));
  const pages = ['README.md', ...docs.map((name) => `docs/${name}`)];
  const found = await Promise.all(
    pages.map(async (page) => {
      const blocks = (await readFile(page, 'utf8')).matchAll(/^```yaml\n(.*?)^```$/gms);
      const includes = [...blocks].flatMap(([, block = '']) => parse(block)?.include ?? []);
      return includes.map((include: Include) => ({ page, include }));
    }),
  );
  return found.flat();
}

async function offeredBy(command: string): Promise<Readonly<Record<string, object>>> {
  const [spec] = parseAllDocuments(await readFile(`templates/${command}.yml`, 'utf8'));
  return spec?.toJS().spec.inputs;
}

test('every documented use of a component gives it inputs that it has, and all that it needs', async () => {
  const uses = await snippets();
  expect(uses.length).toBeGreaterThan(2);
  for (const { page, include } of uses) {
    const name =
      /simplestreams-action\/(?:v\d+\/templates\/)?(\w+)(?:@\d+|\.yml)$/.exec(
        include.component ?? include.remote ?? '',
      )?.[1] ?? '';
    const offered = await offeredBy(name);
    const given = Object.keys(include.inputs);
    const required = Object.keys(offered).filter((key) => !('default' in (offered[key] ?? {})));
    expect(
      given.filter((key) => !(key in offered)),
      `unknown in ${page}`,
    ).toEqual([]);
    expect(
      required.filter((key) => !given.includes(key)),
      `missing in ${page}`,
    ).toEqual([]);
  }
});
