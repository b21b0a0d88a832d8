import type { SiteCalendar } from '../facts/documents.ts';
import type { LocalDate } from '../facts/time.ts';
import { epochDayOf } from './epochDay.ts';

/** Within so many days of its end a calendar is to be renewed: everybody is told. */
export const renewWithinDays = 90;

/** Where a site's calendar stands: how many days it still reaches, below zero when it is over. */
export type CalendarEnd =
  | { readonly kind: 'missing' }
  | { readonly kind: 'ends'; readonly on: LocalDate; readonly daysLeft: number }
  | { readonly kind: 'fine'; readonly on: LocalDate; readonly daysLeft: number };

export function calendarEnd(calendar: SiteCalendar | null, today: LocalDate): CalendarEnd {
  if (calendar === null) return { kind: 'missing' };
  const on = calendar.validUntil;
  const daysLeft = epochDayOf(on) - epochDayOf(today);
  return { kind: daysLeft < renewWithinDays ? 'ends' : 'fine', on, daysLeft };
}
