import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ended, ended } from '../../process/support/command.ts';
import type { Client } from './reader.ts';
import { pathOf, type Tool } from './tools.ts';

/** The daemon of LXD or of Incus, on its own, with storage in a folder and no network. */
export interface Daemon {
  /** The command line client, talking to this daemon. */
  run(...args: readonly string[]): Promise<Ended>;
  /** Such a call that must succeed; returns its output. */
  call(...args: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

export const daemonOf = { lxc: 'lxd', incus: 'incusd' } as const satisfies Record<Client, Tool>;

export interface DaemonOptions {
  readonly client: Client;
  /** Every user must be able to pass through, and the path must be short: there are sockets in it. Made if missing. */
  readonly folder: string;
  /** PEM file of the authority to trust. */
  readonly authority: string;
}

/**
 * Starts a daemon that is ready for containers.
 * @throws Error with the end of its log when this machine does not let it
 */
export async function startDaemon({ client, folder, authority }: DaemonOptions): Promise<Daemon> {
  const [state, configuration] = [join(folder, 'd'), join(folder, 'c')];
  for (const path of [folder, state, configuration]) {
    await mkdir(path, { recursive: true, mode: 0o711 });
  }
  const name = client === 'lxc' ? 'LXD' : 'INCUS';
  const env = {
    [`${name}_DIR`]: state,
    [`${name}_CONF`]: configuration,
    HOME: configuration,
    SSL_CERT_FILE: authority,
    SSL_CERT_DIR: folder,
  };
  const program = pathOf(daemonOf[client]);
  const log = join(folder, 'log');
  const out = openSync(log, 'w');
  const child = spawn(program, ['--group', 'root'], {
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', out, out],
  });
  const run = (...args: readonly string[]) => ended(pathOf(client), args, { env });
  const daemon: Daemon = {
    run,
    call: async (...args) => {
      const { code, stdout, stderr } = await run(...args);
      if (code !== 0) throw new Error(`${client} ${args.join(' ')}: ${stderr}${stdout}`);
      return stdout;
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        await ended(client === 'lxc' ? program : pathOf(client), shutdown[client], { env });
      }
      await exit(child);
    },
  };
  try {
    const ready = await ended(program, ['waitready', '--timeout', '30'], { env });
    if (ready.code !== 0) throw new Error(await lastLine(log));
    await daemon.call('storage', 'create', 'default', 'dir');
    await daemon.call(...'profile device add default root disk path=/ pool=default'.split(' '));
    return daemon;
  } catch (error) {
    await daemon.stop();
    throw error;
  }
}

const shutdown = {
  lxc: ['shutdown', '--timeout', '20'],
  incus: ['admin', 'shutdown', '--timeout', '20'],
} as const;

/** Waits for the end of a program that was told to end, and makes it end when it does not. */
async function exit(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await once(child, 'exit');
  clearTimeout(timer);
}

async function lastLine(log: string): Promise<string> {
  return (await readFile(log, 'utf8')).trim().split('\n').at(-1) ?? '';
}
