import { stringify } from 'yaml';
import { type Command, commandSummaries, type Input, isFlag } from '../../src/faces/input.ts';
import { inputsOf } from '../../src/faces/inputs.ts';
import { plain } from '../../src/faces/plain.ts';
import type { Generator } from './generator.ts';
import { type Component, type ComponentInput, componentInputs, jobOf } from './gitlab-job.ts';
import { formOf, withoutIt } from './input-form.ts';

const components: readonly Component[] = [
  {
    command: 'publish',
    stage: 'deploy',
    reports: {},
    outputs: true,
    defaults: { report: 'simplestreams-publish.json' },
  },
  {
    command: 'stage',
    stage: 'build',
    reports: {},
    outputs: false,
    defaults: { report: 'simplestreams-stage.json' },
  },
  {
    command: 'commit',
    stage: 'deploy',
    reports: {},
    outputs: true,
    defaults: { report: 'simplestreams-commit.json' },
  },
  {
    command: 'promote',
    stage: 'deploy',
    reports: {},
    outputs: true,
    defaults: { report: 'simplestreams-promote.json' },
    files: ['simplestreams-promote.plan.json', 'simplestreams-promote.plan.md'],
  },
  {
    command: 'prune',
    stage: 'deploy',
    reports: {},
    outputs: true,
    defaults: { report: 'simplestreams-prune.json' },
  },
  {
    command: 'unlist',
    stage: 'deploy',
    reports: {},
    outputs: true,
    defaults: { report: 'simplestreams-unlist.json' },
  },
  {
    command: 'check',
    stage: 'test',
    reports: { codequality: 'code-quality' },
    outputs: true,
    defaults: {
      report: 'simplestreams-check.json',
      'code-quality': 'gl-code-quality-report.json',
    },
  },
];

/** The CI/CD components of GitLab (docs.gitlab.com/ci/components): one for each command that a job runs. */
export const gitlabTemplates: readonly Generator[] = components.map((component) => ({
  path: `templates/${component.command}.yml`,
  content: () => template(component),
}));

/** The inputs that a job passes on: flags that are nothing else are in its script, secrets are variables of the project. */
export function passedInputs(command: Command): readonly Input[] {
  return inputsOf(command).filter((input) => isFlag(input) && !input.flagOnly);
}

function template(component: Component): string {
  const passed = passedInputs(component.command);
  const own = componentInputs(component);
  const clash = passed.find(({ name }) => name in own);
  if (clash !== undefined) throw new Error(`the component has an input ${clash.name} of its own`);
  const entries = passed.map((input) => [input.name, entryOf(input, component)]);
  const spec = { spec: { inputs: { ...own, ...Object.fromEntries(entries) } } };
  const head = [
    '# Generated from src/faces/inputs.ts; see CONTRIBUTING.md.',
    `# GitLab CI/CD component: ${commandSummaries[component.command]}. See docs/gitlab.md.`,
  ];
  const documents = [spec, jobOf(component, passed)].map((part) =>
    stringify(part, { lineWidth: 100 }),
  );
  return `${head.join('\n')}\n${documents.join('---\n')}`;
}

function entryOf(input: Input, { command, defaults }: Component): ComponentInput {
  const required = input.requiredBy?.includes(command);
  const sentences = [input.description, formOf(input), ...(required ? [] : [withoutIt(input)])];
  const description = plain(sentences.filter((sentence) => sentence !== '').join(' '));
  if (required) return { description };
  if (input.kind === 'boolean') {
    return { description, type: 'boolean', default: input.default === 'true' };
  }
  const value = defaults[input.name] ?? input.default ?? '';
  return {
    description,
    ...(input.options === undefined ? {} : { options: input.options }),
    default: value,
  };
}
