import { describe, expect, test } from 'vitest';
import type { DeadlineRefusal, Pause, ProofDay } from '../../../shared/deadlines/deadline.ts';
import { isWorkingDay, layOutCalendar } from '../../../shared/deadlines/siteCalendar.ts';
import {
  countPeriod,
  type Period,
  workingDaysBetween,
} from '../../../shared/deadlines/workingDays.ts';
import type { SiteCalendar } from '../../../shared/facts/documents.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import { accept, type Result } from '../../../shared/result.ts';
import { aCalendar, newYorkCalendar, shanghaiCalendar } from '../../builders/cases/aCalendar.ts';

function aPeriod(overrides: Partial<Period> = {}): Period {
  return {
    from: '2026-11-18',
    days: 7,
    kind: 'workingDays',
    receiptDayCounts: false,
    calendar: layOutCalendar(newYorkCalendar()),
    pauses: [],
    ...overrides,
  };
}

function proofOf(period: Period): readonly string[] {
  const counted = countPeriod(period);
  return counted.ok ? counted.value.days.map(told) : [counted.refusal.code];
}

function told(day: ProofDay): string {
  const date = day.date.slice(5);
  if (day.kind === 'receipt') return `received ${date}`;
  if (day.kind === 'counted') return `${day.number} ${date}${day.extra ? ' extra' : ''}`;
  const { why } = day;
  if (why.kind === 'weekend') return `- ${date}`;
  if (why.kind === 'paused') return `- ${date} paused: ${why.reason}`;
  return why.kind === 'cutOff' ? `- ${date} after ${why.at}` : `- ${date} ${why.name}`;
}

/** The last day of a period, without its proof. */
function lastDayOf(period: Period): Result<LocalDate, DeadlineRefusal> {
  const counted = countPeriod(period);
  return counted.ok ? accept(counted.value.dueOn) : counted;
}

describe('a deadline shows its days one by one', () => {
  test('received Wed 18, Thanksgiving skipped, 7 on Mon 30', () => {
    expect(proofOf(aPeriod())).toEqual([
      'received 11-18',
      '1 11-19',
      '2 11-20',
      '- 11-21',
      '- 11-22',
      '3 11-23',
      '4 11-24',
      '5 11-25',
      '- 11-26 Thanksgiving',
      '6 11-27',
      '- 11-28',
      '- 11-29',
      '7 11-30',
    ]);
  });

  test('the day of receipt is day 1 where the contract counts it', () => {
    expect(proofOf(aPeriod({ days: 2, receiptDayCounts: true }))).toEqual(['1 11-18', '2 11-19']);
  });

  test('a counted day of receipt on a Saturday still waits for Monday', () => {
    expect(proofOf(aPeriod({ from: '2026-11-21', days: 1, receiptDayCounts: true }))).toEqual([
      '- 11-21',
      '- 11-22',
      '1 11-23',
    ]);
  });

  test('make-up working days count and are marked', () => {
    const calendar = layOutCalendar(shanghaiCalendar());
    const proof = proofOf(aPeriod({ from: '2025-09-26', calendar }));
    expect(proof.slice(0, 6)).toEqual([
      'received 09-26',
      '- 09-27',
      '1 09-28 extra',
      '2 09-29',
      '3 09-30',
      '- 10-01 National Day and Mid-Autumn',
    ]);
    expect(proof.slice(-4)).toEqual(['5 10-10', '6 10-11 extra', '- 10-12', '7 10-13']);
  });

  test('a pause stands still from its first to its last day', () => {
    const pauses: readonly Pause[] = [
      { from: '2026-11-20', until: '2026-11-23', reason: 'awaitingClient' },
    ];
    expect(proofOf(aPeriod({ days: 2, pauses }))).toEqual([
      'received 11-18',
      '1 11-19',
      '- 11-20 paused: awaitingClient',
      '- 11-21 paused: awaitingClient',
      '- 11-22 paused: awaitingClient',
      '- 11-23 paused: awaitingClient',
      '2 11-24',
    ]);
  });

  test('calendar days count weekends and holidays, but not pauses', () => {
    const pauses: readonly Pause[] = [{ from: '2026-11-20', until: '2026-11-20', reason: 'x' }];
    expect(proofOf(aPeriod({ days: 3, kind: 'calendarDays', pauses }))).toEqual([
      'received 11-18',
      '1 11-19',
      '- 11-20 paused: x',
      '2 11-21',
      '3 11-22',
    ]);
  });

  test('a period of no days ends on the day of receipt', () => {
    const counted = countPeriod(aPeriod({ days: 0 }));
    expect(counted).toEqual({
      ok: true,
      value: { dueOn: '2026-11-18', days: [{ date: '2026-11-18', kind: 'receipt' }] },
    });
  });

  test('the last day without its proof is the same day', () => {
    expect(lastDayOf(aPeriod())).toEqual({ ok: true, value: '2026-11-30' });
  });
});

