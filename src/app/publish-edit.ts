import type { Item, Product, Products, Version } from '../core/document.ts';
import { addVersion, chooseSerial, emptyProducts, findVersion, putProduct } from '../core/edit.ts';
import { imagePath } from '../core/root.ts';
import { serialise } from '../core/serialise.ts';
import type { Edit } from './edit.ts';
import type { Image, ImageItem } from './image.ts';
import type { PublishRequest } from './publication.ts';
import { judge } from './publish-findings.ts';
import type { FileToStage, Stage } from './stage.ts';

export interface PlannedItem extends ImageItem {
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
  /** What consumers do with the result that the user should know, one line each. */
  readonly remarks: readonly string[];
}

interface Planned {
  readonly serial: string;
  readonly document: Products;
  readonly items: readonly PlannedItem[];
  readonly files: readonly FileToStage[];
}

/** The edit "add a version". Bytes that are listed already are not listed again; the product's tags follow the request. */
export function publishEdit(request: PublishRequest, image: Image): Edit<PlannedImage> {
  const { product: name, contentId } = image;
  const digests = new Map(image.items.map((item) => [item.name, item.source.sha256]));
  return (documents, stage) => {
    const document = documents.get(contentId) ?? emptyProducts(contentId);
    const present = document.products[name];
    const product = image.plan.productTags(present);
    const listed = findVersion(present, digests);
    const planned =
      listed === undefined
        ? planVersion(request, image, document, product, stage)
        : keepVersion(image, document, product, listed);
    const isSame =
      present !== undefined &&
      serialise(present) === serialise(planned.document.products[name] ?? {});
    const changed = new Map(isSame ? [] : [[contentId, planned.document]]);
    const remarks = judge(request, documents, changed);
    const { serial, items, files } = planned;
    const aliases = product.aliases ?? '';
    const isNew = listed === undefined;
    return {
      outcome: { serial, isNew, changed: !isSame, aliases, items, remarks },
      changed,
      files,
    };
  };
}

function planVersion(
  request: PublishRequest,
  image: Image,
  document: Products,
  product: Product,
  stage: Pick<Stage, 'place'>,
): Planned {
  const present = document.products[image.product];
  const serial = chooseSerial(image.product, present, request.serial, image.derivedSerial);
  const planned = image.items.map((item) => {
    const { source, storedAs: file } = item;
    const path = imagePath({ ...image.plan.place, serial, sha256: source.sha256, file });
    const toStage = { source, path };
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
