import { describe, expect, test } from 'vitest';
import { inspectionDeadline } from '../../../shared/deadlines/clocks.ts';
import type { Deadline } from '../../../shared/deadlines/deadline.ts';
import { predictedBreach, type QueuedCase } from '../../../shared/deadlines/predictedBreach.ts';
import { newYorkCalendar } from '../../builders/cases/aCalendar.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';

const calendar = newYorkCalendar();
const pace = { casesPerHour: 2, shift: { from: '08:00', until: '16:00' } };

/** Due seven working days after the arrival. */
function dueAfter(arrivedOn: string): Deadline {
  const deadline = inspectionDeadline({
    arrivedAt: `${arrivedOn}T15:00:00Z`,
    calendar,
    contract: null,
    policy: aPolicy(),
    pauses: [],
  });
  if (!deadline.ok) throw new Error('no deadline');
  return deadline.value;
}

const monday = dueAfter('2026-11-18');
const friday = dueAfter('2026-11-17');

function queued(
  caseId: string,
  deadline: Deadline = monday,
  waitsFor: QueuedCase['waitsFor'] = 'work',
): QueuedCase {
  return { caseId, deadline, waitsFor };
}

/** "now" in New York, five hours behind UTC. */
function forecast(queue: readonly QueuedCase[], now: string, casesPerHour = pace.casesPerHour) {
  return predictedBreach({ queue, now, pace: { ...pace, casesPerHour }, calendar });
}

describe('which cases will miss their deadline at this pace', () => {
  test('work takes its time within the shift, nearest deadline first', () => {
    const said = forecast([queued('b'), queued('a'), queued('z', friday)], '2026-11-27T14:00:00Z');
    expect(said).toEqual({
      ok: true,
      value: {
        cases: [
          {
            caseId: 'z',
            readyAt: '2026-11-27T14:30:00Z',
            sendBy: '2026-11-27T21:00:00Z',
            risk: 'none',
          },
          {
            caseId: 'a',
            readyAt: '2026-11-27T15:00:00Z',
            sendBy: '2026-11-30T21:00:00Z',
            risk: 'none',
          },
          {
            caseId: 'b',
            readyAt: '2026-11-27T15:30:00Z',
            sendBy: '2026-11-30T21:00:00Z',
            risk: 'none',
          },
        ],
        breached: 0,
        willBreach: 0,
        unsent: 0,
        sendBy: null,
      },
    });
  });

  test('before the shift it waits for the shift, after it for the next working day', () => {
    const readyAt = (now: string) => {
      const said = forecast([queued('a')], now);
      return said.ok && said.value.cases[0]?.readyAt;
    };
    expect(readyAt('2026-11-25T09:00:00Z')).toBe('2026-11-25T13:30:00Z');
    expect(readyAt('2026-11-25T20:40:00Z')).toBe('2026-11-27T13:10:00Z');
    expect(readyAt('2026-11-25T20:30:00Z')).toBe('2026-11-25T21:00:00Z');
    expect(readyAt('2026-11-25T23:00:00Z')).toBe('2026-11-27T13:30:00Z');
    expect(readyAt('2026-11-27T14:00:30Z')).toBe('2026-11-27T14:30:30Z');
  });

  test('the cases the queue cannot reach in time are told', () => {
    const queue = Array.from({ length: 20 }, (_, n) =>
      queued(`case-${String(n).padStart(2, '0')}`),
    );
    const said = forecast(queue, '2026-11-30T13:00:00Z');
    expect(said.ok && [said.value.willBreach, said.value.breached]).toEqual([4, 0]);
    expect(said.ok && said.value.cases.map((c) => c.risk).indexOf('willBreach')).toBe(16);
  });

  test('what is past its deadline is breached, from the first late moment on', () => {
    const risk = (now: string) => {
      const said = forecast([queued('a')], now);
      return said.ok && said.value.cases[0]?.risk;
    };
    expect(risk('2026-12-01T05:00:00Z')).toBe('breached');
    expect(risk('2026-12-01T04:59:59Z')).toBe('willBreach');
    expect(risk('2026-12-03T15:00:00Z')).toBe('breached');
  });

  test('finished cases breach only if they are not sent; by when is told', () => {
    const said = forecast(
      [queued('a', monday, 'send'), queued('b', friday, 'send'), queued('c')],
      '2026-11-27T14:00:00Z',
    );
    expect(said.ok && said.value).toMatchObject({
      unsent: 2,
      sendBy: '2026-11-27T21:00:00Z',
      willBreach: 0,
      cases: [
        { caseId: 'b', readyAt: null, risk: 'onlyIfNotSent' },
        { caseId: 'a', readyAt: null, risk: 'onlyIfNotSent' },
        { caseId: 'c', readyAt: '2026-11-27T14:30:00Z', risk: 'none' },
      ],
    });
  });

  test('an unsent case past its deadline is breached like any other', () => {
    const said = forecast([queued('a', monday, 'send')], '2026-12-01T05:00:00Z');
    expect(said.ok && said.value).toMatchObject({ breached: 1, unsent: 0, sendBy: null });
  });

  test('work that reaches beyond the calendar will be late', () => {
    const said = forecast([queued('a')], '2026-11-27T14:00:00Z', 0.0001);
    expect(said.ok && said.value.cases[0]).toMatchObject({ readyAt: null, risk: 'willBreach' });
  });

  test('an empty queue is no worry', () => {
    expect(forecast([], '2026-11-27T14:00:00Z')).toEqual({
      ok: true,
      value: { cases: [], breached: 0, willBreach: 0, unsent: 0, sendBy: null },
    });
  });
});

describe('what cannot be forecast', () => {
  test.each([0, -1, Number.POSITIVE_INFINITY, Number.NaN])('a pace of %f', (casesPerHour) => {
    expect(forecast([queued('a')], '2026-11-27T14:00:00Z', casesPerHour)).toEqual({
      ok: false,
      refusal: { code: 'badPace', field: 'pace.casesPerHour', found: casesPerHour },
    });
  });

  test.each([
    ['16:00', '08:00'],
    ['08:00', '08:00'],
    ['8:00', '16:00'],
    ['08:00', '24:00'],
    ['08:00', '16:60'],
    ['08:00x', '16:00'],
    ['x08:00', '16:00'],
    ['108:00', '16:00'],
    ['08:001', '16:00'],
  ])('a shift from %s to %s', (from, until) => {
    expect(
      predictedBreach({
        queue: [],
        now: '2026-11-27T14:00:00Z',
        pace: { casesPerHour: 2, shift: { from, until } },
        calendar,
      }),
    ).toEqual({
      ok: false,
      refusal: { code: 'badShift', field: 'pace.shift', found: `${from}–${until}` },
    });
  });

  test('a moment that is none, a day before the calendar', () => {
    expect(forecast([queued('a')], 'soon')).toEqual({
      ok: false,
      refusal: { code: 'badDate', field: 'now', found: 'soon' },
    });
    expect(forecast([queued('a')], '2024-11-27T14:00:00Z')).toMatchObject({
      refusal: { code: 'calendarStartsLater' },
    });
  });
});
