import { InputError } from '../error.ts';
import type { ConsumerName } from './consumer.ts';
import type { GivenTags } from './given-tags.ts';
import { planGlanceImage } from './glance-layout.ts';
import type { GivenNames, ImagePlan, LayoutFile } from './layout.ts';
import { planLxdIncusImage } from './lxd-incus-plan.ts';
import { planMaasImage } from './maas-layout.ts';

/**
 * What an image is for these consumers, which can share a root (`whyNotTogether`). sstream-mirror copies what others
 * read, and has no layout of its own.
 * @throws InputError naming everything that is wrong with the files or missing among the tags
 */
export function planImage(
  consumers: readonly ConsumerName[],
  files: readonly LayoutFile[],
  given: GivenTags,
  names: GivenNames,
): ImagePlan {
  const programs = (['lxd', 'incus'] as const).filter((name) => consumers.includes(name));
  const forGlance = consumers.includes('glance');
  if (programs.length > 0) return planLxdIncusImage(files, given, names, programs, forGlance);
  if (consumers.includes('maas')) return planMaasImage(files, given, names);
  if (forGlance) return planGlanceImage(files, given, names);
  throw new InputError(
    'INPUT_INVALID',
    'for names only sstream, which mirrors what others read; name the programs that the image is for too: lxd, incus, maas, glance',
  );
}
