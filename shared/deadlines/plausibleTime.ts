import type { Instant, RecordedTime } from '../returns/time.ts';

/** Beyond this a station's clock is flagged, and its times are corrected before days are counted. */
export const skewLimitMs = 2 * 60 * 1000;

export type PlausibleTime = {
  readonly instant: Instant;
  /** The station's clock cannot have been right. */
  readonly isDoubtful: boolean;
};

/**
 * When something recorded happened, by central's clock, as far as can be told. In and out in UTC.
 * The station's wall clock counts as it is while it was within two minutes of central's; otherwise
 * it is corrected by the offset measured at the last contact. What then still lies after `notAfter`
 * (central accepted it by then, or it is now) is taken for that moment: no clock that runs ahead may
 * move a deadline. The recorded time itself is never rewritten.
 */
export function plausibleTime(
  { utc, offsetMs }: Pick<RecordedTime, 'utc' | 'offsetMs'>,
  notAfter: Instant,
): PlausibleTime {
  const isOff = offsetMs !== null && Math.abs(offsetMs) > skewLimitMs;
  const corrected = Date.parse(utc) + (isOff ? offsetMs : 0);
  const isAhead = corrected > Date.parse(notAfter) + skewLimitMs;
  if (isAhead) return { instant: notAfter, isDoubtful: true };
  return { instant: isOff ? new Date(corrected).toISOString() : utc, isDoubtful: isOff };
}

/** Deadlines come from the earliest plausible arrival; null before any. */
export function earliestPlausible(times: readonly PlausibleTime[]): PlausibleTime | null {
  return times.reduce<PlausibleTime | null>(
    (first, time) =>
      first !== null && Date.parse(first.instant) <= Date.parse(time.instant) ? first : time,
    null,
  );
}
