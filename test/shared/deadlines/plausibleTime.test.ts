import { describe, expect, test } from 'vitest';
import { plausibleDay, plausibleTime } from '../../../shared/deadlines/plausibleTime.ts';

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
    const { instant, doubt } = plausibleTime(recorded, acceptedAt);
    expect(Math.abs(Date.parse(instant) - truth)).toBeLessThanOrEqual(60_000);
    expect(doubt).toBe(Math.abs(skew) > 120_000 ? 'off' : null);
  });

  test('a time in the future that nothing explains is taken for the moment it was accepted', () => {
    const stepped = { utc: at(truth + 730 * day), offsetMs: 0 };
    expect(plausibleTime(stepped, acceptedAt)).toEqual({ instant: acceptedAt, doubt: 'ahead' });
    const never = { utc: at(truth + 730 * day), offsetMs: null };
    expect(plausibleTime(never, acceptedAt)).toEqual({ instant: acceptedAt, doubt: 'ahead' });
  });

  test('a clock within two minutes is believed to the millisecond', () => {
    const utc = at(truth);
    expect(plausibleTime({ utc, offsetMs: 120_000 }, acceptedAt)).toEqual({
      instant: utc,
      doubt: null,
    });
  });

  test('the hour that happens twice in autumn is two different hours', () => {
    const first = plausibleTime({ utc: '2026-11-01T05:30:00.000Z', offsetMs: 0 }, acceptedAt);
    const second = plausibleTime({ utc: '2026-11-01T06:30:00.000Z', offsetMs: 0 }, acceptedAt);
    expect(first.instant).not.toBe(second.instant);
  });

  test('a clock that was reset years back is not believed beyond the last contact with central', () => {
    const knownAfter = at(truth - hour);
    const reset = { utc: '2019-01-01T00:00:00.000Z', offsetMs: 0, knownAfter };
    expect(plausibleTime(reset, acceptedAt)).toEqual({ instant: knownAfter, doubt: 'behind' });
    expect(plausibleTime(reset, null)).toEqual({ instant: knownAfter, doubt: 'behind' });
  });

  test('where nobody noted the last contact, nothing is older than a year when it is accepted', () => {
    const reset = { utc: '2019-01-01T00:00:00.000Z', offsetMs: null };
    const { instant, doubt } = plausibleTime(reset, acceptedAt);
    expect([instant.slice(0, 10), doubt]).toEqual(['2025-11-19', 'behind']);
    expect(plausibleTime(reset, null)).toEqual({ instant: reset.utc, doubt: null });
  });

  test('months without a line are believed: the clock was right at the last contact', () => {
    const utc = at(truth - 150 * day);
    const knownAfter = at(truth - 151 * day);
    expect(plausibleTime({ utc, offsetMs: 0, knownAfter }, acceptedAt)).toEqual({
      instant: utc,
      doubt: null,
    });
  });

  test('two minutes before the last contact, and after the acceptance, are within what clocks differ', () => {
    const knownAfter = at(truth);
    const told = (utc: string, notAfter: string | null) =>
      plausibleTime({ utc, offsetMs: 0, knownAfter }, notAfter).doubt;
    expect(told(at(truth - 120_000), null)).toBe(null);
    expect(told(at(truth - 120_001), null)).toBe('behind');
    expect(told(at(truth + hour + 120_000), at(truth + hour))).toBe(null);
    expect(told(at(truth + hour + 120_001), at(truth + hour))).toBe('ahead');
  });

  test('accepted before the contact that the station remembers, it counts from the acceptance', () => {
    const reset = { utc: '2019-01-01T00:00:00.000Z', offsetMs: 0, knownAfter: at(truth + hour) };
    expect(plausibleTime(reset, at(truth)).instant).toBe(at(truth));
    expect(plausibleTime(reset, at(truth + 2 * hour)).instant).toBe(at(truth + hour));
  });

  test('nothing that is said to have been heard makes a record older than a year', () => {
    const told = {
      utc: '1971-03-01T10:00:00.000Z',
      offsetMs: 0,
      knownAfter: '1970-01-01T00:00:00.000Z',
    };
    const { instant, doubt } = plausibleTime(told, acceptedAt);
    expect(doubt).toBe('behind');
    expect(instant).toBe(at(Date.parse(acceptedAt) - 366 * day));
  });

  test('a day that is none of its moment, and a zone nobody knows, are not believed', () => {
    const recorded = { utc: at(truth), offsetMs: 0, monotonicMs: 0, bootId: '' };
    const los = { ...recorded, zone: 'America/Los_Angeles' };
    expect(plausibleDay({ ...los, localDate: '0001-01-01' }, acceptedAt)).toBe('2026-11-18');
    const nowhere = { ...recorded, zone: 'Mars/Phobos', localDate: '9999-12-31' };
    expect(plausibleDay(nowhere, acceptedAt)).toBe('2026-11-18');
  });

  test('as a day it is the recorded one while it is believed, and else the day of the corrected moment', () => {
    const recorded = {
      zone: 'America/Los_Angeles',
      localDate: '2026-11-17',
      monotonicMs: 0,
      bootId: '',
    };
    const believed = { ...recorded, utc: at(truth), offsetMs: 0 };
    expect(plausibleDay(believed, acceptedAt)).toBe('2026-11-17');
    const fast = { ...recorded, utc: at(truth + 3 * day), offsetMs: -3 * day };
    expect(plausibleDay(fast, acceptedAt)).toBe('2026-11-18');
  });
});
