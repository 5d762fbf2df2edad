import type { Reporter } from '../ports.ts';
import { withoutControls } from './harmless.ts';
import { formatSize } from './size.ts';

export interface Output {
  write(text: string): void;
  /** The width of a terminal, on which a line can be written over; `undefined` elsewhere. */
  readonly columns: number | undefined;
  /** Milliseconds, from any beginning. */
  now(): number;
}

export interface LineReporter extends Reporter {
  error(message: string): void;
}

/** On a terminal often enough to look alive, in a log seldom enough to be read. */
const pause = { terminal: 100, log: 5_000 };

/** What takes fewer milliseconds has no rate worth telling. */
const instant = 50;

/** Tells the story line by line, indented under its groups. `quiet` leaves warnings and errors. */
export function lineReporter(output: Output, { quiet }: { readonly quiet: boolean }): LineReporter {
  let passing = false;
  const warned = new Set<string>();

  function line(text: string): void {
    const clear = passing ? '\r\u001b[K' : '';
    passing = false;
    output.write(`${clear}${withoutControls(text)}\n`);
  }

  function passingLine(text: string, columns: number): void {
    passing = true;
    output.write(`\r\u001b[K${withoutControls(text).slice(0, columns - 1)}`);
  }

  function story(text: string): void {
    if (!quiet) line(text);
  }

  return {
    group: story,
    info: (message) => story(`  ${message}`),
    warning: (message) => {
      // A report tells at its end what its plan has told.
      if (!warned.has(message)) line(`warning: ${message}`);
      warned.add(message);
    },
    error: (message) => line(`error: ${message}`),
    transfer: (title, total) => {
      if (quiet) return () => undefined;
      const { columns } = output;
      const began = output.now();
      const between = columns === undefined ? pause.log : pause.terminal;
      let [done, shown] = [0, began];
      return (count) => {
        done += count;
        const now = output.now();
        const ended = done >= total;
        if (!ended && now - shown < between) return;
        shown = now;
        const text = `  ${title}: ${progress(done, total, now - began)}`;
        if (columns === undefined || ended) line(text);
        else passingLine(text, columns);
      };
    },
  };
}

function progress(done: number, total: number, milliseconds: number): string {
  // A folder gives a name to what is written already; how fast that was says nothing.
  const rate = milliseconds < instant ? '' : `, ${formatSize((done * 1000) / milliseconds)}/s`;
  const percent = Math.floor((done * 100) / total);
  return done >= total
    ? `${formatSize(done)}${rate}`
    : `${formatSize(done)} of ${formatSize(total)} (${percent} %)${rate}`;
}
