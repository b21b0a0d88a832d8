import type { Instant, LocalDate, RecordedTime } from '../returns/time.ts';
import { localDateOf } from './localDay.ts';

/** Beyond this a station's clock is flagged, and its times are corrected before days are counted. */
export const skewLimitMs = 2 * 60 * 1000;

/** Facts of older builds do not say when central was last heard: none waits longer than this. */
const longestUnsentMs = 366 * 24 * 60 * 60 * 1000;

export type PlausibleTime = {
  readonly instant: Instant;
  /**
   * Why the recorded time is not believed as it is: the station's clock was measured to be off, it
   * ran ahead of central's acceptance, or it lay before what the station already knew had passed.
   */
  readonly doubt: 'off' | 'ahead' | 'behind' | null;
};

/**
 * When something recorded happened, by central's clock, as far as can be told. In and out in UTC.
 * The station's wall clock counts as it is while it was within two minutes of central's; otherwise
 * it is corrected by the offset measured at the last contact. What then still lies after `notAfter`
 * (central accepted it by then; null: it has not) is taken for that moment: no clock that runs ahead
 * may move a deadline. What lies before central was last heard (`knownAfter`; a year before
 * `notAfter` where nobody noted it) is taken for that moment: a clock that was reset says nothing.
 * The recorded time itself is never rewritten.
 */
export function plausibleTime(
  { utc, offsetMs, knownAfter }: Pick<RecordedTime, 'utc' | 'offsetMs' | 'knownAfter'>,
  notAfter: Instant | null,
): PlausibleTime {
  const offset = offsetMs ?? 0;
  const isOff = Math.abs(offset) > skewLimitMs;
  const corrected = Date.parse(utc) + (isOff ? offset : 0);
  const earliest = knownAfter ?? (notAfter === null ? null : before(notAfter, longestUnsentMs));
  if (earliest !== null && corrected < Date.parse(earliest) - skewLimitMs)
    return { instant: notLater(earliest, notAfter), doubt: 'behind' };
  if (notAfter !== null && corrected > Date.parse(notAfter) + skewLimitMs)
    return { instant: notAfter, doubt: 'ahead' };
  return {
    instant: isOff ? new Date(corrected).toISOString() : utc,
    doubt: isOff ? 'off' : null,
  };
}

/** The same as a day where it was recorded; `notAfter` as above. */
export function plausibleDay(at: RecordedTime, notAfter: Instant | null): LocalDate {
  const { instant, doubt } = plausibleTime(at, notAfter);
  return doubt === null ? at.localDate : localDateOf(instant, at.zone);
}

function before(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) - ms).toISOString();
}

function notLater(instant: Instant, limit: Instant | null): Instant {
  return limit !== null && Date.parse(limit) < Date.parse(instant) ? limit : instant;
}
