import { type LaidOutItem, layOut, type SortedFiles } from '../core/consumers/lxd-incus-layout.ts';
import {
  defaultProductName,
  identify,
  type ProductIdentity,
} from '../core/consumers/lxd-incus-product.ts';
import type { ProductName } from '../core/name.ts';
import { type Serial, serialOf } from '../core/serial.ts';
import type { Clock, ImageFile, OpenImage } from '../ports.ts';
import type { PublishRequest } from './publication.ts';

/** One image to publish, as far as it is known without the root. */
export interface Image {
  readonly name: ProductName;
  readonly identity: ProductIdentity;
  /** The serial it gets where the user gives none and it is free. */
  readonly derivedSerial: Serial;
  readonly items: readonly LaidOutItem<ImageFile>[];
}

/** What the image is, before its files are hashed; throws InputError when something is missing. */
export function describeImage(
  request: PublishRequest,
  { metadata }: SortedFiles<OpenImage>,
  clock: Clock,
): Omit<Image, 'items'> {
  const identity = identify(request.tags, metadata);
  const name = request.product ?? defaultProductName(identity);
  const created = metadata.creationDate ?? request.sourceDate ?? clock.now();
  return { name, identity, derivedSerial: serialOf(created) };
}

export function layOutImage(
  request: PublishRequest,
  description: Omit<Image, 'items'>,
  files: SortedFiles<ImageFile>,
): Image {
  return { ...description, items: layOut(files, request.consumers) };
}
