import type { Instant, LocalDate, RecordedTime } from '../facts/time.ts';
import { localDateOf, localMomentOf } from './localDay.ts';

/** Beyond this a station's clock is flagged, and its times are corrected before days are counted. */
export const skewLimitMs = 2 * 60 * 1000;
const hour = 60 * 60 * 1000;

/** Facts of older builds do not say when central was last heard, others may say it wrongly: none waits longer than this. */
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
 * may move a deadline. What lies before central was last heard (`knownAfter`), or a year before
 * `notAfter`, is taken for the later of these: a clock that was reset says nothing.
 * The recorded time itself is never rewritten.
 */
export function plausibleTime(
  { utc, offsetMs, knownAfter }: Pick<RecordedTime, 'utc' | 'offsetMs' | 'knownAfter'>,
  notAfter: Instant | null,
): PlausibleTime {
  const offset = offsetMs ?? 0;
  const isOff = Math.abs(offset) > skewLimitMs;
  const corrected = Date.parse(utc) + (isOff ? offset : 0);
  const aYearBefore = notAfter === null ? null : before(notAfter, longestUnsentMs);
  const earliest = laterOf(knownAfter ?? null, aYearBefore);
  if (earliest !== null && corrected < Date.parse(earliest) - skewLimitMs)
    return { instant: notLater(earliest, notAfter), doubt: 'behind' };
  if (notAfter !== null && corrected > Date.parse(notAfter) + skewLimitMs)
    return { instant: notAfter, doubt: 'ahead' };
  return {
    instant: isOff ? new Date(corrected).toISOString() : utc,
    doubt: isOff ? 'off' : null,
  };
}

/**
 * The same as a day where it was recorded; `notAfter` as above. A day more than
 * one off that moment's, wherever on earth, is not believed; in a zone nobody knows it is that of UTC.
 */
export function plausibleDay(at: RecordedTime, notAfter: Instant | null): LocalDate {
  const { instant, doubt } = plausibleTime(at, notAfter);
  const sinceItBegan = Date.parse(instant) - Date.parse(at.localDate);
  const isThatDay = sinceItBegan >= -38 * hour && sinceItBegan <= 60 * hour;
  return doubt === null && isThatDay ? at.localDate : dayOf(instant, at.zone);
}

function dayOf(instant: Instant, zone: string): LocalDate {
  const moment = localMomentOf(instant, zone, 'at');
  return moment.ok ? moment.value.date : localDateOf(instant, 'UTC');
}

function laterOf(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) < Date.parse(other) ? other : one;
}

function before(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) - ms).toISOString();
}

function notLater(instant: Instant, limit: Instant | null): Instant {
  return limit !== null && Date.parse(limit) < Date.parse(instant) ? limit : instant;
}
