import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { output } from '../../process/support/command.ts';
import { pathOf, type Tool } from './tools.ts';

/** What the builder starts. */
export const builderTools: readonly Tool[] = ['busybox', 'mksquashfs', 'qemu-img', 'tar', 'xz'];

export interface BuildOptions {
  /** A folder for the files and for what they are made from; made if missing. */
  readonly folder: string;
  readonly os: string;
  readonly release: string;
  /** In `metadata.yaml`, and so in the bytes: each build has a fingerprint of its own. */
  readonly created: Date;
}

/** The files of one build: every form a root file system can be published in. */
export interface BuiltImage {
  readonly metadata: string;
  readonly squashfs: string;
  readonly rootTarball: string;
  readonly disk: string;
}

/** Builds a small busybox system with the tools that image builds use: tar and xz, mksquashfs, qemu-img. */
export async function buildImage(options: BuildOptions): Promise<BuiltImage> {
  const { folder } = options;
  const image = {
    metadata: join(folder, 'lxd.tar.xz'),
    squashfs: join(folder, 'rootfs.squashfs'),
    rootTarball: join(folder, 'rootfs.tar.xz'),
    disk: join(folder, 'disk.qcow2'),
  };
  const root = await rootFileSystem(options);
  await writeFile(join(folder, 'metadata.yaml'), metadataYaml(options));
  await output('tar', ['-C', folder, '-cJf', image.metadata, 'metadata.yaml']);
  await output('tar', ['-C', root, '--owner=0', '--group=0', '-cJf', image.rootTarball, '.']);
  await output('mksquashfs', [root, image.squashfs, '-all-root', '-noappend', '-no-progress']);
  await diskOf(image.squashfs, image.disk);
  return image;
}

function metadataYaml({ os, release, created }: BuildOptions): string {
  return `architecture: x86_64
creation_date: ${Math.floor(created.getTime() / 1000)}
properties:
  os: ${os}
  release: "${release}"
  variant: default
  architecture: amd64
  description: ${os} ${release}, built for a test
`;
}

async function rootFileSystem({ folder, os, release, created }: BuildOptions): Promise<string> {
  const root = join(folder, 'root');
  for (const name of ['bin', 'sbin', 'dev', 'etc', 'proc', 'run', 'sys', 'tmp', 'root']) {
    await mkdir(join(root, name), { recursive: true });
  }
  await copyFile(pathOf('busybox'), join(root, 'bin/busybox'));
  for (const applet of ['sh', 'cat', 'ls', 'sleep']) {
    await symlink('busybox', join(root, 'bin', applet));
  }
  await symlink('../bin/busybox', join(root, 'sbin/init'));
  await writeFile(
    join(root, 'etc/os-release'),
    `ID=${os}\nVERSION_ID=${release}\nBUILD_ID=${created.toISOString()}\n`,
  );
  return root;
}

/** A qcow2 disk whose content is the given file: as good as any, since no test here starts a virtual machine. */
async function diskOf(file: string, disk: string): Promise<void> {
  await output('qemu-img', ['convert', '-f', 'raw', '-O', 'qcow2', '-c', file, disk]);
}
