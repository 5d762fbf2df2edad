#!/usr/bin/env node
import { version } from '../version.ts';
import { readCommandLine } from './command-line.ts';
import { helpOf } from './help.ts';

/**
 * `simplestreams`, the command. What a run needs is loaded only when there is one.
 * @returns the exit code
 */
async function main(words: readonly string[]): Promise<number> {
  process.stdout.on('error', unlessNobodyReads);
  const line = readCommandLine(words, process.env);
  if (line.version) process.stdout.write(`${version}\n`);
  else if (line.help) process.stdout.write(helpOf(line.command ?? 'publish'));
  else {
    // Only here: to open it takes a millisecond.
    process.stderr.on('error', unlessNobodyReads);
    const { execute } = await import('./execute.ts');
    return execute(line, process.cwd(), process.env);
  }
  return 0;
}

/** `simplestreams publish | head -1` must not end in the middle of a commit. */
function unlessNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

process.exitCode = await main(process.argv.slice(2));
