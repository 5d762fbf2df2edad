import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rules } from '../src/core/consumers/rules/table.ts';
import { fixtures } from '../test/unit/rules/fixtures/table.ts';

// `npm run rules`: what stands behind each rule.

/** The text of every test that runs a real reader, below the project's folder, in which `npm run` starts this. */
async function clientTests(): Promise<string> {
  const folder = join(process.cwd(), 'test/client');
  const names = await readdir(folder, { recursive: true });
  const texts = names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
  return (await Promise.all(texts.map((path) => readFile(path, 'utf8')))).join('\n');
}

const client = await clientTests();
const broken = new Set(fixtures.map(({ code }) => code));
const rows = rules.map(({ code, readers, title }) => [
  code,
  Object.entries(readers)
    .map(([name, range]) => `${name}${range}`)
    .join(' '),
  broken.has(code) ? 'both' : 'NONE',
  client.includes(code) ? 'yes' : 'no',
  title,
]);
const table = [['code', 'consumers', 'fixtures', 'real reader', 'title'], ...rows];
const widths = table[0]?.map((_, n) => Math.max(...table.map((row) => row[n]?.length ?? 0))) ?? [];
for (const row of table) {
  console.log(
    row
      .map((cell, n) => cell.padEnd(widths[n] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
const without = rows.filter(([, , fixture]) => fixture === 'NONE').length;
console.log(
  `\n${rows.length} rules, ${rows.length - without} with both fixtures, ${rows.filter((row) => row[3] === 'yes').length} shown by a real reader`,
);
if (without > 0) process.exitCode = 1;
