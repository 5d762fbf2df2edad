import { sortFiles } from '../core/consumers/lxd-incus-layout.ts';
import type { Ports } from '../ports.ts';
import { commit } from './commit.ts';
import type { Edited } from './edit.ts';
import { describeImage, type Image, layOutImage } from './image.ts';
import type { PublishReport, PublishRequest } from './publication.ts';
import { type PlannedImage, publishEdit } from './publish-edit.ts';
import { publishReport } from './publish-report.ts';

/**
 * Publishes one image: reads its files, adds a version to the root's document, and commits.
 *
 * A run whose bytes are listed already changes nothing and writes nothing.
 * @throws SimplestreamsError; unless it says otherwise, readers see what they saw before.
 */
export async function publish(request: PublishRequest, ports: Ports): Promise<PublishReport> {
  try {
    const image = await readImage(request, ports);
    ports.reporter.group('Root');
    ports.reporter.info(
      `${ports.store.url}, ${ports.signing === undefined ? 'unsigned' : `signing with ${ports.signing.signer.fingerprint}`}`,
    );
    const { adopt, dryRun } = request;
    const onPlan = (edited: Edited<PlannedImage>) => reportPlan(request, ports, image, edited);
    const committed = await commit(ports, { adopt, dryRun, onPlan }, publishEdit(request, image));
    const wrote = committed.changed && !dryRun;
    const unfinished = wrote ? await ports.store.unfinished() : [];
    ports.reporter.group('Result');
    return publishReport(request, ports, image, committed, unfinished);
  } finally {
    await ports.images.close();
  }
}

async function readImage(
  request: PublishRequest,
  { images, reporter, clock }: Ports,
): Promise<Image> {
  reporter.group('Images');
  const opened = await images.open(request.files);
  for (const { path, size, facts } of opened)
    reporter.info(`${path}: ${facts.kind}, ${size} bytes`);
  const sorted = sortFiles(opened);
  const description = describeImage(request, sorted, clock);
  const total = opened.reduce((sum, { size }) => sum + size, 0);
  const metadata = sorted.roots.length > 0 ? sorted.head : undefined;
  const hashed = await images.hash(opened, metadata, reporter.transfer('hashing', total));
  return layOutImage(request, description, sortFiles(hashed));
}

function reportPlan(
  request: PublishRequest,
  { reporter }: Ports,
  { name }: Image,
  { outcome }: Edited<PlannedImage>,
): void {
  reporter.group('Plan');
  const { serial, isNew, changed, items } = outcome;
  if (!isNew) reporter.info(`${name} lists these files already, as version ${serial}`);
  if (!isNew && changed) reporter.info(`tags of ${name} change`);
  if (isNew) reporter.info(`${name} gets version ${serial}, aliases ${outcome.aliases}`);
  for (const { name: item, path, file } of isNew ? items : [])
    reporter.info(`${item}: ${path}, ${file.size} bytes`);
  if (!isNew && request.serial !== undefined && request.serial !== serial) {
    reporter.warning(
      `serial ${request.serial} is not used: the same files are version ${serial}, and clients fail on files listed twice`,
    );
  }
  if (request.dryRun) reporter.info('dry run: nothing is written');
  else if (changed) reporter.group('Publish');
}