describe('what a day is at a site', () => {
  const site: SiteCalendar = aCalendar({
    weekendDays: [5, 6],
    holidays: [
      { date: '2026-11-03', name: 'Holiday' },
      { date: '2026-11-04', name: 'Holiday worked' },
      { date: '2026-11-05', name: 'Holiday closed' },
    ],
    closures: [
      { date: '2026-11-05', name: 'Stocktaking' },
      { date: '2026-11-07', name: 'Stocktaking' },
    ],
    extraWorkingDays: [
      { date: '2026-11-04', name: 'Make-up' },
      { date: '2026-11-06', name: 'Make-up' },
      { date: '2026-11-07', name: 'Make-up' },
    ],
    validFrom: '2026-11-01',
    validUntil: '2026-11-30',
  });

  test.each([
    ['Sunday works where the weekend is Friday and Saturday', '2026-11-01', true],
    ['a plain Monday works', '2026-11-02', true],
    ['a holiday does not', '2026-11-03', false],
    ['a holiday made a working day does', '2026-11-04', true],
    ['a closure on a holiday does not', '2026-11-05', false],
    ['a Friday made a working day does', '2026-11-06', true],
    ['a closure beats an extra working day', '2026-11-07', false],
    ['the last day the calendar knows', '2026-11-30', true],
  ])('%s', (_, date, works) => {
    expect(isWorkingDay(date, site)).toEqual({ ok: true, value: works });
  });

  test('days outside the calendar are refused, not guessed', () => {
    expect(isWorkingDay('2026-12-01', site)).toEqual({
      ok: false,
      refusal: { code: 'calendarEnds', field: 'calendar.validUntil', validUntil: '2026-11-30' },
    });
    expect(isWorkingDay('2026-10-31', site)).toEqual({
      ok: false,
      refusal: {
        code: 'calendarStartsLater',
        field: 'calendar.validFrom',
        validFrom: '2026-11-01',
      },
    });
    expect(isWorkingDay('2026-11-31', site)).toEqual({
      ok: false,
      refusal: { code: 'badDate', field: 'date', found: '2026-11-31' },
    });
  });

  test('the skipped days of a proof say whether it was a holiday or our own closure', () => {
    expect(
      proofOf(aPeriod({ from: '2026-11-02', days: 2, calendar: layOutCalendar(site) })),
    ).toEqual([
      'received 11-02',
      '- 11-03 Holiday',
      '1 11-04 extra',
      '- 11-05 Stocktaking',
      '2 11-06 extra',
    ]);
  });
});

describe('adding working days', () => {
  const calendar = layOutCalendar(aCalendar({ validUntil: '2026-11-30' }));
  const dayAfter = (from: string, days: number, on = calendar) =>
    lastDayOf(aPeriod({ from, days, calendar: on }));

  test.each([
    ['2026-11-18', 1, '2026-11-19'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-18', 0, '2026-11-18'],
    ['2026-11-16', 10, '2026-11-30'],
  ])('%s and %i working days is %s', (date, days, due) => {
    expect(dayAfter(date, days)).toEqual({ ok: true, value: due });
  });

  test('a calendar that ends before the deadline is named', () => {
    expect(dayAfter('2026-11-16', 11)).toEqual({
      ok: false,
      refusal: { code: 'calendarEnds', field: 'calendar.validUntil', validUntil: '2026-11-30' },
    });
  });

  test.each([-1, 1.5, 3651, Number.NaN])('%f days is no length', (days) => {
    expect(dayAfter('2026-11-16', days)).toEqual({
      ok: false,
      refusal: { code: 'badLength', field: 'length', found: days },
    });
  });

  test('ten years of calendar days are the longest period', () => {
    expect(lastDayOf(aPeriod({ days: 3650, kind: 'calendarDays' }))).toEqual({
      ok: true,
      value: '2036-11-15',
    });
  });

  test('what is no day is refused', () => {
    expect(dayAfter('2026-02-30', 1)).toEqual({
      ok: false,
      refusal: { code: 'badDate', field: 'from', found: '2026-02-30' },
    });
  });

  test('a site that never works finds the end of its calendar', () => {
    const never = aCalendar({ weekendDays: [1, 2, 3, 4, 5, 6, 7], validUntil: '2026-11-30' });
    expect(dayAfter('2026-11-16', 1, layOutCalendar(never)).ok).toBe(false);
  });
});

describe('working days between two days', () => {
  const calendar = layOutCalendar(newYorkCalendar());

  test.each([
    ['2026-11-18', '2026-11-30', 7],
    ['2026-11-18', '2026-11-19', 1],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-18', '2026-11-18', 0],
    ['2026-11-19', '2026-11-18', 0],
  ])('after %s up to %s: %i', (from, until, days) => {
    expect(workingDaysBetween(from, until, calendar)).toEqual({ ok: true, value: days });
  });

  test('beyond the calendar nothing is guessed', () => {
    expect(workingDaysBetween('2027-12-30', '2028-01-01', calendar).ok).toBe(false);
  });
});
