import type { PublishedImage, PublishReport } from '../app/publication.ts';
import { renderReport } from './report.ts';

/** What a run with an images file did: the JSON of `--json` and of the input `report`. */
export interface ManyReport {
  readonly changed: boolean;
  readonly dryRun: boolean;
  /** `partial`: images that may be missing were left out. */
  readonly outcome: 'published' | 'unchanged' | 'partial';
  /** The images of all roots. */
  readonly published: readonly (PublishedImage & { readonly root: string })[];
  /** The names of the images that were left out. */
  readonly skipped: readonly string[];
  readonly roots: readonly PublishReport[];
}

export function manyReport(
  roots: readonly PublishReport[],
  skipped: readonly string[],
): ManyReport {
  const changed = roots.some((report) => report.changed);
  const complete = changed ? 'published' : 'unchanged';
  return {
    changed,
    dryRun: roots.some(({ dryRun }) => dryRun),
    outcome: skipped.length > 0 ? 'partial' : complete,
    published: roots.flatMap(({ root, published }) =>
      published.map((image) => ({ ...image, root })),
    ),
    skipped,
    roots,
  };
}

/** As {@link renderReport}, of a run with an images file. */
export function renderMany({ roots, skipped }: ManyReport): string {
  const left = skipped.map((name) => `Left out, since none of its files is there: ${name}\n`);
  return [...roots.map(renderReport), ...(left.length === 0 ? [] : [left.join('')])].join('\n');
}

/** `published 4 images, 2 were there already` */
export function countsOf({
  published,
  dryRun,
}: Pick<PublishReport, 'published' | 'dryRun'>): string {
  const changed = published.filter((image) => image.changed).length;
  const same = published.length - changed;
  if (changed === 0) return `nothing to do, ${described(same)} there already`;
  const rest = same === 0 ? '' : `, ${same} ${same === 1 ? 'was' : 'were'} there already`;
  return `${dryRun ? 'would publish' : 'published'} ${images(changed)}${rest}`;
}

function described(count: number): string {
  return count === 1 ? 'the image is' : `all ${count} images are`;
}

function images(count: number): string {
  return `${count} ${count === 1 ? 'image' : 'images'}`;
}
