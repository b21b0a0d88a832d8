import { expect, test } from 'vitest';
import { holdCase } from '../../../../renderer/actions/holdCase.ts';
import { prefer, useSession } from '../../../../renderer/session/session.ts';
import { aReturnLine } from '../../../builders/cases/aCase.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { caseId, clientId } from '../../../builders/cases/ids.ts';
import { dora, ivan, sara } from '../../../builders/station/aLoneStation.ts';
import { aDesk, returns, soon } from './aDesk.tsx';

const mixed = returns(4, (n) => ({
  clientId: clientId(`client-${((n - 1) % 3) + 1}`),
  lines: [aReturnLine({ claimedReason: n % 2 === 0 ? 'transportDamage' : 'defective' })],
}));
const words = (rows: readonly HTMLElement[]) =>
  rows.map((row) => (row.textContent ?? '').replaceAll(/\s+/g, ' '));

test('a row says in one line when it is due, whose it is, why, and what is asked from whom', async () => {
  const desk = await aDesk(4, mixed);
  await expect.poll(() => desk.rows().length, soon).toBe(4);
  expect(words(desk.rows())[1]).toMatch(
    /7 days left .*Caribe Bottling ServicesRMA-1002Transport damageDecideinspected by .*ivan/,
  );
  expect(document.querySelector('article')).toBeNull();
});

test('beside an open case every row still says its number', async () => {
  const desk = await aDesk(3);
  await expect.poll(() => desk.rows().length, soon).toBe(3);
  desk.press('j');
  await expect.poll(() => document.querySelector('article'), soon).not.toBeNull();
  const numbers = words(desk.rows()).map((row) => /RMA-\d{4}/.exec(row)?.[0]);
  expect(numbers).toEqual(['RMA-1001', 'RMA-1002', 'RMA-1003']);
});

test('what waits for somebody else stands apart, with the reason in words', async () => {
  const desk = await aDesk(2, returns(2));
  const hold = {
    caseId: caseId('case-2'),
    reason: 'customs',
    pausesClock: false,
    note: '',
  } as const;
  accepted(await holdCase(desk.station.as(sara), hold));
  await expect.poll(desk.heading, soon).toBe('To be decided1');
  desk.button('Waiting for somebody else').click();
  await expect
    .poll(() => words(desk.rows('Waiting for somebody else')).join(), soon)
    .toContain('On hold: Waiting for customs');
});

test.each([
  ['received', dora, 'You received it'],
  ['inspected', ivan, 'You inspected it'],
])('whoever %s it is asked nothing', async (_, who, why) => {
  const desk = await aDesk(1, returns(1), { ...who, roles: ['supervisor', ...who.roles] });
  await desk.says('Nothing waits for a decision');
  await desk.says(why);
  expect(desk.heading()).toBe('To be decided0');
});

test('J and K open the next and the case before, the open row is marked, Escape shows the whole queue', async () => {
  const desk = await aDesk(3);
  await expect.poll(() => desk.rows().length, soon).toBe(3);
  expect(document.activeElement?.getAttribute('role')).toBe('row');
  desk.press('j');
  await expect.poll(desk.open, soon).toContain('RMA-1001');
  await expect.poll(() => document.querySelector('article'), soon).not.toBeNull();
  desk.press('j');
  await expect.poll(desk.open, soon).toContain('RMA-1002');
  desk.press('j');
  await expect.poll(desk.open, soon).toContain('RMA-1003');
  desk.press('j');
  expect(desk.open()).toContain('RMA-1003');
  desk.press('k');
  await expect.poll(desk.open, soon).toContain('RMA-1002');
  expect(document.querySelectorAll('main, [role="main"]')).toHaveLength(1);
  desk.press('Escape');
  await expect.poll(() => document.querySelector('article'), soon).toBeNull();
  expect(desk.open()).toContain('RMA-1002');
  desk.press('j');
  await expect.poll(desk.open, soon).toContain('RMA-1003');
});

test('a filter leaves what it says, and is kept under a name for this person alone', async () => {
  prefer({
    deskViews: {
      [sara.personId]: [{ name: 'By carrier', filter: { reason: 'transportDamage' } }],
      [ivan.personId]: [{ name: 'Of Ivan', filter: { ask: 'second' } }],
    },
  });
  const desk = await aDesk(4, mixed);
  await expect.poll(() => desk.rows().length, soon).toBe(4);
  expect(document.body.textContent).not.toContain('Of Ivan');
  desk.button('By carrier').click();
  await expect.poll(() => desk.rows().length, soon).toBe(2);
  expect(desk.heading()).toBe('To be decided2 of 4');
  desk.button('Without this filter: Transport damage').click();
  await expect.poll(() => desk.rows().length, soon).toBe(4);
  desk.button('Delete the view By carrier').click();
  await expect.poll(() => useSession.getState().deskViews[sara.personId], soon).toEqual([]);
});

test('a name written from right to left runs its own way in the list and above the case', async () => {
  const name = 'שסתומים ומשאבות צפון';
  const named = returns(1, () => ({ clientId: clientId('client-1') })).map((change) =>
    change.collection === 'clients' && change.body
      ? { ...change, body: { ...change.body, name } }
      : change,
  );
  const desk = await aDesk(1, named);
  const directions = () =>
    [...document.querySelectorAll(`[title="${name}"]`)].map((one) => one.getAttribute('dir'));
  await expect.poll(directions, soon).toEqual(['auto']);
  await expect
    .poll(() => {
      if (desk.open() === null) desk.press('j');
      return directions();
    }, soon)
    .toEqual(['auto', 'auto']);
});
