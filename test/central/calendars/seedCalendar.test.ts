import { describe, expect, test } from 'vitest';
import { type CalendarWish, seedCalendar } from '../../../central/calendars/seedCalendar.ts';

function calendarFor(wish: CalendarWish) {
  const seeded = seedCalendar(wish);
  if (!seeded.ok) throw new Error(seeded.refusal.code);
  return seeded.value;
}

const years = { fromYear: 2025, toYear: 2027 };
const london = calendarFor({
  key: 'flx',
  country: 'GB',
  region: 'ENG',
  timeZone: 'Europe/London',
  ...years,
});
const newYork = calendarFor({
  key: 'ewr',
  country: 'US',
  region: null,
  timeZone: 'America/New_York',
  ...years,
});
const shanghai = calendarFor({
  key: 'sha',
  country: 'CN',
  region: null,
  timeZone: 'Asia/Shanghai',
  ...years,
});

const nameOf = (calendar: typeof london, date: string) =>
  calendar.holidays.find((h) => h.date === date)?.name;

describe('a calendar seeded from public holidays', () => {
  test('knows the substitute day of a bank holiday that falls on a Saturday', () => {
    expect(nameOf(london, '2026-12-25')).toBe('Christmas Day');
    expect(nameOf(london, '2026-12-28')).toBe('Boxing Day (substitute day)');
    expect(nameOf(london, '2026-12-29')).toBeUndefined();
  });

  test('knows Thanksgiving, but not the Friday after it', () => {
    expect(nameOf(newYork, '2026-11-26')).toBe('Thanksgiving Day');
    expect(nameOf(newYork, '2026-11-27')).toBeUndefined();
  });

  test('takes the days off and the make-up days of Shanghai from the published schedule', () => {
    const golden = shanghai.holidays.map((h) => h.date).filter((d) => d.startsWith('2025-10'));
    expect(golden).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08'].map((d) => `2025-10-${d}`),
    );
    const extra = shanghai.extraWorkingDays.map((d) => d.date);
    expect(extra).toContain('2025-09-28');
    expect(extra).toContain('2025-10-11');
    expect(extra.filter((d) => d.startsWith('2026'))).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  test('has make-up days on weekends only, and never on a day off', () => {
    const off = new Set(shanghai.holidays.map((h) => h.date));
    for (const { date } of shanghai.extraWorkingDays) {
      expect([0, 6]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
      expect(off.has(date)).toBe(false);
    }
  });

  test('says so where a Chinese year has not been published, and invents no make-up days', () => {
    const next = shanghai.holidays.filter((h) => h.date.startsWith('2027'));
    expect(next.every((h) => h.name.endsWith('(provisional)'))).toBe(true);
    expect(next.filter((h) => h.name.startsWith('Spring Festival'))).toHaveLength(4);
    expect(next.map((h) => h.date)).toContain('2027-05-02');
    expect(shanghai.extraWorkingDays.some((d) => d.date.startsWith('2027'))).toBe(false);
  });

  test('a year nobody has published is marked, so that a deadline in it can say so', () => {
    expect(shanghai.unpublished).toEqual([{ from: '2027-01-01', until: '2027-12-31' }]);
    expect([london.unpublished, newYork.unpublished]).toEqual([[], []]);
  });

  test('names no day twice and keeps them in order', () => {
    for (const { holidays } of [london, newYork, shanghai]) {
      const dates = holidays.map((h) => h.date);
      expect(dates).toEqual([...new Set(dates)].toSorted());
    }
  });

  test('keeps to the years asked for', () => {
    for (const { holidays } of [london, newYork, shanghai])
      expect(holidays.every((h) => h.date >= '2025-01-01' && h.date <= '2027-12-31')).toBe(true);
  });
});
