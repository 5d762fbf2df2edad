import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: string;
  readonly Condition?: unknown;
}

/** The policy that `docs/iam.md` tells publishers to use: its first block of JSON. */
export async function documentedPolicy(): Promise<readonly Statement[]> {
  const text = await readFile(join(import.meta.dirname, '../../../docs/iam.md'), 'utf8');
  const block = /^```json\n(.*?)^```$/ms.exec(text)?.[1] ?? '';
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
