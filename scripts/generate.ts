import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { staleFiles } from './generate/generator.ts';
import { generators } from './generate/generators.ts';

// `npm run` starts this in the project's folder.
const project = process.cwd();
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

for (const { path, content } of await staleFiles(project, generators)) {
  if (values.check) {
    console.error(`${path} is stale: run "npm run generate" and commit the result`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), content);
    console.log(`${path} written`);
  }
}
