/**
 * Our calendars against a second source, day by day from 2024 to 2031. Every difference stands here
 * with who is right and why; a new one, of either source, is looked into before it is listed.
 * Checked a third time with workalendar 17 for those both sources know, and with the official lists.
 */
import { describe, expect, test } from 'vitest';
import { seedCalendar } from '../../../central/calendars/seedCalendar.ts';
import { isWorkingDay } from '../../../shared/deadlines/siteCalendar.ts';
import type { SiteCalendar } from '../../../shared/facts/documents.ts';
import { places } from './holidayDifferences.ts';
import {
  everyDay,
  firstYear,
  isWeekday,
  isWorkedInChina,
  lastYear,
  weekdaysOffByOpeningHours,
} from './secondSource.ts';

function calendarOf(place: string): SiteCalendar {
  const [country = '', ...rest] = place.split('-');
  const seeded = seedCalendar({
    key: `country:${place}`,
    country,
    region: rest.length === 0 ? null : rest.join('-'),
    timeZone: 'UTC',
    fromYear: firstYear,
    toYear: lastYear,
  });
  if (!seeded.ok) throw new Error(`${place}: ${seeded.refusal.code}`);
  return seeded.value;
}

function weekdaysOff(calendar: SiteCalendar): readonly string[] {
  return calendar.holidays.map(({ date }) => date).filter(isWeekday);
}

describe('public holidays from 2024 to 2031 beside a second source', () => {
  test.each(places)('%s', (place, state, differences) => {
    const ours = weekdaysOff(calendarOf(place));
    const theirs = weekdaysOffByOpeningHours(place.slice(0, 2), state);
    expect({
      ours: ours.filter((date) => !theirs.includes(date)),
      theirs: theirs.filter((date) => !ours.includes(date)),
    }).toEqual({
      ours: differences.flatMap((d) => d.ours ?? []).toSorted(),
      theirs: differences.flatMap((d) => d.theirs ?? []).toSorted(),
    });
  });

  test('each day of mainland China’s published years, make-up days and all', () => {
    const china = calendarOf('CN');
    const wrong = everyDay(2024, 2026).filter((date) => {
      const ours = isWorkingDay(date, china);
      return !ours.ok || ours.value !== isWorkedInChina(date);
    });
    expect(wrong).toEqual([]);
  });
});

describe('what the holiday data has wrong is mended', () => {
  const off = (place: string, date: string) => {
    const works = isWorkingDay(date, calendarOf(place));
    return works.ok && !works.value;
  };

  // biome-ignore format: one day a line
  test.each<readonly [string, string, string, boolean]>([
    ['Veterans Day 2028, a Saturday: the Friday', 'US', '2028-11-10', true],
    ['Veterans Day 2029, a Sunday: the Monday', 'US-TX', '2029-11-12', true],
    ['Canada Day 2028, a Saturday: the Monday', 'CA-AB', '2028-07-03', true],
    ['Canada Day 2029, a Sunday: the Monday', 'CA-ON', '2029-07-02', true],
    ['Boxing Day behind a Christmas on Saturday: the Tuesday', 'CA-ON', '2027-12-28', true],
    ['Easter Monday in Ontario: worked', 'CA-ON', '2026-04-06', false],
    ['30 September in British Columbia', 'CA-BC', '2026-09-30', true],
    ['Labour Day 2027 in Catalonia, a Saturday: no Monday for it', 'ES-CT', '2027-05-03', false],
    ['Hispanic Day 2025 in Aragon, a Sunday: the Monday', 'ES-AR', '2025-10-13', true],
    ['Hispanic Day 2025 in Madrid: no Monday for it', 'ES-MD', '2025-10-13', false],
    ['Christmas Eve in Queensland begins at six in the evening: worked', 'AU-QLD', '2026-12-24', false],
    ['the same in South Australia, at seven', 'AU-SA', '2026-12-31', false],
    ['Kentucky’s Good Friday, from two in the afternoon: worked', 'US-KY', '2026-04-03', false],
    ['make-up Sunday in Shanghai 2024: worked', 'CN', '2024-02-18', false],
    ['Spring Festival in Shanghai 2024', 'CN', '2024-02-16', true],
  ])('%s', (_, place, date, isOff) => {
    expect(off(place, date)).toBe(isOff);
  });

  test('the days of a long holiday by the moon are whole days, and any of them may still move', () => {
    const turkey = calendarOf('TR');
    const feast = turkey.holidays.filter(({ date }) => date.startsWith('2027-03'));
    expect(feast).toHaveLength(3);
    expect(
      turkey.unpublished?.some(({ from, until }) => from <= '2027-03-10' && '2027-03-10' <= until),
    ).toBe(true);
  });

  test('years no government has published are marked, whole countries by law are not', () => {
    const last = `${lastYear}-12-31`;
    for (const place of ['CN', 'ES-MD']) {
      expect(calendarOf(place).unpublished?.[0]?.from).toBe('2027-01-01');
      expect(calendarOf(place).unpublished?.at(-1)?.until).toBe(last);
    }
    for (const place of ['ES', 'US', 'GB-ENG']) expect(calendarOf(place).unpublished).toEqual([]);
  });
});

describe('a country nobody has collected holidays of', () => {
  test.each(['KW', 'QA', 'OM', 'JO', 'XX'])('%s is refused, never "no holidays"', (country) => {
    const seeded = seedCalendar({
      key: 'site-1',
      country,
      region: null,
      timeZone: 'UTC',
      fromYear: 2026,
      toYear: 2027,
    });
    expect(seeded).toEqual({ ok: false, refusal: { code: 'noHolidayData', country } });
  });

  test('a region nobody knows is refused, with those that are known', () => {
    const seeded = seedCalendar({
      key: 'site-1',
      country: 'DE',
      region: 'XX',
      timeZone: 'UTC',
      fromYear: 2026,
      toYear: 2027,
    });
    const refusal = seeded.ok ? null : seeded.refusal;
    expect(refusal?.code === 'unknownRegion' && refusal.known).toContain('BY-KATH');
  });
});
