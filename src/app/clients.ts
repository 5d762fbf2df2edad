import type { Consumer } from './publication.ts';

/**
 * The commands that make an image usable, ready to paste.
 * @param publicUrl under which clients see the root
 * @param aliases as the product has them, joined by commas
 */
export function clientLines(
  consumers: readonly Consumer[],
  publicUrl: string,
  aliases: string,
  isVirtualMachine: boolean,
): readonly string[] {
  const remote = new URL(publicUrl).hostname.replaceAll(/[^A-Za-z0-9]+/g, '-');
  const [alias = ''] = aliases.split(',');
  return consumers.flatMap((consumer) => {
    const program = consumer === 'lxd' ? 'lxc' : 'incus';
    return [
      `${program} remote add ${remote} ${publicUrl} --protocol simplestreams --public`,
      `${program} launch ${remote}:${alias}${isVirtualMachine ? ' --vm' : ''}`,
    ];
  });
}
