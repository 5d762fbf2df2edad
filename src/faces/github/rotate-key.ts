import { describeExpiry } from '../../app/key-expiry.ts';
import type { RotateKeyReport } from '../../app/rotate-key-report.ts';
import { printable } from '../../core/schema/problem.ts';
import { rotationOutputs } from '../outputs.ts';
import { followersBehind } from '../publishing.ts';
import { renderRotation, runRotatingKey } from '../rotating-key.ts';
import { code, escaped } from './markdown.ts';
import type { Ended, Step } from './step.ts';

/** `command: rotate-key`. */
export async function runRotateKey(step: Step): Promise<Ended> {
  const report = await runRotatingKey(step);
  const error = followersBehind(report);
  const now = new Date();
  return {
    json: report,
    outputs: rotationOutputs(report),
    text: renderRotation(report, now),
    summary: rotationSummary(report, now),
    annotations: [],
    error,
    exitCode: error?.exitCode ?? 0,
  };
}

/** The job summary, as Markdown. User IDs are those of others, and escaped. */
function rotationSummary(report: RotateKeyReport, now: Date): string {
  const { root, ring, signedBy, generation, next, warnings, changed, dryRun } = report;
  const rows = ring.map((key) => {
    const signs = key.fingerprint === signedBy ? 'signs the root' : '';
    const who = key.userId === undefined ? '' : code(printable(key.userId));
    return `| ${code(key.fingerprint)} | ${who} | ${describeExpiry(key, now)} | ${signs} |`;
  });
  const title = changed ? `${dryRun ? 'Would change' : 'Changed'} the keys` : 'The keys stand';
  const sections = [
    `### ${title} of ${code(root)}`,
    ['| Key | Whose | Expiry | |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    `Generation ${generation}`,
    ...(next === undefined ? [] : [`Next: ${escaped(next)}`]),
    ...warnings.map((warning) => `> [!WARNING]\n> ${escaped(warning)}`),
  ];
  return `${sections.join('\n\n')}\n`;
}
