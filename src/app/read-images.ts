import type { ImagePlan } from '../core/consumers/layout.ts';
import { InputError } from '../core/error.ts';
import { imageFolder } from '../core/root.ts';
import type { Store } from '../ports/store.ts';
import type { DraftOf, OpenImage, Ports } from '../ports.ts';
import { type Image, imageOf, planOf } from './image.ts';
import type { ImageRequest, PublishRequest } from './publication.ts';

interface Opened {
  readonly request: ImageRequest;
  readonly files: readonly OpenImage[];
  readonly plan: ImagePlan;
}

/**
 * Everything about the images that is known without the root: their files recognised, put in order, and hashed.
 * @param store where they are going, which may take large files in the same pass
 * @throws InputError with what is wrong with all of them
 */
export async function readImages(
  request: PublishRequest,
  ports: Pick<Ports, 'images' | 'reporter' | 'clock' | 'sha256'>,
  store?: Store,
): Promise<readonly Image[]> {
  const { images, reporter, clock, sha256 } = ports;
  reporter.group('Images');
  const opened = await openImages(request, ports);
  const total = opened.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0);
  const onBytes = reporter.transfer('hashing', total);
  const now = request.sourceDate ?? clock.now();
  const read: Image[] = [];
  for (const { request: image, files, plan } of opened) {
    const metadata = files.find((file) => file === plan.metadata);
    const wanted = { metadata, md5: plan.needsMd5 };
    const draftOf = request.dryRun ? undefined : draftsIn(store, plan);
    const hashed = await images.hash(files, wanted, onBytes, draftOf);
    read.push(imageOf(image, plan, hashed, { sha256, now }));
  }
  return read;
}

function draftsIn(store: Store | undefined, { place }: ImagePlan): DraftOf | undefined {
  if (store?.draft === undefined) return undefined;
  return async ({ size }) => store.draft?.(imageFolder(place), size);
}

async function openImages(
  request: PublishRequest,
  { images, reporter }: Pick<Ports, 'images' | 'reporter'>,
): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  const failures: InputError[] = [];
  for (const image of request.images) {
    try {
      const files = await images.open(image.files);
      for (const { path, size, facts } of files) {
        reporter.info(`${path}: ${facts.kind}, ${size} bytes`);
      }
      opened.push({ request: image, files, plan: planOf(image, request, files) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failures.push(request.images.length > 1 ? named(image, error) : error);
    }
  }
  const [first] = failures;
  if (first === undefined) return opened;
  const problems = failures.flatMap((failure) => failure.problems);
  throw new InputError(first.code, problems, { cause: first });
}

/** Of several images, which one it is. */
function named({ name, files }: ImageRequest, error: InputError): InputError {
  const image = name ?? files.join(', ');
  const problems = error.problems.map((problem) => `image ${image}: ${problem}`);
  return new InputError(error.code, problems, { cause: error.cause });
}
