import { describe, expect, test } from 'vitest';
import { earliestPlausible, plausibleTime } from '../../../shared/deadlines/plausibleTime.ts';

const hour = 3_600_000;
const day = 24 * hour;
const truth = Date.parse('2026-11-18T15:00:00.000Z');
const at = (ms: number) => new Date(ms).toISOString();
const acceptedAt = at(truth + 2 * day);

describe('When something happened is told by central’s clock', () => {
  test.each([
    ['right', 0],
    ['a minute slow', -60_000],
    ['an hour slow', -hour],
    ['an hour fast', hour],
    ['two years slow', -730 * day],
    ['two years fast', 730 * day],
  ])('although the station’s was %s', (_, skew) => {
    const recorded = { utc: at(truth + skew), offsetMs: -skew };
    const { instant, isDoubtful } = plausibleTime(recorded, acceptedAt);
    expect(Math.abs(Date.parse(instant) - truth)).toBeLessThanOrEqual(60_000);
    expect(isDoubtful).toBe(Math.abs(skew) > 120_000);
  });

  test('a time in the future that nothing explains is taken for the moment it was accepted', () => {
    const stepped = { utc: at(truth + 730 * day), offsetMs: 0 };
    expect(plausibleTime(stepped, acceptedAt)).toEqual({ instant: acceptedAt, isDoubtful: true });
    const never = { utc: at(truth + 730 * day), offsetMs: null };
    expect(plausibleTime(never, acceptedAt)).toEqual({ instant: acceptedAt, isDoubtful: true });
  });

  test('a clock within two minutes is believed to the millisecond', () => {
    const utc = at(truth);
    expect(plausibleTime({ utc, offsetMs: 120_000 }, acceptedAt)).toEqual({
      instant: utc,
      isDoubtful: false,
    });
  });

  test('the hour that happens twice in autumn is two different hours', () => {
    const first = plausibleTime({ utc: '2026-11-01T05:30:00.000Z', offsetMs: 0 }, acceptedAt);
    const second = plausibleTime({ utc: '2026-11-01T06:30:00.000Z', offsetMs: 0 }, acceptedAt);
    expect(earliestPlausible([second, first])).toBe(first);
  });

  test('of several arrivals the earliest plausible one counts, whatever their clocks said', () => {
    const slowClock = plausibleTime(
      { utc: at(truth - 730 * day), offsetMs: 730 * day + hour },
      acceptedAt,
    );
    const rightClock = plausibleTime({ utc: at(truth), offsetMs: 0 }, acceptedAt);
    expect(earliestPlausible([slowClock, rightClock])).toBe(rightClock);
    expect(earliestPlausible([])).toBeNull();
  });
});
