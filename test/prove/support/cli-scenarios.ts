import type { ImageFiles } from '../../process/support/image.ts';

/** A run of the command line, as far as it differs from others. */
export interface CliStep {
  readonly image: 'first' | 'second';
  readonly signed: boolean;
  readonly args?: readonly string[];
}

export interface CliScenario {
  readonly name: string;
  readonly before: CliStep | undefined;
  readonly run: CliStep;
}

export type Images = Readonly<Record<CliStep['image'], ImageFiles>>;

const first = { image: 'first', signed: false } as const;
const firstSigned = { image: 'first', signed: true } as const;

export const cliScenarios: readonly CliScenario[] = [
  { name: 'the first publish, unsigned', before: undefined, run: first },
  { name: 'the first publish, signed', before: undefined, run: firstSigned },
  {
    name: 'a second version, unsigned',
    before: first,
    run: { image: 'second', signed: false },
  },
  { name: 'a second version, signed', before: firstSigned, run: { image: 'second', signed: true } },
  { name: 'nothing new, signed', before: firstSigned, run: firstSigned },
  {
    name: 'an unsigned root that becomes signed',
    before: first,
    run: { image: 'second', signed: true, args: ['--adopt'] },
  },
];
