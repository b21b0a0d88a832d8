import { expect, test } from 'vitest';
import { finishInspection } from '../../../../renderer/actions/finishInspection.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { caseId } from '../../../builders/cases/ids.ts';
import { ivan } from '../../../builders/station/aLoneStation.ts';
import { must } from '../../components/mount.tsx';
import { aDesk, soon } from './aDesk.tsx';

const panel = () => document.querySelector<HTMLElement>('aside[aria-label^="Decide:"]');
const pin = () => must(panel()).querySelector<HTMLInputElement>('input[type="password"]');
const choose = (word: string) =>
  must(
    [...must(panel()).querySelectorAll('label')].find((one) => one.textContent?.startsWith(word)),
  ).click();

async function opened(count = 2) {
  const desk = await aDesk(count);
  await expect.poll(() => desk.rows().length, soon).toBe(count);
  await expect
    .poll(() => {
      if (desk.open() === null) desk.press('j');
      return desk.open();
    }, soon)
    .not.toBeNull();
  await expect.poll(() => document.querySelector('article'), soon).not.toBeNull();
  await expect.poll(() => desk.button('Decide').hasAttribute('disabled'), soon).toBe(false);
  return desk;
}

test('a plain approval takes nine keys with its PIN: D, six digits, Control and Enter', async () => {
  const desk = await opened();
  let keys = 0;
  const press = (key: string, held = {}) => {
    keys += 1;
    desk.press(key, held);
  };
  press('d');
  await expect.poll(panel, soon).not.toBeNull();
  await expect.poll(() => document.activeElement === pin(), soon).toBe(true);
  for (const digit of '907142') press(digit);
  await expect.poll(() => pin()?.value, soon).toBe('907142');
  keys += 1; // Control
  press('Enter', { ctrlKey: true });
  expect(keys).toBe(9);
  await expect.poll(panel, soon).toBeNull();
  await desk.says('is signed in');
  desk.button('Sign now').click();
  await expect.poll(async () => (await desk.recorded('verdictDecided')).length, soon).toBe(1);
});

test('Ctrl and a number choose what kind of decision it is, from the PIN, and the hands go on where it asks', async () => {
  const desk = await opened();
  desk.press('d');
  await expect.poll(() => panel() && document.activeElement === pin(), soon).toBe(true);
  const chosen = () => must(panel()).querySelector('input[type="radio"]:checked')?.closest('label');
  // As a French keyboard says it: the number lies there, whatever stands on the key.
  const press = (digit: number) =>
    must(document.activeElement).dispatchEvent(
      new KeyboardEvent('keydown', {
        key: '&',
        code: `Digit${digit}`,
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      }),
    );
  press(2);
  await expect.poll(() => chosen()?.textContent, soon).toContain('Decline');
  await expect.poll(() => document.activeElement?.tagName, soon).toBe('TEXTAREA');
  press(3);
  await expect.poll(() => chosen()?.textContent, soon).toContain('Send back');
  const isTick = () => document.activeElement?.getAttribute('type') === 'checkbox';
  await expect.poll(isTick, soon).toBe(true);
  press(1);
  await expect.poll(() => chosen()?.textContent, soon).toContain('Approve');
  await expect.poll(() => document.activeElement === pin(), soon).toBe(true);
});

test('the evidence stays beside what is decided, and no dialog lies over it', async () => {
  const desk = await opened();
  desk.press('d');
  await expect.poll(panel, soon).not.toBeNull();
  expect(document.querySelector('[role="dialog"]')).toBeNull();
  expect(document.querySelector('main')?.contains(panel())).toBe(false);
  expect(document.querySelector('main')?.textContent).toContain('Pumps leak at the shaft seal.');
  desk.press('Escape');
  await expect.poll(panel, soon).toBeNull();
  expect(document.querySelector('article')).not.toBeNull();
  expect(document.activeElement).not.toBe(document.body);
});

