import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { directoryStore } from '../../src/adapters/directory-store.ts';
import { commit } from '../../src/app/commit.ts';
import { publish } from '../../src/app/publish.ts';
import { checkRoot } from '../../src/core/consumers/check.ts';
import { consumerNames, everyRelease } from '../../src/core/consumers/consumer.ts';
import { putProduct } from '../../src/core/edit.ts';
import { parseProductName } from '../../src/core/name.ts';
import { parseProducts } from '../../src/core/schema/validate.ts';
import { serialise } from '../../src/core/serialise.ts';
import { request } from '../../test/fakes/scene.ts';
import { portsFor } from '../support/ports.ts';
import { syntheticProducts } from '../support/synthetic-root.ts';

// documents.mjs make FOLDER KEYFILE ITEMS       makes a signed root with a document of that many items
// documents.mjs publish FOLDER KEYFILE BUILD    publishes one version into it; prints what that took
// documents.mjs document FOLDER KEYFILE         what that is to the document alone; prints what it took

const [task, folder = '', keyFile = '', word = ''] = process.argv.slice(2);
const store = directoryStore({ folder, singleWriter: false });
const ports = await portsFor(store, await readFile(keyFile, 'utf8'), word);

async function make(): Promise<void> {
  const changed = new Map([['images', syntheticProducts(Number(word))]]);
  const options = { adopt: false, acceptRollback: false, dryRun: false, onPlan: () => undefined };
  await commit(ports, options, () => ({ outcome: undefined, changed, files: [] }));
}

async function publishOne(): Promise<void> {
  const { changed } = await publish(request(), ports);
  if (!changed) throw new Error('nothing was published');
}

/** Verify, parse, validate, change, check by the rules of every consumer, serialise, sign, and verify again. */
async function document(): Promise<void> {
  const bytes = await readFile(join(folder, 'streams/v1/images.sjson'));
  const { signing } = ports;
  const name = parseProductName('synthetic:new:amd64:default');
  if (signing === undefined || name === undefined) throw new Error('there is nothing to sign with');
  const { text } = await signing.verifier.clearsigned(bytes, 'images.sjson');
  const after = putProduct(parseProducts(text, 'images.sjson'), name, { arch: 'amd64' });
  const view = { index: undefined, signed: true, documents: new Map([['images', after]]) };
  checkRoot(view, consumerNames.map(everyRelease));
  await signing.signer.clearsign(serialise(after));
}

async function measured(work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ seconds, peak })}\n`);
}

if (task === 'make') await make();
else await measured(task === 'publish' ? publishOne : document);
