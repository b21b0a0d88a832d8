import { describe, expect, test } from 'vitest';
import { reviseCalendar } from '../../../central/calendars/reviseCalendar.ts';
import { countAsItChanged } from '../../../shared/deadlines/changedCalendar.ts';
import { isWorkingDay } from '../../../shared/deadlines/siteCalendar.ts';
import type { SiteCalendar } from '../../../shared/facts/documents.ts';
import type { GiveCalendar } from '../../../shared/sync/calendarApi.ts';

const today = '2026-11-29';
const who = { by: 'Ada', why: 'A new site' };

function revise(old: SiteCalendar | null, wish: Partial<GiveCalendar>, on = today) {
  return reviseCalendar({
    key: 'site-1',
    old,
    timeZone: 'America/Toronto',
    today: on,
    wish: { ...who, ...wish },
  });
}

function revised(old: SiteCalendar | null, wish: Partial<GiveCalendar>, on = today) {
  const done = revise(old, wish, on);
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

const ontario = () => revised(null, { country: 'CA', region: 'ON' }).calendar;
const works = (calendar: SiteCalendar, date: string) => {
  const day = isWorkingDay(date, calendar);
  return day.ok ? day.value : day.refusal.code;
};
const dueOf = (calendar: SiteCalendar, from: string) => {
  const counted = countAsItChanged({
    from,
    days: 7,
    kind: 'workingDays',
    receiptDayCounts: false,
    calendar,
    pauses: [],
  });
  return counted.ok ? counted.value.dueOn : counted.refusal.code;
};

describe('a first calendar', () => {
  test('reaches two years back and two ahead, and remembers its country', () => {
    expect(ontario()).toMatchObject({
      version: 1,
      validFrom: '2024-01-01',
      validUntil: '2028-12-31',
      weekendDays: [6, 7],
      seed: { country: 'CA', region: 'ON' },
    });
  });

  test('needs something to begin with', () => {
    expect(revise(null, {})).toEqual({ ok: false, refusal: { code: 'nothingToBeginWith' } });
    expect(revise(null, { country: 'KW' })).toMatchObject({
      ok: false,
      refusal: { code: 'noHolidayData' },
    });
  });

  test('of a country without data is made of its weekend and its holidays, every year of them', () => {
    const holidays = [
      { date: '2026-02-25', name: 'National Day' },
      { date: '2027-02-25', name: 'National Day' },
    ];
    const wish = { weekendDays: [5, 6], holidays, fromYear: 2026 };
    expect(revise(null, { ...wish, untilYear: 2028 })).toMatchObject({
      ok: false,
      refusal: { code: 'yearWithoutHolidays', year: 2028 },
    });
    const { calendar } = revised(null, { ...wish, untilYear: 2027 });
    expect([works(calendar, '2026-11-27'), works(calendar, '2026-11-29')]).toEqual([false, true]);
    expect(calendar.seed).toBeUndefined();
  });
});

describe('renewing a calendar', () => {
  test('takes nothing: the same country, two years ahead, the next version', () => {
    const later = revised(ontario(), {}, '2028-10-05').calendar;
    expect(later).toMatchObject({ version: 2, validFrom: '2024-01-01', validUntil: '2030-12-31' });
    expect(works(later, '2030-12-25')).toBe(false);
    expect(later.changes).toBeUndefined();
  });

  test('asked twice, the second time it is as it was', () => {
    const calendar = ontario();
    expect(revised(calendar, {}).isSame).toBe(true);
    const closed = { closures: [{ date: '2026-12-31', name: 'Stocktaking' }] };
    const next = revised(calendar, closed);
    expect([next.isSame, revised(next.calendar, closed).isSame]).toEqual([false, true]);
  });

  test('keeps closures and extra working days; days that are over stay what they were', () => {
    const given = revised(ontario(), {
      closures: [{ date: '2026-12-31', name: 'Stocktaking' }],
      extraWorkingDays: [{ date: '2026-12-19', name: 'Saturday shift' }],
    }).calendar;
    const later = revised(given, { remove: ['2026-12-31', '2027-03-01'] }, '2027-02-01');
    expect([works(later.calendar, '2026-12-31'), works(later.calendar, '2026-12-19')]).toEqual([
      false,
      true,
    ]);
    expect(later.leftOut).toEqual([
      { date: '2026-12-31', name: '', why: 'dayIsOver' },
      { date: '2027-03-01', name: '', why: 'notThere' },
    ]);
  });

  test('a closure can be taken back while it is to come', () => {
    const closed = revised(ontario(), { closures: [{ date: '2026-12-31', name: 'Stock' }] });
    const open = revised(closed.calendar, { remove: ['2026-12-31'] });
    expect(works(open.calendar, '2026-12-31')).toBe(true);
    expect(open.changed).toEqual([{ date: '2026-12-31', was: 'off' }]);
  });

  test('a day off entered for a day that is over moves no deadline that was over by then', () => {
    const calendar = ontario();
    const closures = [{ date: '2026-11-12', name: 'Storm' }];
    const later = revised(calendar, { closures });
    expect(later.changed).toEqual([{ date: '2026-11-12', was: 'working' }]);
    // The last day was the 20th: entered on the 29th it stays, entered on the 20th it moves.
    expect([dueOf(calendar, '2026-11-11'), dueOf(later.calendar, '2026-11-11')]).toEqual([
      '2026-11-20',
      '2026-11-20',
    ]);
    expect(dueOf(revised(calendar, { closures }, '2026-11-20').calendar, '2026-11-11')).toBe(
      '2026-11-23',
    );
  });

  test('nobody makes a day that is over a working day', () => {
    const later = revised(ontario(), {
      extraWorkingDays: [{ date: '2026-11-21', name: 'Saturday shift' }],
    });
    expect(works(later.calendar, '2026-11-21')).toBe(false);
    expect(later.leftOut).toEqual([
      { date: '2026-11-21', name: 'Saturday shift', why: 'dayIsOver' },
    ]);
  });

  test('reaching further back counts what was not counted, and changes no day', () => {
    const { calendar, changed } = revised(ontario(), { fromYear: 2022 });
    expect(calendar.validFrom).toBe('2022-01-01');
    expect(works(calendar, '2022-07-01')).toBe(false);
    expect(changed).toEqual([]);
  });

  test('a year that is published meanwhile replaces what was only provisional', () => {
    const wish = { country: 'CN', region: null };
    const before = revised(null, wish, '2025-06-01').calendar;
    const asItWas: SiteCalendar = {
      ...before,
      holidays: before.holidays.filter(({ date }) => !date.startsWith('2026-02')),
      extraWorkingDays: before.extraWorkingDays.filter(({ date }) => !date.startsWith('2026')),
      unpublished: [{ from: '2026-01-01', until: '2027-12-31' }],
    };
    const { calendar, changed } = revised(asItWas, {}, '2025-11-05');
    expect([works(calendar, '2026-02-18'), works(calendar, '2026-02-14')]).toEqual([false, true]);
    expect(changed.map(({ date }) => date)).toContain('2026-02-14');
    expect(calendar.unpublished?.map(({ from }) => from)).toEqual(['2027-01-01']);
  });

  test('the weekend stays, because past deadlines rest on it', () => {
    expect(revise(ontario(), { weekendDays: [7] })).toEqual({
      ok: false,
      refusal: { code: 'weekendStays', weekendDays: [6, 7] },
    });
  });

  test('a closure over a public holiday changes nothing, nor does taking it back', () => {
    const closed = revised(ontario(), {
      closures: [{ date: '2026-12-25', name: 'Works holiday' }],
    });
    expect(closed.changed).toEqual([]);
    const open = revised(closed.calendar, { remove: ['2026-12-25'] });
    expect([open.changed, works(open.calendar, '2026-12-25')]).toEqual([[], false]);
  });

  test('a wished working day on a day the site is closed is said, and the site stays closed', () => {
    const { calendar } = revised(ontario(), { closures: [{ date: '2026-12-19', name: 'Move' }] });
    const wished = revised(calendar, { extraWorkingDays: [{ date: '2026-12-19', name: 'Shift' }] });
    expect(wished.leftOut).toEqual([{ date: '2026-12-19', name: 'Shift', why: 'closedThatDay' }]);
    expect(works(wished.calendar, '2026-12-19')).toBe(false);
  });
});
