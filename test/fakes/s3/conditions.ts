import { Refusal } from './answer.ts';
import type { Behaviour } from './behaviour.ts';
import { header, type S3Request } from './request.ts';
import type { State, StoredObject } from './state.ts';

/**
 * Throws what the server answers when a conditional write must not happen.
 * @param before what lay under the key when the request began: tells a lost race from a plain mismatch
 */
export function checkConditions(
  state: State,
  request: S3Request,
  before: StoredObject | undefined,
): void {
  const ifMatch = header(request, 'if-match');
  const ifNoneMatch = header(request, 'if-none-match');
  if (ifMatch === undefined && ifNoneMatch === undefined) return;
  const { behaviour } = state;
  if (behaviour.conditions === 'refused') {
    throw new Refusal(501, 'NotImplemented', 'A header you provided implies functionality');
  }
  if (behaviour.conditions === 'invalid') throw new Refusal(400, 'InvalidArgument');
  if (isIgnored(behaviour, request)) return;

  const current = state.objects.get(request.key);
  const refusal = new Refusal(412, 'PreconditionFailed');
  const lost = current === before ? refusal : loserRefusal(behaviour);
  if (ifNoneMatch !== undefined && current !== undefined) throw lost;
  if (ifMatch === undefined) return;
  if (current === undefined) {
    throw behaviour.ifMatchOnAbsent === 404 ? new Refusal(404, 'NoSuchKey') : refusal;
  }
  if (!matches(behaviour, ifMatch, current.etag)) throw lost;
}

function isIgnored(behaviour: Behaviour, request: S3Request): boolean {
  const { conditions, completeConditions, deleteConditions } = behaviour;
  if (request.operation === 'CompleteMultipartUpload' && completeConditions === 'ignored')
    return true;
  if (request.operation === 'DeleteObject' && deleteConditions === 'ignored') return true;
  const ifMatch = header(request, 'if-match') !== undefined;
  return conditions === 'ignored' || (conditions === 'ignores If-Match' && ifMatch);
}

function matches(behaviour: Behaviour, ifMatch: string, etag: string): boolean {
  const bare = etag.replaceAll('"', '');
  if (behaviour.ifMatch === 'unquoted') return ifMatch === bare;
  return ifMatch === etag || ifMatch === bare || ifMatch === '*';
}

function loserRefusal(behaviour: Behaviour): Refusal {
  return behaviour.loser === 409
    ? new Refusal(409, 'ConditionalRequestConflict')
    : new Refusal(500, 'UnknownError');
}
