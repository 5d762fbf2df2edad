import { expect, test } from 'vitest';
import { codeQuality } from '../../../src/faces/findings/code-quality.ts';
import { ignored, reportOf, undeployable, unsigned } from './support/findings.ts';

test('a Code Quality report has an entry for each finding, with everything GitLab requires', () => {
  const entries = codeQuality(reportOf([ignored, undeployable, unsigned]), 'public');
  expect(entries.map(({ severity }) => severity)).toEqual(['critical', 'minor', 'info']);
  expect(entries[0]).toEqual({
    description: expect.stringMatching(/no :v3:.*passed over.*Fix: give/),
    check_name: 'MAAS-001',
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    severity: 'critical',
    location: { path: 'public/streams/v1/bases.json', lines: { begin: 1 } },
  });
});

test('fingerprints are unique in a report, and the same in the next one', () => {
  const report = reportOf([ignored, ignored, undeployable]);
  const prints = codeQuality(report, '').map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(3);
  expect(codeQuality(report, 'elsewhere').map(({ fingerprint }) => fingerprint)).toEqual(prints);
});

test('what is allowed is information', () => {
  const entries = codeQuality(reportOf([ignored], { allow: ['MAAS-001'] }), '');
  expect(entries.map(({ severity }) => severity)).toEqual(['info']);
});

test('no findings are an empty list', () => {
  expect(codeQuality(reportOf([]), '')).toEqual([]);
});
