import { sha256 } from '../../adapters/sha256.ts';
import type { CheckedFinding, CheckReport } from '../../app/check-report.ts';
import { describePlace } from '../../core/finding.ts';

/** A finding as other programs keep track of it. */
export interface IdentifiedFinding {
  readonly finding: CheckedFinding;
  /** The same in every run that finds the same; no two findings of a run share one. */
  readonly fingerprint: string;
  /** The path of the document it is in, as the project of the workflow or pipeline sees it. */
  readonly path: string;
}

/**
 * The findings with a fingerprint of the rule and the place, not of the words: those name values that come and go.
 * @param folder of the root, relative to the project; `''` when it is not in there
 */
export function identified(report: CheckReport, folder: string): readonly IdentifiedFinding[] {
  const seen = new Map<string, number>();
  return report.findings.map((finding) => {
    const { code, place } = finding;
    const key = `${code} ${describePlace(place)}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const fingerprint = sha256(new TextEncoder().encode(`${key} ${count}`));
    const path = report.paths[place.document] ?? `streams/v1/${place.document}.json`;
    return { finding, fingerprint, path: folder === '' ? path : `${folder}/${path}` };
  });
}
