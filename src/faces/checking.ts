import { check } from '../app/check.ts';
import { checkFiles } from '../app/check-files.ts';
import type { CheckReport } from '../app/check-report.ts';
import { type CheckSettings, readCheck } from './check-request.ts';
import type { CommandRun } from './command-run.ts';
import { writeFindings } from './findings/files.ts';
import { version } from './version.ts';
import { wireFiles, wireReader } from './wire-check.ts';

/** What a run of `check` works with, on every platform. */
export interface Checking extends CommandRun {
  /** The URL of this project's files, where it is known. */
  readonly project: string | undefined;
}

export interface Checked {
  readonly report: CheckReport;
  readonly settings: CheckSettings;
}

/** Everything of `check` but how it is told: the files in the forms of others are written. */
export async function runChecking(checking: Checking): Promise<Checked> {
  const { reading, cwd, environment, project } = checking;
  const sourceDateEpoch = environment.SOURCE_DATE_EPOCH;
  const settings = await readCheck(reading, { cwd, sourceDateEpoch });
  const report = await reportOf(settings, checking);
  try {
    writeFindings(report, { ...settings, cwd, version, project });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    checking.reporter.warning(`the findings could not be written: ${why}`);
  }
  return { report, settings };
}

async function reportOf({ subject }: CheckSettings, checking: Checking): Promise<CheckReport> {
  if (subject.kind === 'files') return checkFiles(subject.request, wireFiles(checking));
  const reader = await wireReader(subject, checking);
  checking.known.set('root', reader.root.url);
  return check(subject.request, reader);
}
