import { readFileSync } from 'node:fs';
import type { Environment } from '../environment.ts';

/**
 * Why a run must neither sign nor publish, as the end of a sentence: it works on what somebody proposes, who may not.
 * `undefined` when it may.
 *
 * The event is believed, and not whether there are secrets: `pull_request_target` and `workflow_run` have them, and a
 * store may need none. A repository that is a fork itself publishes its own pull requests.
 */
export function whyOnlyCheck(environment: Environment): string | undefined {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_EVENT_PATH: path = '' } = environment;
  const isPull = event.startsWith('pull_request');
  if (!isPull && event !== 'workflow_run') return undefined;
  if (isPull && environment.GITHUB_ACTOR === 'dependabot[bot]') {
    return 'this is a pull request of Dependabot, for which GitHub has no secrets';
  }
  const payload = readPayload(path);
  const { head, base } = isPull ? pullRequest(payload) : workflowRun(payload);
  if (head === undefined || base === undefined) {
    return `nothing tells where the code of this ${event} comes from, so it counts as a fork`;
  }
  return head === base ? undefined : `the code is of a fork, ${head}`;
}

interface Repositories {
  /** `owner/name` of what is built; `undefined` when it was deleted since. */
  readonly head: string | undefined;
  readonly base: string | undefined;
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
function pullRequest(payload: unknown): Repositories {
  const pull = keyOf(payload, 'pull_request');
  const repository = (end: string) => textOf(keyOf(keyOf(keyOf(pull, end), 'repo'), 'full_name'));
  return { head: repository('head'), base: repository('base') };
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run */
function workflowRun(payload: unknown): Repositories {
  const run = keyOf(payload, 'workflow_run');
  const nameOf = (of: unknown) => textOf(keyOf(of, 'full_name'));
  return {
    head: nameOf(keyOf(run, 'head_repository')),
    base: nameOf(keyOf(payload, 'repository')),
  };
}

function readPayload(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function keyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
