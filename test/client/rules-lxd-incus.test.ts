import { afterAll, beforeAll, expect, test } from 'vitest';
import { overlap, parseReleases } from '../../src/core/consumers/releases.ts';
import type { Rule } from '../../src/core/consumers/rules/rule.ts';
import { rules } from '../../src/core/consumers/rules/table.ts';
import { consequences } from '../../src/core/finding.ts';
import { output } from '../process/support/command.ts';
import { type Fixture, fixture } from '../unit/rules/fixtures/fixture.ts';
import { containers, lxdRoot } from '../unit/rules/fixtures/roots.ts';
import { fixtures } from '../unit/rules/fixtures/table.ts';
import type { Client } from './support/reader.ts';
import { type RuleServer, serverTools, startRuleServer } from './support/rule-server.ts';
import type { Sight } from './support/sight.ts';
import { have, need, pathOf } from './support/tools.ts';

// What the clients of LXD and Incus really do with the root that breaks a rule, and with the same root mended. What is
// expected of them is what the rule says, in the releases it says it of; elsewhere the broken root is as good as the other.

const shown = [
  ...['LXD-001', 'LXD-002', 'LXD-003', 'LXD-004', 'LXD-005', 'LXD-006', 'LXD-007', 'LXD-008'],
  ...['LXD-009', 'LXD-014', 'LXD-016', 'LXD-017', 'LXD-018', 'LXD-020', 'LXD-021', 'LXD-022'],
  ...['LXD-023', 'LXD-024', 'LXD-025', 'LXD-026', 'LXD-027', 'LXD-028', 'LXD-029', 'LXD-030'],
  ...['LXD-032', 'LXD-033', 'ROOT-001', 'ROOT-002'],
];

/** In the place of those of the rules' own tests, where these speak of the newest image. */
const otherFixtures: readonly Fixture[] = [
  fixture('LXD-006', lxdRoot, (root) => {
    root.product.versions['20261121_0800'] = root.version;
  }),
  // a product that sorts before the other
  fixture('LXD-007', lxdRoot, (root) =>
    root.addProduct('aged', { ...containers('aged'), aliases: 'aged,alpine/3.22' }),
  ),
  // the path of the metadata; for that of the root see rules-special.test.ts
  fixture('LXD-018', lxdRoot, (root) => {
    for (const name of ['lxd.tar.xz', 'incus.tar.xz']) delete root.item(name).path;
  }),
  // in both tags, for LXD reads the other one
  fixture('LXD-028', lxdRoot, (root) => {
    root.product.requirements = { secure_boot: 'false' };
    root.product.lxd_requirements = { secure_boot: 'false' };
  }),
];

type Image = Extract<Sight, { readonly seen: 'image' }>;

/** What is wrong or missing in the list, for rules of that consequence; in the mended root it is not so. */
const faults: Readonly<Record<string, (image: Image) => boolean>> = {
  'LXD-002': ({ aliases, isMeant }) => aliases.length === 0 && !isMeant,
  'LXD-008': hasNoRequirement,
  'LXD-020': ({ image }) => image.size < 1000,
  'LXD-027': ({ aliases }) => aliases.includes(' alpine/latest'),
  'LXD-028': hasNoRequirement,
  'LXD-029': hasNoRequirement,
  'LXD-030': ({ image }) => !image.expires_at.startsWith('2027-05-01'),
};

function hasNoRequirement({ image }: Image): boolean {
  return image.properties['requirements.secureboot'] === undefined;
}

let server: RuleServer;

beforeAll(async () => {
  if (have(...serverTools)) server = await startRuleServer();
});

afterAll(() => server?.close());

const clients = ['lxc', 'incus'] as const;
const releases = { lxc: await releaseOf('lxc'), incus: await releaseOf('incus') };
const cases = shown.flatMap((code) => clients.map((client) => caseOf(code, client)));
const broken = cases.map(
  (one) => [`${one.code}: ${one.client}, broken: ${one.outcome}`, one] as const,
);
const mended = cases.map(
  (one) => [`${one.code}: ${one.client}, mended: it is listed and exported`, one] as const,
);

test.for(broken)('%s', async ([, one], context) => {
  need(context, one.client, ...serverTools);
  const { newest } = server.real(one.mended);
  const sight = await server.sight(one.client, server.real(one.broken), newest);
  if (one.isConcerned) expectConsequence(one.rule, sight);
  else expectGood(one.rule, sight);
});

test.for(mended)('%s', async ([, one], context) => {
  need(context, one.client, ...serverTools);
  const root = server.real(one.mended);
  expectGood(one.rule, await server.sight(one.client, root, root.newest));
});

function caseOf(code: string, client: Client) {
  const rule = rules.find((candidate) => candidate.code === code);
  const found = [...otherFixtures, ...fixtures].find((candidate) => candidate.code === code);
  if (rule === undefined || found === undefined) throw new Error(`no rule and fixture ${code}`);
  const isConcerned = concerns(rule, client);
  const outcome = isConcerned
    ? consequences[rule.consequence].words
    : 'it is listed and exported all the same';
  return { ...found, rule, client, isConcerned, outcome };
}

/** Whether the rule holds for the release of the client; for all, where that is not installed. */
function concerns({ readers }: Rule, client: Client): boolean {
  const range = readers[client === 'lxc' ? 'lxd' : 'incus'];
  const given = range === undefined ? undefined : parseReleases(range);
  const own = parseReleases(releases[client]);
  return given !== undefined && own !== undefined && overlap(given, own);
}

/** `@5.0.2`, and any where it is not installed. */
async function releaseOf(client: Client): Promise<string> {
  return have(client) ? `@${(await output(pathOf(client), ['--version'])).trim()}` : '';
}

function expectConsequence(rule: Rule, sight: Sight): void {
  switch (rule.consequence) {
    case 'stream-hidden':
      expect(sight).toMatchObject({
        seen: 'failure',
        words: expect.stringContaining(rule.says ?? 'Failed'),
      });
      break;
    case 'image-invisible':
    case 'product-ignored':
      expect(sight).toEqual({ seen: 'no image' });
      break;
    case 'download-fails':
      expect(sight).toMatchObject({
        seen: 'image',
        download: expect.stringContaining(rule.says ?? 'Error'),
      });
      break;
    case 'old-version-served':
      expect(sight).toMatchObject({ seen: 'image', isMeant: false });
      break;
    case 'listed-wrong':
    case 'not-deployable':
      expect(sight.seen === 'image' && faultOf(rule)(sight)).toBe(true);
      break;
    default:
      expectGood(rule, sight);
  }
}

function expectGood(rule: Rule, sight: Sight): void {
  expect(sight).toMatchObject({ seen: 'image', count: 1, isMeant: true, download: '' });
  expect(sight.seen === 'image' && faultOf(rule)(sight)).toBe(false);
}

function faultOf({ code }: Rule): (image: Image) => boolean {
  return faults[code] ?? (() => false);
}
