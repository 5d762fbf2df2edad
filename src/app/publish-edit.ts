import { checkLxdIncus } from '../core/consumers/lxd-incus-check.ts';
import type { LaidOutItem } from '../core/consumers/lxd-incus-layout.ts';
import { productTags } from '../core/consumers/lxd-incus-product.ts';
import type { Item, Product, Products, Version } from '../core/document.ts';
import { addVersion, chooseSerial, emptyProducts, findVersion, putProduct } from '../core/edit.ts';
import { FindingError } from '../core/error.ts';
import { describeFinding } from '../core/finding.ts';
import { imagePath } from '../core/root.ts';
import { serialise } from '../core/serialise.ts';
import type { ImageFile } from '../ports.ts';
import type { Edit } from './edit.ts';
import type { Image } from './image.ts';
import type { PublishRequest } from './publication.ts';
import type { FileToStage, Stage } from './stage.ts';

export interface PlannedItem extends LaidOutItem<ImageFile> {
  readonly path: string;
}

/** What an edit makes of an image. */
export interface PlannedImage {
  readonly serial: string;
  /** False: these bytes are listed already, as `serial`. */
  readonly isNew: boolean;
  /** True without a new version: tags of the product differ. */
  readonly changed: boolean;
  readonly aliases: string;
  readonly items: readonly PlannedItem[];
}

interface Planned {
  readonly serial: string;
  readonly document: Products;
  readonly items: readonly PlannedItem[];
  readonly files: readonly FileToStage[];
}

/** The edit "add a version". Bytes that are listed already are not listed again; the product's tags follow the request. */
export function publishEdit(request: PublishRequest, image: Image): Edit<PlannedImage> {
  const { contentId, tags } = request;
  const digests = new Map(image.items.map(({ name, file }) => [name, file.sha256]));
  return (documents, stage) => {
    const document = documents.get(contentId) ?? emptyProducts(contentId);
    const present = document.products[image.name];
    const product = productTags(image.name, present, image.identity, tags);
    const listed = findVersion(present, digests);
    const planned =
      listed === undefined
        ? planVersion(request, image, document, product, stage)
        : keepVersion(image, document, product, listed);
    const isSame =
      present !== undefined &&
      serialise(present) === serialise(planned.document.products[image.name] ?? {});
    const changed = new Map(isSame ? [] : [[contentId, planned.document]]);
    refuseFindings(documents, changed);
    const { serial, items, files } = planned;
    const outcome = {
      serial,
      isNew: listed === undefined,
      changed: !isSame,
      aliases: product.aliases ?? '',
      items,
    };
    return { outcome, changed, files };
  };
}

function planVersion(
  request: PublishRequest,
  image: Image,
  document: Products,
  product: Product,
  stage: Pick<Stage, 'place'>,
): Planned {
  const present = document.products[image.name];
  const serial = chooseSerial(image.name, present, request.serial, image.derivedSerial);
  const planned = image.items.map((item) => {
    const { file: source, storedAs: file } = item;
    const path = imagePath({ ...image.identity, serial, sha256: source.sha256, file });
    const toStage = { source, path };
    return { toStage, item: { ...item, path: stage.place(toStage) } };
  });
  const items = planned.map(({ item }) => item);
  return {
    serial,
    document: addVersion(document, image.name, product, serial, versionOf(request, items)),
    items,
    files: planned.map(({ toStage }) => toStage),
  };
}

function keepVersion(image: Image, document: Products, product: Product, serial: string): Planned {
  const listed = product.versions?.[serial]?.items ?? {};
  return {
    serial,
    document: putProduct(document, image.name, product),
    items: image.items.map((item) => ({ ...item, path: listed[item.name]?.path ?? '' })),
    files: [],
  };
}

function versionOf({ tags: { label } }: PublishRequest, planned: readonly PlannedItem[]): Version {
  const items = planned.map(({ name, file, path, tags }): [string, Item] => {
    return [name, { ...tags, ftype: name, path, size: file.size, sha256: file.sha256 }];
  });
  return { ...(label === undefined ? {} : { label }), items: Object.fromEntries(items) };
}

/** Refuses what this edit brings about; what was wrong before is not for this run to judge. */
function refuseFindings(
  before: ReadonlyMap<string, Products>,
  changed: ReadonlyMap<string, Products>,
): void {
  if (changed.size === 0) return;
  const known = new Set(checkLxdIncus(before).map(describeFinding));
  const found = checkLxdIncus(new Map([...before, ...changed])).map(describeFinding);
  const fresh = found.filter((finding) => !known.has(finding));
  if (fresh.length > 0) throw new FindingError('FINDINGS', fresh.join('\n'));
}
