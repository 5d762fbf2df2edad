import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundleCli } from '../process/support/bundle.ts';
import { output } from '../process/support/command.ts';
import { makeAuthority } from './support/authority.ts';
import { serve } from './support/https-server.ts';
import { makeReader } from './support/reader.ts';
import { need } from './support/tools.ts';

test.for(['lxc', 'incus'] as const)(
  '%s reads what examples/quickstart/run publishes',
  async (client, context) => {
    need(context, client, 'openssl', 'tar');
    const folder = await mkdtemp(join(tmpdir(), 'simplestreams-quickstart-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const clone = join(folder, 'clone');
    await cp(join(await bundleCli(), '..'), join(clone, 'dist'), { recursive: true });
    const script = join(clone, 'examples/quickstart/run');
    await cp('examples/quickstart/run', script);
    await output(script, [], { cwd: clone });

    const made = await makeAuthority(folder);
    const server = await serve(join(clone, 'public'), made);
    onTestFinished(() => server.close());
    const own = join(folder, client);
    const reader = await makeReader({
      client,
      folder: own,
      url: server.url,
      authority: made.authority,
    });
    const fingerprint = await reader.fingerprintOf('quickstart/1');
    await reader.export('quickstart/1', join(folder, 'image'));
    expect((await reader.images()).map((image) => image.fingerprint)).toEqual([fingerprint]);
  },
);
