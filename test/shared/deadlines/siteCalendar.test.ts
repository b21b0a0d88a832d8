import { describe, expect, test } from 'vitest';
import { epochDayOf } from '../../../shared/deadlines/epochDay.ts';
import { noCalendar } from '../../../shared/deadlines/noCalendar.ts';
import {
  kindOfDay,
  layOutAsOf,
  layOutCalendar,
  type WorkingCalendar,
} from '../../../shared/deadlines/siteCalendar.ts';
import { aCalendar } from '../../builders/cases/aCalendar.ts';

const isOn = (date: string, calendar: WorkingCalendar) => kindOfDay(epochDayOf(date), calendar);
const off = (why: object) => ({ ok: true, value: { kind: 'off', why } });
const working = { ok: true, value: { kind: 'working', extra: false } };
const extra = { ok: true, value: { kind: 'working', extra: true } };

describe('What a day is at a site', () => {
  const laid = layOutCalendar(
    aCalendar({
      holidays: [
        { date: '2026-11-26', name: 'Thanksgiving' },
        { date: '2026-11-28', name: 'Made up for' },
      ],
      extraWorkingDays: [{ date: '2026-11-28', name: 'Made up for' }],
      closures: [{ date: '2026-11-24', name: 'Storm' }],
    }),
  );

  // biome-ignore format: one day a line
  test.each([
    ['an ordinary Monday', '2026-11-23', working],
    ['closed', '2026-11-24', off({ kind: 'closure', name: 'Storm' })],
    ['a holiday', '2026-11-26', off({ kind: 'holiday', name: 'Thanksgiving' })],
    ['a Saturday that is worked, holiday or not', '2026-11-28', extra],
    ['a Sunday', '2026-11-29', off({ kind: 'weekend' })],
  ])('%s', (_, date, says) => {
    expect(isOn(date, laid)).toEqual(says);
  });

  test('a calendar of one day speaks about that day', () => {
    const oneDay = layOutCalendar(aCalendar({ validFrom: '2026-11-23', validUntil: '2026-11-23' }));
    expect(isOn('2026-11-23', oneDay)).toEqual(working);
  });

  test('without a calendar no day is known, and the site is named', () => {
    expect(isOn('2026-11-23', layOutCalendar(noCalendar('site-9')))).toEqual({
      ok: false,
      refusal: { code: 'noCalendar', field: 'calendar', found: 'site-9' },
    });
  });

  test('a calendar is laid out once', () => {
    const calendar = aCalendar();
    expect(layOutCalendar(calendar)).toBe(layOutCalendar(calendar));
    expect(layOutCalendar(calendar)).not.toBe(layOutCalendar(aCalendar()));
  });
});

describe('A calendar as it was known on a day', () => {
  const change = (on: string, date: string, was: 'off' | 'working', name = '') => ({
    on,
    date,
    was,
    name,
  });

  test('is the calendar itself where nothing changed later', () => {
    const calendar = aCalendar({ changes: [change('2026-11-10', '2026-11-24', 'working')] });
    expect(layOutAsOf(calendar, '2026-11-10')).toBe(layOutCalendar(calendar));
    expect(layOutAsOf(aCalendar(), '2026-11-10').special.size).toBe(0);
  });

  test('knows no day off that was entered later: a working day, at the weekend one that is made up for', () => {
    const calendar = aCalendar({
      closures: [
        { date: '2026-11-24', name: 'Storm' },
        { date: '2026-11-28', name: 'Storm' },
      ],
      changes: [
        change('2026-11-20', '2026-11-24', 'working'),
        change('2026-11-20', '2026-11-28', 'working'),
      ],
    });
    const before = layOutAsOf(calendar, '2026-11-19');
    expect(isOn('2026-11-24', before)).toEqual(working);
    expect(isOn('2026-11-28', before)).toEqual(extra);
    expect(isOn('2026-11-24', layOutAsOf(calendar, '2026-11-20'))).toEqual(
      off({ kind: 'closure', name: 'Storm' }),
    );
  });

  test('of a day that changed twice it knows what it was before the first of the changes to come', () => {
    const twice = [
      change('2026-11-10', '2026-11-24', 'off', 'Founding day'),
      change('2026-11-20', '2026-11-24', 'working'),
    ];
    for (const changes of [twice, twice.toReversed()]) {
      const calendar = aCalendar({ closures: [{ date: '2026-11-24', name: 'Storm' }], changes });
      expect(isOn('2026-11-24', layOutAsOf(calendar, '2026-11-09'))).toEqual(
        off({ kind: 'holiday', name: 'Founding day' }),
      );
      expect(isOn('2026-11-24', layOutAsOf(calendar, '2026-11-10'))).toEqual(working);
    }
  });
});
