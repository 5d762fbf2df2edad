import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startS3Server } from '../../test/fakes/s3/server.ts';
import { discardParts } from '../../test/process/support/sink.ts';
import type { Figure } from '../figure.ts';
import { makeSparseImage } from '../support/images.ts';
import { measure } from '../support/process.ts';
import { publishWords } from '../support/publish.ts';
import type { Suite } from './suite.ts';

/** How much memory a file of 10 GB takes, whose bytes are holes, and which a server throws away. */
export const memory: Suite = {
  name: 'memory',
  inCheck: false,
  async run({ folder, cli, env, quick }) {
    const cwd = join(folder, 'memory-suite');
    await mkdir(cwd);
    const size = (quick ? 1 : 10) * 1e9;
    const image = await makeSparseImage(join(cwd, 'build'), size);
    const figure = (name: string, where: string, peak: number): Figure => ({
      name: `memory ${name}`,
      what: `memory at most, ${size / 1e9} GB ${where}`,
      unit: 'MB',
      value: peak / 2 ** 20,
      bound: 256,
    });

    const words = publishWords(image, ['--root', join(cwd, 'root')]);
    const stored = await measure([process.execPath, cli, ...words], { cwd, env });
    await rm(join(cwd, 'root'), { recursive: true });

    const server = await startS3Server();
    discardParts(server);
    const { accessKeyId, secretAccessKey } = server.credentials;
    const place = ['--root', `s3://${server.bucket}/lxd`, '--endpoint', server.endpoint];
    const sent = await measure([process.execPath, cli, ...publishWords(image, place)], {
      cwd,
      env: { ...env, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    });
    await server.close();
    await rm(cwd, { recursive: true });
    return {
      figures: [
        figure('folder', 'into a folder', stored.peak),
        figure('server', 'to an S3 server that throws them away', sent.peak),
      ],
    };
  },
};
