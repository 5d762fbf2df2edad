import type { Sha256 } from '../digest.ts';
import type { Product } from '../document.ts';
import type { ImageFacts } from '../images/facts.ts';
import type { ContentId, ProductName } from '../name.ts';
import type { ImagePlace } from '../root.ts';

/** What a layout needs to know of an image file. */
export interface LayoutFile {
  readonly path: string;
  readonly facts: ImageFacts;
}

/** A file with its digests. */
export interface HashedFile extends LayoutFile {
  readonly size: number;
  readonly sha256: Sha256;
  /** sha256(metadata tarball ‖ file), which LXD and Incus call the fingerprint; where a plan has a metadata tarball. */
  readonly combined: Sha256 | undefined;
  /** 32 lower-case hexadecimal digits; where a plan asks for it. */
  readonly md5: string | undefined;
}

/** An item to be: everything but the path, which is known once the file is staged. */
export interface LaidOutItem<File> {
  /** Key of the item in its version. */
  readonly name: string;
  readonly ftype: string;
  /** A file of the image, or a text that is made for it. */
  readonly content: { readonly file: File } | { readonly text: string };
  /** The last segment of the stored file's path. */
  readonly storedAs: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** One image as its consumers want it, before its files are hashed. */
export interface ImagePlan {
  readonly product: ProductName;
  readonly contentId: ContentId;
  readonly place: Pick<ImagePlace, 'os' | 'release' | 'arch' | 'variant'>;
  /** When the image was made, as it says itself. */
  readonly created: Date | undefined;
  /** Hashed in front of every other file, for `combined`. */
  readonly metadata: LayoutFile | undefined;
  readonly needsMd5: boolean;
  readonly isVirtualMachine: boolean;
  /**
   * The product's tags after this publication; those of `present` that are not given anew stay, unknown ones too.
   * @throws InputError INPUT_INVALID when `present` is another product than the image's
   */
  productTags(present: Product | undefined): Product;
  versionTags(serial: string): Readonly<Record<string, string>>;
  /** @param files the ones the plan was made from, hashed */
  items<File extends HashedFile>(files: readonly File[]): readonly LaidOutItem<File>[];
}

/** What the user said beside the tags. */
export interface GivenNames {
  readonly product: ProductName | undefined;
  readonly contentId: ContentId | undefined;
  /** `com.example.maas`: what names of products and documents for MAAS and Glance begin with. */
  readonly streamName: string | undefined;
}