test('what is missing is named before the PIN, and nothing can be signed until it is there', async () => {
  const desk = await opened();
  desk.press('d');
  await expect.poll(panel, soon).not.toBeNull();
  choose('Decline');
  await desk.says('Still needed before you can sign');
  expect(pin()).toBeNull();
  expect(panel()?.textContent).not.toContain('Sign the decline');
  desk.press('Enter', { ctrlKey: true });
  await expect.poll(() => document.activeElement?.tagName, soon).toBe('TEXTAREA');
  await desk.says('Write one or two sentences');
  choose('Approve');
  await expect.poll(pin, soon).not.toBeNull();
  must(must(panel()).querySelector<HTMLInputElement>('input[type="checkbox"]')).click();
  await desk.says('Choose at least one part of the units to decide now.');
  expect(pin()).toBeNull();
});

test('the key that signs, pressed again by a bounce, signs nothing else', async () => {
  const desk = await opened();
  desk.press('d');
  await expect.poll(() => document.activeElement === pin() && pin() !== null, soon).toBe(true);
  for (const digit of '907142') desk.press(digit);
  await expect.poll(() => pin()?.value, soon).toBe('907142');
  desk.press('Enter', { ctrlKey: true });
  desk.press('Enter', { ctrlKey: true });
  await expect.poll(panel, soon).toBeNull();
  desk.press('Enter', { ctrlKey: true });
  await desk.says('is signed in');
  expect(await desk.station.db.heldDecisions.count()).toBe(1);
  expect(await desk.recorded('verdictDecided')).toEqual([]);
});

test('sending back takes what is wanted from a list, without a sentence, and the fact says it', async () => {
  const desk = await opened(1);
  desk.press('d');
  await expect.poll(panel, soon).not.toBeNull();
  choose('Send back');
  await desk.says('Wanted from the bench');
  const tick = async (word: string) => {
    const label = [...must(panel()).querySelectorAll('label')].find((one) =>
      one.textContent?.includes(word),
    );
    const box = must(label?.querySelector('input'));
    box.click();
    await expect.poll(() => box.checked, soon).toBe(true);
  };
  await tick('Serial plate');
  await tick('A measurement');
  await expect.poll(pin, soon).not.toBeNull();
  must(pin()).focus();
  for (const digit of '907142') desk.press(digit);
  await expect.poll(() => pin()?.value, soon).toBe('907142');
  desk.press('Enter', { ctrlKey: true });
  await desk.says('is signed in');
  desk.button('Sign now').click();
  await expect
    .poll(async () => (await desk.recorded('verdictDecided'))[0], soon)
    .toMatchObject({
      decision: 'sendBack',
      reason: '',
      wanted: [{ kind: 'photo', shot: 'serialPlate' }, { kind: 'measurement' }],
    });
  await desk.says('Sent back to the bench by');
});

test('a PIN signs what lay there as it was begun: what changes meanwhile is to be seen first', async () => {
  const desk = await opened(1);
  desk.press('d');
  await expect.poll(() => panel() && document.activeElement === pin(), soon).toBe(true);
  for (const digit of '907142') desk.press(digit);
  await expect.poll(() => pin()?.value, soon).toBe('907142');
  // The bench finishes once more: another verdict stands.
  const again = { caseId: caseId('case-1'), inspectionId: null, startedAt: null, note: '' };
  accepted(await finishInspection(desk.station.as(ivan), again));
  await desk.says('Re-inspection');
  desk.press('Enter', { ctrlKey: true });
  await desk.says('Something of this case changed since you began the PIN');
  expect(pin()?.value).toBe('');
  expect(await desk.station.db.heldDecisions.count()).toBe(0);
  for (const digit of '907142') desk.press(digit);
  await expect.poll(() => pin()?.value, soon).toBe('907142');
  desk.press('Enter', { ctrlKey: true });
  await expect.poll(panel, soon).toBeNull();
  await desk.says('is signed in');
});

test('whoever pays the freight is not told of it as if it were charged on to them', async () => {
  const desk = await opened();
  desk.press('d');
  await expect.poll(panel, soon).not.toBeNull();
  expect(panel()?.textContent).toContain('Return freight is for: The client');
  expect(panel()?.textContent).not.toContain('to be charged on to: The client');
});
