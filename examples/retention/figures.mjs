// figures.mjs ROOT NIGHT    how much a root lists, and how much is stored in it
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [root = '', night = ''] = process.argv.slice(2);
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

const documents = Object.values(readJson('streams/v1/index.json').index);
const products = documents.flatMap(({ path }) => Object.values(readJson(path).products));
const listed = products.flatMap(({ versions }) => Object.keys(versions));

const entries = readdirSync(root, { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name));
// <os>/<release>/<arch>/<variant>/<serial>/<digest>/<file>
const serials = files
  .map((file) => file.slice(root.length + 1).split('/'))
  .filter(([first]) => first === 'nightly')
  .map((path) => path[4]);
const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);

const columns = [night, listed.length, new Set(serials).size, files.length, bytes];
const widths = [5, 17, 17, 14, 11];
const line = columns.map((value, at) => String(value).padStart(widths[at] ?? 0)).join('');
process.stdout.write(`${line}\n`);
