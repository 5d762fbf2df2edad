import { type LineReporter, lineReporter, type Output } from '../line-reporter.ts';

export interface SectionReporter extends LineReporter {
  /** Ends the last section. */
  end(): void;
}

const clearLine = '\u001b[0K';

/**
 * The story with a section for each group, as the log of a GitLab job folds them (docs.gitlab.com/ci/jobs/job_logs,
 * "Custom collapsible sections"). They begin unfolded: a warning must not be hidden.
 * @param seconds since 1970-01-01 00:00:00 UTC
 */
export function sectionReporter(
  output: Output,
  options: { readonly quiet: boolean },
  seconds: () => number,
): SectionReporter {
  const lines = lineReporter(output, options);
  let open: string | undefined;
  const mark = (what: 'start' | 'end', name: string) =>
    `${clearLine}section_${what}:${Math.floor(seconds())}:${name}\r${clearLine}`;
  const end = () => {
    if (open !== undefined) output.write(`${mark('end', open)}\n`);
    open = undefined;
  };
  return {
    ...lines,
    group: (title) => {
      if (options.quiet) return;
      end();
      open = `simplestreams_${title.toLowerCase()}`;
      output.write(mark('start', open));
      lines.group(title);
    },
    end,
  };
}
