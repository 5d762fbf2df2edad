import type { Input } from './input.ts';
import { ofRoot, text } from './input-shapes.ts';

/** The inputs about the store of an `s3://` root. */
export const bucketInputs = [
  {
    name: 'endpoint',
    ...text,
    description:
      'Where an S3 that is not AWS answers; buckets are then addressed by path. For `s3://` roots.',
    format: 'an http or https URL of a host, without a path',
    placeholder: 'URL',
    otherwise: 'AWS',
    commands: ofRoot,
  },
  {
    name: 'region',
    ...text,
    description: 'The region of the bucket. For `s3://` roots.',
    format: 'letters, digits and `-`',
    placeholder: 'REGION',
    otherwise: 'what the environment of the AWS SDK says, else `us-east-1`',
    commands: ofRoot,
  },
  {
    name: 'expected-bucket-owner',
    ...text,
    description: 'The account that must own the bucket; another one is refused. For `s3://` roots.',
    format: 'an AWS account of 12 digits',
    placeholder: 'ACCOUNT',
    otherwise: 'not checked',
    commands: ofRoot,
  },
] as const satisfies readonly Input[];
