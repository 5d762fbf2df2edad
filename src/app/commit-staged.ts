import type { Ports } from '../ports.ts';
import type { PublishReport, PublishRequest } from './publication.ts';
import { publishImages } from './publish.ts';
import { readStagedImages } from './staged-images.ts';

/** What a run of the pipeline has staged. */
export interface StagedRun {
  readonly run: string;
  /** The stages without which nothing is published. */
  readonly expect: readonly string[];
}

/**
 * Publishes what the jobs of a run have staged: one commit, all or nothing. No image byte passes through here.
 * @throws SimplestreamsError
 */
export async function commitStaged(
  request: PublishRequest,
  { run, expect }: StagedRun,
  ports: Ports,
): Promise<PublishReport> {
  const { images, places } = await readStagedImages(request, run, expect, ports);
  return publishImages(request, images, ports, { places });
}
