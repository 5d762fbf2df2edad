import type { Sha256 } from './digest.ts';
import { InputError, isSimplestreamsError } from './error.ts';
import { parseJsonText } from './schema/json-text.ts';
import { validatePromotion } from './schema/validate-promotion.ts';
import { serialise } from './serialise.ts';
import type { VersionPlace } from './unlist.ts';

/** A root as it was when a promotion was planned. */
export interface PlannedRoot {
  readonly url: string;
  readonly generation: number;
  /** Of the exact bytes of its index; absent in an empty root. */
  readonly head?: Sha256;
  readonly signedBy?: string;
}

export interface PlannedVersion {
  readonly from: VersionPlace;
  readonly to: VersionPlace;
  readonly isNew: boolean;
  readonly changed: boolean;
  readonly items: readonly {
    readonly name: string;
    readonly size: number;
    readonly sha256: Sha256;
  }[];
}

/** What a promotion will do: see `promotion.schema.json`. Inputs are recorded as people write them. */
export interface PromotionPlan {
  readonly format: 'promotion:1.0';
  /** Of the plan without this key. */
  readonly digest: Sha256;
  readonly source: PlannedRoot;
  readonly target: PlannedRoot;
  readonly filters: readonly string[];
  readonly product?: string;
  readonly serial?: string;
  readonly rename: readonly string[];
  readonly label?: string;
  readonly consumers: readonly string[];
  readonly allow: readonly string[];
  readonly versions: readonly PlannedVersion[];
}

type Hash = (bytes: Uint8Array) => Sha256;

/** The plan with its digest. */
export function sealPlan(plan: Omit<PromotionPlan, 'digest'>, sha256: Hash): PromotionPlan {
  return { ...plan, digest: sha256(new TextEncoder().encode(serialise(plan))) };
}

/** The one text of a plan. */
export function writePlan(plan: PromotionPlan): string {
  return serialise(plan);
}

/**
 * The plan that `bytes` are, to the byte as {@link writePlan} wrote it.
 * @param place the path of the file, for the error
 * @throws InputError PLAN_INVALID
 */
export function parsePlan(bytes: Uint8Array, place: string, sha256: Hash): PromotionPlan {
  const plan = readPlan(bytes, place);
  const { digest, ...rest } = plan;
  const isSame =
    sealPlan(rest, sha256).digest === digest && isEqual(bytes, encode(writePlan(plan)));
  if (isSame) return plan;
  throw new InputError(
    'PLAN_INVALID',
    `${place} is not as promote wrote it: something in it was changed; plan again`,
  );
}

function readPlan(bytes: Uint8Array, place: string): PromotionPlan {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return validatePromotion(parseJsonText(text, place), place);
  } catch (cause) {
    if (!isSimplestreamsError(cause) && !(cause instanceof TypeError)) throw cause;
    throw new InputError(
      'PLAN_INVALID',
      `${place} is no plan as promote writes it: ${cause.message}`,
      { cause },
    );
  }
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
