import type { Input } from './input.ts';
import { commit, stage, stageAndCommit, stagedName } from './input-shapes.ts';

/** The inputs of a build matrix: jobs that stage, and one that commits. */
export const stageInputs = [
  {
    name: 'stage-name',
    ...stagedName,
    description: 'What the record of this job is called: `container-amd64`.',
    placeholder: 'NAME',
    commands: stage,
    requiredBy: stage,
  },
  {
    name: 'run-id',
    ...stagedName,
    description: 'Which jobs belong together.',
    placeholder: 'ID',
    otherwise: '`GITHUB_RUN_ID` or `CI_PIPELINE_ID`',
    commands: stageAndCommit,
  },
  {
    name: 'expect',
    ...stagedName,
    kind: 'list',
    description: 'The records that are published together; while one is missing, nothing is.',
    placeholder: 'NAME',
    commands: commit,
    requiredBy: commit,
  },
] as const satisfies readonly Input[];
