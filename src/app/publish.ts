import type { Ports } from '../ports.ts';
import { commit } from './commit.ts';
import type { Edited } from './edit.ts';
import { type Image, imageOf, planOf } from './image.ts';
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
  const { reporter, store, signing, images } = ports;
  try {
    const image = await readImage(request, ports);
    reporter.group('Root');
    const signer =
      signing === undefined ? 'unsigned' : `signing with ${signing.signer.fingerprint}`;
    reporter.info(`${store.url}, ${signer}`);
    const onPlan = (edited: Edited<PlannedImage>) => reportPlan(request, ports, image, edited);
    const committed = await commit(ports, { ...request, onPlan }, publishEdit(request, image));
    const wrote = committed.changed && !request.dryRun;
    const unfinished = wrote ? await store.unfinished() : [];
    reporter.group('Result');
    return publishReport(request, ports, image, committed, unfinished);
  } finally {
    await images.close();
  }
}

/** Everything about the image that is known without the root: its files recognised, put in order, and hashed. */
export async function readImage(
  request: PublishRequest,
  ports: Pick<Ports, 'images' | 'reporter' | 'clock' | 'sha256'>,
): Promise<Image> {
  const { images, reporter } = ports;
  reporter.group('Images');
  const opened = await images.open(request.files);
  for (const { path, size, facts } of opened)
    reporter.info(`${path}: ${facts.kind}, ${size} bytes`);
  const plan = planOf(request, opened);
  const total = opened.reduce((sum, { size }) => sum + size, 0);
  const wanted = {
    metadata: opened.find((file) => file === plan.metadata),
    md5: plan.needsMd5,
  };
  const hashed = await images.hash(opened, wanted, reporter.transfer('hashing', total));
  return imageOf(request, plan, hashed, ports);
}

function reportPlan(
  request: PublishRequest,
  { reporter }: Ports,
  { product }: Image,
  { outcome }: Edited<PlannedImage>,
): void {
  reporter.group('Plan');
  const { serial, isNew, changed, items, remarks, aliases } = outcome;
  if (!isNew) reporter.info(`${product} lists these files already, as version ${serial}`);
  if (!isNew && changed) reporter.info(`tags of ${product} change`);
  if (isNew)
    reporter.info(
      `${product} gets version ${serial}${aliases === '' ? '' : `, aliases ${aliases}`}`,
    );
  for (const { name, path, source } of isNew ? items : []) {
    reporter.info(`${name}: ${path}, ${source.size} bytes`);
  }
  if (!isNew && request.serial !== undefined && request.serial !== serial) {
    reporter.warning(
      `serial ${request.serial} is not used: the same files are version ${serial}, and clients fail on files listed twice`,
    );
  }
  for (const remark of remarks) reporter.warning(remark);
  if (request.dryRun) reporter.info('dry run: nothing is written');
  else if (changed) reporter.group('Publish');
}
