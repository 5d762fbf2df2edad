import { type ContentId, type ProductName, parseContentId, parseProductName } from '../name.ts';
import { pathSegment } from '../path.ts';
import type { GivenNames } from './layout.ts';

/**
 * Names in the custom of Canonical's streams: `com.example.maas:stable:v3:download` holds
 * `com.example.maas.stable:v3:boot:24.04:amd64:ga-24.04` (maas-images, `meph2/stream.py`).
 * @param problems takes what is missing
 */
export function streamNames(
  given: GivenNames,
  label: string,
  parts: { readonly document: readonly string[]; readonly product: readonly string[] },
  problems: string[],
): { readonly contentId: ContentId; readonly product: ProductName } | undefined {
  const { streamName } = given;
  const contentId =
    given.contentId ??
    parseContentId([streamName, label, ...parts.document].map(segment).join(':'));
  const product =
    given.product ??
    parseProductName(
      [`${segment(streamName)}.${segment(label)}`, ...parts.product.map(segment)].join(':'),
    );
  const named =
    streamName !== undefined || (given.contentId !== undefined && given.product !== undefined);
  if (!named) {
    problems.push(
      'the input stream-name is required: what the names of your images begin with, such as com.example.maas',
    );
    return undefined;
  }
  if (contentId !== undefined && product !== undefined) return { contentId, product };
  problems.push(
    'stream-name, label, os, release and os-version together make names that are too long; give product and content-id',
  );
  return undefined;
}

function segment(text = ''): string {
  return pathSegment(text);
}
