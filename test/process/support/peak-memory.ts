import { readFile } from 'node:fs/promises';

// Of the program alone: what getrusage tells begins with the memory of the process that started it.
const hook = `
import { readFileSync, writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.PEAK_MEMORY_FILE, readFileSync('/proc/self/status')));
`;

/** Flags of Node that have a program write, at its end, what {@link peakMemory} reads. Linux alone. */
export const measured = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`] as const;

/** Bytes of memory that the program had at most (`VmHWM`); `file` is what its PEAK_MEMORY_FILE named. */
export async function peakMemory(file: string): Promise<number> {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(file, 'utf8'))?.[1];
  if (kibibytes === undefined) throw new Error(`${file} tells no VmHWM`);
  return Number(kibibytes) * 1024;
}
