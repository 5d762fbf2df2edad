import type { Item, Product, Products, Version } from '../core/document.ts';
import { addVersion, chooseSerial, emptyProducts, findVersion, putProduct } from '../core/edit.ts';
import { imagePath } from '../core/root.ts';
import { serialise } from '../core/serialise.ts';
import { documentsAfter, type Edit } from './edit.ts';
import type { Image, ImageItem } from './image.ts';
import type { PublishRequest } from './publication.ts';
import { judge } from './publish-findings.ts';
import { retainPublished } from './publish-retention.ts';
import type { FileToStage, Stage } from './stage.ts';
import type { UnlistedVersion } from './unlisted.ts';

export interface PlannedItem extends ImageItem {
  readonly path: string;
}

/** What an edit makes of an image. */
export interface PlannedImage {
  readonly image: Image;
  readonly serial: string;
  /** False: these bytes are listed already, as `serial`. */
  readonly isNew: boolean;
  /** True without a new version: tags of the product differ. */
  readonly changed: boolean;
  readonly aliases: string;
  readonly items: readonly PlannedItem[];
}

export interface PublishPlan {
  readonly images: readonly PlannedImage[];
  readonly unlisted: readonly UnlistedVersion[];
  /** What consumers do with the result that the user should know, one line each. */
  readonly remarks: readonly string[];
}

interface Planned {
  readonly serial: string;
  readonly document: Products;
  readonly items: readonly PlannedItem[];
  readonly files: readonly FileToStage[];
}

type Place = Pick<Stage, 'place'>;

/**
 * The edit "add a version of each image, and take off those that retention says". Bytes that are listed already are not
 * listed again; tags follow the request.
 * @param now what the ages of versions are counted from
 */
export function publishEdit(
  request: PublishRequest,
  images: readonly Image[],
  now: Date,
): Edit<PublishPlan> {
  return (documents, stage) => {
    const changed = new Map<string, Products>();
    const files: FileToStage[] = [];
    const planned = images.map((image) => {
      const { contentId } = image;
      const document =
        changed.get(contentId) ?? documents.get(contentId) ?? emptyProducts(contentId);
      const edited = editDocument(image, document, stage);
      if (edited.outcome.changed) changed.set(contentId, edited.document);
      files.push(...edited.files);
      return edited.outcome;
    });
    const published = documentsAfter(documents, { changed });
    const retained = retainPublished(request, planned, published, now);
    const { unlisted, remarks } = retained.outcome;
    const isNothing = changed.size === 0 && unlisted.length === 0;
    const findings = isNothing
      ? []
      : judge(request, documents, documentsAfter(published, retained));
    return {
      outcome: { images: planned, unlisted, remarks: [...remarks, ...findings] },
      changed: new Map([...changed, ...retained.changed]),
      files,
    };
  };
}

function editDocument(image: Image, document: Products, stage: Place) {
  const digests = new Map(image.items.map((item) => [item.name, item.source.sha256]));
  const present = document.products[image.product];
  const product = image.plan.productTags(present);
  const listed = findVersion(present, digests);
  const planned =
    listed === undefined
      ? planVersion(image, document, product, stage)
      : keepVersion(image, document, product, listed);
  const after = planned.document.products[image.product] ?? {};
  const changed = present === undefined || serialise(present) !== serialise(after);
  const { serial, items, files } = planned;
  const aliases = product.aliases ?? '';
  const outcome = { image, serial, isNew: listed === undefined, changed, aliases, items };
  return { outcome, document: planned.document, files };
}

function planVersion(image: Image, document: Products, product: Product, stage: Place): Planned {
  const present = document.products[image.product];
  const serial = chooseSerial(image.product, present, image.request.serial, image.derivedSerial);
  const planned = image.items.map((item) => {
    const { source, storedAs: file } = item;
    const path = imagePath({ ...image.plan.place, serial, sha256: source.sha256, file });
    const toStage = { source, path, open: async () => source };
    return { toStage, item: { ...item, path: stage.place(toStage) } };
  });
  const items = planned.map(({ item }) => item);
  const version = { ...image.plan.versionTags(serial), ...versionOf(items) };
  return {
    serial,
    document: addVersion(document, image.product, product, serial, version),
    items,
    files: planned.map(({ toStage }) => toStage),
  };
}

function keepVersion(image: Image, document: Products, product: Product, serial: string): Planned {
  const listed = product.versions?.[serial]?.items ?? {};
  return {
    serial,
    document: putProduct(document, image.product, product),
    items: image.items.map((item) => ({ ...item, path: listed[item.name]?.path ?? '' })),
    files: [],
  };
}

function versionOf(planned: readonly PlannedItem[]): Version {
  const items = planned.map(({ name, ftype, source, path, tags }): [string, Item] => {
    return [name, { ...tags, ftype, path, size: source.size, sha256: source.sha256 }];
  });
  return { items: Object.fromEntries(items) };
}
