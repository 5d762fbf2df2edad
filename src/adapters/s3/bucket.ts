import type { CompletedPart, S3Client } from '@aws-sdk/client-s3';
import type { Sha256 } from '../../core/digest.ts';
import type { ObjectHeaders } from '../../ports/store.ts';
import type { Connection } from './client.ts';
import { RequestFailed } from './failure.ts';
import { escapedKeys } from './listed-key.ts';
import {
  askAfterFailure,
  beforeSigning,
  dateWatch,
  inEachAttempt,
  onAnswer,
  signPayloadAs,
} from './middleware.ts';

/** At most one of the two. */
export interface Condition {
  readonly IfMatch?: string;
  readonly IfNoneMatch?: '*';
}

export interface Payload {
  readonly bytes: Uint8Array;
  /** Signed in place of a digest of `bytes`, so that the store refuses bytes which are others. */
  readonly sha256: Sha256;
}

export interface NewObject extends Payload {
  readonly key: string;
  readonly headers: ObjectHeaders;
  readonly condition: Condition;
}

export interface CopiedObject {
  readonly key: string;
  readonly headers: ObjectHeaders;
  /** Copied only while it is the object with this ETag. */
  readonly from: { readonly bucket: string; readonly key: string; readonly etag: string };
}

export interface Upload {
  readonly key: string;
  readonly id: string;
}

/** Where a page of unfinished uploads begins. */
export interface UploadMarker {
  readonly KeyMarker?: string | undefined;
  readonly UploadIdMarker?: string | undefined;
}

export interface BucketName {
  readonly bucket: string;
  readonly expectedBucketOwner: string | undefined;
}

export type Bucket = ReturnType<typeof openBucket>;

