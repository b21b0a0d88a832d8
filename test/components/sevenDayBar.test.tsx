import { expect, test } from 'vitest';
import { aStanding, standings } from '../../renderer/app/gallery/standings.ts';
import { DeadlineProof } from '../../renderer/components/DeadlineProof.tsx';
import { SevenDayBar } from '../../renderer/components/SevenDayBar.tsx';
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
