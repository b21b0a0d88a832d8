import type { FindingFact, Measurement } from '../../shared/facts/fact.ts';
import type { Wording } from '../wording/createWording.ts';

/** A finding in one line: how many, what, how bad, why. */
export function sayFinding(wording: Wording, finding: FindingFact): string {
  const { t, entryName, formatNumber } = wording;
  const { observation } = finding;
  const measured = finding.measurements.map((one) => sayMeasured(wording, one));
  const quantity = formatNumber(finding.quantity);
  if (observation.kind === 'noDefect')
    return [`${quantity} × ${t('bench.what.noDefect')}`, ...measured].join(' · ');
  const { code, entry } = observation;
  const defect = (entry === undefined ? null : entryName(entry)) ?? t(`defect.${code}`);
  return [
    `${quantity} × ${defect}`,
    t(`severity.${observation.severity}`),
    t(`cause.${observation.cause}`),
    ...observation.indicators.map((i) => t(`indicator.${i}`)),
    ...(observation.claimed ? [] : [t('bench.notClaimed')]),
    ...measured,
  ].join(' · ');
}

/** What was measured, and the limits it had to keep: “Bore 20.31 mm (19.95 to 20.05)”. */
export function sayMeasured(
  { t, formatNumber }: Pick<Wording, 't' | 'formatNumber'>,
  { what, value, unit, least, most }: Measurement,
): string {
  const measured = `${what} ${formatNumber(value)}${unit === '' ? '' : ` ${unit}`}`;
  if (least === undefined && most === undefined) return measured;
  const limits =
    least === undefined
      ? t('measured.most', { most: formatNumber(most ?? 0) })
      : most === undefined
        ? t('measured.least', { least: formatNumber(least) })
        : t('measured.between', { least: formatNumber(least), most: formatNumber(most) });
  return `${measured} (${limits})`;
}
