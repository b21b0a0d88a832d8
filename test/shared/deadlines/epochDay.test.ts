import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  epochDayOf,
  isLocalDate,
  isoWeekdayOf,
  localDateOfEpochDay,
} from '../../../shared/deadlines/epochDay.ts';

const msPerDay = 86_400_000;
const anyDay = fc.integer({ min: -719_162, max: 2_932_896 });

describe('days as integers', () => {
  test('count from 1970-01-01 as the system calendar does, years 1 to 9999', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = localDateOfEpochDay(day);
        expect(date).toBe(new Date(day * msPerDay).toISOString().slice(0, 10));
        expect(epochDayOf(date)).toBe(day);
      }),
    );
  });

  test('know their weekday, Monday 1 to Sunday 7', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isoWeekdayOf(day)).toBe(new Date(day * msPerDay).getUTCDay() || 7);
      }),
    );
  });

  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['1900-02-28', -25_509],
    ['1900-03-01', -25_508],
    ['2026-11-18', 20_775],
  ])('%s is day %i', (date, day) => {
    expect(epochDayOf(date)).toBe(day);
    expect(localDateOfEpochDay(day)).toBe(date);
  });

  test.each(['2026-11-18', '2024-02-29', '0001-01-01'])('%s is a day', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-1-1',
    '26-11-18',
    '2026-11-18T00:00',
    ' 2026-11-18',
    'yesterday',
    '',
  ])('"%s" is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });
});
