import type { PublishReport } from '../app/publication.ts';
import { publishRoots } from '../app/publish-roots.ts';
import type { CommandRun } from './command-run.ts';
import { readManyRoots } from './images-file/many-roots.ts';
import { sharedImages } from './images-file/shared-images.ts';
import { countsOf, type ManyReport, manyReport } from './many-report.ts';
import type { Surroundings } from './request.ts';
import { openImages, wire } from './wire.ts';

/** Publishes what an images file says, into each of its roots. */
export async function publishMany(
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
