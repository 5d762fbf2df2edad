import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * The process a lock or a temporary file belongs to. A process number alone says nothing: it is taken again after
 * the process ended, after a reboot, and in every container.
 */
export interface Owner {
  /** Of the running kernel: a UUID, new at every boot. */
  readonly boot: string;
  /** Of the process numbers' namespace (containers have their own); 0 where there are none. */
  readonly namespace: number;
  readonly pid: number;
  /** Clock ticks from boot to the start of the process; 0 where the system does not tell. */
  readonly start: number;
}

/** `unknown`: it runs, or ran, where this process cannot see it. */
export type OwnerState = 'alive' | 'dead' | 'unknown';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** This process. */
export function currentOwner(proc = '/proc'): Owner {
  return {
    ...whereabouts(proc),
    pid: process.pid,
    start: processStatus(proc, process.pid)?.start ?? 0,
  };
}

/** `owner` in one word, which is safe in a file's name. */
export function formatOwner({ boot, namespace, pid, start }: Owner): string {
  return [boot, namespace, pid, start].join('.');
}

/** What {@link formatOwner} made, or `undefined`. */
export function parseOwner(text: string): Owner | undefined {
  const [boot = '', namespace = '', pid = '', start = '', ...rest] = text.split('.');
  const numbers = [namespace, pid, start].every((number) => /^\d{1,15}$/.test(number));
  if (rest.length > 0 || !numbers || !uuid.test(boot) || Number(pid) === 0) return undefined;
  return { boot, namespace: Number(namespace), pid: Number(pid), start: Number(start) };
}

/** What `self` can tell of `owner`. `dead` and `alive` are certain. */
export function ownerState(owner: Owner, self: Owner, proc = '/proc'): OwnerState {
  if (owner.boot !== self.boot || owner.namespace !== self.namespace) return 'unknown';
  // Asked first, for /proc may hide the processes of other users (hidepid).
  if (!processExists(owner.pid)) return 'dead';
  const status = processStatus(proc, owner.pid);
  // Without a start time the number may be another process's by now (macOS).
  if (status === undefined || owner.start === 0) return 'unknown';
  return status.ended || status.start !== owner.start ? 'dead' : 'alive';
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** See proc_pid_stat(5): the name, field 2, may hold blanks and parentheses; field 3 is the state, field 22 the start. */
function processStatus(proc: string, pid: number) {
  const stat = attempt(() => readFileSync(`${proc}/${pid}/stat`, 'latin1'));
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const start = Number(fields?.[19]);
  if (fields === undefined || !Number.isSafeInteger(start)) return undefined;
  return { start, ended: /^[ZXx]/.test(fields[0] ?? '') };
}

/**
 * macOS has no /proc and no such namespaces, and tells its boot by sysctl. Where the system does not tell all of it, an
 * id of this process alone: then nobody is taken for dead too early, and what a killed process leaves is waited for.
 */
function whereabouts(proc: string): Pick<Owner, 'boot' | 'namespace'> {
  const boot = attempt(() => readFileSync(`${proc}/sys/kernel/random/boot_id`, 'latin1'))?.trim();
  const link = attempt(() => readlinkSync(`${proc}/self/ns/pid`));
  const namespace = /^pid:\[(\d{1,15})\]$/.exec(link ?? '')?.[1];
  if (boot !== undefined && uuid.test(boot) && namespace !== undefined) {
    return { boot, namespace: Number(namespace) };
  }
  const session = boot === undefined ? attempt(bootSession) : undefined;
  return {
    boot: session !== undefined && uuid.test(session) ? session : randomUUID(),
    namespace: 0,
  };
}

/** Only here and on macOS: to load what starts processes takes longer than all else of a lock. */
function bootSession(): string {
  const answer = process
    .getBuiltinModule('node:child_process')
    .execFileSync('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], {
      encoding: 'latin1',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  return answer.trim().toLowerCase();
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
