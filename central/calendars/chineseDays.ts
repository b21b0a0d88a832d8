import Holidays from 'date-holidays';
import { chinaSchedule } from './chinaSchedule.ts';
import { daysBetween, daysFrom, type NamedDay } from './namedDays.ts';

/**
 * The published schedule where there is one. Otherwise the festivals every citizen has by decree
 * (revised 2024: New Year 1 day, Spring Festival 4, Qingming 1, Labour Day 2, Dragon Boat 1,
 * Mid-Autumn 1, National Day 3); their make-up days are not known yet and none are invented.
 */
export function chineseDaysOff(year: number): readonly NamedDay[] {
  const published = chinaSchedule[year];
  if (published)
    return published.breaks.flatMap(({ from, to, name }) =>
      daysFrom(from, daysBetween(from, to) + 1).map((date) => ({ date, name })),
    );
  const known = new Holidays('CN')
    .getHolidays(year, 'en')
    .filter(({ type, name }) => type === 'public' && festivals.has(name))
    .map(({ date, name }) => ({ date: date.slice(0, 10), name }));
  const lastOfSpring = known.findLast(({ name }) => name === 'Spring Festival');
  const sinceTheDecree = [
    { date: `${year}-05-02`, name: 'Labour Day' },
    ...(lastOfSpring
      ? [{ date: daysFrom(lastOfSpring.date, 2).at(-1) ?? '', name: 'Spring Festival' }]
      : []),
  ];
  return [...known, ...(year >= 2025 ? sinceTheDecree : [])].map(({ date, name }) => ({
    date,
    name: `${name} (provisional)`,
  }));
}

export function chineseMakeUpDays(year: number): readonly NamedDay[] {
  return chinaSchedule[year]?.makeUpDays ?? [];
}

const festivals = new Set([
  "New Year's Day",
  'Spring Festival',
  'Qingming Festival',
  'Labour Day',
  'Dragon Boat Festival',
  'Mid-Autumn Festival',
  'National Day',
]);
