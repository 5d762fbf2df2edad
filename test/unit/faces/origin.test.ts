import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { whyOnlyCheck } from '../../../src/faces/github/origin.ts';
import {
  eventVariables,
  fork,
  ownRepository,
  pullFrom,
  runFrom,
} from '../../process/support/events.ts';

async function whyOf(name: string, payload: object, actor = 'somebody') {
  const folder = await mkdtemp(join(tmpdir(), 'event-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const variables = await eventVariables(folder, name, payload);
  return whyOnlyCheck({ ...variables, GITHUB_ACTOR: actor });
}

describe('a run may only check', () => {
  test.each(['pull_request', 'pull_request_target', 'pull_request_review'])(
    'for a %s whose code is of a fork',
    async (event) => {
      expect(await whyOf(event, pullFrom(fork))).toBe('the code is of a fork, somebody/images');
    },
  );

  test('for a workflow_run that goes on from a run of a fork', async () => {
    const why = await whyOf('workflow_run', runFrom('somebody/images'));
    expect(why).toBe('the code is of a fork, somebody/images');
  });

  test('for a pull request of Dependabot, which gets no secrets', async () => {
    const why = await whyOf('pull_request', pullFrom(ownRepository), 'dependabot[bot]');
    expect(why).toContain('Dependabot');
  });

  test.each([
    ['the fork was deleted', pullFrom(null)],
    ['the payload has no pull request', {}],
    ['the payload is something else', ['pull_request']],
  ])('when %s', async (_, payload) => {
    expect(await whyOf('pull_request', payload)).toContain('so it counts as a fork');
  });

  test('when the payload cannot be read', () => {
    const event = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: '/no/such/file' };
    expect(whyOnlyCheck(event)).toContain('so it counts as a fork');
  });
});

describe('a run may publish', () => {
  test.each([
    ['pull_request', pullFrom(ownRepository)],
    ['pull_request_target', pullFrom(ownRepository)],
    ['workflow_run', runFrom('example/images')],
    ['push', {}],
    ['schedule', {}],
  ])('for a %s of the repository itself, though that be a fork of another', async (event, from) => {
    expect(await whyOf(event, from)).toBeUndefined();
  });

  test('outside of a workflow', () => {
    expect(whyOnlyCheck({})).toBeUndefined();
  });
});
