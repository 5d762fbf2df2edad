import { isSimplestreamsError } from '../core/error.ts';
import type { UnfinishedUpload } from '../ports/store.ts';
import type { Ports, Reporter } from '../ports.ts';
import { careAfter } from './care.ts';
import { commit } from './commit.ts';
import { changesAnything, type Edited } from './edit.ts';
import type { Image } from './image.ts';
import type { PublishReport, PublishRequest } from './publication.ts';
import { type PlannedImage, type PublishPlan, publishEdit } from './publish-edit.ts';
import { publishReport } from './publish-report.ts';
import { readImages } from './read-images.ts';
import { rememberedEdit } from './remembered-edit.ts';
import type { KnownFiles } from './stage.ts';
import { describeUnlisted } from './unlisted.ts';

/**
 * Publishes images into a root: reads their files, adds a version of each, and commits once, all or nothing.
 *
 * A run whose bytes are listed already changes nothing and writes nothing.
 * @throws SimplestreamsError; unless it says otherwise, readers see what they saw before.
 */
export async function publish(request: PublishRequest, ports: Ports): Promise<PublishReport> {
  try {
    const images = await readImages(request, ports, ports.store);
    return await publishImages(request, images, ports);
  } finally {
    await ports.images.close();
  }
}

/**
 * As {@link publish}, of images that were read.
 * @param known which files need not be uploaded
 */
export async function publishImages(
  request: PublishRequest,
  images: readonly Image[],
  ports: Ports,
  known: KnownFiles = {},
): Promise<PublishReport> {
  const { reporter, store, signing } = ports;
  reporter.group('Root');
  const signer = signing === undefined ? 'unsigned' : `signing with ${signing.signer.fingerprint}`;
  reporter.info(`${store.url}, ${signer}`);
  const onPlan = (edited: Edited<PublishPlan>) => reportPlan(request, reporter, edited);
  const edit = rememberedEdit(publishEdit(request, images, ports.clock.now()));
  const committed = await commit(ports, { ...request, ...known, onPlan }, edit);
  const wrote = committed.changed && !request.dryRun;
  const unfinished = wrote ? await unfinishedIn(ports) : [];
  const { report: pruned, warnings = [] } = hasRetention(request)
    ? await careAfter(ports, request)
    : {};
  reporter.group('Result');
  return publishReport(request, ports, committed, { unfinished, pruned, warnings });
}

/** A nightly build that unlists needs no second job for what it has unlisted. */
function hasRetention({ retention, images }: PublishRequest): boolean {
  return retention !== undefined || images.some((image) => image.retention !== undefined);
}

/** To list them is no part of publishing, which is done: without the right to, or where it fails, there are none. */
async function unfinishedIn({ store }: Ports): Promise<readonly UnfinishedUpload[]> {
  try {
    return await store.unfinished();
  } catch (error) {
    if (isSimplestreamsError(error)) return [];
    throw error;
  }
}

function reportPlan(
  { dryRun }: PublishRequest,
  reporter: Reporter,
  edited: Edited<PublishPlan>,
): void {
  const { outcome } = edited;
  reporter.group('Plan');
  for (const image of outcome.images) reportImage(reporter, image);
  for (const version of outcome.unlisted) reporter.info(describeUnlisted(version));
  for (const remark of outcome.remarks) reporter.warning(remark);
  if (dryRun) reporter.info('dry run: nothing is written');
  else if (changesAnything(edited)) reporter.group('Publish');
}

function reportImage(reporter: Reporter, planned: PlannedImage): void {
  const { image, serial, isNew, changed, items, aliases } = planned;
  const { product, request } = image;
  if (isNew) {
    const known = aliases === '' ? '' : `, aliases ${aliases}`;
    reporter.info(`${product} gets version ${serial}${known}`);
    for (const { name, path, source } of items) {
      reporter.info(`${name}: ${path}, ${source.size} bytes`);
    }
    return;
  }
  reporter.info(`${product} lists these files already, as version ${serial}`);
  if (changed) reporter.info(`tags of ${product} change`);
  if (request.serial !== undefined && request.serial !== serial) {
    reporter.warning(
      `serial ${request.serial} is not used: the same files are version ${serial}, and clients fail on files listed twice`,
    );
  }
}
