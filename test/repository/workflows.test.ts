import { describe, expect, test } from 'vitest';
import { breaches, unpinned } from './conventions.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { countOurSteps, problemsOfOurSteps } from './our-steps.ts';
import { documentedSnippets, documentedWorkflows, fileText, workflowFiles } from './pages.ts';
import { kindOf, snippetsIn } from './snippets.ts';

const ours = await workflowFiles('.github/workflows');
const examples = await workflowFiles('examples/workflows');
const documented = await documentedWorkflows();

test('action.yml is in order', async () => {
  expect(await diagnosticsOf(await fileText('action.yml'), 'action')).toEqual([]);
});

describe.each([...ours, ...examples, ...documented])('$place', (workflow) => {
  test('is a valid workflow, and gives the actions what they take', async () => {
    expect(await diagnosticsOf(workflow.text, 'workflow')).toEqual([]);
  });

  test('gives our action what its command needs, and asks it for outputs that there are', () => {
    expect(problemsOfOurSteps(workflow)).toEqual([]);
  });

  test('has permissions at the top, keeps no token, and runs no expression as code', () => {
    expect(breaches(workflow)).toEqual([]);
  });
});

test.each(ours)('$place pins every action to a commit', (workflow) => {
  expect(unpinned(workflow)).toEqual([]);
});

test.each(examples)('$place uses our action', (workflow) => {
  expect(countOurSteps(workflow)).toBeGreaterThan(0);
});

test('every YAML in the pages is a workflow, steps of one, an images file, or GitLab', async () => {
  const snippets = await documentedSnippets();
  expect(documented.length).toBeGreaterThan(3);
  expect(snippets.filter(({ kind }) => kind === undefined)).toEqual([]);
});

describe('a snippet', () => {
  test.each([
    ['steps', '- uses: a/b@v1\n- run: make\n'],
    ['images', 'images:\n  - files: build/*\n'],
    ['gitlab', 'include:\n  - component: gitlab.com/a/b/publish@1\n    inputs: {root: public}\n'],
    ['gitlab', 'stages: [build]\ncheck:\n  script: [make]\n'],
    ['gitlab', 'simplestreams-publish:\n  rules:\n    - if: $CI_COMMIT_TAG\n'],
    ['workflow', 'on: push\njobs: {}\n'],
    // Neither passes for GitLab, and so by all checks.
    [undefined, 'jobs:\n  check:\n    script: [make]\n'],
    [undefined, 'on: push\ncheck:\n  script: [make]\n'],
    [undefined, 'root: public\nfor: lxd\n'],
    [undefined, 'include: a.yml\nuses: a/b@v1\n'],
    [undefined, 'stages: [build]\n'],
    [undefined, 'a: [\n'],
  ])('is %s: %j', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });

  test('is told by the line it begins in', () => {
    const [snippet] = snippetsIn('a.md', 'one\n\n```yaml\non: push\n```\n');
    expect(snippet).toMatchObject({ place: 'a.md:4', text: 'on: push\n' });
  });
});

describe('what is wrong is found', () => {
  const workflow = (uses: string, more = '') => `on: push
permissions: {}
jobs:
  job:
    runs-on: ubuntu-24.04
    steps:
      - id: publish
        uses: ${uses}
        with:
          root: public
          for: lxd
          files: build/*
${more}`;
  const action = '<owner>/simplestreams-action@v1';

  test('but nothing in what is right', async () => {
    const text = workflow(action);
    expect(await diagnosticsOf(text, 'workflow')).toEqual([]);
    expect(problemsOfOurSteps({ place: '', text })).toEqual([]);
  });

  test('an input that our action has not', async () => {
    const text = workflow(action, '          buket: images\n');
    expect(await diagnosticsOf(text, 'workflow')).toEqual([
      "line 13: Invalid action input 'buket'",
    ]);
  });

  test('a key and a named value that GitHub has not', async () => {
    const text = `${workflow(action)}      - run: make\n        iff: true\n        env: {A: '\${{ secret.A }}'}\n`;
    const found = (await diagnosticsOf(text, 'workflow')).join('\n');
    expect(found).toContain("Unexpected value 'iff'");
    expect(found).toContain("Unrecognized named-value: 'secret'");
  });

  test('an unknown key of action.yml', async () => {
    const text = (await fileText('action.yml')).replace('using: node24', 'using: node18');
    expect(await diagnosticsOf(text, 'action')).not.toEqual([]);
  });

  test.each([
    ['files: build/*\n', '', /^files is required/],
    ['for: lxd', 'for: lxc', /^for "lxc": /],
    ['for: lxd', 'for: lxd\n          dry-run: maybe', /^dry-run "maybe": expected true or false/],
    ['for: lxd', 'for: lxd\n          command: stage', /^stage-name is required/],
    ['for: lxd', 'for: lxd\n          fail-on: note', /^publish has no input fail-on/],
    ['for: lxd', 'for: lxd\n          command: undo', /^there is no command undo/],
    ['for: lxd', 'for: lxd\n          artifact: a/b', /^artifact "a\/b": /],
  ])('in what is given to our action: %j as %j', (from, to, problem) => {
    const text = workflow(action).replace(from, to);
    expect(problemsOfOurSteps({ place: '', text })).toContainEqual(expect.stringMatching(problem));
  });

  test('an output that our action has not', () => {
    const text = `${workflow(action)}      - if: \${{ steps.publish.outputs.version }}\n        run: make\n`;
    expect(problemsOfOurSteps({ place: '', text })).toEqual(['there is no output version']);
  });

  test('what breaks with the conventions', () => {
    const text = workflow('actions/checkout@v7').replace('permissions: {}\n', '');
    const more = `      - run: echo \${{ github.ref }}\n`;
    expect(breaches({ place: '', text: text + more })).toHaveLength(3);
  });

  test.each([
    ['actions/checkout@v7', false],
    ['actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1', false],
    ['actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7', false],
    ['actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1', true],
    ['./', true],
  ])('whether %s is pinned', (uses, pinned) => {
    expect(unpinned({ place: '', text: workflow(uses) })).toHaveLength(pinned ? 0 : 1);
  });
});
