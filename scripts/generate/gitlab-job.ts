import { type Command, type Input, variableOf } from '../../src/faces/input.ts';
import { version } from '../../src/faces/version.ts';

/** What differs between the components beside the inputs of their commands. */
export interface Component {
  readonly command: Command;
  readonly stage: string;
  /** Reports of GitLab, by the input that says where the file is. */
  readonly reports: Readonly<Record<string, string>>;
  /** Whether later jobs get variables of it. */
  readonly outputs: boolean;
  /** Where other defaults are wanted than on the command line: files that the job hands on. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Further files that the job hands on, where it makes them. */
  readonly files?: readonly string[];
}

/** One entry of `spec: inputs` (docs.gitlab.com/ci/inputs). Without a type it is a string, without a default required. */
export interface ComponentInput {
  readonly description: string;
  readonly type?: 'boolean';
  readonly options?: readonly string[];
  readonly default?: string | boolean;
}

/** The release workflow refuses to release anything that does not name the image it pushes. */
const image = `ghcr.io/<owner>/simplestreams-action:${version}`;

/** The inputs that say how the job is run, and not what it does. */
export function componentInputs({
  command,
  stage,
}: Component): Readonly<Record<string, ComponentInput>> {
  return {
    'job-name': { description: 'The name of the job.', default: `simplestreams-${command}` },
    stage: { description: 'The stage of the job.', default: stage },
    image: {
      description: 'The container image of the job: the command simplestreams, and a shell.',
      default: image,
    },
    'aws-role-arn': {
      description:
        'The AWS role that the job takes on with its ID token. Without it: what the AWS SDK finds, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for one.',
      default: '',
    },
    'aws-audience': {
      description: 'The audience of the ID token, as the identity provider in AWS expects it.',
      default: 'sts.amazonaws.com',
    },
  };
}

/** The second document of a component: one job. No input gets into its script, where a shell would read it. */
export function jobOf(
  { command, reports, outputs, files = [] }: Component,
  passed: readonly Input[],
) {
  const dotenv = outputs ? `simplestreams-${command}.env` : undefined;
  const flags = ['--log-sections', ...(dotenv === undefined ? [] : ['--dotenv', dotenv])];
  const told = {
    ...(dotenv === undefined ? {} : { dotenv }),
    ...Object.fromEntries(Object.entries(reports).map(([kind, name]) => [kind, given(name)])),
  };
  const job = {
    stage: given('stage'),
    image: { name: given('image'), entrypoint: [''] },
    id_tokens: { STREAMS_AWS_ID_TOKEN: { aud: given('aws-audience') } },
    variables: {
      STREAMS_AWS_ROLE_ARN: literal(given('aws-role-arn')),
      ...Object.fromEntries(passed.map((input) => [variableOf(input), variable(input)])),
    },
    script: [webIdentity, `simplestreams ${command} ${flags.join(' ')}`],
    artifacts: {
      when: 'always',
      expose_as: `simplestreams ${command}`,
      paths: [...['report', ...Object.values(reports)].map(given), ...files],
      ...(Object.keys(told).length === 0 ? {} : { reports: told }),
    },
  };
  return { [given('job-name')]: job };
}

/** The default chain of the AWS SDK takes a token from a file alone. It goes when the shell of the job ends. */
const webIdentity = `if [ -n "$STREAMS_AWS_ROLE_ARN" ]; then
  AWS_WEB_IDENTITY_TOKEN_FILE=$(mktemp)
  trap 'rm -f "$AWS_WEB_IDENTITY_TOKEN_FILE"' EXIT
  printf '%s' "$STREAMS_AWS_ID_TOKEN" >"$AWS_WEB_IDENTITY_TOKEN_FILE"
  AWS_ROLE_ARN=$STREAMS_AWS_ROLE_ARN
  AWS_ROLE_SESSION_NAME=gitlab-$CI_PROJECT_ID-$CI_JOB_ID
  export AWS_WEB_IDENTITY_TOKEN_FILE AWS_ROLE_ARN AWS_ROLE_SESSION_NAME
fi
`;

function given(name: string): string {
  return `$[[ inputs.${name} ]]`;
}

/**
 * An interpolation that is alone keeps its type, and the value of a variable may not be true or false: so there is a
 * blank beside it, which is trimmed. Beside other text a backslash would be changed: so texts are alone.
 */
function variable(input: Input) {
  const value = given(input.name);
  return literal(input.kind === 'boolean' ? `${value} ` : value);
}

/** With a `$` in it staying a `$`. */
function literal(value: string) {
  return { value, expand: false };
}
