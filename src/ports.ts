import type { Sha256 } from './core/digest.ts';
import type { ImageFacts } from './core/images/facts.ts';
import type { RelativePath } from './core/path.ts';
import type { Content, Draft, Source, Store } from './ports/store.ts';

/** What a root is read from by those who never write. Every Store is one, and so is a web server. */
export interface ReadableRoot {
  /** For people: `/srv/images`, `https://images.example.com`. */
  readonly url: string;
  /**
   * @throws TrustError DOCUMENT_TOO_LARGE when there are more than `limit` bytes
   * @throws StoreError STORE_DENIED for a refusal, which may also stand for "absent"; STORE_FAILED
   */
  read(path: RelativePath, limit: number): Promise<{ readonly bytes: Uint8Array } | undefined>;
}

/** An image file: recognised, hashed and stored from the very file that was opened first. */
export interface OpenImage {
  /** As the user wrote it. */
  readonly path: string;
  readonly size: number;
  readonly facts: ImageFacts;
}

export interface ImageFile extends OpenImage, Source {
  /** sha256(metadata tarball ‖ this file): the fingerprint LXD and Incus give the pair. */
  readonly combined: Sha256 | undefined;
  /** 32 lower-case hexadecimal digits, where it was asked for: twice as slow as sha256. */
  readonly md5: string | undefined;
}

/** Which digests are wanted beside sha256. */
export interface WantedDigests {
  /** Put in front of every other file for `combined`. */
  readonly metadata: OpenImage | undefined;
  readonly md5: boolean;
}

/** Where the bytes of a file may go while it is hashed, if anywhere. */
export type DraftOf = (file: OpenImage) => Promise<Draft | undefined>;

export interface Images {
  /** @throws InputError IMAGE_INVALID naming every file that is missing, not regular, or not recognised. */
  open(paths: readonly string[]): Promise<readonly OpenImage[]>;
  /**
   * One pass over each file.
   * @param draftOf asked for each large file: what it answers takes the file's bytes in the same pass
   */
  hash(
    files: readonly OpenImage[],
    wanted: WantedDigests,
    onBytes?: (count: number) => void,
    draftOf?: DraftOf,
  ): Promise<readonly ImageFile[]>;
  /** Discards the drafts too. */
  close(): Promise<void>;
}

/** Upper-case hexadecimal of an OpenPGP v4 fingerprint, 40 digits, always the primary key's. */
export type KeyFingerprint = string;

/** What is told of a key. */
export interface KeyFacts {
  readonly fingerprint: KeyFingerprint;
  /** The first one, as whoever made the key wrote it: any text. */
  readonly userId: string | undefined;
  /** When it can sign no more, by itself or by the subkey it signs with; `undefined`: never. */
  readonly expires: Date | undefined;
}

/** A key as a ring holds it. */
export interface RingKey extends KeyFacts {
  /** Binary, as `gpgv --keyring` reads it: a ring of this key alone. */
  readonly publicKey: Uint8Array;
}

export interface Signer extends RingKey {
  /** The signed form of `{}` and a newline, made when the key was opened: who can verify it can verify what comes. */
  readonly sample: Uint8Array;
  /** The signed form of `text`, which ends with a newline. What it returns was verified. */
  clearsign(text: string): Promise<Uint8Array>;
  /** An armored detached signature over `bytes`. What it returns was verified. */
  detach(bytes: Uint8Array): Promise<Uint8Array>;
}

export interface SignedText {
  /** The signed text alone, with its final newline. */
  readonly text: string;
  /** Its bytes: a part of those that were given. */
  readonly plain: Uint8Array;
  readonly fingerprint: KeyFingerprint;
}

export interface Verifier {
  /**
   * Exactly one message, signed by a trusted key, and nothing around it.
   * @param place names the object in the error
   * @throws TrustError SIGNATURE_INVALID
   */
  clearsigned(bytes: Uint8Array, place: string): Promise<SignedText>;
  /** `undefined` when no such key is trusted. */
  facts(fingerprint: KeyFingerprint): Promise<KeyFacts | undefined>;
  /** The key that made the detached `signature` over `bytes`; `undefined` when no trusted one did. */
  detached(bytes: Uint8Array, signature: Uint8Array): Promise<KeyFingerprint | undefined>;
}

/** A binary ring: public keys one after the other, as `gpgv --keyring` reads it. */
export interface Ring {
  /** @throws TrustError SIGNATURE_INVALID when `ring` is none */
  keys(ring: Uint8Array): Promise<readonly RingKey[]>;
  /** True when who has this ring alone, as a reader does, can verify the signed form `signed`. */
  verifies(ring: Uint8Array, signed: Uint8Array): Promise<boolean>;
  armor(ring: Uint8Array): Promise<Uint8Array>;
}

export interface Signing {
  readonly signer: Signer;
  readonly verifier: Verifier;
  readonly ring: Ring;
}

/** Room for one file on its way from one store to another; it is gone when the process is, however that ends. */
export interface Scratch {
  /**
   * Takes bytes in as they come, in the place of those it held before, whose source is of no use any more.
   * @param place names the bytes in errors
   * @throws TrustError DIGEST_MISMATCH when they are not the content; StoreError when there is no room
   */
  hold(content: Content, bytes: AsyncIterable<Uint8Array>, place: string): Promise<Source>;
  /** Lets go of what it holds. */
  clear(): Promise<void>;
}

export interface Clock {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}

export interface Random {
  /** 32 lower-case hexadecimal digits. */
  id(): string;
  /** From 0 to below 1. */
  fraction(): number;
}

/** The story of a run, for people. */
export interface Reporter {
  /** Begins a group and ends the one before. */
  group(title: 'Images' | 'Root' | 'Plan' | 'Publish' | 'Prune' | 'Result'): void;
  info(message: string): void;
  warning(message: string): void;
  /** Begins a measured transfer; the function it returns takes the bytes that have just passed. */
  transfer(title: string, total: number): (count: number) => void;
}

export interface Ports {
  readonly store: Store;
  readonly images: Images;
  /** Absent when no signing key is given: then only unsigned roots can be edited. */
  readonly signing: Signing | undefined;
  /** Believes signatures where there is no key to sign with: what is signed can be read then, and not edited. */
  readonly verifier?: Verifier | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly reporter: Reporter;
  readonly sha256: (bytes: Uint8Array) => Sha256;
}
