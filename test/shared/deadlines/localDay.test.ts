import { describe, expect, test } from 'vitest';
import { endOfDay, localDateOf, localMomentOf } from '../../../shared/deadlines/localDay.ts';

let asked = 0;
/** Never the same twice: answers are kept, and a kept one proves nothing. */
function freshly(): number {
  asked += 1;
  return asked;
}

describe('A moment at a site', () => {
  const millisecond = () => String(freshly() % 1000).padStart(3, '0');

  test('has its day and its time by the clock on the wall, to the millisecond', () => {
    const ms = millisecond();
    expect(localMomentOf(`2026-03-06T01:30:00.${ms}Z`, 'America/Los_Angeles', 'at')).toEqual({
      ok: true,
      value: { date: '2026-03-05', time: `17:30:00.${ms}` },
    });
    expect(localDateOf(`2026-03-06T01:30:00.${ms}Z`, 'America/Los_Angeles')).toBe('2026-03-05');
    expect(localDateOf(`2026-03-06T01:30:00.${ms}Z`, 'Asia/Shanghai')).toBe('2026-03-06');
  });

  test('on the full second has three digits all the same: the cut-off hour is compared with them', () => {
    const moment = localMomentOf('2026-03-06T01:30:00Z', 'Etc/GMT+3', 'at');
    expect(moment.ok && moment.value.time).toBe('22:30:00.000');
  });

  test('in a zone nobody knows is refused, and the zone named', () => {
    const found = `Mars/Crater${freshly()}`;
    const refused = {
      ok: false,
      refusal: { code: 'badZone', field: 'calendar.timeZone', found },
    };
    expect(localMomentOf('2026-03-06T01:30:00Z', found, 'at')).toEqual(refused);
    expect(endOfDay('2026-03-06', found)).toEqual(refused);
  });

  test('that is none is refused by its field', () => {
    expect(localMomentOf('noon', 'UTC', 'arrivedAt')).toEqual({
      ok: false,
      refusal: { code: 'badDate', field: 'arrivedAt', found: 'noon' },
    });
  });
});

describe('A day ends', () => {
  test('at midnight of the site', () => {
    const year = 2010 + (freshly() % 60);
    expect(endOfDay(`${year}-11-18`, 'America/New_York')).toEqual({
      ok: true,
      value: `${year}-11-19T05:00:00Z`,
    });
  });

  test('an hour later where summer time skips midnight', () => {
    expect(endOfDay('2015-10-17', 'America/Sao_Paulo')).toEqual({
      ok: true,
      value: '2015-10-18T03:00:00Z',
    });
  });
});
