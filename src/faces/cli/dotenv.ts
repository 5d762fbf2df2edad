import { unfitTarget, writeTextFile } from '../json-file.ts';
import { type OutputName, type OutputValues, outputs } from '../outputs.ts';
import type { Reading } from '../reading.ts';

/**
 * Not the prefix of our inputs: GitLab puts what a job hands on over the variables of later jobs, where the serial of
 * one image would become the input `serial` of the next.
 */
const prefix = 'STREAMS_';

/** The name of an output in a dotenv file; `undefined` for the report, which has no room in one (5 KiB). */
export function dotenvNameOf(name: OutputName): string | undefined {
  return name === 'report' ? undefined : prefix + name.toUpperCase().replaceAll('-', '_');
}

/** Among the problems of `reading`: a file that cannot be written. */
export function checkDotenv(reading: Reading, cwd: string): void {
  reading.text('dotenv', (path, wrong) => {
    const why = unfitTarget(path, cwd);
    return why === undefined ? path : wrong(why);
  });
}

/**
 * The outputs that a run knows, for `artifacts: reports: dotenv`; an empty file when it knows none.
 * GitLab reads `NAME=value` up to the end of the line, without quotes, comments and empty lines; in the job that gets
 * the variable, `$` begins the name of another one, and `$$` is a `$`.
 */
export function writeDotenv(path: string, cwd: string, values: OutputValues): void {
  const lines = outputs.flatMap(({ name }) => {
    const [as, value] = [dotenvNameOf(name), values[name]];
    if (as === undefined || value === undefined) return [];
    if (/[\r\n]/.test(value)) throw new Error(`the output ${name} has more than one line`);
    return [`${as}=${value.replaceAll('$', '$$$$')}\n`];
  });
  writeTextFile(path, cwd, lines.join(''));
}
