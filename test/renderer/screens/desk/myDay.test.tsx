import { expect, test } from 'vitest';
import { decideVerdict } from '../../../../renderer/actions/decideVerdict.ts';
import { lateByDay } from '../../../../renderer/screens/desk/MyDay.tsx';
import { accept, refuse } from '../../../../shared/result.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { caseId } from '../../../builders/cases/ids.ts';
import { sara } from '../../../builders/station/aLoneStation.ts';
import { aDesk, inspected, returns, soon } from './aDesk.tsx';

const row = (risk: 'willBreach' | 'breached' | 'none', dueOn: string) =>
  ({ risk, standing: { deadline: { dueOn } } }) as never;

test('what will be late is told by the day that is its last, nearest first', () => {
  const rows = [
    row('willBreach', '2026-12-03'),
    row('willBreach', '2026-12-01'),
    row('breached', '2026-11-27'),
    row('willBreach', '2026-12-03'),
    row('none', '2026-12-01'),
  ];
  expect(lateByDay(rows)).toEqual([
    ['2026-12-01', 1],
    ['2026-12-03', 2],
  ]);
});

test('my day says what I decided here today, and what waits for me', async () => {
  const desk = await aDesk(0, returns(3));
  await inspected(desk.station, 1);
  const verdictId = await inspected(desk.station, 2);
  await inspected(desk.station, 3);
  accepted(
    await decideVerdict(desk.station.as(sara), {
      caseId: caseId('case-2'),
      verdictId,
      decision: 'sendBack',
      choices: [],
      answers: [],
      reason: 'The plate',
      pin: '907142',
    }),
  );
  await expect.poll(() => desk.rows().length, soon).toBe(2);
  desk.press('2');
  await desk.says('You decided 1 case here today');
  await desk.says('2 cases wait for you');
});

test('the other stations are told with their time, and what was told stays when central does not answer', async () => {
  const station = { id: 'dock', name: 'Dock 1', lastContactAt: '2026-11-30T08:58:00Z', unsent: 12 };
  const silent = { ...station, id: 'old', name: 'Dock 2', lastContactAt: null, unsent: null };
  const told = { time: '2026-11-30T09:02:00Z', stations: [silent, station], more: 3 };
  let answers = true;
  const desk = await aDesk(0, returns(1), sara, async () =>
    answers ? accept(told) : refuse({ code: 'notTold' }),
  );
  desk.press('2');
  await desk.says('Other stations of this site as of');
  await desk.says('Dock 112 not sentlast contact 4 minutes ago');
  await desk.says('Dock 2does not say what it has not sentno contact yet');
  await desk.says('3 more stations');
  desk.press('1');
  await desk.says('To be decided');
  answers = false;
  desk.press('2');
  await desk.says('Central does not answer now');
  expect(document.body.textContent).toContain('12 not sent');
});

test('where central never answered, it is said that nothing is known of the other stations', async () => {
  const desk = await aDesk(0, returns(1));
  desk.press('2');
  await desk.says('What other stations have not sent is not known here');
  expect(document.body.textContent).not.toContain('Other stations of this site');
});
