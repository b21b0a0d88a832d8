import { describe, expect, test } from 'vitest';
import { readIcs } from '../../../central/calendars/readIcs.ts';
import { reviseCalendar } from '../../../central/calendars/reviseCalendar.ts';
import type { GiveCalendar } from '../../../shared/sync/calendarApi.ts';

const wished = (wish: Partial<GiveCalendar>) =>
  reviseCalendar({
    key: 'site-1',
    old: null,
    timeZone: 'America/Toronto',
    today: '2026-11-29',
    wish: { by: 'Ada', why: 'A new site', country: 'CA', region: 'ON', ...wish },
  });

const ics = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//EN',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      ...event
        .trim()
        .split('\n')
        .map((l) => l.trim()),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

describe('days off from an iCalendar file', () => {
  const daysIn = (text: string) => {
    const read = readIcs(text, { from: '2024-01-01', until: '2028-12-31', zone: 'Europe/Berlin' });
    return read.ok ? read.value : read.refusal;
  };

  test('whole days, several on end, folded lines and escaped commas', () => {
    expect(
      daysIn(
        ics(
          'UID:1\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Works holidays\\, all site',
          'UID:2\nDTSTART;VALUE=DATE:20270101\nSUMMARY:New Year',
        ),
      ),
    ).toEqual({
      days: [
        ...['24', '25', '26'].map((d) => ({
          date: `2026-12-${d}`,
          name: 'Works holidays, all site',
        })),
        { date: '2027-01-01', name: 'New Year' },
      ],
      leftOut: [],
    });
  });

  test('what repeats each year, but for what is taken out of it', () => {
    const read = daysIn(
      ics(
        'UID:1\nDTSTART;VALUE=DATE:20251231\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20261231\nSUMMARY:Stocktaking',
      ),
    );
    expect('days' in read && read.days.map(({ date }) => date)).toEqual([
      '2025-12-31',
      '2027-12-31',
      '2028-12-31',
    ]);
  });

  test('a part of a day is left out and said, what was cancelled is passed over', () => {
    expect(
      daysIn(
        ics(
          'UID:1\nDTSTART:20261224T180000Z\nDTEND:20261225T000000Z\nSUMMARY:Christmas Eve',
          'UID:2\nDTSTART;VALUE=DATE:20261228\nSTATUS:CANCELLED\nSUMMARY:Bridge day',
        ),
      ),
    ).toEqual({
      days: [],
      leftOut: [{ date: '2026-12-24', name: 'Christmas Eve', why: 'partOfADay' }],
    });
  });

  test('what is no iCalendar file is refused', () => {
    expect(daysIn('hello')).toMatchObject({ code: 'unreadableIcs' });
    expect(wished({ ics: '<html>' })).toMatchObject({ ok: false });
  });

  test('they are closures of a site that has its holidays from a country', () => {
    const text = ics('UID:1\nDTSTART;VALUE=DATE:20261228\nSUMMARY:Bridge day');
    expect(wished({ ics: text })).toMatchObject({
      ok: true,
      value: { calendar: { closures: [{ date: '2026-12-28', name: 'Bridge day' }] } },
    });
  });

  const datesIn = (text: string) => {
    const read = daysIn(text);
    if (!('days' in read)) throw new Error(read.why);
    return [
      read.days.map(({ date }) => date),
      read.leftOut.map(({ date, why }) => `${date} ${why}`),
    ];
  };

  test.each([
    ['floating', 'DTSTART:20261231T000000\nDTEND:20270101T000000'],
    [
      'in a zone',
      'DTSTART;TZID=Europe/Berlin:20261231T000000\nDTEND;TZID=Europe/Berlin:20270101T000000',
    ],
    [
      'in a zone only Windows knows',
      'DTSTART;TZID="W. Europe Standard Time":20261231T000000\nDTEND;TZID="W. Europe Standard Time":20270101T000000',
    ],
    ['in UTC, a day at the site', 'DTSTART:20261230T230000Z\nDTEND:20261231T230000Z'],
    ['to its last minute', 'DTSTART:20261231T000000\nDTEND:20261231T235900'],
    ['by its length', 'DTSTART:20261231T000000\nDURATION:PT24H'],
    ['as a bare date nothing calls one', 'DTSTART:20261231'],
  ])('a whole day is one, however it is written: %s', (_, when) => {
    expect(datesIn(ics(`UID:1\n${when}\nSUMMARY:Stocktaking`))).toEqual([['2026-12-31'], []]);
  });

  test('of days on end that begin at noon the whole ones count, and the rest is said', () => {
    const text = ics('UID:1\nDTSTART:20261228T120000\nDTEND:20261230T120000\nSUMMARY:Move');
    expect(datesIn(text)).toEqual([['2026-12-29'], ['2026-12-28 partOfADay']]);
  });

  test('one of what repeats may be moved or cancelled, also where only it was exported', () => {
    const weekly = 'UID:1\nDTSTART;VALUE=DATE:20261201\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Off';
    const second = 'UID:1\nRECURRENCE-ID;VALUE=DATE:20261208\nSUMMARY:Off\nDTSTART;VALUE=DATE';
    const moved = `${second}:20261210`;
    const cancelled = `${second}:20261208\nSTATUS:CANCELLED`;
    expect(datesIn(ics(weekly, moved))[0]).toEqual(['2026-12-01', '2026-12-15', '2026-12-10']);
    expect(datesIn(ics(weekly, cancelled))[0]).toEqual(['2026-12-01', '2026-12-15']);
    expect(datesIn(ics(moved))[0]).toEqual(['2026-12-10']);
  });

  test('a list of days begins with the day of its event', () => {
    const text = ics('UID:1\nDTSTART;VALUE=DATE:20260101\nRDATE;VALUE=DATE:20260202,20260303');
    expect(datesIn(text)[0]).toEqual(['2026-01-01', '2026-02-02', '2026-03-03']);
  });

  test('more than a year on end is not cut short, a single day out of reach is said', () => {
    const [days = []] = datesIn(
      ics('UID:1\nDTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20280101'),
    );
    expect([days.length, days.at(-1)]).toEqual([730, '2027-12-31']);
    const far = ics('UID:1\nDTSTART;VALUE=DATE:20310101', 'UID:2\nDTSTART;VALUE=DATE:20100101');
    const out = ['2031-01-01 outsideTheYears', '2010-01-01 outsideTheYears'];
    expect(datesIn(far)).toEqual([[], out]);
    const long = ics('UID:1\nDTSTART;VALUE=DATE:20281231\nDTEND;VALUE=DATE:99991231');
    expect(datesIn(long)).toEqual([['2028-12-31'], ['2028-12-31 outsideTheYears']]);
    const yearly = ics('UID:1\nDTSTART;VALUE=DATE:20001231\nRRULE:FREQ=YEARLY');
    expect(datesIn(yearly)).toEqual([[4, 5, 6, 7, 8].map((y) => `202${y}-12-31`), []]);
  });

  test('several files on end and a byte order mark are read', () => {
    const one = ics('UID:1\nDTSTART;VALUE=DATE:20261231');
    const other = ics('UID:1\nDTSTART;VALUE=DATE:20261230');
    expect(datesIn(`\ufeff${one}${other}`)[0]).toEqual(['2026-12-31', '2026-12-30']);
  });

  test.each([
    ['without an event', []],
    ['with an event that begins on no day', ['UID:1\nDTSTART;VALUE=DATE:20261331\nSUMMARY:Off']],
    ['with an event without a day', ['UID:1\nSUMMARY:Off']],
    ['with an event without end', ['UID:1\nDTSTART:20000101T000000\nRRULE:FREQ=SECONDLY']],
  ])('a file %s is refused in words', (_, events) => {
    const read = daysIn(ics(...events));
    expect('why' in read && read.why).toMatch(/event/);
  });
});
