import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tarball } from '../../fakes/tarball.ts';

/** The files of one container image. */
export interface ImageFiles {
  readonly metadata: string;
  readonly root: string;
}

export interface ImageOptions {
  readonly os?: string;
  readonly arch?: string;
  readonly created?: string;
  /** What tells the root file system apart from that of other images. */
  readonly content?: string;
}

/** Writes a metadata tarball and a root tarball, gzipped, into a new folder. */
export async function writeImage(folder: string, options: ImageOptions = {}): Promise<ImageFiles> {
  const { os = 'Alpine', arch = 'x86_64' } = options;
  const { created = '2026-11-20T15:04:00Z', content = 'first' } = options;
  await mkdir(folder, { recursive: true });
  const files = { metadata: join(folder, 'lxd.tar.gz'), root: join(folder, 'rootfs.tar.gz') };
  const yaml = `architecture: ${arch}
creation_date: ${Date.parse(created) / 1000}
properties:
  os: ${os}
  release: "3.20"
  variant: default
  description: made for a test
`;
  await writeFile(files.metadata, gzipSync(tarball([{ name: 'metadata.yaml', content: yaml }])));
  await writeFile(
    files.root,
    gzipSync(
      tarball([
        { name: 'etc/motd', content },
        { name: 'bin/sh', content: '#!/bin/true\n' },
      ]),
    ),
  );
  return files;
}
