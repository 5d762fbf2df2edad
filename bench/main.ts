import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, failures, type Skipped } from './figure.ts';
import { contention } from './suites/contention.ts';
import { documents } from './suites/documents.ts';
import { files } from './suites/files.ts';
import { memory } from './suites/memory.ts';
import { startUp } from './suites/start-up.ts';
import type { Suite } from './suites/suite.ts';
import { upload } from './suites/upload.ts';
import { withScene } from './support/scene.ts';
import { renderTable } from './table.ts';

// `npm run bench`. Measures the sources of this moment beside programs that do the same; installs nothing.
//   --only NAME   suites or figures whose name begins so; may be repeated
//   --quick       smaller files and fewer items
//   --check       quick, the suites that need no server, and ends with 1 when a ratio is worse than its limit
//   --json FILE   where the figures go besides
//   --runs N      of each, at least 5 for a figure that is to be quoted

const suites: readonly Suite[] = [startUp, files, upload, memory, documents, contention];
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    json: { type: 'string', default: 'node_modules/.cache/bench.json' },
    runs: { type: 'string' },
  },
});
const quick = values.quick || values.check;
const runs = Number(values.runs ?? (values.check ? 3 : 5));
const wanted = (name: string) =>
  values.only === undefined ||
  values.only.some((only) => only.startsWith(name) || name.startsWith(only));

function say(text: string): void {
  process.stdout.write(text);
}

async function machine() {
  const [cpu] = cpus();
  const processors = `${availableParallelism()} × ${cpu?.model.trim()}`;
  const kernel = (await readFile('/proc/version', 'utf8').catch(() => '')).split(' ')[2];
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return { node: process.version, processors, memory, kernel, platform: process.platform };
}

function load(): string {
  return loadavg()
    .map((each) => each.toFixed(1))
    .join(' ');
}

const where = await machine();
const began = load();
say(
  `Node ${where.node}, ${where.processors}, ${where.memory}, ${where.platform} ${where.kernel}; load ${began}\n\n`,
);
const figures: Figure[] = [];
const skipped: Skipped[] = [];
await withScene({ runs, quick }, async (scene) => {
  for (const suite of suites.filter(
    ({ name, inCheck }) => wanted(name) && (inCheck || !values.check),
  )) {
    const found = await suite.run(scene);
    figures.push(...found.figures.filter(({ name }) => wanted(name)));
    skipped.push(...(found.skipped ?? []));
    process.stderr.write(`${suite.name}: done, load ${load()}\n`);
  }
});
const ended = load();
say(renderTable(figures, skipped));
say(`\nmedian of ${runs} runs in turn; load ${began} before, ${ended} after\n`);
await mkdir(dirname(values.json), { recursive: true });
const json = { machine: where, runs, quick, load: { began, ended }, figures, skipped };
await writeFile(values.json, `${JSON.stringify(json, undefined, 2)}\n`);
if (values.check) {
  for (const { name, value, limit } of failures(figures)) {
    say(`${name}: ${value.toFixed(2)} × is worse than the ${limit} × that this check lets pass\n`);
    process.exitCode = 1;
  }
}
