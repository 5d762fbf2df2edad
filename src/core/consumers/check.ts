import { consequences, type Finding, severities } from '../finding.ts';
import { type Consumer, type ConsumerName, consumerNames } from './consumer.ts';
import { type Listing, listRoot, type RootView } from './listing.ts';
import { overlap, parseReleases } from './releases.ts';
import type { Rule, Violation } from './rules/rule.ts';
import { rules } from './rules/table.ts';

/** What these consumers would ignore, refuse or get wrong in a root; errors first. Linear in the number of items. */
export function checkRoot(view: RootView, consumers: readonly Consumer[]): readonly Finding[] {
  return checkListing(listRoot(view), consumers);
}

/** As {@link checkRoot}, of a root that was taken apart already. */
export function checkListing(listing: Listing, consumers: readonly Consumer[]): readonly Finding[] {
  const findings = rules.flatMap((rule) => findingsOf(rule, listing, consumers));
  return severities.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
}

/** Those of `consumers` that the rule holds for, in at least one of their releases. */
export function readersOf(rule: Rule, consumers: readonly Consumer[]): readonly ConsumerName[] {
  return consumerNames.filter((name) => {
    const range = rule.readers[name];
    if (range === undefined) return false;
    const releases = parseReleases(range);
    if (releases === undefined) throw new Error(`${rule.code} holds for no releases: ${range}`);
    return consumers.some(
      (consumer) => consumer.name === name && overlap(releases, consumer.releases),
    );
  });
}

function findingsOf(
  rule: Rule,
  listing: Listing,
  consumers: readonly Consumer[],
): readonly Finding[] {
  const readers = readersOf(rule, consumers);
  if (readers.length === 0) return [];
  return [...rule.check(listing, readers)].map((found) => findingOf(rule, readers, found));
}

function findingOf(
  rule: Rule,
  consumers: readonly ConsumerName[],
  { place, message }: Violation,
): Finding {
  const says = rule.says?.replaceAll('<product>', place.product ?? '<product>');
  return {
    code: rule.code,
    severity: consequences[rule.consequence].severity,
    consequence: rule.consequence,
    consumers,
    place,
    message,
    ...(says === undefined ? {} : { says }),
    fix: rule.fix,
  };
}
