import { architectures } from '../core/arch.ts';
import type { Input } from './input.ts';
import { line, list, ofImage, ofVersion, promote, rollForward, text } from './input-shapes.ts';

const fromMetadata = 'what `metadata.yaml` in the image says; required for MAAS and Glance';

/** The inputs that say what an image is. */
export const imageInputs = [
  {
    name: 'content-id',
    ...text,
    description: 'The products document the image is listed in.',
    format: '`[A-Za-z0-9._:-]`, 128 characters at most, and not `index`, `keyring` or `prune`',
    placeholder: 'ID',
    otherwise: '`images` for LXD and Incus; for MAAS and Glance made from `stream-name`',
  },
  {
    name: 'product',
    ...text,
    description:
      'The name of the product the version is added to; of `unlist`, `promote` and `roll-forward`, the one that is meant.',
    format: 'visible ASCII without blanks, 256 characters at most',
    placeholder: 'NAME',
    otherwise:
      '`os:release:arch:variant`; for MAAS and Glance made from `stream-name`; `unlist`, `promote` and `roll-forward`: all',
    commands: ofVersion,
  },
  {
    name: 'stream-name',
    ...text,
    description:
      'What the names of products and documents begin with, for MAAS and Glance: `com.example.maas`.',
    format: 'a domain name in reverse, lower case, 64 characters at most',
    placeholder: 'NAME',
    otherwise: 'required for MAAS and Glance, unless `product` and `content-id` are given',
  },
  {
    name: 'os',
    ...line,
    description: 'The operating system, as people see it: `Alpine`.',
    otherwise: fromMetadata,
  },
  {
    name: 'release',
    ...line,
    description: 'The release of the operating system: `3.20`, `noble`.',
    otherwise: fromMetadata,
  },
  {
    name: 'release-title',
    ...line,
    description: 'The release, as people see it: `24.04 LTS`.',
    otherwise: 'what the product has, else the release',
  },
  {
    name: 'os-version',
    ...line,
    description: 'The product tag `version`, of the operating system, not of the image: `24.04`.',
    otherwise: 'what the product has; required for MAAS and Glance',
  },
  {
    name: 'arch',
    ...text,
    description: 'The architecture of the image.',
    format: `${architectures.join(', ')}, or the name a kernel has for one of them`,
    placeholder: 'ARCH',
    otherwise: fromMetadata,
  },
  {
    name: 'variant',
    ...line,
    description: 'What tells images of one release apart: `cloud`, `desktop`.',
    otherwise: 'what `metadata.yaml` in the image says, else `default`',
  },
  {
    name: 'subarch',
    ...line,
    description: 'The kernel that an Ubuntu image for MAAS boots with: `ga-24.04`, `hwe-24.04`.',
    otherwise: '`ga-` and `os-version`',
  },
  {
    name: 'label',
    ...line,
    description: 'The label of the version: `release`, `daily`.',
    otherwise: 'no label; `stable` for MAAS, `release` for Glance; `promote`: as it is',
    commands: [...ofImage, ...promote],
  },
  {
    name: 'serial',
    ...text,
    description:
      'The name of the version. It must sort after the newest one of the product; of `unlist`, `promote` and `roll-forward`, one that is listed.',
    format: 'a date as `YYYYMMDD`, then at most 56 of `[A-Za-z0-9._-]`: `20261120_1504`',
    placeholder: 'SERIAL',
    requiredBy: rollForward,
    otherwise:
      'the time the image was made, else `SOURCE_DATE_EPOCH`, else now: `YYYYMMDD_HHMM` in UTC; `unlist`: all; `promote`: the newest',
    commands: ofVersion,
  },
  {
    name: 'alias',
    ...list,
    description: 'A short name of the product for people: `alpine/3.20`.',
    format: 'visible ASCII without blanks and commas, no `/` at either end, 128 characters at most',
    placeholder: 'ALIAS',
    otherwise: 'what the product has, else `os/release` and `os/release/variant`',
  },
  {
    name: 'requirement',
    ...list,
    description: 'What the image needs of the machine it runs on: `secureboot=false`.',
    format: '`key=value`',
    placeholder: 'KEY=VALUE',
    otherwise: 'what the product has',
  },
  {
    name: 'tag',
    ...list,
    description: 'A further tag of the product; its value is a string: `support_eol=2027-04-30`.',
    format: '`key=value`',
    placeholder: 'KEY=VALUE',
    otherwise: 'what the product has',
  },
] as const satisfies readonly Input[];
