import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { type S3Server, startS3Server } from '../../fakes/s3/server.ts';
import { tarball } from '../../fakes/tarball.ts';
import type { Ended } from './command.ts';
import { makeScene, passphrase, type Scene } from './scene.ts';

export const candidate = 'com.example.maas.candidate:rhel-bases:rocky9:amd64';
export const stable = 'com.example.maas.stable:rhel-bases:rocky9:amd64';

/** As the MAAS project promotes its own images. */
export const toStable = ['--for', 'maas', '--rename', 'candidate=stable', '--label', 'stable'];

/** Where roots in a bucket lie. */
export type RootServer = Pick<S3Server, 'credentials' | 'region' | 'endpoint'>;

export interface PromotionScene extends Scene {
  /** Publishes a root tarball for MAAS, whose bytes the serial makes its own. */
  publishMaas(root: string, serial: string, label?: string): Promise<void>;
  /** Starts the CLI with the key and with rights to the server. */
  promote(args: readonly string[]): Promise<Ended>;
  readonly keys: Readonly<Record<string, string>>;
}

/** @param server absent: roots lie in folders */
export async function makePromotionScene(
  cli: string,
  key: string,
  server?: RootServer,
): Promise<PromotionScene> {
  const scene = await makeScene(cli);
  const keys = {
    SIMPLESTREAMS_SIGNING_KEY: key,
    SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE: passphrase,
    ...(server === undefined ? {} : rightsOf(server)),
  };
  return {
    ...scene,
    keys,
    async publishMaas(root, serial, label = 'candidate') {
      const files = join(scene.folder, `root-${serial}.tar.gz`);
      const content = [
        { name: 'bin/sh', content: '#!/bin/true\n' },
        { name: 'etc/motd', content: serial },
      ];
      await writeFile(files, gzipSync(tarball(content)));
      const { code, stderr } = await scene.run(
        [
          ...['publish', '--root', root, '--for', 'maas', '--stream-name', 'com.example.maas'],
          ...['--os', 'rhel', '--release', 'rocky9', '--os-version', '9-rocky', '--arch', 'amd64'],
          ...['--label', label, '--serial', serial, '--files', files],
          ...(server && root.startsWith('s3:') ? ['--endpoint', server.endpoint] : []),
        ],
        keys,
      );
      if (code !== 0) throw new Error(`publishing failed: ${stderr}`);
    },
    promote: (args) => scene.run(['promote', ...args], keys),
  };
}

export async function startServer(): Promise<S3Server> {
  const server = await startS3Server();
  onTestFinished(() => server.close());
  return server;
}

function rightsOf({ credentials, region }: RootServer): Readonly<Record<string, string>> {
  return {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
