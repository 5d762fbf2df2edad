import type { GivenTags } from './consumers/given-tags.ts';
import type { Sha256 } from './digest.ts';
import type { ImageFacts } from './images/facts.ts';
import type { ContentId, ProductName } from './name.ts';
import { joinPath, type RelativePath } from './path.ts';
import type { Form } from './root.ts';
import { parseJsonText } from './schema/json-text.ts';
import { validateStaging } from './schema/validate-staging.ts';
import type { Serial } from './serial.ts';
import { serialise } from './serialise.ts';

/** What one job of a build matrix has staged; the job that commits makes versions of all of them. */
export interface StagingRecord {
  readonly format: 'staging:1.0';
  /** The run of the pipeline that the jobs belong to. */
  readonly run: string;
  readonly stage: string;
  readonly images: readonly StagedImage[];
}

/** An image as it was asked for, with its files as they were recognised, hashed and stored. */
export interface StagedImage {
  readonly name: string | undefined;
  readonly contentId: ContentId | undefined;
  readonly product: ProductName | undefined;
  readonly streamName: string | undefined;
  readonly serial: Serial | undefined;
  readonly tags: GivenTags;
  readonly files: readonly StagedFile[];
}

export interface StagedFile {
  /** As the user of that job wrote it. */
  readonly path: string;
  readonly stored: RelativePath;
  readonly size: number;
  readonly sha256: Sha256;
  readonly combined: Sha256 | undefined;
  readonly md5: string | undefined;
  readonly facts: ImageFacts;
}

export function stagingPath(run: string, stage: string, form: Form): RelativePath {
  return joinPath('streams/v1/staged', run, `${stage}.${form}`);
}

export function writeStagingRecord(record: StagingRecord): string {
  return serialise(record);
}

/** @throws FindingError SCHEMA_BROKEN */
export function parseStagingRecord(text: string, place: string): StagingRecord {
  return validateStaging(parseJsonText(text, place), place);
}