/** The requests of a store to its one bucket. Each rejects with {@link RequestFailed}, also when it is aborted. */
export function openBucket({ sdk, retrying, once }: Connection, name: BucketName) {
  const common = { Bucket: name.bucket, ExpectedBucketOwner: name.expectedBucketOwner };

  async function put(
    client: S3Client,
    { key, bytes, sha256, headers, condition }: NewObject,
    abortSignal: AbortSignal,
  ): Promise<string | undefined> {
    const input = { ...common, ...condition, ...stored(sha256, headers), Key: key, Body: bytes };
    const command = new sdk.PutObjectCommand(input);
    command.middlewareStack.add(signPayloadAs(sha256), beforeSigning);
    // What is sent only once asks, and hears why it is refused.
    if (client === retrying) command.middlewareStack.add(askAfterFailure(), inEachAttempt);
    const { ETag } = await answer(client.send(command, { abortSignal }));
    return ETag;
  }

  return {
    async get(key: string, abortSignal: AbortSignal) {
      const command = new sdk.GetObjectCommand({ ...common, Key: key });
      const watch = dateWatch();
      command.middlewareStack.add(watch.middleware, onAnswer);
      return { output: await answer(retrying.send(command, { abortSignal })), date: watch.date() };
    },

    async head(key: string, abortSignal: AbortSignal) {
      const command = new sdk.HeadObjectCommand({ ...common, Key: key });
      const watch = dateWatch();
      command.middlewareStack.add(watch.middleware, onAnswer);
      return { output: await answer(retrying.send(command, { abortSignal })), date: watch.date() };
    },

    /** @returns the ETag of the answer */
    put: (object: NewObject, signal: AbortSignal) => put(retrying, object, signal),

    /** As `put`, but sent only once, whatever happens. */
    putOnce(object: NewObject, signal: AbortSignal) {
      // That this machine's clock is wrong was learned by earlier requests; this one has no second try to learn it.
      once.config.systemClockOffset = retrying.config.systemClockOffset;
      return put(once, object, signal);
    },

    /** @returns `undefined` when the answer names no upload */
    async createUpload(
      key: string,
      sha256: Sha256,
      headers: ObjectHeaders,
      abortSignal: AbortSignal,
    ): Promise<Upload | undefined> {
      const input = { ...common, ...stored(sha256, headers), Key: key };
      const command = new sdk.CreateMultipartUploadCommand(input);
      const { UploadId } = await answer(retrying.send(command, { abortSignal }));
      return UploadId === undefined ? undefined : { key, id: UploadId };
    },

    /** @param number from 1 */
    async uploadPart(
      upload: Upload,
      number: number,
      { bytes, sha256 }: Payload,
      abortSignal: AbortSignal,
    ): Promise<CompletedPart> {
      const part = { Key: upload.key, UploadId: upload.id, PartNumber: number };
      const command = new sdk.UploadPartCommand({ ...common, ...part, Body: bytes });
      command.middlewareStack.add(signPayloadAs(sha256), beforeSigning);
      command.middlewareStack.add(askAfterFailure(), inEachAttempt);
      // Amazon wants the checksum back that the SDK sent with the part.
      const { ETag, ChecksumCRC32 } = await answer(retrying.send(command, { abortSignal }));
      return { PartNumber: number, ETag, ChecksumCRC32 };
    },

    /** @returns the ETag of the answer */
    async completeUpload(
      upload: Upload,
      parts: readonly CompletedPart[],
      condition: Condition,
      abortSignal: AbortSignal,
    ): Promise<string | undefined> {
      const command = new sdk.CompleteMultipartUploadCommand({
        ...common,
        ...condition,
        Key: upload.key,
        UploadId: upload.id,
        MultipartUpload: { Parts: [...parts] },
      });
      const { ETag } = await answer(retrying.send(command, { abortSignal }));
      return ETag;
    },

    /** @returns `Enabled` or `Suspended`; `undefined` where it never was on */
    async versioning(abortSignal: AbortSignal): Promise<string | undefined> {
      const command = new sdk.GetBucketVersioningCommand(common);
      const { Status } = await answer(retrying.send(command, { abortSignal }));
      return Status;
    },

    async copy(
      { key, sha256, headers, from }: CopiedObject & { readonly sha256: Sha256 },
      abortSignal: AbortSignal,
    ): Promise<void> {
      const input = { ...common, ...stored(sha256, headers), ...sourceOf(from), Key: key };
      const command = new sdk.CopyObjectCommand({ ...input, MetadataDirective: 'REPLACE' });
      await answer(retrying.send(command, { abortSignal }));
    },

    /** @param number from 1 */
    async copyPart(
      upload: Upload,
      number: number,
      from: CopiedObject['from'],
      { first, last }: { readonly first: number; readonly last: number },
      abortSignal: AbortSignal,
    ): Promise<CompletedPart> {
      const part = { Key: upload.key, UploadId: upload.id, PartNumber: number };
      const range = { CopySourceRange: `bytes=${first}-${last}` };
      const input = { ...common, ...part, ...sourceOf(from), ...range };
      const command = new sdk.UploadPartCopyCommand(input);
      const { CopyPartResult } = await answer(retrying.send(command, { abortSignal }));
      return {
        PartNumber: number,
        ETag: CopyPartResult?.ETag,
        ChecksumCRC32: CopyPartResult?.ChecksumCRC32,
      };
    },

    /**
     * A page, of a thousand at most. Its keys are not asked for escaped: Ceph 20 escapes them and does not say so.
     * @param after what the page before ended with
     */
    async listUploads(prefix: string, after: UploadMarker, abortSignal: AbortSignal) {
      const input = { ...common, ...after, Prefix: prefix };
      return answer(retrying.send(new sdk.ListMultipartUploadsCommand(input), { abortSignal }));
    },

    /** A page, of a thousand at most. @param token that the page before gave */
    async list(prefix: string, token: string | undefined, abortSignal: AbortSignal) {
      const input = { ...common, ...escapedKeys, Prefix: prefix, ContinuationToken: token };
      const command = new sdk.ListObjectsV2Command(input);
      const watch = dateWatch();
      command.middlewareStack.add(watch.middleware, onAnswer);
      return { output: await answer(retrying.send(command, { abortSignal })), date: watch.date() };
    },

    /**
     * Sent only once: a second one could remove what somebody has stored there after the first.
     * @param etag of what is removed; absent: whatever is there
     */
    async removeOnce(
      key: string,
      etag: string | undefined,
      abortSignal: AbortSignal,
    ): Promise<void> {
      once.config.systemClockOffset = retrying.config.systemClockOffset;
      const condition = etag === undefined ? {} : { IfMatch: etag };
      const command = new sdk.DeleteObjectCommand({ ...common, Key: key, ...condition });
      await answer(once.send(command, { abortSignal }));
    },

    async abortUpload(upload: Upload, abortSignal: AbortSignal): Promise<void> {
      const input = { ...common, Key: upload.key, UploadId: upload.id };
      const command = new sdk.AbortMultipartUploadCommand(input);
      await answer(retrying.send(command, { abortSignal }));
    },
  };
}

function sourceOf({ bucket, key, etag }: CopiedObject['from']) {
  const path = `${bucket}/${key}`.split('/').map(encodeURIComponent).join('/');
  return { CopySource: path, CopySourceIfMatch: etag };
}

function stored(sha256: Sha256, { contentType, cacheControl }: ObjectHeaders) {
  return { ContentType: contentType, CacheControl: cacheControl, Metadata: { sha256 } };
}

async function answer<T>(sent: Promise<T>): Promise<T> {
  try {
    return await sent;
  } catch (error) {
    throw new RequestFailed(error);
  }
}
