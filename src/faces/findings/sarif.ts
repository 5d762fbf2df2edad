import type { CheckReport } from '../../app/check-report.ts';
import { describePlace } from '../../core/finding.ts';
import { plain } from '../plain.ts';
import { type IdentifiedFinding, identified } from './identity.ts';
import { describeRule, ruleLink } from './rule.ts';
import { effectOf } from './text.ts';

export interface SarifContext {
  /** As for `identified`. */
  readonly folder: string;
  /** Of this program. */
  readonly version: string;
  /** The URL of this project's files, where it is known. */
  readonly project: string | undefined;
}

/** The findings as a log of SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0); allowed ones are suppressed. */
export function sarif(report: CheckReport, context: SarifContext) {
  const codes = [...new Set(report.findings.map(({ code }) => code))].sort();
  const found = identified(report, context.folder);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'simplestreams',
            semanticVersion: context.version,
            ...(context.project === undefined ? {} : { informationUri: context.project }),
            rules: codes.map((code) => ruleOf(code, context)),
          },
        },
        // Tells the runs of one workflow apart, each with a root of its own.
        automationDetails: { id: `simplestreams/${report.root ?? 'files'}/` },
        columnKind: 'utf16CodeUnits',
        results: found.map((finding) => resultOf(finding, codes)),
      },
    ],
  };
}

function ruleOf(code: string, { project }: SarifContext) {
  const { title, why, fix, severity } = describeRule(code);
  const help = `${why}\n\nWhat to do: ${fix}.`;
  return {
    id: code,
    shortDescription: { text: plain(title) },
    fullDescription: { text: plain(why) },
    help: { text: plain(help), markdown: help },
    ...(project === undefined ? {} : { helpUri: ruleLink(code, project) }),
    defaultConfiguration: { level: severity },
  };
}

function resultOf({ finding, fingerprint, path }: IdentifiedFinding, codes: readonly string[]) {
  const { code, severity, message, fix, place, allowed } = finding;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: {
      text: plain(`${describePlace(place)}: ${message}. ${effectOf(finding)}. Fix: ${fix}.`),
    },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: describePlace(place) }],
      },
    ],
    partialFingerprints: { 'place/v1': fingerprint },
    ...(allowed ? { suppressions: [{ kind: 'external', justification: 'input allow' }] } : {}),
  };
}

/** A relative reference, whatever a path of others holds; a colon in its first segment would be a scheme. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
