import { InputError, StoreError } from '../../core/error.ts';
import { brokenBody, type RequestFailed } from './failure.ts';

/** What was asked of whom: enough to tell the user which right or setting is missing. */
export interface Attempt {
  /** The permission, as a policy names it. */
  readonly action:
    | 's3:GetObject'
    | 's3:PutObject'
    | 's3:DeleteObject'
    | 's3:ListBucket'
    | 's3:ListBucketMultipartUploads'
    | 's3:AbortMultipartUpload';
  readonly bucket: string;
  readonly key: string;
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly expectedBucketOwner: string | undefined;
}

/** What happened to which object, and what to do about it. */
export function storeError(attempt: Attempt, failure: RequestFailed): StoreError {
  const { status, code } = failure;
  const said = [status, ...(foreignCodes.includes(code) ? [] : [code])].filter(
    (part) => part !== undefined,
  );
  return new StoreError(
    isDenied(failure) ? 'STORE_DENIED' : 'STORE_FAILED',
    `${attempt.action} of s3://${attempt.bucket}/${attempt.key} failed (${said.join(' ')}): ${advice(attempt, failure)}`,
    { cause: failure },
  );
}

/** Why a store has no compare-and-swap that answers 501, or 400 for the header. */
export const refused = 'the condition was refused, so';

/** The store has no compare-and-swap, so two publishers could undo each other's work unnoticed. */
export function noCompareAndSwap(
  { bucket, key }: Attempt,
  why: string,
  cause: unknown,
): StoreError {
  return new StoreError(
    'STORE_NO_COMPARE_AND_SWAP',
    `s3:PutObject of s3://${bucket}/${key}: ${why} this store cannot keep two publishers apart. ` +
      'Set `single-writer: true` if never more than one publisher writes at a time, or use a bucket, or a store, with conditional writes',
    { cause },
  );
}

/** `error` with word of the unfinished upload that it leaves in the bucket, as aborting it failed with `failure`. */
export function withLeftover(
  error: unknown,
  { bucket, key }: Attempt,
  { status, code }: RequestFailed,
): unknown {
  const why = [status, code].join(' ').trim();
  const note = `the unfinished multipart upload of s3://${bucket}/${key} could not be aborted (${why}; it needs s3:AbortMultipartUpload) and takes up space until it is`;
  if (error instanceof InputError) {
    return new InputError(error.code, [...error.problems, note], { cause: error });
  }
  if (error instanceof StoreError) {
    return new StoreError(error.code, `${error.message}; ${note}`, { cause: error });
  }
  return error;
}

const expiredCodes = [
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidToken',
  'TokenRefreshRequired',
];

/** An error page instead of S3's XML: the SDK finds no code in it, or cannot parse it. */
const foreignCodes = ['Unknown', 'SyntaxError', 'Error'];

function isDenied({ status, code }: RequestFailed): boolean {
  return [401, 403].includes(status ?? 0) || expiredCodes.includes(code);
}

function advice(attempt: Attempt, failure: RequestFailed): string {
  const { status, code } = failure;
  const server = attempt.endpoint ?? 'Amazon S3';
  if (status === undefined) return connectionAdvice(server, failure);
  const special = adviceByCode(attempt, server)[code] ?? regionAdvice(attempt, failure);
  if (special !== undefined) return special;
  if (expiredCodes.includes(code)) return 'the credentials have expired; ask for new ones';
  // Answers to HEAD have no body, so no code.
  if (status === 403 && (code === 'Unknown' || !foreignCodes.includes(code))) {
    return denialAdvice(attempt);
  }
  if (status >= 500) return `${server} has a fault of its own; try again later`;
  return foreignCodes.includes(code) || code === 'NotFound'
    ? `${server} does not answer as S3 does; check \`endpoint\``
    : `${server} refused the request`;
}

function adviceByCode({ bucket }: Attempt, server: string): Readonly<Record<string, string>> {
  const credentials = `${server} does not accept the credentials; check the access key and its secret`;
  return {
    NoSuchBucket: `there is no bucket ${bucket} at ${server}; create it, or correct \`root\``,
    InvalidAccessKeyId: credentials,
    SignatureDoesNotMatch: credentials,
    RequestTimeTooSkewed:
      "this machine's clock and the store's are more than 15 minutes apart; set this machine's clock",
    SlowDown: 'the store is busy; try again later',
    TooManyRequests: 'the store is busy; try again later',
  };
}

/** Amazon answers a request for a bucket of another region with 301, or 400 for the region in its signature. */
function regionAdvice(
  attempt: Attempt,
  { status, code, region }: RequestFailed,
): string | undefined {
  if (region !== undefined && region !== attempt.region) {
    return `the bucket is in region ${region}, not ${attempt.region}; set \`region: ${region}\``;
  }
  const elsewhere = code === 'AuthorizationHeaderMalformed' || status === 301 || status === 307;
  return elsewhere
    ? `the bucket is not in region ${attempt.region}; set \`region\` to its own`
    : undefined;
}

function denialAdvice({ action, bucket, key, expectedBucketOwner }: Attempt): string {
  const rights = rightsFor(action, `arn:aws:s3:::${bucket}`, key);
  return expectedBucketOwner === undefined
    ? rights
    : `${rights}; or the bucket does not belong to account ${expectedBucketOwner} (\`expected-bucket-owner\`)`;
}

function rightsFor(action: Attempt['action'], bucket: string, key: string): string {
  switch (action) {
    case 's3:GetObject':
      return `allow s3:GetObject on ${bucket}/${key} and s3:ListBucket on ${bucket} (without s3:ListBucket, S3 answers 403 where there is no object)`;
    case 's3:PutObject':
      return `allow s3:PutObject on ${bucket}/${key}, and s3:GetObject, which replacing an object needs too`;
    case 's3:ListBucket':
    case 's3:ListBucketMultipartUploads':
      return `allow ${action} on ${bucket}`;
    default:
      return `allow ${action} on ${bucket}/${key}`;
  }
}

function connectionAdvice(server: string, { code, message, unsent }: RequestFailed): string {
  if (code === brokenBody) return `${message.slice(code.length + 2)}; try again`;
  if (unsent) {
    return 'no AWS credentials were found in the environment, the shared configuration or an instance role';
  }
  if (['ENOTFOUND', 'EAI_AGAIN'].includes(code)) {
    return `the host of ${server} has no address; check \`endpoint\` and \`region\``;
  }
  if (code === 'ECONNREFUSED') return `nothing listens at ${server}; check \`endpoint\``;
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return `${server} does not speak TLS; should \`endpoint\` begin with http://?`;
  }
  if (/CERT|SIGNATURE|ALTNAME/.test(code)) {
    return `the certificate of ${server} is not trusted; add its authority with NODE_EXTRA_CA_CERTS`;
  }
  return `the connection to ${server} failed; check \`endpoint\` and the network`;
}

/** The server gave an answer without what every S3 answers. */
export function notS3(bucket: string, key: string, missing: string): StoreError {
  return new StoreError(
    'STORE_FAILED',
    `the answer for s3://${bucket}/${key} has no ${missing}, so it is not S3's; check \`endpoint\``,
  );
}
