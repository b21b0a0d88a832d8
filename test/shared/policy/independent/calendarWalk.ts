/** Days counted on the fingers: one day after the other, asking of each whether it is worked. */
import type { PolicyInput } from '../../../../shared/policy/decision.ts';

type Calendar = PolicyInput['calendar'];

export function nextDay(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function isWorked(day: string, calendar: Calendar): boolean {
  if (calendar.extraWorkingDays.some(({ date }) => date === day)) return true;
  if ([...calendar.holidays, ...calendar.closures].some(({ date }) => date === day)) return false;
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return !calendar.weekendDays.includes(weekday === 0 ? 7 : weekday);
}

/** The last day of a period that starts with what happened on `start`. */
export function lastDayOf(
  start: string,
  period: {
    readonly days: number;
    readonly kind: 'workingDays' | 'calendarDays';
    readonly receiptDayCounts: boolean;
  },
  calendar: Calendar,
  stoodStill: (day: string) => boolean = () => false,
): string {
  const counts = (day: string) =>
    period.kind === 'calendarDays' || (isWorked(day, calendar) && !stoodStill(day));
  let day = start;
  let left = period.days;
  if (period.receiptDayCounts && left > 0 && counts(day)) left -= 1;
  while (left > 0) {
    day = nextDay(day);
    if (counts(day)) left -= 1;
  }
  return day;
}
