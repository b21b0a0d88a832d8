import { describe, expect, test } from 'vitest';
import { applicationDeadline, inspectionDeadline } from '../../../shared/deadlines/clocks.ts';
import {
  londonCalendar,
  losAngelesCalendar,
  newYorkCalendar,
  shanghaiCalendar,
} from '../../builders/aCalendar.ts';
import { aContract } from '../../builders/aContract.ts';
import { aPolicy } from '../../builders/aPolicy.ts';

const countsReceiptDay = aContract({ inspection: { receiptDayCounts: true, cutOff: null } });

describe('seven working days after the goods are received', () => {
  test.each([
    ['Wed 2026-11-18, New York', '2026-11-18T15:00:00Z', newYorkCalendar(), null, '2026-11-30'],
    [
      'the same, day of receipt counted',
      '2026-11-18T15:00:00Z',
      newYorkCalendar(),
      countsReceiptDay,
      '2026-11-27',
    ],
    ['Fri 2026-12-18, London', '2026-12-18T10:00:00Z', londonCalendar(), null, '2026-12-31'],
    ['Fri 2025-09-26, Shanghai', '2025-09-26T02:00:00Z', shanghaiCalendar(), null, '2025-10-13'],
    [
      'Thu 2026-03-05 17:30, Los Angeles, already Friday in UTC',
      '2026-03-06T01:30:00Z',
      losAngelesCalendar(),
      null,
      '2026-03-16',
    ],
    ['Sat 2026-03-07', '2026-03-07T18:00:00Z', losAngelesCalendar(), null, '2026-03-17'],
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

  test('the client has 14 working days to apply from Thu 2026-03-05: until Wed 2026-03-25', () => {
    const deadline = applicationDeadline({
      clientReceivedOn: '2026-03-05',
      period: { days: 14, kind: 'workingDays', receiptDayCounts: false },
      calendar: newYorkCalendar(),
    });
    expect(deadline.ok && deadline.value.dueOn).toBe('2026-03-25');
  });
});
