import type { Consumer, ConsumerName } from '../core/consumers/consumer.ts';
import { index, signedIndex } from '../core/root.ts';

/** What the commands for clients are made of. */
export interface ClientFacts {
  /** Under which clients see the root, without a final slash. */
  readonly publicUrl: string;
  readonly signed: boolean;
  /** As the product has them, joined by commas. */
  readonly aliases: string;
  readonly isVirtualMachine: boolean;
}

/** The commands that make an image usable, ready to paste. */
export function clientLines(consumers: readonly Consumer[], facts: ClientFacts): readonly string[] {
  return consumers.flatMap(({ name }) => linesOf(name, facts));
}

function linesOf(name: ConsumerName, facts: ClientFacts): readonly string[] {
  switch (name) {
    case 'lxd':
      return remoteLines('lxc', facts);
    case 'incus':
      return remoteLines('incus', facts);
    case 'maas':
      return [`maas $PROFILE boot-sources create url=${indexUrl(facts)} ${maasKeyring(facts)}`];
    case 'glance':
      return [
        `sstream-mirror-glance ${keyring(facts)}--region=$REGION --output-dir=. ${indexUrl(facts)}`,
      ];
    case 'sstream':
      return [`sstream-mirror ${keyring(facts)}${indexUrl(facts)} ./mirror`];
  }
}

function remoteLines(
  program: 'lxc' | 'incus',
  { publicUrl, aliases, isVirtualMachine }: ClientFacts,
): readonly string[] {
  const remote = new URL(publicUrl).hostname.replaceAll(/[^A-Za-z0-9]+/g, '-');
  const [alias = ''] = aliases.split(',');
  return [
    `${program} remote add ${remote} ${publicUrl} --protocol simplestreams --public`,
    `${program} launch ${remote}:${alias}${isVirtualMachine ? ' --vm' : ''}`,
  ];
}

function indexUrl({ publicUrl, signed }: ClientFacts): string {
  return `${publicUrl}/${signed ? signedIndex : index}`;
}

function keyring({ signed }: ClientFacts): string {
  return signed ? '--keyring=./keyring.gpg ' : '--no-verify ';
}

/** Up to 3.7 a keyring is demanded for an unsigned source too, and not looked at. */
function maasKeyring({ signed }: ClientFacts): string {
  return `keyring_data@=./keyring.gpg${signed ? '' : ' # any file'}`;
}
