import type { Sha256 } from '../core/digest.ts';
import { InputError } from '../core/error.ts';
import { parseRelativePath, type RelativePath } from '../core/path.ts';
import type { StoredCopy } from '../ports/store.ts';
import type { Ports } from '../ports.ts';
import type { Image } from './image.ts';
import type { PublishReport, PublishRequest } from './publication.ts';
import { publishImages } from './publish.ts';
import { readImages } from './read-images.ts';

/** A root, and what goes into it. */
export interface RootPublication {
  readonly request: PublishRequest;
  /** Of each root their own; the images may be shared. */
  readonly ports: Ports;
}

/**
 * Publishes into several roots, one after the other, each by one commit. All files of all roots are read before the
 * first byte is stored anywhere, so that one bad image keeps all roots as they are.
 * @param onReport is told each report as soon as there is one: of a run that fails later, too
 * @throws SimplestreamsError; roots that were reported are published, the one that failed and those after it are not
 */
export async function publishRoots(
  publications: readonly RootPublication[],
  onReport: (report: PublishReport) => void = () => undefined,
): Promise<readonly PublishReport[]> {
  try {
    const reports: PublishReport[] = [];
    const copies = new Map<Sha256, StoredCopy>();
    for (const { request, ports, images } of await readAll(publications)) {
      const report = await publishImages(request, images, ports, { copies });
      for (const [sha256, path] of storedFiles(report)) {
        copies.set(sha256, { store: ports.store, path });
      }
      reports.push(report);
      onReport(report);
    }
    return reports;
  } finally {
    for (const { ports } of publications) await ports.images.close();
  }
}

/** What the root holds now, for the roots after it. */
function storedFiles({
  published,
  dryRun,
}: PublishReport): readonly (readonly [Sha256, RelativePath])[] {
  const items = dryRun ? [] : published.flatMap((image) => image.items);
  return items.flatMap(({ sha256, path }) => {
    const safe = parseRelativePath(path);
    return safe === undefined ? [] : [[sha256, safe] as const];
  });
}

interface Read extends RootPublication {
  readonly images: readonly Image[];
}

/** @throws InputError with what is wrong with the images of all roots, each problem once */
async function readAll(publications: readonly RootPublication[]): Promise<readonly Read[]> {
  const read: Read[] = [];
  const failures: InputError[] = [];
  for (const publication of publications) {
    try {
      const { request, ports } = publication;
      const images = await readImages(request, ports, ports.store);
      read.push({ ...publication, images });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failures.push(error);
    }
  }
  const [first] = failures;
  if (first === undefined) return read;
  const problems = new Set(failures.flatMap((failure) => failure.problems));
  throw new InputError(first.code, [...problems], { cause: first });
}
