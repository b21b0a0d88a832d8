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
    ...(finding.missingParts ?? []).map((part) => t('parts.missing', { part })),
    ...measured,
  ].join(' · ');
}

/** What was measured, and the limits it had to keep: “Bore 20.31 mm (19.95 to 20.05)”. */
export function sayMeasured(wording: Numbers, measurement: Measurement): string {
  const { what, value, unit } = measurement;
  const measured = `${what} ${wording.formatNumber(value)}${unit === '' ? '' : ` ${unit}`}`;
  const limits = sayLimits(wording, measurement);
  return limits === null ? measured : `${measured} (${limits})`;
}

/** “19.95 to 20.05”; null: it had none to keep. */
export function sayLimits(
  { t, formatNumber }: Numbers,
  { least, most }: Pick<Measurement, 'least' | 'most'>,
): string | null {
  if (least === undefined)
    return most === undefined ? null : t('measured.most', { most: formatNumber(most) });
  return most === undefined
    ? t('measured.least', { least: formatNumber(least) })
    : t('measured.between', { least: formatNumber(least), most: formatNumber(most) });
}

type Numbers = Pick<Wording, 't' | 'formatNumber'>;
