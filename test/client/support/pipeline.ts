import { chmod, cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { type Ended, ended, output } from '../../process/support/command.ts';
import { need, pathOf } from './tools.ts';

/** A GitLab project in a folder: this project's components, and a pipeline. */
export interface Project {
  readonly folder: string;
  /** Where jobs may put what the test looks at: `$OUT`. */
  readonly out: string;
  /** Runs jobs as a runner of GitLab would, in the order of their stages; all of them when none is named. */
  run(jobs: readonly string[], variables?: Readonly<Record<string, string>>): Promise<Ended>;
}

/** Removed after the test; skips it where a program is missing. */
export async function makeProject(
  context: TestContext,
  cli: string,
  pipeline: string,
): Promise<Project> {
  need(context, 'gitlab-ci-local', 'git', 'rsync', 'bash');
  const base = await realpath(await mkdtemp(join(tmpdir(), 'simplestreams-gitlab-')));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const at = (name: string) => join(base, name);
  const [folder, out, bin, home] = [at('project'), at('out'), at('bin'), at('home')];
  for (const dir of [folder, out, bin, home]) await mkdir(dir);
  await cp('templates', join(folder, 'templates'), { recursive: true });
  await writeFile(join(folder, '.gitlab-ci.yml'), pipeline);
  await writeShim(join(bin, 'simplestreams'), cli);
  // npm puts the program's own Node beside it
  const programs = [bin, dirname(process.execPath), process.env.PATH ?? ''].join(':');
  const env = { PATH: programs, HOME: home, TMPDIR: home };
  await makeRepository(folder, env);
  return {
    folder,
    out,
    run: (jobs, variables = {}) => {
      const given = Object.entries({ OUT: out, ...variables });
      const flags = given.flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
      const how = ['--force-shell-executor', '--shell-isolation', '--no-artifacts-to-source'];
      return ended(pathOf('gitlab-ci-local'), [...how, ...flags, ...jobs], { cwd: folder, env });
    },
  };
}

/** The command of the image; it also keeps what variables it was given, each ended by a zero byte. */
async function writeShim(path: string, cli: string): Promise<void> {
  await writeFile(
    path,
    `#!/bin/sh\nenv -0 >"$OUT/$1.variables"\nexec '${process.execPath}' '${cli}' "$@"\n`,
  );
  await chmod(path, 0o755);
}

async function makeRepository(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const git = (...args: readonly string[]) => output('git', args, { cwd: folder, env });
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('remote', 'add', 'origin', 'git@gitlab.com:acme/streams.git');
  await git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  await git('add', '--all');
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  await git(...author, 'commit', '--quiet', '--message', 'A pipeline');
}

/** What `env -0` wrote. */
export function variablesOf(text: string): Readonly<Record<string, string>> {
  const entries = text.split('\0').map((entry) => {
    const at = entry.indexOf('=');
    return [entry.slice(0, at), entry.slice(at + 1)] as const;
  });
  return Object.fromEntries(entries);
}
