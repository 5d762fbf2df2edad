import type { PublishReport } from '../app/publication.ts';
import { publish } from '../app/publish.ts';
import { FollowersError } from '../core/error.ts';
import type { CommandRun } from './command-run.ts';
import type { ManyReport } from './many-report.ts';
import { readPublish, type Surroundings } from './request.ts';
import { wire } from './wire.ts';

/** What it did: with an images file, in each of its roots. */
export type Published =
  | { readonly kind: 'one'; readonly report: PublishReport }
  | { readonly kind: 'many'; readonly report: ManyReport };

/** Everything of `publish` but how it is told. */
export async function runPublishing(publishing: CommandRun): Promise<Published> {
  const { reading, cwd, environment } = publishing;
  const surroundings = { cwd, sourceDateEpoch: environment.SOURCE_DATE_EPOCH };
  if (!reading.given.has('images')) {
    return { kind: 'one', report: await publishOne(publishing, surroundings) };
  }
  // All that reads an images file is loaded only where there is one.
  const { publishMany } = await import('./publishing-many.ts');
  return { kind: 'many', report: await publishMany(publishing, surroundings) };
}

async function publishOne(
  publishing: CommandRun,
  surroundings: Surroundings,
): Promise<PublishReport> {
  const settings = await readPublish(publishing.reading, surroundings);
  const ports = await wire(settings, publishing);
  publishing.known.set('root', ports.store.url).set('dryRun', settings.request.dryRun);
  return publish(settings.request, ports);
}

/** What was done in each root. */
export function reportsOf({ report }: Published): readonly PublishReport[] {
  return 'roots' in report ? report.roots : [report];
}

/** Why a run that committed all the same is told as failed. */
export function followersBehind(
  ...reports: readonly Pick<PublishReport, 'followers' | 'warnings'>[]
): FollowersError | undefined {
  const behind = reports.filter(({ followers }) => followers === 'behind');
  const [first] = behind.flatMap(({ warnings }) => warnings);
  return first === undefined ? undefined : new FollowersError('FOLLOWERS_BEHIND', first);
}
