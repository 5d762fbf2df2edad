import { checkFiles } from '../../app/check-files.ts';
import type { CheckReport } from '../../app/check-report.ts';
import type { PublishRequest } from '../../app/publication.ts';
import { InputError } from '../../core/error.ts';
import { renderFindings } from '../findings/text.ts';
import { exitCodeOf } from '../findings/verdict.ts';
import { readManyRoots } from '../images-file/many-roots.ts';
import type { InputName } from '../inputs.ts';
import { checkOnlyOutputs } from '../outputs.ts';
import { readKeysAndReport, readRequest } from '../request.ts';
import type { RootPlace } from '../root.ts';
import type { Gathered, Given } from '../values.ts';
import { wireFiles } from '../wire-check.ts';
import { findingAnnotation, projectUrl } from './check.ts';
import { checkSummary } from './check-summary.ts';
import { code, escaped } from './markdown.ts';
import type { Annotation, Ended, Step } from './step.ts';

/** What says where the root lies and with what it is signed. Much of it comes from secrets and variables, which a fork has not. */
const ofTheRoot: readonly InputName[] = [
  'root',
  'endpoint',
  'region',
  'expected-bucket-owner',
  'signing-key',
  'signing-key-passphrase',
  'trusted-keys',
  'adopt',
];

/** Stands for the root where one has to be named; no store is opened. */
const anyRoot: Given = { as: 'root', texts: ['s3://not-opened'] };

/** The inputs of a run that only checks: without those of the root. */
export function withoutRoot({ values, problems }: Gathered): Gathered {
  const rest = [...values].filter(([name]) => !ofTheRoot.includes(name));
  const kept = new Map(rest);
  // An images file names its roots itself, unless they were to be given.
  if (values.has('root') || !values.has('images')) kept.set('root', anyRoot);
  return { values: kept, problems };
}

interface Checked {
  /** Where there are several. */
  readonly root: string | undefined;
  readonly report: CheckReport;
}

/**
 * `publish`, `stage` and `commit` where nothing may be published: recognises and hashes the files, plans their versions
 * as for an empty root, and checks the result; `commit` has no files, and nothing to do. Opens no store, and reads no key.
 * @param step with a reading of {@link withoutRoot}
 * @param why as {@link whyOnlyCheck} tells it
 */
export async function runCheckOnly(step: Step, why: string): Promise<Ended> {
  const told = `Nothing is signed or published: ${why}. Files are checked.`;
  step.reporter.info(told);
  const { requests, skipped } = await readRequests(step);
  const checked: Checked[] = [];
  for (const { root, request } of requests) {
    checked.push({ root, report: await checkFiles(request, wireFiles(step)) });
  }
  const reports = checked.map(({ report }) => report);
  const project = projectUrl(step.environment);
  return {
    json: jsonOf(checked, skipped, why),
    outputs: checkOnlyOutputs(reports),
    text: `${told}\n\n${reports.map(renderFindings).join('\n')}`,
    summary: [
      `## Checked, not published\n\n${escaped(told)}`,
      ...skipped.map((name) => `Left out, since none of its files is there: ${escaped(name)}`),
      ...checked.map((each) => rootSummary(each, project)),
    ].join('\n\n'),
    annotations: [
      notice(told),
      ...reports
        .flatMap(({ findings }) => findings)
        .filter(({ allowed }) => !allowed)
        .map(findingAnnotation),
    ],
    exitCode: Math.max(0, ...reports.map((report) => exitCodeOf(report, 'error'))),
  };
}

interface Requests {
  readonly requests: readonly {
    readonly root: string | undefined;
    readonly request: PublishRequest;
  }[];
  readonly skipped: readonly string[];
}

async function readRequests({ reading, cwd, environment }: Step): Promise<Requests> {
  const surroundings = { cwd, sourceDateEpoch: environment.SOURCE_DATE_EPOCH };
  if (reading.given.has('images')) {
    const { roots, skipped } = await readManyRoots(reading, surroundings, environment);
    const requests = roots.map(({ root, request }) => ({
      root: roots.length > 1 ? nameOf(root) : undefined,
      request,
    }));
    return { requests, skipped };
  }
  const request = await readRequest(reading, surroundings);
  readKeysAndReport(reading, cwd);
  if (reading.problems.length > 0) throw new InputError('INPUT_INVALID', reading.problems);
  const requests = reading.given.has('files') ? [{ root: undefined, request }] : [];
  return { requests, skipped: [] };
}

function nameOf(root: RootPlace): string {
  return root.kind === 'folder' ? root.folder : `s3://${root.bucket}/${root.prefix}`;
}

function jsonOf(checked: readonly Checked[], skipped: readonly string[], why: string): object {
  const [only, ...more] = checked;
  const result =
    only !== undefined && more.length === 0
      ? only.report
      : { roots: checked.map(({ root, report }) => ({ ...report, root })) };
  return { changed: false, outcome: 'checked', why, skipped, ...result };
}

function rootSummary({ root, report }: Checked, project: string | undefined): string {
  const heading = root === undefined ? '' : `## ${code(root)}\n\n`;
  return `${heading}${checkSummary(report, project)}`;
}

function notice(message: string): Annotation {
  return { severity: 'note', title: 'Checked, not published', message };
}
