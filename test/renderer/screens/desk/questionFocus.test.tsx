import { expect, test } from 'vitest';
import { applyChanges } from '../../../../renderer/sync/pull/applyChanges.ts';
import { aContract } from '../../../builders/cases/aContract.ts';
import { aDefect } from '../../../builders/cases/recordedFacts.ts';
import { aDesk, inspected, returns, soon } from './aDesk.tsx';

const panel = () => document.querySelector<HTMLElement>('aside[aria-label^="Decide:"]');

/** Of what kind the field of the panel is that has the focus. */
function focused(): string | null {
  const { activeElement } = document;
  const isInside = activeElement instanceof HTMLInputElement && panel()?.contains(activeElement);
  return isInside ? activeElement.type : null;
}

test('where an answer is wanted first, D puts the focus on it, and Ctrl+Enter leads on until it is signed', async () => {
  const desk = await aDesk(0, returns(1));
  await inspected(desk.station, 1, aDefect({ cause: 'unknown' }));
  await expect
    .poll(() => {
      if (desk.open() === null) desk.press('j');
      if (panel() === null) desk.press('d');
      return panel() !== null;
    }, soon)
    .toBe(true);
  await expect.poll(focused, soon).toBe('radio');
  const asked: (string | null)[] = [];
  while (focused() !== 'password' && asked.length < 12) {
    const kind = focused();
    asked.push(kind);
    if (kind === 'text') for (const letter of 'seen') desk.press(letter);
    else if (document.activeElement instanceof HTMLElement) document.activeElement.click();
    // What is said must be drawn before the next part is asked for.
    await expect.poll(() => wantedNext(kind), soon).toBe(true);
    desk.press('Enter', { ctrlKey: true });
    await expect.poll(focused, soon).not.toBeNull();
  }
  expect(asked.slice(0, 2)).toEqual(['radio', 'text']);
  for (const digit of '907142') desk.press(digit);
  const pin = () => panel()?.querySelector<HTMLInputElement>('input[type="password"]')?.value;
  await expect.poll(pin, soon).toBe('907142');
  desk.press('Enter', { ctrlKey: true });
  await expect.poll(panel, soon).toBeNull();
  await desk.says('is signed in');
});

function wantedNext(kind: string | null): boolean {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLInputElement)) return false;
  return kind === 'text' ? activeElement.value === 'seen' : activeElement.checked;
}

test('what the office changes while a PIN is entered takes the focus to what is asked now, not to nowhere', async () => {
  const desk = await aDesk(0, returns(1));
  await inspected(desk.station, 1, aDefect());
  await expect
    .poll(() => {
      if (desk.open() === null) desk.press('j');
      if (panel() === null) desk.press('d');
      return panel() !== null;
    }, soon)
    .toBe(true);
  await expect.poll(focused, soon).toBe('password');
  for (const digit of '907') desk.press(digit);
  const contract = aContract({ returnPeriod: null });
  await applyChanges(
    desk.station.db,
    { changes: [{ collection: 'contracts', id: 'contract-1:1', body: contract }] },
    desk.station.clock.now(),
  );
  await desk.says('Still needed before you can sign');
  await expect.poll(focused, soon).toBe('radio');
  expect(await desk.station.db.heldDecisions.count()).toBe(0);
});
