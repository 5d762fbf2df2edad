import type { PublishReport } from '../app/publication.ts';
import { publish } from '../app/publish.ts';
import { publishRoots } from '../app/publish-roots.ts';
import { FollowersError } from '../core/error.ts';
import type { CommandRun } from './command-run.ts';
import { readManyRoots } from './images-file/many-roots.ts';
import { sharedImages } from './images-file/shared-images.ts';
import { countsOf, type ManyReport, manyReport } from './many-report.ts';
import { readPublish, type Surroundings } from './request.ts';
import { openImages, wire } from './wire.ts';

/** What it did: with an images file, in each of its roots. */
export type Published =
  | { readonly kind: 'one'; readonly report: PublishReport }
  | { readonly kind: 'many'; readonly report: ManyReport };

/** Everything of `publish` but how it is told. */
export async function runPublishing(publishing: CommandRun): Promise<Published> {
  const { reading, cwd, environment } = publishing;
  const surroundings = { cwd, sourceDateEpoch: environment.SOURCE_DATE_EPOCH };
  return reading.given.has('images')
    ? { kind: 'many', report: await publishMany(publishing, surroundings) }
    : { kind: 'one', report: await publishOne(publishing, surroundings) };
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

async function publishMany(
  publishing: CommandRun,
  surroundings: Surroundings,
): Promise<ManyReport> {
  const { reading, environment, reporter, known } = publishing;
  const { roots, skipped } = await readManyRoots(reading, surroundings, environment);
  for (const name of skipped)
    reporter.warning(`left out, since none of its files is there: ${name}`);
  const images = sharedImages(openImages(roots, publishing));
  const publications = await Promise.all(
    roots.map(async (settings) => ({
      request: settings.request,
      ports: await wire(settings, publishing, images),
    })),
  );
  const reports: PublishReport[] = [];
  known.set('dryRun', reading.boolean('dry-run')).set('roots', reports).set('skipped', skipped);
  await publishRoots(publications, (report) => {
    reports.push(report);
    reporter.info(`${report.root}: ${countsOf(report)}`);
  });
  return manyReport(reports, skipped);
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
