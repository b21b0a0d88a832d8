/**
 * Working days against another way of counting them: a list of all days of ten years, filtered by
 * weekday names the operating system gives in the site's zone, and an index into it.
 */
import { describe, expect, test } from 'vitest';
import { inspectionDeadline } from '../../../shared/deadlines/clocks.ts';
import { aCalendar } from '../../builders/cases/aCalendar.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';

const zones = [
  { zone: 'America/Los_Angeles', weekend: [6, 7], off: ['Sat', 'Sun'] },
  { zone: 'Asia/Dubai', weekend: [5, 6], off: ['Fri', 'Sat'] },
  { zone: 'Pacific/Auckland', weekend: [7], off: ['Sun'] },
] as const;
const firstYear = 2020;
const years = 10;

describe.each(zones)('ten years in $zone', ({ zone, weekend, off }) => {
  test('seven working days from any hour end on the day an independent count finds', () => {
    const holidays = yearly(['01-01', '05-01', '07-04', '12-25', '12-26']);
    const closures = yearly(['08-15']);
    const extraWorkingDays = yearly(['02-29', '03-07', '11-14', '12-25']);
    const calendar = aCalendar({
      timeZone: zone,
      weekendDays: [...weekend],
      holidays,
      closures,
      extraWorkingDays,
      validFrom: `${firstYear}-01-01`,
      validUntil: `${firstYear + years}-12-31`,
    });

    const dayIn = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    const weekdayIn = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short' });
    const closed = new Set(closures.map((day) => day.date));
    const extra = new Set(extraWorkingDays.map((day) => day.date));
    const holiday = new Set(holidays.map((day) => day.date));
    const offDays: readonly string[] = off;

    const workdays: string[] = [];
    const start = Date.UTC(firstYear, 0, 3, 12);
    const end = Date.UTC(firstYear + years, 0, 25, 12);
    let previous = '';
    for (let time = start; time < end; time += 3_600_000 * 6) {
      const date = dayIn.format(time);
      if (date === previous) continue;
      previous = date;
      const works =
        !closed.has(date) &&
        (extra.has(date) || (!holiday.has(date) && !offDays.includes(weekdayIn.format(time))));
      if (works) workdays.push(date);
    }

    const wrong: string[] = [];
    for (let n = 0; n < years * 365; n += 1) {
      const arrived = start + n * 86_400_000 + ((n * 7919) % 86_400) * 1000;
      const arrivedAt = new Date(arrived).toISOString();
      const received = dayIn.format(arrived);
      const next = workdays.findIndex((day) => day > received);
      const deadline = inspectionDeadline({
        arrivedAt,
        calendar,
        contract: null,
        policy: aPolicy(),
        pauses: [],
      });
      const due = deadline.ok ? deadline.value.dueOn : deadline.refusal.code;
      if (due !== workdays[next + 6]) wrong.push(`${arrivedAt}: ${due}, not ${workdays[next + 6]}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});

function yearly(monthDays: readonly string[]) {
  return Array.from({ length: years + 1 }, (_, i) => firstYear + i).flatMap((year) =>
    monthDays
      .filter((day) => day !== '02-29' || year % 4 === 0)
      .map((day) => ({ date: `${year}-${day}`, name: day })),
  );
}
