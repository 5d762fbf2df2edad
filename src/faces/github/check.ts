import type { CheckedFinding } from '../../app/check-report.ts';
import { describePlace } from '../../core/finding.ts';
import { runChecking } from '../checking.ts';
import type { Environment } from '../environment.ts';
import { effectOf, renderFindings } from '../findings/text.ts';
import { exitCodeOf } from '../findings/verdict.ts';
import { checkOutputs } from '../outputs.ts';
import { checkSummary } from './check-summary.ts';
import type { Annotation, Ended, Step } from './step.ts';

/** `command: check`. */
export async function runCheck(step: Step): Promise<Ended> {
  const project = projectUrl(step.environment);
  const { report, settings } = await runChecking({ ...step, project });
  return {
    json: report,
    outputs: checkOutputs(report),
    text: renderFindings(report),
    summary: checkSummary(report, project),
    annotations: report.findings.filter(({ allowed }) => !allowed).map(findingAnnotation),
    exitCode: exitCodeOf(report, settings.failOn),
  };
}

export function findingAnnotation(finding: CheckedFinding): Annotation {
  const { severity, code, place, message, fix } = finding;
  return {
    severity,
    title: `${code} ${describePlace(place)}`,
    message: `${message}\n${effectOf(finding)}\nFix: ${fix}`,
  };
}

/** The files of this action, at the ref that the workflow uses: the runner tells for actions of other repositories. */
export function projectUrl(environment: Environment): string | undefined {
  const {
    GITHUB_SERVER_URL: server = '',
    GITHUB_ACTION_REPOSITORY: repository = '',
    GITHUB_ACTION_REF: ref = '',
  } = environment;
  if (server === '' || repository === '' || ref === '') return undefined;
  return `${server}/${repository}/blob/${ref}`;
}
