import { calendarEnd, renewWithinDays } from '../../shared/deadlines/calendarEnd.ts';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Rows } from '../database/rows.ts';
import type { Log } from '../log.ts';
import { everyCalendar } from './calendarRows.ts';

export type CalendarReach = {
  /** The site's id, or `country:DE-BY`. */
  readonly key: string;
  /** null: this site has no calendar at all. */
  readonly validUntil: LocalDate | null;
  /** Below zero when it is over; so many as if it were over when it is missing. */
  readonly daysLeft: number;
};

/** How far each calendar still reaches, the nearest end first. */
export async function calendarReaches(rows: Rows, now: Date): Promise<readonly CalendarReach[]> {
  const found = await everyCalendar(rows);
  return found
    .map(({ key, site, calendar }) => {
      const zone = site?.timeZone ?? calendar?.timeZone ?? 'UTC';
      const end = calendarEnd(calendar, localDateOf(now.toISOString(), zone));
      return end.kind === 'missing'
        ? { key, validUntil: null, daysLeft: -1 }
        : { key, validUntil: end.on, daysLeft: end.daysLeft };
    })
    .toSorted((a, b) => a.daysLeft - b.daysLeft);
}

export async function calendarsToRenew(rows: Rows, now: Date): Promise<readonly CalendarReach[]> {
  return (await calendarReaches(rows, now)).filter(({ daysLeft }) => daysLeft < renewWithinDays);
}

const everyMs = 24 * 60 * 60_000;

/** Says so in the log at the start and every day, for each calendar that must be renewed. */
export function keepWatchingCalendars(given: {
  readonly database: CentralDatabase;
  readonly now: () => Date;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { database, now, log } = given;
  const look = async () => {
    for (const { key, validUntil, daysLeft } of await calendarsToRenew(database.rows, now()))
      log.warn(
        { calendar: key, validUntil, daysLeft },
        validUntil === null
          ? 'site without a calendar: no deadline can be counted; give it one with npm run calendar'
          : 'calendar ends soon: deadlines beyond it cannot be counted; renew it with npm run calendar',
      );
  };
  let running: Promise<void> = Promise.resolve();
  const lookOnce = () => {
    running = look().catch((error: unknown) => {
      log.error({ err: error }, 'the ends of calendars were not looked at');
    });
  };
  const timer = setInterval(lookOnce, everyMs);
  timer.unref();
  lookOnce();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
