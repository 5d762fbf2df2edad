import { describe } from 'vitest';
import { aws, type Behaviour, oldCeph } from '../fakes/s3/behaviour.ts';
import { useCredentials } from '../fakes/s3/environment.ts';
import { startS3Server } from '../fakes/s3/server.ts';
import { s3Made } from './s3-fixture.ts';
import { describeCare, describeStore } from './store-contract.ts';
import type { MakeStore } from './store-fixture.ts';

const traits = { tellsSha256: true, emptySegments: true, overwritesByCopy: true };

describeStore('an S3 store', storeOn(aws), traits);

describeStore(
  'an S3 store that compares unquoted ETags and completes without a condition',
  storeOn(oldCeph),
  { ...traits, losesPartRaces: true, doubtsLosers: true, removesWhateverIsThere: true },
);

describe('an S3 store of a whole bucket', () => {
  describeCare(storeOn(aws, ''), { ...traits, holdsNeighbours: true });
});

/** With small pages, so that nothing is listed by one. */
function storeOn(behaviour: Behaviour, prefix = 'lxd'): MakeStore {
  return async () => {
    const server = await startS3Server({ behaviour, pageSize: 2 });
    useCredentials(server.credentials);
    const { bucket, endpoint } = server;
    const made = await s3Made({ bucket, endpoint, prefix });
    const dispose = async () => {
      await made.dispose();
      await server.close();
    };
    return { ...made, dispose };
  };
}
