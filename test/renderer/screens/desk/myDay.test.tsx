import { expect, test } from 'vitest';
import { decideVerdict } from '../../../../renderer/actions/decideVerdict.ts';
import { lateByDay } from '../../../../renderer/screens/desk/MyDay.tsx';
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
