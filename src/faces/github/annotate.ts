import * as core from '@actions/core';
import { severities } from '../../core/finding.ts';
import { printable } from '../../core/schema/problem.ts';
import type { Annotation } from './step.ts';

/** GitHub shows no more of a kind for one step, and does not say so. */
const most = 10;

const commands = { error: core.error, warning: core.warning, note: core.notice } as const;

/** Makes an annotation of each, as many as GitHub shows; the last of them says how many more there are. */
export function annotate(annotations: readonly Annotation[]): void {
  for (const severity of severities) {
    const all = annotations.filter((annotation) => annotation.severity === severity);
    const shown = all.length > most ? all.slice(0, most - 1) : all;
    for (const { title, message } of shown) {
      commands[severity](message, { title: printable(title) });
    }
    const rest = all.length - shown.length;
    if (rest > 0) {
      commands[severity]('All of them are in the summary of the job.', {
        title: `${rest} more ${severity}s`,
      });
    }
  }
}
