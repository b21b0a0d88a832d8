import { expect, test } from 'vitest';
import { aStanding, standings } from '../../../renderer/app/gallery/standings.ts';
import { DeadlinePanel } from '../../../renderer/components/returns/deadlines/DeadlinePanel.tsx';
import { DeadlineProof } from '../../../renderer/components/returns/deadlines/DeadlineProof.tsx';
import { SevenDayBar } from '../../../renderer/components/returns/deadlines/SevenDayBar.tsx';
import { mount } from './mount.tsx';

test('the bar says the days left and the due day in words', () => {
  const { text } = mount(<SevenDayBar standing={standings.soon} />);
  expect(text()).toMatch(/^2 working days left · due Mon 30 Nov$/);
});

test('the last day is called today, not one day left', () => {
  const { text } = mount(<SevenDayBar standing={standings.urgent} />);
  expect(text()).toContain('Due today');
});

test('a late case says by how many working days, in one or in several', () => {
  const { text, show } = mount(<SevenDayBar standing={standings.late} />);
  expect(text()).toMatch(/^Late by 1 working day · was due Mon 30 Nov$/);
  show(<SevenDayBar standing={aStanding({ tone: 'late', daysLate: 3, daysLeft: 0 })} />);
  expect(text()).toContain('Late by 3 working days');
});

test('a clock that ended too late is not said to have stopped in time', () => {
  const stopped = aStanding({ tone: 'late', daysLate: 1, daysLeft: 0, endedOn: '2026-12-01' });
  const { text } = mount(<SevenDayBar standing={stopped} />);
  expect(text()).toContain('Stopped late');
  expect(text()).not.toContain('in time');
});

test('goods whose days cannot be counted say so and why, instead of waiting for goods', () => {
  const ends = {
    code: 'calendarEnds',
    field: 'calendar.validUntil',
    validUntil: '2026-12-02',
  } as const;
  const { text, show } = mount(<SevenDayBar standing={null} uncounted={ends} />);
  expect(text()).toBe('Days cannot be counted · the calendar ends on Wed 2 Dec 2026');
  const none = { code: 'noCalendar', field: 'calendar', found: 'site-1' } as const;
  show(<SevenDayBar standing={null} uncounted={none} />);
  expect(text()).toContain('no calendar for this site');
});

test('a last day among unpublished holidays says so on the deadline itself', () => {
  const { deadline } = standings.rest;
  const open = aStanding({ deadline: { ...deadline, provisionalFrom: '2026-11-26' } });
  const { text } = mount(<SevenDayBar standing={open} />);
  expect(text()).toMatch(/due Mon 30 Nov · holidays not yet published$/);
});

test('a deadline tells that it moved, that it may move, and that a clock was wrong', () => {
  const { deadline } = standings.rest;
  const standing = aStanding({
    deadline: { ...deadline, movedFrom: '2026-11-27', provisionalFrom: '2026-11-26' },
  });
  const corrected = {
    recordedAt: '2019-01-01T15:00:00.000Z',
    countedFrom: '2026-11-18T14:00:00.000Z',
    why: 'behind',
  } as const;
  const { text } = mount(<DeadlinePanel standing={standing} corrected={corrected} />);
  expect(text()).toContain('Moved from Fri 27 Nov');
  expect(text()).toContain('from Thu 26 Nov 2026 on are not yet published');
  expect(text()).toMatch(
    /set back: it recorded Tue 1 Jan 2019, \d\d:\d\d\. Counted from Wed 18 Nov 2026/,
  );
});

test('each working day is a segment, each skipped day a gap, the day of receipt neither', () => {
  const { page } = mount(<SevenDayBar standing={standings.rest} />);
  const drawn = [...page.querySelectorAll('[data-fill], [data-why]')].map(
    (part) => part.getAttribute('data-fill') ?? part.getAttribute('data-why'),
  );
  expect(drawn).toEqual([
    'used',
    'used',
    'weekend',
    'weekend',
    'now',
    'ahead',
    'ahead',
    'holiday',
    'ahead',
    'weekend',
    'weekend',
    'ahead',
  ]);
});

test('days 4 and 5 carry the ticks of the internal targets', () => {
  const { page } = mount(<SevenDayBar standing={standings.rest} size="large" />);
  const targets = [...page.querySelectorAll('[data-target]')].map((day) => day.textContent);
  expect(targets).toHaveLength(2);
  expect(targets[0]).toContain('verdict');
  expect(targets[1]).toContain('approval');
});

test('before the goods arrive the bar is empty and says when the clock starts', () => {
  const { page, text } = mount(<SevenDayBar standing={null} />);
  expect(page.querySelectorAll('[data-fill="ahead"]')).toHaveLength(7);
  expect(text()).toBe('The clock starts when the goods arrive');
});

test('opened, every day is named, skipped ones with their reason, and the calendar by its version', () => {
  const { page, text } = mount(<DeadlineProof standing={standings.rest} />);
  expect(page.querySelectorAll('tbody tr')).toHaveLength(13);
  expect(text()).toContain('Thanksgiving, skipped');
  expect(text()).toContain('Goods received');
  expect(text()).toContain('Last day, until midnight');
  expect(text()).toContain('Calendar version 3, time zone America/New_York');
});

test('the words follow the language', () => {
  const { text } = mount(<SevenDayBar standing={standings.soon} />, 'de');
  expect(text()).toContain('noch 2 Arbeitstage');
});
