// a-day-passes.mjs ROOT    makes everything in the folder a day older, also in the notes of prune
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const day = 24 * 60 * 60 * 1000;
const [root = ''] = process.argv.slice(2);

const notes = join(root, 'streams/v1/prune.json');
if (existsSync(notes)) {
  const time = /"\d{4}-\d{2}-\d{2}T[^"]*Z"/g;
  const older = (text) => JSON.stringify(new Date(Date.parse(JSON.parse(text)) - day));
  writeFileSync(notes, readFileSync(notes, 'utf8').replace(time, older));
}
for (const { parentPath, name } of readdirSync(root, { recursive: true, withFileTypes: true })) {
  const path = join(parentPath, name);
  const { atimeMs, mtimeMs } = statSync(path);
  utimesSync(path, (atimeMs - day) / 1000, (mtimeMs - day) / 1000);
}
