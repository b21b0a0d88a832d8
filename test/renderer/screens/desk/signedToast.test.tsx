import { expect, test, vi } from 'vitest';
import { must } from '../../components/mount.tsx';
import { aDesk, pinField as pin, soon } from './aDesk.tsx';

const panel = () => document.querySelector<HTMLElement>('aside[aria-label^="Decide:"]');

async function signed(count: number) {
  const desk = await aDesk(count);
  await desk.openFirst('RMA-1001');
  await sign(desk);
  return desk;
}

type Desk = Awaited<ReturnType<typeof aDesk>>;

async function sign(desk: Desk) {
  await desk.begin();
  for (const digit of '907142') desk.press(digit);
  await expect.poll(() => pin()?.value, soon).toBe('907142');
  desk.press('Enter', { ctrlKey: true });
  await expect.poll(panel, soon).toBeNull();
}

test('after signing the next case opens at once, and the focus is in it', async () => {
  const desk = await signed(3);
  await expect.poll(desk.open, soon).toContain('RMA-1002');
  await expect.poll(() => document.activeElement?.tagName, soon).toBe('MAIN');
  await desk.says('RMA-1001 is signed in');
  expect(must(desk.rows()[0]).textContent).toContain('7 days left');
  await sign(desk);
  await expect.poll(desk.open, soon).toContain('RMA-1003');
  await desk.says('RMA-1002 is signed in');
});

test('Ctrl+Z calls the decision back and opens its case again, with what was chosen', async () => {
  const desk = await signed(2);
  await expect.poll(desk.open, soon).toContain('RMA-1002');
  await desk.says('is signed in');
  desk.press('z', { ctrlKey: true });
  await expect.poll(desk.open, soon).toContain('RMA-1001');
  await expect.poll(() => desk.station.db.heldDecisions.count(), soon).toBe(0);
  expect(await desk.recorded('verdictDecided')).toEqual([]);
  expect(document.body.textContent).not.toContain('is signed in');
});

test('Ctrl+Z undoes from an empty PIN as well, and from a field with words in it only the words', async () => {
  const desk = await signed(2);
  await expect.poll(desk.open, soon).toContain('RMA-1002');
  await desk.begin();
  must(panel()?.querySelector('textarea')).focus();
  desk.press('z', { ctrlKey: true });
  expect(await desk.station.db.heldDecisions.count()).toBe(1);
  must(pin()).focus();
  desk.press('z', { ctrlKey: true });
  await expect.poll(desk.open, soon).toContain('RMA-1001');
  await expect.poll(() => desk.station.db.heldDecisions.count(), soon).toBe(0);
});

test('after the last case the whole queue is shown, and what is in hand is not opened again', async () => {
  const desk = await signed(1);
  await expect.poll(() => document.querySelector('article'), soon).toBeNull();
  await desk.says('Signed, can be undone');
});

test('a decision that could not be signed after all is named, and leads back to its case', async () => {
  const desk = await signed(2);
  await expect.poll(desk.open, soon).toContain('RMA-1002');
  vi.spyOn(desk.station.desktop, 'sealCommand').mockResolvedValue({
    ok: false,
    refusal: { code: 'pin', refusal: { code: 'wrongPin', triesLeft: 4 } },
  });
  await desk.says('is signed in');
  desk.button('Sign now').click();
  await expect
    .poll(() => document.querySelector('[role="alert"]')?.textContent, soon)
    .toContain('RMA-1001');
  desk.button('Open the case').click();
  await expect.poll(desk.open, soon).toContain('RMA-1001');
  await desk.begin();
});

test('each refused decision is told until it is seen, and Ctrl+Z leads to the latest', async () => {
  const desk = await aDesk(3);
  vi.spyOn(desk.station.desktop, 'sealCommand').mockResolvedValue({
    ok: false,
    refusal: { code: 'pin', refusal: { code: 'wrongPin', triesLeft: 4 } },
  });
  const told = () =>
    [...document.querySelectorAll('[role="alert"]')].flatMap(
      (one) => /RMA-\d+/.exec(one.textContent)?.[0] ?? [],
    );
  await desk.openFirst('RMA-1001');
  for (const name of ['RMA-1001', 'RMA-1002']) {
    await expect.poll(desk.open, soon).toContain(name);
    await sign(desk);
    await desk.says(`${name} is signed in`);
    desk.button('Sign now').click();
    await expect.poll(told, soon).toContain(name);
  }
  expect(told()).toEqual(['RMA-1002', 'RMA-1001']);
  expect(document.body.textContent).not.toContain('is signed in');
  desk.press('z', { ctrlKey: true });
  await expect.poll(desk.open, soon).toContain('RMA-1002');
  expect(told()).toEqual(['RMA-1001']);
  desk.press('z', { ctrlKey: true });
  await expect.poll(desk.open, soon).toContain('RMA-1001');
  expect(told()).toEqual([]);
});
