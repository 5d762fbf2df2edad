import { InputError } from '../../core/error.ts';
import type { ImageMetadata } from '../../core/images/facts.ts';
import { parseImageMetadata } from '../../core/images/metadata.ts';
import { parseYaml } from './yaml-text.ts';

/** @throws InputError IMAGE_INVALID with every problem of the `metadata.yaml` */
export async function parseMetadataYaml(bytes: Uint8Array): Promise<ImageMetadata> {
  const parsed = parseImageMetadata(await valueIn(bytes));
  if ('metadata' in parsed) return parsed.metadata;
  throw new InputError(
    'IMAGE_INVALID',
    parsed.problems.map((problem) => `holds a metadata.yaml that cannot be used: ${problem}`),
  );
}

async function valueIn(bytes: Uint8Array): Promise<unknown> {
  try {
    return await parseYaml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = `holds a metadata.yaml that is not usable YAML: ${reason}`;
    throw new InputError('IMAGE_INVALID', problem, { cause: error });
  }
}
