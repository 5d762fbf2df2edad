import { describe, expect, test } from 'vitest';
import { sarif } from '../../../src/faces/findings/sarif.ts';
import { ignored, reportOf, undeployable, unsigned } from './support/findings.ts';

const context = { folder: '', version: '1.2.3', project: undefined };
const project = 'https://github.com/example/simplestreams-action/blob/v1';

function runOf(log: ReturnType<typeof sarif>) {
  const [run, ...more] = log.runs;
  if (run === undefined || more.length > 0) throw new Error('one run is expected');
  return run;
}

describe('the SARIF log', () => {
  test('has the version, one run, and the tool with the rules that were broken, each once', () => {
    const log = sarif(reportOf([ignored, ignored, unsigned]), { ...context, project });
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/^https:.*sarif-2\.1\.0\.json$/);
    const { driver } = runOf(log).tool;
    expect(driver).toMatchObject({ name: 'simplestreams', semanticVersion: '1.2.3' });
    expect(driver.rules.map(({ id }) => id)).toEqual(['MAAS-001', 'MAAS-052']);
    expect(driver.rules[0]).toMatchObject({
      shortDescription: { text: expect.any(String) },
      fullDescription: { text: expect.any(String) },
      help: {
        text: expect.stringContaining('What to do: '),
        markdown: expect.stringContaining('What to do: '),
      },
      helpUri: `${project}/docs/rules.md#maas-001`,
      defaultConfiguration: { level: 'error' },
    });
  });

  test('has a result for each finding, with its rule, level, words and places', () => {
    const { results, tool } = runOf(sarif(reportOf([ignored, undeployable, unsigned]), context));
    expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'note']);
    for (const { ruleId, ruleIndex } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
    expect(results[0]).toMatchObject({
      ruleId: 'MAAS-001',
      message: { text: expect.stringMatching(/the name has no :v3:.*passed over.*Fix: give/) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'streams/v1/bases.json' },
            region: { startLine: 1 },
          },
          logicalLocations: [
            { fullyQualifiedName: 'bases · com.example:ubuntu-bases:22.04:amd64' },
          ],
        },
      ],
    });
  });

  test('has no link where the project is not known: a relative one is against the schema', () => {
    const [rule] = runOf(sarif(reportOf([ignored]), context)).tool.driver.rules;
    expect(rule).not.toHaveProperty('helpUri');
  });

  test('names documents where the project has them, as URIs', () => {
    const paths = { bases: 'streams/v1/com.example:bases 1.json' };
    const report = { ...reportOf([ignored]), paths };
    const [result] = runOf(sarif(report, { ...context, folder: 'public/maas' })).results;
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      'public/maas/streams/v1/com.example%3Abases%201.json',
    );
  });

  test('tells findings apart by rule and place, not by words, and the same ones by their order', () => {
    const prints = (...findings: readonly (typeof ignored)[]) =>
      runOf(sarif(reportOf(findings), context)).results.map(
        ({ partialFingerprints }) => partialFingerprints['place/v1'],
      );
    const [first, second, third] = prints(ignored, ignored, undeployable);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(prints({ ...ignored, message: 'in other words' })).toEqual([first]);
  });

  test('suppresses what is allowed', () => {
    const { results } = runOf(
      sarif(reportOf([ignored, unsigned], { allow: ['MAAS-001'] }), context),
    );
    expect(results.map((result) => 'suppressions' in result)).toEqual([true, false]);
  });

  test('knows the rules about the files themselves, too', () => {
    const { rules } = runOf(sarif(reportOf([{ ...ignored, code: 'DOC-002' }]), context)).tool
      .driver;
    expect(rules).toMatchObject([{ id: 'DOC-002', defaultConfiguration: { level: 'error' } }]);
  });
});
