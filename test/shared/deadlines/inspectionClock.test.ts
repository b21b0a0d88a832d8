import { describe, expect, test } from 'vitest';
import { type ClockedCase, inspectionClock } from '../../../shared/deadlines/inspectionClock.ts';
import { noCalendar } from '../../../shared/deadlines/noCalendar.ts';
import { decideCase } from '../../../shared/policy/decide/decideCase.ts';
import { newYorkCalendar, shanghaiCalendar } from '../../builders/cases/aCalendar.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import { aPolicyInput } from '../../builders/cases/aPolicyInput.ts';
import { factId } from '../../builders/cases/ids.ts';
import { anArrival, recordedOn } from '../../builders/cases/recordedFacts.ts';

const day = 86_400_000;

function aClockedCase(overrides: Partial<ClockedCase> = {}): ClockedCase {
  return {
    arrivals: [anArrival()],
    acceptedAt: new Map(),
    clockHolds: [],
    calendar: newYorkCalendar(),
    contract: aContract(),
    policy: aPolicy(),
    ...overrides,
  };
}

function told(overrides: Partial<ClockedCase>) {
  const clock = inspectionClock(aClockedCase(overrides), '2026-11-20');
  if (clock === null) return 'no clock';
  return clock.ok
    ? [clock.value.arrivedOn, clock.value.deadline.dueOn, clock.value.corrected?.why ?? null]
    : [clock.refusal.arrivedOn, clock.refusal.why.code, clock.refusal.corrected?.why ?? null];
}

describe('one inspection clock for list, verdict, board, register and refund', () => {
  test('without goods there is none', () => {
    expect(told({ arrivals: [] })).toBe('no clock');
  });

  test('received Wed 2026-11-18 in New York it runs until Mon 2026-11-30', () => {
    expect(told({})).toEqual(['2026-11-18', '2026-11-30', null]);
  });

  test('of two arrivals the earliest plausible one starts it, whatever their clocks said', () => {
    const slow = anArrival({
      id: factId('slow'),
      at: { ...recordedOn('2024-11-18'), offsetMs: 731 * day },
    });
    expect(told({ arrivals: [slow, anArrival()] })).toEqual(['2026-11-18', '2026-11-30', null]);
  });

  test('a station clock five days fast moves neither the list nor the clause', () => {
    const fast = anArrival({ at: { ...recordedOn('2026-11-23'), offsetMs: -5 * day } });
    expect(told({ arrivals: [fast] })).toEqual(['2026-11-18', '2026-11-30', 'off']);
    const decided = decideCase(aPolicyInput({ arrivals: [fast] }));
    expect(
      decided.ok && decided.value.clauses.find(({ clause }) => clause === 'III-INSPECT')?.why,
    ).toEqual({
      code: 'inspect.running',
      data: { arrivedOn: '2026-11-18', dueOn: '2026-11-30' },
    });
  });

  test('what central accepted before it was recorded counts as accepted, in the clause too', () => {
    const ahead = anArrival({ at: { ...recordedOn('2026-12-08'), offsetMs: null } });
    const acceptedAt = new Map([[ahead.id as string, '2026-11-18T15:00:05.000Z']]);
    expect(told({ arrivals: [ahead], acceptedAt })).toEqual(['2026-11-18', '2026-11-30', 'ahead']);
    const decided = decideCase(aPolicyInput({ arrivals: [ahead], acceptedAt }));
    expect(
      decided.ok && decided.value.clauses.find(({ clause }) => clause === 'III-INSPECT')?.why.data,
    ).toEqual({ arrivedOn: '2026-11-18', dueOn: '2026-11-30' });
  });

  test('a station clock reset years back does not take the case out of every calendar', () => {
    const reset = anArrival({
      at: { ...recordedOn('2019-01-01'), knownAfter: '2026-11-18T14:00:00.000Z' },
    });
    expect(told({ arrivals: [reset] })).toEqual(['2026-11-18', '2026-11-30', 'behind']);
  });

  test('days beyond the calendar are not counted, and the reason is kept', () => {
    expect(told({ calendar: newYorkCalendar({ validUntil: '2026-11-25' }) })).toEqual([
      '2026-11-18',
      'calendarEnds',
      null,
    ]);
    expect(told({ calendar: newYorkCalendar({ validFrom: '2026-11-20' }) })).toEqual([
      '2026-11-18',
      'calendarStartsLater',
      null,
    ]);
    expect(told({ calendar: noCalendar('site-1') })).toEqual(['2026-11-18', 'noCalendar', null]);
  });

  test('a last day among holidays that nobody has published yet says so', () => {
    const calendar = shanghaiCalendar({
      validUntil: '2027-12-31',
      unpublished: [{ from: '2027-01-01', until: '2027-12-31' }],
    });
    const clock = inspectionClock(
      aClockedCase({ calendar, arrivals: [anArrival({ at: recordedOn('2026-12-28') })] }),
      '2026-12-29',
    );
    expect(clock?.ok && clock.value.deadline.provisionalFrom).toBe('2027-01-01');
  });

  // biome-ignore format: one stretch a line
  test.each([
    ['ends the day before the goods came', '2026-11-01', '2026-11-17', null],
    ['ends the day the goods came', '2026-11-01', '2026-11-18', '2026-11-18'],
    ['is the last day alone', '2026-11-30', '2026-11-30', '2026-11-30'],
    ['begins after the last day', '2026-12-01', '2026-12-31', null],
  ])('where what is unpublished %s', (_, from, until, first) => {
    const clock = inspectionClock(
      aClockedCase({ calendar: newYorkCalendar({ unpublished: [{ from, until }] }) }),
      '2026-11-20',
    );
    expect(clock?.ok && clock.value.deadline.provisionalFrom).toBe(first);
  });

  test('a moment that is none is refused by name', () => {
    const clock = inspectionClock(
      aClockedCase({ arrivals: [anArrival({ at: { ...recordedOn('2026-11-18'), utc: 'noon' } })] }),
      '2026-11-20',
    );
    expect(clock?.ok === false && clock.refusal).toMatchObject({
      arrivedOn: null,
      why: { code: 'badDate', field: 'arrivedAt', found: 'noon' },
    });
  });
});

