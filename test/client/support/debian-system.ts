import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { output } from '../../process/support/command.ts';

/** A root tarball of Debian packages, which `.ci/debian-root.sh` makes; `undefined` when none is told. */
export const debianRoot = process.env.DEBIAN_ROOT;

export const kernelVersion = '6.8.0-90-generic';

/** Unpacks it into `folder`, with what a system has beside its packages, and a small kernel and initrd in /boot. */
export async function debianSystem(tarball: string, folder: string): Promise<void> {
  for (const name of ['', 'bin', 'sbin', 'boot', 'dev', 'etc', 'proc', 'sys', 'run', 'tmp']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await output('tar', ['-C', folder, '-xpf', tarball, '--keep-directory-symlink']);
  await symlink('busybox', join(folder, 'bin/sh'));
  await symlink('../bin/busybox', join(folder, 'sbin/init'));
  await writeFile(join(folder, 'etc/os-release'), 'ID=ubuntu\nVERSION_ID="24.04"\n');
  await writeFile(join(folder, 'run/left'), 'by the build\n');
  const boot = join(folder, 'boot');
  // an older one, by its version and not by its name
  await writeFile(join(boot, 'vmlinuz-6.8.0-9-generic'), kernel('older'));
  await writeFile(join(boot, `vmlinuz-${kernelVersion}`), kernel('newer'));
  await symlink(`vmlinuz-${kernelVersion}`, join(boot, 'vmlinuz'));
  await writeFile(join(boot, `initrd.img-${kernelVersion}`), initrd());
}

/** Packs a folder as packer-maas does. */
export async function pack(folder: string, tarball: string): Promise<void> {
  await rm(tarball, { force: true });
  await output('tar', ['-C', folder, '-czpf', tarball, '--xattrs', '.']);
}

/** The boot sector and the setup header of x86, and nothing behind them (Linux Documentation/arch/x86/boot.rst). */
function kernel(name: string): Buffer {
  const bytes = Buffer.alloc(4096);
  bytes.write('MZ', 0);
  bytes.writeUInt8(4, 0x1f1);
  bytes.writeUInt16LE(0xaa55, 0x1fe);
  bytes.write('HdrS', 0x202);
  bytes.writeUInt16LE(0x020f, 0x206);
  bytes.write(name, 0x400);
  return bytes;
}

/** An empty cpio archive of the portable format. */
function initrd(): string {
  const name = 'TRAILER!!!\0';
  const fields = Array.from({ length: 13 }, (_, at) => (at === 11 ? name.length : 0));
  const header = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`;
  return `${header}${name}`.padEnd(512, '\0');
}
