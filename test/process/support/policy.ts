import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: string;
  readonly Condition?: unknown;
}

/** The policy that `docs/iam.md` tells to use: the first block of JSON below the `heading`. */
export async function documentedPolicy(heading: string): Promise<readonly Statement[]> {
  const text = await readFile(join(import.meta.dirname, '../../../docs/iam.md'), 'utf8');
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const block = /^```json\n(.*?)^```$/ms.exec(section)?.[1] ?? '';
  const policy: { readonly Statement: readonly Statement[] } = JSON.parse(block);
  return policy.Statement;
}

/** True when one of the statements allows `action` on `resource`, an ARN, whatever else is asked. */
export function allows(
  statements: readonly Statement[],
  action: string,
  resource: string,
): boolean {
  return statements.some(
    ({ Effect, Action, Resource, Condition }) =>
      Effect === 'Allow' &&
      Condition === undefined &&
      Action.includes(action) &&
      (Resource.endsWith('*') ? resource.startsWith(Resource.slice(0, -1)) : resource === Resource),
  );
}
