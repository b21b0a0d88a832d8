import { expect, test } from 'vitest';
import { calendarEnd } from '../../../shared/deadlines/calendarEnd.ts';
import { aCalendar } from '../../builders/cases/aCalendar.ts';

const until = (validUntil: string) => calendarEnd(aCalendar({ validUntil }), '2026-11-29');

test('a site without a calendar is told that it has none', () => {
  expect(calendarEnd(null, '2026-11-29')).toEqual({ kind: 'missing' });
});

test('a calendar is to be renewed from 89 days before its last day, and counts on when it is over', () => {
  expect(until('2027-02-27')).toEqual({ kind: 'fine', on: '2027-02-27', daysLeft: 90 });
  expect(until('2027-02-26')).toEqual({ kind: 'ends', on: '2027-02-26', daysLeft: 89 });
  expect(until('2026-11-29')).toEqual({ kind: 'ends', on: '2026-11-29', daysLeft: 0 });
  expect(until('2026-11-27')).toEqual({ kind: 'ends', on: '2026-11-27', daysLeft: -2 });
});
