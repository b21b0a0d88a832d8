import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countAsItChanged, type RunningPeriod } from '../../../shared/deadlines/changedCalendar.ts';
import {
  epochDayOf,
  isoWeekdayOf,
  localDateOfEpochDay,
} from '../../../shared/deadlines/epochDay.ts';
import type { SiteCalendar } from '../../../shared/facts/documents.ts';
import { aCalendar, newYorkCalendar } from '../../builders/cases/aCalendar.ts';

function aPeriod(overrides: Partial<RunningPeriod> = {}): RunningPeriod {
  return {
    from: '2026-11-18',
    days: 7,
    kind: 'workingDays',
    receiptDayCounts: false,
    calendar: newYorkCalendar(),
    pauses: [],
    ...overrides,
  };
}

/** Due on Mon 2026-11-30, and then somebody enters a day off on another day. */
function dayOffEntered(date: string, on: string, calendar = newYorkCalendar()): SiteCalendar {
  return {
    ...calendar,
    closures: [...calendar.closures, { date, name: 'Storm' }],
    changes: [...(calendar.changes ?? []), { on, date, was: 'working', name: '' }],
  };
}

function due(calendar: SiteCalendar) {
  const counted = countAsItChanged(aPeriod({ calendar }));
  return counted.ok ? [counted.value.dueOn, counted.value.movedFrom] : counted.refusal.code;
}

describe('a calendar that changes while the days run', () => {
  test('moves the last day while it is not over, and shows from where', () => {
    expect(due(dayOffEntered('2026-11-24', '2026-11-20'))).toEqual(['2026-12-01', '2026-11-30']);
  });

  test('still moves it on the last day itself', () => {
    expect(due(dayOffEntered('2026-11-24', '2026-11-30'))).toEqual(['2026-12-01', '2026-11-30']);
  });

  test('never turns a late case into one in time', () => {
    expect(due(dayOffEntered('2026-11-24', '2026-12-01'))).toEqual(['2026-11-30', null]);
  });

  test('a day known before the goods came moves nothing', () => {
    expect(due(dayOffEntered('2026-11-24', '2026-11-18'))).toEqual(['2026-12-01', null]);
  });

  test('each change is weighed by what was known before it', () => {
    const twice = dayOffEntered(
      '2026-11-25',
      '2026-12-01',
      dayOffEntered('2026-11-24', '2026-11-20'),
    );
    expect(due(twice)).toEqual(['2026-12-02', '2026-11-30']);
    const tooLate = dayOffEntered(
      '2026-11-25',
      '2026-12-02',
      dayOffEntered('2026-11-24', '2026-11-20'),
    );
    expect(due(tooLate)).toEqual(['2026-12-01', '2026-11-30']);
  });

  test('in whatever order the changes are noted', () => {
    const calendar = dayOffEntered(
      '2026-11-25',
      '2026-12-01',
      dayOffEntered('2026-11-24', '2026-11-20'),
    );
    const changes = calendar.changes?.toReversed() ?? [];
    expect(changes).toHaveLength(2);
    expect(due({ ...calendar, changes })).toEqual(['2026-12-02', '2026-11-30']);
  });

  test('a holiday taken back brings the last day forward, and the proof says working day', () => {
    const calendar = newYorkCalendar();
    const takenBack: SiteCalendar = {
      ...calendar,
      holidays: calendar.holidays.filter(({ date }) => date !== '2026-11-26'),
      changes: [{ on: '2026-11-20', date: '2026-11-26', was: 'off', name: 'Thanksgiving' }],
    };
    expect(due(takenBack)).toEqual(['2026-11-27', '2026-11-30']);
  });

  test('whatever is entered, a deadline that is over stays where it was', () => {
    const workday = fc
      .integer({ min: epochDayOf('2026-11-18'), max: epochDayOf('2026-12-20') })
      .filter((date) => isoWeekdayOf(date) <= 5);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ date: workday, after: fc.nat(30) }), {
          maxLength: 12,
          selector: ({ date }) => date,
        }),
        (entries) => {
          let calendar = aCalendar();
          for (const { date, after } of entries.toSorted((a, b) => a.after - b.after)) {
            const before = due(calendar);
            const today = localDateOfEpochDay(epochDayOf('2026-11-18') + after);
            calendar = dayOffEntered(localDateOfEpochDay(date), today, calendar);
            if ((before[0] ?? '') < today) expect(due(calendar)[0]).toBe(before[0]);
          }
        },
      ),
    );
  });
});

describe('the client’s and the office’s periods', () => {
  const lastDay = (overrides: Partial<RunningPeriod>) => {
    const counted = countAsItChanged(aPeriod(overrides));
    return counted.ok ? counted.value.dueOn : counted.refusal;
  };

  test('14 working days to apply from Thu 2026-03-05: until Wed 2026-03-25', () => {
    expect(lastDay({ from: '2026-03-05', days: 14 })).toBe('2026-03-25');
  });

  test('14 calendar days end on a Thursday two weeks later, or a day earlier', () => {
    const calendarDays = { from: '2026-03-05', days: 14, kind: 'calendarDays' } as const;
    expect(lastDay(calendarDays)).toBe('2026-03-19');
    expect(lastDay({ ...calendarDays, receiptDayCounts: true })).toBe('2026-03-18');
  });

  test('three working days to review an application of Tue 2026-11-24, over Thanksgiving', () => {
    expect(lastDay({ from: '2026-11-24', days: 3 })).toBe('2026-11-30');
  });

  test('what is no day is named', () => {
    expect(lastDay({ from: '2026-11-31' })).toEqual({
      code: 'badDate',
      field: 'from',
      found: '2026-11-31',
    });
  });
});
