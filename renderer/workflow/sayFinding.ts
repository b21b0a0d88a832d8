import type { FindingFact } from '../../shared/facts/fact.ts';
import type { Wording } from '../wording/createWording.ts';

/** A finding in one line: how many, what, how bad, why. */
export function sayFinding({ t, entryName, formatNumber }: Wording, finding: FindingFact): string {
  const { observation } = finding;
  const quantity = formatNumber(finding.quantity);
  if (observation.kind === 'noDefect') return `${quantity} × ${t('bench.what.noDefect')}`;
  const { code, entry } = observation;
  const defect = (entry === undefined ? null : entryName(entry)) ?? t(`defect.${code}`);
  return [
    `${quantity} × ${defect}`,
    t(`severity.${observation.severity}`),
    t(`cause.${observation.cause}`),
    ...observation.indicators.map((i) => t(`indicator.${i}`)),
    ...(observation.claimed ? [] : [t('bench.notClaimed')]),
  ].join(' · ');
}
