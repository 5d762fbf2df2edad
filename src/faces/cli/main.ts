#!/usr/bin/env node
import { version } from '../version.ts';
import { readCommandLine } from './command-line.ts';
import { helpOf } from './help.ts';
import { writeOut } from './streams.ts';

/**
 * `simplestreams`, the command. What a run needs is loaded only when there is one.
 * @returns the exit code
 */
async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words, process.env);
  if (line.version) writeOut(`${version}\n`);
  else if (line.help) writeOut(helpOf(line.command ?? 'publish'));
  else {
    const { execute } = await import('./execute.ts');
    return execute(line, process.cwd(), process.env);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
