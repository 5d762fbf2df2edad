import { type CheckReport, checkReport } from '../../../../src/app/check-report.ts';
import { everyRelease } from '../../../../src/core/consumers/consumer.ts';
import type { Finding } from '../../../../src/core/finding.ts';

/** The finding of the report that this program began with. */
export const ignored: Finding = {
  code: 'MAAS-001',
  severity: 'error',
  consequence: 'product-ignored',
  consumers: ['maas'],
  place: { document: 'bases', product: 'com.example:ubuntu-bases:22.04:amd64' },
  message: 'os is ubuntu, and the name has no :v3:',
  says: 'Ignoring unsupported product',
  fix: 'give the input `product` a name with :v3: in it',
};

export const unsigned: Finding = {
  code: 'MAAS-052',
  severity: 'note',
  consequence: 'advice',
  consumers: ['maas'],
  place: { document: 'index' },
  message: 'the root is not signed',
  fix: 'sign the root',
};

export const undeployable: Finding = {
  ...ignored,
  code: 'MAAS-043',
  severity: 'warning',
  consequence: 'not-deployable',
};

/** A report for MAAS of these findings. */
export function reportOf(
  findings: readonly Finding[],
  { allow = [], root = '/srv/images' }: { allow?: readonly string[]; root?: string } = {},
): CheckReport {
  const paths = { index: 'streams/v1/index.json', bases: 'streams/v1/bases.json' };
  return checkReport(
    { consumers: [everyRelease('maas')], allow, publicUrl: undefined },
    { root, findings, paths, remarks: [] },
  );
}
