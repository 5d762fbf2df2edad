import type { Products } from '../document.ts';
import { checkRoot } from './check.ts';
import { type Consumer, consumerNames, everyRelease } from './consumer.ts';

/** The consumers that read these documents without an error, in all releases there are rules for. */
export function readersOfDocuments(documents: ReadonlyMap<string, Products>): readonly Consumer[] {
  return consumerNames.map(everyRelease).filter((consumer) => {
    const findings = checkRoot({ index: undefined, signed: true, documents }, [consumer]);
    return findings.every(({ severity }) => severity !== 'error');
  });
}
