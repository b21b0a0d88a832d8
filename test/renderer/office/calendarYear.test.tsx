import { afterEach, expect, test, vi } from 'vitest';
import { CalendarYearOf } from '../../../renderer/office/calendars/CalendarYearOf.tsx';
import { OfficeSpeaking } from '../../../renderer/office/wording/OfficeSpeaking.tsx';
import { SiteCalendar } from '../../../shared/facts/documents.ts';
import type { CalendarYear } from '../../../shared/sync/calendarApi.ts';
import { aCalendar } from '../../builders/cases/aCalendar.ts';
import { mount, press } from '../components/mount.tsx';
import { answering, button, field, settled, write } from './askedCentral.ts';

const path = '/central/admin/calendars/site-1';
afterEach(() => vi.unstubAllGlobals());

const known: CalendarYear = {
  version: 3,
  days: [{ date: '2027-12-24', kind: 'closure', name: 'Works holiday' }],
  workingDays: [21, 20, 21, 22, 20, 21, 22, 22, 21, 21, 22, 18],
  unpublished: [],
};
const unknown: CalendarYear = {
  ...known,
  days: [],
  workingDays: known.workingDays.map(() => null),
};

function show(today: string, answers: Parameters<typeof answering>[0]) {
  const asked = answering(answers);
  const changed = vi.fn<() => void>();
  const shown = mount(
    <OfficeSpeaking preferences={{ language: 'en', theme: 'light' }}>
      <CalendarYearOf siteId="site-1" today={today} onChanged={changed} />
    </OfficeSpeaking>,
  );
  return { asked, changed, shown };
}

test('a year that nobody knows yet is said ninety days ahead, and not before', async () => {
  const answers: Parameters<typeof answering>[0] = ({ path: of }) => [
    200,
    of.endsWith('2028') ? unknown : known,
  ];
  const near = show('2027-10-04', answers);
  await settled();
  expect(near.shown.text()).toContain('2028 is not known yet');
  expect(near.shown.text()).toContain('Works holiday');
  const far = show('2027-10-03', answers);
  await settled();
  expect(far.shown.text()).not.toContain('is not known yet');
});

test('a pasted file shows what it changes before it counts, and counts with a reason', async () => {
  const calendar = SiteCalendar.parse(
    aCalendar({ closures: [{ date: '2027-12-27', name: 'Stocktaking' }] }),
  );
  const { asked, changed } = show('2027-06-01', ({ method }) =>
    method === 'GET'
      ? [200, known]
      : [
          200,
          {
            calendar,
            changed: [{ date: '2027-12-27', was: 'working' }],
            leftOut: [{ date: '2027-01-04', name: 'Stocktaking', why: 'dayIsOver' }],
            saved: false,
          },
        ],
  );
  await settled();
  press(button('Read in a calendar file'));
  write(field('Or paste its text'), 'BEGIN:VCALENDAR');
  press(button('Show the differences'));
  await settled();
  const sheet = document.querySelector('[role="dialog"]')?.textContent ?? '';
  for (const said of ['Mon 27 Dec 2027', 'closed', 'Stocktaking', 'It is over'])
    expect(sheet.replaceAll(',', '')).toContain(said);
  expect(button('Take these days over')).toHaveProperty('disabled', true);
  write(field('Why'), 'The works council agreed');
  press(button('Take these days over'));
  await settled();
  const given = asked.filter(({ method }) => method === 'POST');
  expect(given.map(({ path: of, body }) => [of, body])).toEqual([
    [path, { ics: 'BEGIN:VCALENDAR', why: 'Read in from a calendar file', dryRun: true }],
    [path, { ics: 'BEGIN:VCALENDAR', why: 'The works council agreed', dryRun: false }],
  ]);
  expect(changed).toHaveBeenCalledOnce();
});
