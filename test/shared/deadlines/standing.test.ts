import { describe, expect, test } from 'vitest';
import { inspectionDeadline } from '../../../shared/deadlines/clocks.ts';
import type { Deadline } from '../../../shared/deadlines/deadline.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { standingOf } from '../../../shared/deadlines/standing.ts';
import { newYorkCalendar } from '../../builders/cases/aCalendar.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';

const targets = { verdictByDay: 4, approvalByDay: 5, redOnDay: 6 };

/** Received Wed 2026-11-18 in New York, due Mon 2026-11-30. */
function aDeadline(): Deadline {
  const deadline = inspectionDeadline({
    arrivedAt: '2026-11-18T15:00:00Z',
    calendar: newYorkCalendar(),
    contract: null,
    policy: aPolicy(),
    pauses: [],
  });
  if (!deadline.ok) throw new Error('no deadline');
  return deadline.value;
}

function look(now: string, endedOn: string | null = null, house?: typeof targets) {
  const standing = standingOf(aDeadline(), now, endedOn, house);
  if (!standing.ok) return standing.refusal.code;
  const { daysLate, daysLeft, daysUsed, tone } = standing.value;
  return `${tone}: ${daysUsed} used, ${daysLeft} left, ${daysLate} late`;
}

describe('a deadline looked at', () => {
  // biome-ignore format: one look a line
  test.each([
    ['on the day of receipt', '2026-11-18T20:00:00Z', 'rest: 0 used, 7 left, 0 late'],
    ['on day 1', '2026-11-19T20:00:00Z', 'rest: 0 used, 7 left, 0 late'],
    ['on a Saturday', '2026-11-21T20:00:00Z', 'rest: 2 used, 5 left, 0 late'],
    ['on day 5', '2026-11-25T20:00:00Z', 'rest: 4 used, 3 left, 0 late'],
    ['on Thanksgiving, two left', '2026-11-26T20:00:00Z', 'soon: 5 used, 2 left, 0 late'],
    ['on day 6', '2026-11-27T20:00:00Z', 'soon: 5 used, 2 left, 0 late'],
    ['on the Sunday before the last day', '2026-11-29T20:00:00Z', 'urgent: 6 used, 1 left, 0 late'],
    ['on the last day', '2026-11-30T12:00:00Z', 'urgent: 6 used, 1 left, 0 late'],
    ['on its last second', '2026-12-01T04:59:59Z', 'urgent: 6 used, 1 left, 0 late'],
    ['a second later', '2026-12-01T05:00:00Z', 'late: 7 used, 0 left, 1 late'],
    ['a week late', '2026-12-07T15:00:00Z', 'late: 7 used, 0 left, 5 late'],
    ['late on a weekend', '2026-12-06T15:00:00Z', 'late: 7 used, 0 left, 4 late'],
  ])('%s', (_, now, says) => {
    expect(look(now)).toBe(says);
  });

  // biome-ignore format: one look a line
  test.each([
    ['day 4 rests', '2026-11-24T15:00:00Z', 'rest: 3 used, 4 left, 0 late'],
    ['from day 5 on it is soon', '2026-11-25T15:00:00Z', 'soon: 4 used, 3 left, 0 late'],
    ['from day 6 on it is red', '2026-11-27T15:00:00Z', 'urgent: 5 used, 2 left, 0 late'],
    ['late is late', '2026-12-01T15:00:00Z', 'late: 7 used, 0 left, 1 late'],
  ])('by the house’s own targets: %s', (_, now, says) => {
    expect(look(now, null, targets)).toBe(says);
  });

  test('ended in time it is met, whatever the day is now', () => {
    expect(look('2027-01-15T15:00:00Z', '2026-11-30')).toBe('met: 6 used, 1 left, 0 late');
    expect(look('2026-11-20T15:00:00Z', '2026-11-20', targets)).toBe('met: 1 used, 6 left, 0 late');
  });

  test('ended too late it stays late, by the days it was late then', () => {
    expect(look('2027-01-15T15:00:00Z', '2026-12-02')).toBe('late: 7 used, 0 left, 2 late');
  });

  test('it says what it was looked at with', () => {
    const deadline = aDeadline();
    expect(standingOf(deadline, '2026-11-19T02:00:00Z', '2026-11-18')).toMatchObject({
      ok: true,
      value: { deadline, today: '2026-11-18', endedOn: '2026-11-18' },
    });
  });

  test('late beyond what the calendar knows it is late, by nobody knows how many days', () => {
    expect(look('2028-02-01T15:00:00Z')).toBe('late: 7 used, 0 left, 0 late');
  });

  test('what is no moment or no day is refused', () => {
    expect(standingOf(aDeadline(), 'now', null)).toEqual({
      ok: false,
      refusal: { code: 'badDate', field: 'now', found: 'now' },
    });
    expect(standingOf(aDeadline(), '2026-11-19T02:00:00Z', '2026-11-31')).toEqual({
      ok: false,
      refusal: { code: 'badDate', field: 'endedOn', found: '2026-11-31' },
    });
  });

  test('late before its calendar begins it cannot be counted how late', () => {
    const deadline: Deadline = {
      ...aDeadline(),
      dueOn: '2024-12-20',
      calendar: newYorkCalendar({ validFrom: '2025-01-01' }),
    };
    const standing = standingOf(deadline, '2024-12-31T15:00:00Z', null);
    expect(!standing.ok && standing.refusal.code).toBe('calendarStartsLater');
  });

  test('a period in calendar days is not late on its last day, nor by less than nothing before it', () => {
    const deadline: Deadline = { ...aDeadline(), dueOn: '2026-11-16', counted: 'calendarDays' };
    const lateOn = (now: string) => {
      const standing = standingOf(deadline, now, null);
      return standing.ok && standing.value.daysLate;
    };
    expect(lateOn('2026-11-14T15:00:00Z')).toBe(0);
    expect(lateOn('2026-11-16T15:00:00Z')).toBe(0);
    expect(lateOn('2026-11-17T15:00:00Z')).toBe(1);
  });

  test('a period in calendar days is late by calendar days', () => {
    const deadline: Deadline = { ...aDeadline(), dueOn: '2026-11-16', counted: 'calendarDays' };
    const standing = standingOf(deadline, '2026-11-22T15:00:00Z', null);
    expect(standing.ok && standing.value).toMatchObject({ daysLate: 6, tone: 'late' });
  });
});

describe('the day of a moment', () => {
  test.each([
    ['2026-03-06T01:30:00Z', 'America/Los_Angeles', '2026-03-05'],
    ['2026-03-06T01:30:00Z', 'Asia/Shanghai', '2026-03-06'],
    ['2026-03-06T01:30:00.123Z', 'UTC', '2026-03-06'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(localDateOf(instant, zone)).toBe(date);
  });

  test('throws for a zone that was never parsed', () => {
    expect(() => localDateOf('2026-03-06T01:30:00Z', 'Mars/Olympus')).toThrow(RangeError);
  });
});
