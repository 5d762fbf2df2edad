import * as core from '@actions/core';
import type { Reporter } from '../../ports.ts';
import { lineReporter } from '../line-reporter.ts';
import { forLog } from './harmless.ts';

export interface ActionReporter extends Reporter {
  /** Ends the last group. */
  end(): void;
}

/** The story in the log of a step: groups fold, and warnings are annotations. */
export function actionReporter(): ActionReporter {
  let open = false;
  const end = () => {
    if (open) core.endGroup();
    open = false;
  };
  const output = {
    write: (text: string) => process.stdout.write(forLog(text)),
    columns: undefined,
    now: () => performance.now(),
  };
  return {
    ...lineReporter(output, { quiet: false }),
    group: (title) => {
      end();
      core.startGroup(title);
      open = true;
    },
    warning: (message) => core.warning(message),
    end,
  };
}
