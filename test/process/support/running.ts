import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { CommandOptions, Ended } from './command.ts';

export interface Finished extends Ended {
  /** What ended it, if a signal did. */
  readonly signal: NodeJS.Signals | undefined;
}

/** A program that has been started. */
export interface Running {
  readonly finished: Promise<Finished>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts a program, without a terminal and without input, and ends it after two minutes. */
export function started(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Running {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    killSignal: 'SIGKILL',
  });
  const ended = async (): Promise<Finished> => {
    const [stdout, stderr, [code, signal]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    return { stdout, stderr, code: code ?? undefined, signal: signal ?? undefined };
  };
  return { finished: ended(), kill: (signal) => void child.kill(signal) };
}
