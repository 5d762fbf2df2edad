import type { ImagePlan, LayoutFile } from '../core/consumers/layout.ts';
import { planImage } from '../core/consumers/plan.ts';
import type { ContentId, ProductName } from '../core/name.ts';
import { type Serial, serialOf } from '../core/serial.ts';
import type { Source } from '../ports/store.ts';
import type { ImageFile, Ports } from '../ports.ts';
import { sourceOf } from './immutable.ts';
import type { ImageRequest, PublishRequest } from './publication.ts';

/** An item to be: everything but the path. */
export interface ImageItem {
  readonly name: string;
  readonly ftype: string;
  readonly source: Source;
  /** The last segment of the stored file's path. */
  readonly storedAs: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** One image to publish, as far as it is known without the root. */
export interface Image {
  readonly request: Omit<ImageRequest, 'files'>;
  readonly files: readonly ImageFile[];
  readonly product: ProductName;
  readonly contentId: ContentId;
  /** The serial it gets where the user gives none and it is free. */
  readonly derivedSerial: Serial;
  readonly plan: ImagePlan;
  readonly items: readonly ImageItem[];
}

/** What the image is for its consumers, before its files are hashed. @throws InputError */
export function planOf(
  { product, contentId, streamName, tags }: Omit<ImageRequest, 'files'>,
  { consumers }: PublishRequest,
  files: readonly LayoutFile[],
): ImagePlan {
  const names = consumers.map(({ name }) => name);
  return planImage(names, files, tags, { product, contentId, streamName });
}

/** The image with its items. @param files the ones `plan` was made from, hashed */
export function imageOf(
  request: Omit<ImageRequest, 'files'>,
  plan: ImagePlan,
  files: readonly ImageFile[],
  ports: Pick<Ports, 'sha256'> & { readonly now: Date },
): Image {
  const items = plan.items(files).map(({ content, ...item }): ImageItem => {
    const source =
      'file' in content ? content.file : sourceOf(ports, new TextEncoder().encode(content.text));
    return { ...item, source };
  });
  const { product, contentId } = plan;
  const derivedSerial = serialOf(plan.created ?? ports.now);
  return { request, files, product, contentId, derivedSerial, plan, items };
}
