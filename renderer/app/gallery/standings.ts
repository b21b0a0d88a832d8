import type { DeadlineStanding, ProofDay } from '../../../shared/deadlines/deadline.ts';
import { SiteId } from '../../../shared/ids.ts';

const thanksgiving: readonly ProofDay[] = [
  { date: '2026-11-18', kind: 'receipt' },
  { date: '2026-11-19', kind: 'counted', number: 1, extra: false },
  { date: '2026-11-20', kind: 'counted', number: 2, extra: false },
  { date: '2026-11-21', kind: 'skipped', why: { kind: 'weekend' } },
  { date: '2026-11-22', kind: 'skipped', why: { kind: 'weekend' } },
  { date: '2026-11-23', kind: 'counted', number: 3, extra: false },
  { date: '2026-11-24', kind: 'counted', number: 4, extra: false },
  { date: '2026-11-25', kind: 'counted', number: 5, extra: false },
  { date: '2026-11-26', kind: 'skipped', why: { kind: 'holiday', name: 'Thanksgiving' } },
  { date: '2026-11-27', kind: 'counted', number: 6, extra: false },
  { date: '2026-11-28', kind: 'skipped', why: { kind: 'weekend' } },
  { date: '2026-11-29', kind: 'skipped', why: { kind: 'weekend' } },
  { date: '2026-11-30', kind: 'counted', number: 7, extra: false },
];

/** The day by day proof of a case received in New York the week before Thanksgiving 2026. */
export function aStanding(change: Partial<DeadlineStanding>): DeadlineStanding {
  return {
    deadline: {
      clock: 'inspection',
      startedOn: '2026-11-18',
      dueOn: '2026-11-30',
      dueBefore: '2026-12-01T05:00:00.000Z',
      length: 7,
      days: thanksgiving,
      zone: 'America/New_York',
      calendarVersion: 3,
      counted: 'workingDays',
      calendar: {
        siteId: SiteId.parse('site:nyc'),
        version: 3,
        timeZone: 'America/New_York',
        weekendDays: [6, 7],
        holidays: [{ date: '2026-11-26', name: 'Thanksgiving' }],
        closures: [],
        extraWorkingDays: [],
        validFrom: '2026-01-01',
        validUntil: '2027-12-31',
      },
      movedFrom: null,
      provisionalFrom: null,
    },
    today: '2026-11-23',
    daysUsed: 2,
    daysLeft: 5,
    daysLate: 0,
    tone: 'rest',
    endedOn: null,
    ...change,
  };
}

export const standings = {
  rest: aStanding({}),
  soon: aStanding({ today: '2026-11-27', daysUsed: 5, daysLeft: 2, tone: 'soon' }),
  urgent: aStanding({ today: '2026-11-30', daysUsed: 6, daysLeft: 1, tone: 'urgent' }),
  late: aStanding({ today: '2026-12-01', daysUsed: 7, daysLeft: 0, daysLate: 1, tone: 'late' }),
  met: aStanding({
    today: '2026-11-25',
    endedOn: '2026-11-25',
    daysUsed: 4,
    daysLeft: 3,
    tone: 'met',
  }),
} as const;
