import { s3Store } from '../../src/adapters/s3/store.ts';
import { aws, type Behaviour, oldCeph } from '../fakes/s3/behaviour.ts';
import { useCredentials } from '../fakes/s3/environment.ts';
import { startS3Server } from '../fakes/s3/server.ts';
import { describeStore } from './store-contract.ts';
import type { MakeStore } from './store-fixture.ts';

const told = { tellsSha256: true };

describeStore('an S3 store', storeOn(aws), told);

describeStore(
  'an S3 store that compares unquoted ETags and completes without a condition',
  storeOn(oldCeph),
  { ...told, losesPartRaces: true, doubtsLosers: true },
);

function storeOn(behaviour: Behaviour): MakeStore {
  return async () => {
    const server = await startS3Server({ behaviour });
    useCredentials(server.credentials);
    const { bucket, endpoint } = server;
    const { signal } = new AbortController();
    const store = await s3Store({ bucket, prefix: 'lxd', endpoint, singleWriter: false, signal });
    return { store, dispose: () => server.close() };
  };
}
