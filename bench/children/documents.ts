import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { directoryStore } from '../../src/adapters/directory-store.ts';
import { commit } from '../../src/app/commit.ts';
import { publish } from '../../src/app/publish.ts';
import { request } from '../../test/fakes/scene.ts';
import { portsFor } from '../support/ports.ts';
import { syntheticProducts } from '../support/synthetic-root.ts';

// documents.mjs make FOLDER KEYFILE ITEMS       makes a signed root with a document of that many items
// documents.mjs publish FOLDER KEYFILE BUILD    publishes one version into it; prints what that took

const [task, folder = '', keyFile = '', word = ''] = process.argv.slice(2);
const store = directoryStore({ folder, singleWriter: false });
const ports = await portsFor(store, await readFile(keyFile, 'utf8'), word);

if (task === 'make') {
  const changed = new Map([['images', syntheticProducts(Number(word))]]);
  const options = { adopt: false, acceptRollback: false, dryRun: false, onPlan: () => undefined };
  await commit(ports, options, () => ({ outcome: undefined, changed, files: [] }));
} else {
  const before = process.cpuUsage();
  const began = performance.now();
  const { changed } = await publish(request(), ports);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  const peak = process.resourceUsage().maxRSS / 1024;
  if (!changed) throw new Error('nothing was published');
  const cpu = (user + system) / 1e6;
  process.stdout.write(`${JSON.stringify({ seconds, cpu, peak })}\n`);
}
