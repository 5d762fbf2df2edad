import { relative, sep } from 'node:path';
import type { CheckReport } from '../../app/check-report.ts';
import type { CheckSettings } from '../check-request.ts';
import { writeJsonFile } from '../json-file.ts';
import { codeQuality } from './code-quality.ts';
import { sarif } from './sarif.ts';

export interface FindingFiles extends Pick<CheckSettings, 'subject' | 'sarif' | 'codeQuality'> {
  readonly cwd: string;
  readonly version: string;
  /** As for `sarif`. */
  readonly project: string | undefined;
}

/** Writes the findings to the files that were asked for, in the forms of others. Throws when one cannot be written. */
export function writeFindings(report: CheckReport, to: FindingFiles): void {
  const folder = folderOf(to);
  if (to.sarif !== undefined) {
    writeJsonFile(to.sarif, to.cwd, sarif(report, { ...to, folder }));
  }
  if (to.codeQuality !== undefined) {
    writeJsonFile(to.codeQuality, to.cwd, codeQuality(report, folder));
  }
}

/** Where the root lies in the project, if it does: there GitHub and GitLab find its documents. */
function folderOf({ subject, cwd }: FindingFiles): string {
  if (subject.kind !== 'root' || subject.root.kind !== 'folder') return '';
  const path = relative(cwd, subject.root.folder);
  return path.startsWith('..') ? '' : path.split(sep).join('/');
}
