import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import { StoreError } from '../../core/error.ts';

export type Sdk = typeof import('@aws-sdk/client-s3');

export interface Connection {
  readonly sdk: Sdk;
  readonly region: string;
  /** Sends again what failed for a passing reason. */
  readonly retrying: S3Client;
  /** Sends everything once, each time over a new connection: one that idled may be closed under the request. */
  readonly once: S3Client;
}

export interface Place {
  /** Absent: Amazon S3. */
  readonly endpoint?: string | undefined;
  /** Absent: as the SDK finds it (`AWS_REGION`, the shared configuration), for an endpoint else `us-east-1`. */
  readonly region?: string | undefined;
}

/**
 * Clients with the SDK's default credential chain.
 *
 * Checksums only where the API requires one, off Amazon: Swift and several gateways refuse the SDK's own CRC32. The
 * signed SHA-256 of every body protects it anyway. Timeouts end a transfer that stalls.
 * @throws StoreError when no region is known
 */
export async function connect({ endpoint, region }: Place): Promise<Connection> {
  const sdk = await loadSdk();
  const timeouts = { connectionTimeout: 10_000, socketTimeout: 60_000 };
  const elsewhere: S3ClientConfig = {
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  };
  const common: S3ClientConfig = endpoint === undefined ? {} : { ...elsewhere, endpoint };
  const client = (config: S3ClientConfig) => new sdk.S3Client({ ...common, ...config });

  const known = region ?? (await ambientRegion(client({}), endpoint));
  const retrying = client({ region: known, maxAttempts: 4, requestHandler: timeouts });
  const once = client({
    region: known,
    maxAttempts: 1,
    credentials: retrying.config.credentials,
    requestHandler: {
      ...timeouts,
      httpAgent: { keepAlive: false },
      httpsAgent: { keepAlive: false },
    },
  });
  return { sdk, region: known, retrying, once };
}

async function loadSdk(): Promise<Sdk> {
  // The SDK would otherwise tell everybody's log, on Node 20, which Node its later versions need.
  // biome-ignore lint/style/noProcessEnv: the SDK reads this setting nowhere else
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  return import('@aws-sdk/client-s3');
}

async function ambientRegion(client: S3Client, endpoint: string | undefined): Promise<string> {
  try {
    return await client.config.region();
  } catch (cause) {
    // What most servers other than Amazon's call their only region.
    if (endpoint !== undefined) return 'us-east-1';
    const message =
      'the region of the bucket is not known: set `region`, or AWS_REGION in the environment';
    throw new StoreError('STORE_FAILED', message, { cause });
  } finally {
    client.destroy();
  }
}
