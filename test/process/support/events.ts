import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const base = 'example/images';

/** A repository as payloads have it; one that is a fork of another may well be the base itself. */
export function repository(name: string): object {
  return { full_name: name, fork: true, html_url: `https://github.com/${name}` };
}

/** The part of the payload of a pull request that says where its code comes from. */
export function pullFrom(head: object | null): object {
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      head: { label: 'somebody:main', ref: 'main', repo: head },
      base: { label: 'example:main', ref: 'main', repo: repository(base) },
    },
    repository: repository(base),
  };
}

/** Of a run that goes on from another one. */
export function runFrom(head: string): object {
  return {
    action: 'completed',
    workflow_run: { event: 'pull_request', head_repository: repository(head) },
    repository: repository(base),
  };
}

export const ownRepository = repository(base);
export const fork = repository('somebody/images');

/** What the runner sets for a step of a workflow that the event has started. */
export async function eventVariables(
  workspace: string,
  name: string,
  payload: object,
): Promise<Readonly<Record<string, string>>> {
  const path = join(workspace, 'event.json');
  await writeFile(path, JSON.stringify(payload));
  return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, GITHUB_ACTOR: 'somebody' };
}