describe('a case whose days cannot be counted', () => {
  test.each([
    ['ends', newYorkCalendar({ validUntil: '2026-11-25' })],
    ['begins after the goods came', newYorkCalendar({ validFrom: '2026-11-20' })],
    ['is missing', noCalendar('site-1')],
  ])('is decided although the calendar %s', (_, calendar) => {
    const decided = decideCase(aPolicyInput({ calendar }));
    expect(
      decided.ok && decided.value.clauses.find(({ clause }) => clause === 'III-INSPECT'),
    ).toMatchObject({
      fired: false,
      why: { code: 'inspect.notCounted', data: { arrivedOn: '2026-11-18' } },
    });
    expect(decided.ok && decided.value.refundAmount > 0).toBe(calendar.validUntil === '2026-11-25');
  });

  test('a person says whether a client applied in time where no calendar counts it', () => {
    const calendar = newYorkCalendar({ validFrom: '2026-11-20' });
    const asked = decideCase(aPolicyInput({ calendar }));
    expect(
      asked.ok && asked.value.questions.map(({ question, why }) => [question, why.data]),
    ).toEqual([['noReturnPeriod', { field: 'calendar' }]]);
    const answered = decideCase(
      aPolicyInput({
        calendar,
        answers: [
          {
            question: 'noReturnPeriod',
            unitGroupId: null,
            answer: 'treatAsInTime',
            reason: 'Seen',
          },
        ],
      }),
    );
    expect(answered.ok && [answered.value.standing, answered.value.refundAmount]).toEqual([
      'upheld',
      125_000,
    ]);
  });
});
