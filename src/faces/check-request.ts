import type { CheckRequest } from '../app/check-report.ts';
import type { PublishRequest } from '../app/publication.ts';
import { InputError } from '../core/error.ts';
import { readAllow } from './allow.ts';
import { readConsumers } from './consumers.ts';
import { type FailOn, failOnWords } from './findings/verdict.ts';
import type { NameOf } from './inputs.ts';
import { unfitTarget } from './json-file.ts';
import { readSigningKey, readTrustedKeys } from './keys.ts';
import { readMaxAge } from './max-age.ts';
import type { Reading, Wrong } from './reading.ts';
import { readRequest, type Surroundings } from './request.ts';
import { readRootToRead } from './root.ts';
import type { ReadFrom } from './wire-check.ts';

/** Everything that a run of `check` needs to know. */
export interface CheckSettings {
  readonly subject: Subject;
  readonly failOn: FailOn;
  /** Where the findings are written to, in the forms of others. */
  readonly sarif: string | undefined;
  readonly codeQuality: string | undefined;
}

/** What is checked: a root as it is, or files as publishing would list them. */
export type Subject = RootSubject | FilesSubject;

export interface RootSubject extends ReadFrom {
  readonly kind: 'root';
  readonly request: CheckRequest;
}

export interface FilesSubject {
  readonly kind: 'files';
  readonly request: PublishRequest;
}

/**
 * The inputs of `check`, each valid by itself and with the others.
 * @throws InputError INPUT_INVALID naming everything that is wrong
 */
export async function readCheck(
  reading: Reading,
  surroundings: Surroundings,
): Promise<CheckSettings> {
  const { cwd } = surroundings;
  const subject = await readSubject(reading, surroundings);
  const settings = {
    failOn: reading.text('fail-on', parseFailOn) ?? 'error',
    sarif: readTarget(reading, 'sarif', cwd),
    codeQuality: readTarget(reading, 'code-quality', cwd),
  };
  readTarget(reading, 'report', cwd);
  if (reading.problems.length > 0 || subject === undefined) {
    throw new InputError('INPUT_INVALID', reading.problems);
  }
  return { subject, ...settings };
}

async function readSubject(
  reading: Reading,
  surroundings: Surroundings,
): Promise<Subject | undefined> {
  const hasRoot = reading.text('root', () => true) ?? false;
  const hasFiles = reading.list('files', () => true).length > 0;
  if (hasRoot && hasFiles) {
    return reading.wrong(
      'files',
      undefined,
      'give either a root or files; what publishing the files into the root would do is told by publish with dry-run',
    );
  }
  if (!hasRoot && !hasFiles) {
    return reading.wrong('root', undefined, 'there is nothing to check: give a root, or files');
  }
  if (hasRoot) return readRootSubject(reading, surroundings.cwd);
  return { kind: 'files', request: await readRequest(reading, surroundings) };
}

function readRootSubject(reading: Reading, cwd: string): RootSubject | undefined {
  const root = readRootToRead(reading, cwd);
  const given = reading.text('public-url', parsePublicUrl);
  const subject = {
    request: {
      consumers: readConsumers(reading),
      allow: readAllow(reading),
      maxAge: readMaxAge(reading, new Date()),
      publicUrl: given ?? (root?.kind === 'web' ? root.given : undefined),
    },
    signingKey: readSigningKey(reading, false),
    trustedKeys: readTrustedKeys(reading, cwd),
  };
  return root === undefined ? undefined : { kind: 'root', root, ...subject };
}

/** As it was typed: what consumers make of a missing slash is among the things to be found out. */
function parsePublicUrl(text: string, wrong: Wrong): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const named = url !== undefined && /^https?:$/.test(url.protocol) && url.username === '';
  return named && url.password === '' ? text : wrong('expected an http or https URL without user');
}

function parseFailOn(text: string, wrong: Wrong): FailOn | undefined {
  return failOnWords.find((word) => word === text) ?? wrong();
}

function readTarget(reading: Reading, name: NameOf<'text'>, cwd: string): string | undefined {
  return reading.text(name, (path, wrong) => {
    const why = unfitTarget(path, cwd);
    return why === undefined ? path : wrong(why);
  });
}
