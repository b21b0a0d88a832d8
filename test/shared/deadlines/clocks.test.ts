import { describe, expect, test } from 'vitest';
import { inspectionDeadline } from '../../../shared/deadlines/clocks.ts';
import { pausesOf } from '../../../shared/deadlines/pauses.ts';
import {
  aCalendar,
  londonCalendar,
  losAngelesCalendar,
  newYorkCalendar,
  shanghaiCalendar,
} from '../../builders/cases/aCalendar.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';

const countsReceiptDay = aContract({ inspection: { receiptDayCounts: true, cutOff: null } });
const cutOffAtFour = aContract({ inspection: { receiptDayCounts: false, cutOff: '16:00' } });

describe('seven working days after the goods are received', () => {
  // biome-ignore format: one vector a line
  test.each([
    ['Wed 2026-11-18, New York', '2026-11-18T15:00:00Z', newYorkCalendar(), null, '2026-11-30'],
    ['the same, day of receipt counted', '2026-11-18T15:00:00Z', newYorkCalendar(), countsReceiptDay, '2026-11-27'],
    ['Fri 2026-12-18, London', '2026-12-18T10:00:00Z', londonCalendar(), null, '2026-12-31'],
    ['Fri 2025-09-26, Shanghai', '2025-09-26T02:00:00Z', shanghaiCalendar(), null, '2025-10-13'],
    ['Thu 2026-03-05 17:30, Los Angeles, already Friday in UTC', '2026-03-06T01:30:00Z', losAngelesCalendar(), null, '2026-03-16'],
    ['Sat 2026-03-07', '2026-03-07T18:00:00Z', losAngelesCalendar(), null, '2026-03-17'],
    ['at the cut-off hour to the millisecond, still that day', '2026-11-18T21:00:00.000Z', newYorkCalendar(), cutOffAtFour, '2026-11-30'],
    ['a millisecond behind the cut-off hour, the next day', '2026-11-18T21:00:00.001Z', newYorkCalendar(), cutOffAtFour, '2026-12-01'],
  ])('%s', (_, arrivedAt, calendar, contract, due) => {
    const deadline = inspectionDeadline({
      arrivedAt,
      calendar,
      contract,
      policy: aPolicy(),
      pauses: [],
    });
    expect(deadline.ok && deadline.value.dueOn).toBe(due);
  });

  test('the deadline carries all it was computed from', () => {
    const calendar = newYorkCalendar({ version: 4 });
    const deadline = inspectionDeadline({
      arrivedAt: '2026-11-18T22:00:00Z',
      calendar,
      contract: cutOffAtFour,
      policy: aPolicy({ inspectionWorkingDays: 1 }),
      pauses: [],
    });
    expect(deadline).toEqual({
      ok: true,
      value: {
        clock: 'inspection',
        startedOn: '2026-11-19',
        dueOn: '2026-11-20',
        dueBefore: '2026-11-21T05:00:00Z',
        length: 1,
        days: [
          { date: '2026-11-18', kind: 'skipped', why: { kind: 'cutOff', at: '16:00' } },
          { date: '2026-11-19', kind: 'receipt' },
          { date: '2026-11-20', kind: 'counted', number: 1, extra: false },
        ],
        zone: 'America/New_York',
        calendarVersion: 4,
        counted: 'workingDays',
        calendar,
        movedFrom: null,
        provisionalFrom: null,
      },
    });
  });

  test('before the cut-off hour nothing is skipped', () => {
    const deadline = inspectionDeadline({
      arrivedAt: '2026-11-18T15:00:00Z',
      calendar: newYorkCalendar(),
      contract: cutOffAtFour,
      policy: aPolicy(),
      pauses: [],
    });
    expect(deadline.ok && deadline.value.days[0]).toEqual({ date: '2026-11-18', kind: 'receipt' });
  });

  test('the end of the last day follows summer time', () => {
    const endOf = (arrivedAt: string) => {
      const deadline = inspectionDeadline({
        arrivedAt,
        calendar: losAngelesCalendar(),
        contract: null,
        policy: aPolicy({ inspectionWorkingDays: 1 }),
        pauses: [],
      });
      return deadline.ok && deadline.value.dueBefore;
    };
    expect(endOf('2026-03-05T20:00:00Z')).toBe('2026-03-07T08:00:00Z');
    expect(endOf('2026-03-08T20:00:00Z')).toBe('2026-03-10T07:00:00Z');
  });

  test('a hold that pauses the clock moves the deadline by its whole days', () => {
    const pauses = pausesOf(
      [{ heldOn: '2026-11-19', releasedOn: '2026-11-24', reason: 'awaitingClient' }],
      '2026-11-25',
    );
    const deadline = inspectionDeadline({
      arrivedAt: '2026-11-18T15:00:00Z',
      calendar: newYorkCalendar(),
      contract: null,
      policy: aPolicy(),
      pauses,
    });
    expect(deadline.ok && deadline.value.dueOn).toBe('2026-12-02');
  });

  const inspected = (overrides: Partial<Parameters<typeof inspectionDeadline>[0]>) =>
    inspectionDeadline({
      arrivedAt: '2026-11-18T15:00:00Z',
      calendar: aCalendar(),
      contract: null,
      policy: aPolicy(),
      pauses: [],
      ...overrides,
    });

  test('a zone nobody knows, a moment that is none and a calendar that ends are named', () => {
    expect(inspected({ calendar: aCalendar({ timeZone: 'Mars/Olympus' }) })).toEqual({
      ok: false,
      refusal: { code: 'badZone', field: 'calendar.timeZone', found: 'Mars/Olympus' },
    });
    expect(inspected({ arrivedAt: 'yesterday' })).toEqual({
      ok: false,
      refusal: { code: 'badDate', field: 'arrivedAt', found: 'yesterday' },
    });
    expect(inspected({ calendar: aCalendar({ validUntil: '2026-11-26' }) })).toEqual({
      ok: false,
      refusal: { code: 'calendarEnds', field: 'calendar.validUntil', validUntil: '2026-11-26' },
    });
  });
});

describe('holds as pauses', () => {
  const hold = { heldOn: '2026-11-18', reason: 'hazard' };

  // biome-ignore format: one hold a line
  test.each([
    ['the days of hold and release count, those between do not', '2026-11-23', [{ from: '2026-11-19', until: '2026-11-22', reason: 'hazard' }]],
    ['one whole day', '2026-11-20', [{ from: '2026-11-19', until: '2026-11-19', reason: 'hazard' }]],
    ['released the next day: no whole day', '2026-11-19', []],
    ['released the same day: no whole day', '2026-11-18', []],
    ['still held: up to yesterday', null, [{ from: '2026-11-19', until: '2026-11-24', reason: 'hazard' }]],
  ])('%s', (_, releasedOn, pauses) => {
    expect(pausesOf([{ ...hold, releasedOn }], '2026-11-25')).toEqual(pauses);
  });
});
