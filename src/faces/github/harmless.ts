import { withoutControls } from '../harmless.ts';

/**
 * A text for the log of a step, in which no name of others is taken for a command to the runner: it takes a line for one
 * that begins with `::`, or has `##[` anywhere (actions/runner, ActionCommand.cs).
 */
export function forLog(text: string): string {
  return withoutControls(text).replaceAll(/^(\s*:)(?=:)|##(?=\[)/gm, '$&\u200b');
}
