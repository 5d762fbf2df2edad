import { checkRoot } from '../core/consumers/check.ts';
import type { Products } from '../core/document.ts';
import { FindingError } from '../core/error.ts';
import { describeFinding, type Finding } from '../core/finding.ts';
import type { PublishRequest } from './publication.ts';

type Documents = ReadonlyMap<string, Products>;

/** For whom an edit must be right, and the rules it may break. */
export type Judgement = Pick<PublishRequest, 'consumers' | 'allow'>;

/**
 * Looks at what an edit brings about as the consumers would; what was wrong before is not for this run to judge.
 * @returns what is accepted and still worth knowing, and what was allowed, one line each
 * @throws FindingError FINDINGS, with them, when something would be ignored or refused
 */
export function judge(request: Judgement, before: Documents, after: Documents): readonly string[] {
  const found = findingsIn(request, after);
  if (found.length === 0) return [];
  const known = new Set(findingsIn(request, before).map(describeFinding));
  const fresh = found.filter((finding) => !known.has(describeFinding(finding)));
  const counted = fresh.filter(({ code }) => !request.allow.includes(code));
  const errors = counted.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const message = errors.map(describeFinding).join('\n');
    throw new FindingError('FINDINGS', message, { findings: errors });
  }
  return [
    ...counted.filter(({ severity }) => severity === 'warning').map(describeFinding),
    ...fresh
      .filter(({ code }) => request.allow.includes(code))
      .map((finding) => `allowed: ${describeFinding(finding)}`),
  ];
}

/** The index follows from the documents, and is written after this. */
function findingsIn({ consumers }: Judgement, documents: Documents): readonly Finding[] {
  return checkRoot({ index: undefined, signed: true, documents }, consumers);
}
