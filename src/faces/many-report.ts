import type { PublishedImage, PublishReport } from '../app/publication.ts';
import type { UnlistedVersion } from '../app/unlisted.ts';
import { outcomeOf } from './outputs.ts';
import { renderReport } from './report.ts';

/** What a run with an images file did: the JSON of `--json` and of the input `report`. */
export interface ManyReport {
  readonly changed: boolean;
  readonly dryRun: boolean;
  /** `partial`: images that may be missing were left out. */
  readonly outcome: 'published' | 'planned' | 'unchanged' | 'partial';
  /** The images of all roots. */
  readonly published: readonly (PublishedImage & { readonly root: string })[];
  /** What retention took off in all roots. */
  readonly unlisted: readonly (UnlistedVersion & { readonly root: string })[];
  /** The names of the images that were left out. */
  readonly skipped: readonly string[];
  readonly roots: readonly PublishReport[];
}

export function manyReport(
  roots: readonly PublishReport[],
  skipped: readonly string[],
): ManyReport {
  const changed = roots.some((report) => report.changed);
  const dryRun = roots.some((report) => report.dryRun);
  const complete = outcomeOf({ changed, dryRun }, 'published');
  return {
    changed,
    dryRun,
    outcome: skipped.length > 0 ? 'partial' : complete,
    published: roots.flatMap(({ root, published }) =>
      published.map((image) => ({ ...image, root })),
    ),
    unlisted: roots.flatMap(({ root, unlisted }) =>
      unlisted.map((version) => ({ ...version, root })),
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

/** `published 4 images, 2 were there already, unlisted 3 versions` */
export function countsOf({
  published,
  unlisted,
  dryRun,
}: Pick<PublishReport, 'published' | 'unlisted' | 'dryRun'>): string {
  const changed = published.filter((image) => image.changed).length;
  const same = published.length - changed;
  const off = unlistedCount(unlisted.length, dryRun);
  if (changed === 0) {
    const there = `${described(same)} there already`;
    return off === undefined ? `nothing to do, ${there}` : `${there}, ${off}`;
  }
  const counts = [
    `${dryRun ? 'would publish' : 'published'} ${images(changed)}`,
    ...(same === 0 ? [] : [`${same} ${same === 1 ? 'was' : 'were'} there already`]),
    ...(off === undefined ? [] : [off]),
  ];
  return counts.join(', ');
}

function unlistedCount(count: number, dryRun: boolean): string | undefined {
  if (count === 0) return undefined;
  return `${dryRun ? 'would unlist' : 'unlisted'} ${count} ${count === 1 ? 'version' : 'versions'}`;
}

function described(count: number): string {
  return count === 1 ? 'the image is' : `all ${count} images are`;
}

function images(count: number): string {
  return `${count} ${count === 1 ? 'image' : 'images'}`;
}
