import { expect, test } from 'vitest';
import { prefer } from '../../../../renderer/session/session.ts';
import { aReturnLine } from '../../../builders/cases/aCase.ts';
import { sara } from '../../../builders/station/aLoneStation.ts';
import { countRenders } from '../../components/renders.ts';
import { aDesk, returns, soon } from './aDesk.tsx';

const mixed = returns(6, (n) => ({
  lines: [aReturnLine({ claimedReason: n % 2 === 0 ? 'transportDamage' : 'defective' })],
}));
const view = { name: 'Damaged', filter: { reason: 'transportDamage' } };

test('a filter of the queue draws no row anew that it leaves, and without it only those that come back', async () => {
  prefer({ deskViews: { [sara.personId]: [view] } });
  const desk = await aDesk(6, mixed);
  await expect.poll(() => desk.rows().length, soon).toBe(6);
  const filtering = countRenders();
  desk.button('Damaged').click();
  await expect.poll(desk.heading, soon).toBe('To be decided3 of 6');
  expect(desk.rows()).toHaveLength(3);
  expect(filtering('QueueRow')).toBe(0);
  // Once with the filter and once with what it leaves.
  expect(filtering('QueueList')).toBe(2);
  const back = countRenders();
  desk.button('Without this filter: Transport damage').click();
  await expect.poll(() => desk.rows().length, soon).toBe(6);
  expect(back('QueueRow')).toBe(3);
});

test('the next case draws the row it opens and the one it leaves, and nothing of the desk twice', async () => {
  const desk = await aDesk(6, mixed);
  await expect.poll(() => desk.rows().length, soon).toBe(6);
  desk.press('j');
  await expect.poll(() => document.querySelector('article'), soon).not.toBeNull();
  const next = countRenders();
  desk.press('j');
  await expect.poll(desk.open, soon).toContain('RMA-1002');
  await expect.poll(() => document.querySelector('article')?.textContent, soon).toContain('1002');
  expect({
    rows: next('QueueRow'),
    desk: next('DeskScreen'),
    queue: next('Queue'),
    cases: next('Opened'),
  }).toEqual({ rows: 2, desk: 1, queue: 1, cases: 1 });
});
