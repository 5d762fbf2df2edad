import { randomUUID } from 'node:crypto';
import { describe } from 'vitest';
import { s3Made } from '../contract/s3-fixture.ts';
import { describeCare } from '../contract/store-contract.ts';
import type { MadeStore } from '../contract/store-fixture.ts';

// What .ci/s3/swift.sh and .ci/s3/s3rver.sh print; the SDK reads the AWS_ variables.
const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket = '', S3_SERVER: name } = process.env;

async function make(): Promise<MadeStore> {
  const made = await s3Made({ bucket, endpoint, prefix: randomUUID(), singleWriter: true });
  const { leaveUpload, ...rest } = made;
  // s3rver begins uploads, and lists none.
  return name === 's3rver' ? rest : { ...rest, leaveUpload };
}

describe.skipIf(endpoint === undefined || name === undefined)(
  'given S3_SERVER, by .ci/s3/swift.sh or .ci/s3/s3rver.sh',
  () => {
    describe(`an S3 store on ${name}, of a single writer`, () => {
      describeCare(make, {
        tellsSha256: true,
        emptySegments: true,
        overwritesByCopy: true,
        removesWhateverIsThere: true,
        sendsLargeCopies: name === 'Swift',
        plainNames: name === 's3rver',
      });
    });
  },
);
