import type { Product, Version } from './document.ts';

/** Tags with another label, where they have one. */
export function relabelled<Tags extends object>(tags: Tags, label: string | undefined): Tags {
  return label === undefined || !('label' in tags) ? tags : { ...tags, label };
}

/** A version with another label: where it has one, or an item has; in itself, where neither they nor its product have. */
export function relabelledVersion(
  version: Version,
  product: Product,
  label: string | undefined,
): Version {
  if (label === undefined) return version;
  const items = Object.entries(version.items ?? {});
  const isMissing = ![version, product, ...items.map(([, item]) => item)].some(
    (tags) => 'label' in tags,
  );
  return {
    ...relabelled(version, label),
    ...(isMissing ? { label } : {}),
    items: Object.fromEntries(items.map(([name, item]) => [name, relabelled(item, label)])),
  };
}
