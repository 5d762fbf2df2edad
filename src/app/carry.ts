import type { Consumer } from '../core/consumers/consumer.ts';
import type { Version } from '../core/document.ts';
import type { RelativePath } from '../core/path.ts';
import { type ImagePlace, imagePath } from '../core/root.ts';
import type { SelectedVersion } from '../core/selection.ts';
import type { Serial } from '../core/serial.ts';
import type { VersionPlace } from '../core/unlist.ts';
import type { Store } from '../ports/store.ts';
import type { Reporter, Scratch } from '../ports.ts';
import type { ListedFile, ListedVersion } from './listed-files.ts';
import type { FileToStage, Stage } from './stage.ts';

/** An item of a version that is listed elsewhere too. */
export interface CarriedItem extends ListedFile {
  /** Where its file shall lie, in the layout of this program. */
  readonly path: RelativePath;
  /** Where it does, or is going to: what the item says. */
  readonly placed: string;
  /** Where the same bytes lie already. */
  readonly origin: RelativePath;
}

export interface CarriedVersion {
  /** As it was, with the new paths. */
  readonly version: Version;
  readonly items: readonly CarriedItem[];
}

/** What becomes of a version where it is listed once more. */
export interface CarriedOutcome extends VersionPlace {
  readonly from: VersionPlace;
  readonly isNew: boolean;
  readonly changed: boolean;
  /** Those that lie there, where the product lists the version already. */
  readonly items: readonly CarriedItem[];
}

export interface CarryOutcome {
  readonly versions: readonly CarriedOutcome[];
  /** For whom the result was judged. */
  readonly consumers: readonly Consumer[];
  /** What consumers do with the result that the user should know, one line each. */
  readonly remarks: readonly string[];
}

/** A version with the paths its files get where they are stored once more, under `serial`. Pure. */
export function carryVersion(
  listed: ListedVersion,
  serial: Serial,
  stage: Pick<Stage, 'place'>,
): CarriedVersion {
  const place = placeOf(listed);
  const items = listed.files.map((listedFile): CarriedItem => {
    const { content, path: origin } = listedFile;
    const file = origin.slice(origin.lastIndexOf('/') + 1);
    const path = imagePath({ ...place, serial, sha256: content.sha256, file });
    return { ...listedFile, path, origin, placed: stage.place({ source: content, path }) };
  });
  const moved = items.map(({ name, placed: path }) => {
    return [name, { ...listed.version.items?.[name], path }] as const;
  });
  const version = {
    ...listed.version,
    items: { ...listed.version.items, ...Object.fromEntries(moved) },
  };
  return { version, items };
}

/** Where bytes come from, and how they get through this machine where they must. */
export interface Carrier {
  readonly store: Store;
  readonly scratch: Scratch;
  readonly reporter: Reporter;
}

/** The file of an item: copied by the store itself, where it can. */
export function fileToStage(
  { store, scratch, reporter }: Carrier,
  { origin, path, content }: CarriedItem,
): FileToStage {
  return {
    source: content,
    path,
    from: { store, path: origin },
    open: () => {
      const onBytes = reporter.transfer(origin, content.size);
      const place = `${origin} in ${store.url}`;
      return scratch.hold(content, counted(store.stream(origin), onBytes), place);
    },
  };
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    yield chunk;
    onBytes(chunk.length);
  }
}

/** Of products that this program published, the place they have; of others, one like it. */
function placeOf({
  product,
  document,
}: SelectedVersion): Pick<ImagePlace, 'os' | 'release' | 'arch' | 'variant'> {
  const tagOf = (key: string) => [product[key], document[key]].find((tag) => isText(tag));
  const required = (key: string) => tagOf(key) ?? 'unknown';
  return {
    os: required('os'),
    release: required('release'),
    arch: required('arch'),
    variant: tagOf('variant'),
  };
}

function isText(tag: unknown): tag is string {
  return typeof tag === 'string' && tag !== '';
}
