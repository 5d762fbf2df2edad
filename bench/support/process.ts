import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  /** Of wall time. */
  readonly seconds: number;
  /** Of the process and of all it waited for. */
  readonly cpu: number;
  /** Bytes that the process and all below it held together, at most; looked at now and then, so that it costs nothing. */
  readonly peak: number;
  readonly stdout: string;
}

export interface MeasureOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Exit codes that are fine. */
  readonly codes?: readonly number[];
}

const script = 'TIMEFORMAT="%R %U %S"; { time "$@" 2>&3; } 2>&4';

/** Runs a command, and tells what it took. The clock is bash's own, so that starting bash does not count. */
export async function measure(
  command: readonly string[],
  { cwd, env, codes = [0] }: MeasureOptions,
): Promise<Measured> {
  const child = spawn('bash', ['-c', script, 'bash', ...command], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, times] = [
    collect(child.stdout),
    collect(child.stdio[3]),
    collect(child.stdio[4]),
  ];
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, child.pid === undefined ? 0 : memoryBelow(child.pid));
  }, 50);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearInterval(looking));
  if (code === null || !codes.includes(code)) {
    throw new Error(`${command.join(' ')} ended with ${code}:\n${stderr.join('')}`);
  }
  const [seconds = 0, user = 0, system = 0] = times
    .join('')
    .trim()
    .split(/\s+/)
    .slice(-3)
    .map(Number);
  return { seconds, cpu: user + system, peak, stdout: stdout.join('') };
}

function collect(stream: unknown): string[] {
  const chunks: string[] = [];
  if (typeof stream === 'object' && stream !== null && 'on' in stream) {
    const on: unknown = stream.on;
    if (typeof on === 'function')
      on.call(stream, 'data', (chunk: Buffer) => chunks.push(`${chunk}`));
  }
  return chunks;
}

/** What the processes below `pid`, which is the shell, held at most, each by itself. */
function memoryBelow(pid: number): number {
  const children = (readProc(`/proc/${pid}/task/${pid}/children`) ?? '').split(' ').filter(Boolean);
  return children
    .map(Number)
    .reduce((total, child) => total + residentOf(child) + memoryBelow(child), 0);
}

function residentOf(pid: number): number {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readProc(`/proc/${pid}/status`) ?? '')?.[1];
  return Number(kibibytes ?? 0) * 1024;
}

/** `undefined` when the process has gone meanwhile. */
function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
