/**
 * Two other sources of public holidays, kept by other people from other material than ours:
 * opening_hours (OpenStreetMap's rules) and, for mainland China, chinese-days (the published notices).
 */
import chineseDays from 'chinese-days';
import OpeningHours from 'opening_hours';
import { yearsBetween } from '../../../central/calendars/namedDays.ts';
import {
  epochDayOf,
  isoWeekdayOf,
  localDateOfEpochDay,
} from '../../../shared/deadlines/epochDay.ts';

export const firstYear = 2024;
export const lastYear = 2031;

/** Every Monday to Friday that is a public holiday there. `state` as OpenStreetMap writes it. */
export function weekdaysOffByOpeningHours(country: string, state: string): readonly string[] {
  const holidays = new OpeningHours('PH', {
    lat: 0,
    lon: 0,
    address: { country_code: country.toLowerCase(), state },
  });
  // It reads days off the machine's own clock: noon is the same day in every zone it may stand in.
  return everyDay(firstYear, lastYear).filter(
    (date) => isWeekday(date) && holidays.getState(new Date(`${date}T12:00`)),
  );
}

/** What Chinese offices do on each day of the published years. */
export function isWorkedInChina(date: string): boolean {
  return chineseDays.isWorkday(date);
}

export function everyDay(fromYear: number, toYear: number): readonly string[] {
  return yearsBetween(fromYear, toYear).flatMap((year) => {
    const first = epochDayOf(`${year}-01-01`);
    return Array.from({ length: epochDayOf(`${year + 1}-01-01`) - first }, (_, day) =>
      localDateOfEpochDay(first + day),
    );
  });
}

export function isWeekday(date: string): boolean {
  return isoWeekdayOf(epochDayOf(date)) <= 5;
}
