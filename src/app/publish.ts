import { sortFiles } from '../core/consumers/lxd-incus-layout.ts';
import { index, signedIndex } from '../core/root.ts';
import type { ImageFile, Ports } from '../ports.ts';
import { clientLines } from './clients.ts';
import { type Committed, commit } from './commit.ts';
import type { Edited } from './edit.ts';
import { describeImage, type Image, layOutImage } from './image.ts';
import type { PublishedImage, PublishReport, PublishRequest } from './publication.ts';
import { type PlannedImage, publishEdit } from './publish-edit.ts';

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
    ports.reporter.group('Result');
    return report(request, ports, image, committed);
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

function report(
  request: PublishRequest,
  { store, signing }: Ports,
  image: Image,
  committed: Committed<PlannedImage>,
): PublishReport {
  const { outcome, changed, generation, behind } = committed;
  const { serial } = outcome;
  const { publicUrl, dryRun, consumers } = request;
  const items = outcome.items.map(({ name, path, file: { size, sha256 } }) => {
    const unstored = dryRun && outcome.isNew ? ('planned' as const) : ('present' as const);
    return {
      name,
      ftype: name,
      path,
      size,
      sha256,
      stored: committed.stage.uploaded(sha256) ? ('uploaded' as const) : unstored,
    };
  });
  const published: PublishedImage = { product: image.name, serial, changed, items };
  const head = signing === undefined ? index : signedIndex;
  const isVirtualMachine = image.items.every(({ file }) => !isContainerRoot(file));
  return {
    changed,
    dryRun,
    root: store.url,
    generation,
    signed: committed.signed,
    indexUrl: publicUrl === undefined ? undefined : `${publicUrl}/${head}`,
    published: [published],
    product: image.name,
    serial,
    followers: behind === undefined ? 'current' : 'behind',
    warnings: behind === undefined ? [] : [behind.message],
    clients:
      publicUrl === undefined
        ? []
        : clientLines(consumers, publicUrl, outcome.aliases, isVirtualMachine),
  };
}

function isContainerRoot({ facts }: ImageFile): boolean {
  if (facts.kind === 'unified') return !facts.virtualMachine;
  return facts.kind === 'squashfs' || facts.kind === 'rootfs';
}
