import { expect, test, vi } from 'vitest';
import { must } from '../../components/mount.tsx';
import { aDesk, pinField as pin, soon } from './aDesk.tsx';

const wrong = { ok: false, refusal: { code: 'wrongPin', triesLeft: 4 } } as const;
const panel = () => document.querySelector<HTMLElement>('aside[aria-label^="Decide:"]');
const besidePin = () => panel()?.querySelector('footer [role="alert"]')?.textContent ?? '';
function write(text: string): void {
  const field = must(panel()?.querySelector('textarea'));
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
const toasts = () => [...document.querySelectorAll('[data-tone="error"][role="alert"]')];

/** A desk of two cases, with the first declined but for its PIN, which is proved when the test says so. */
async function aboutToSign() {
  const desk = await aDesk(2);
  let answer: (answer: typeof wrong) => void = () => {};
  const provePin = vi.spyOn(desk.station.desktop, 'provePin');
  const wrongOnce = () =>
    provePin.mockImplementationOnce(
      async () =>
        await new Promise((resolve) => {
          answer = resolve;
        }),
    );
  await desk.openFirst('RMA-1001');
  await desk.begin();
  const typePin = async (typed: string) => {
    must(pin()).focus();
    for (const digit of typed) desk.press(digit);
    await expect.poll(() => pin()?.value, soon).toBe(typed);
    desk.press('Enter', { ctrlKey: true });
  };
  return { ...desk, provePin, wrongOnce, typePin, answer: () => answer(wrong) };
}

test('a wrong PIN is said beside its field, with the case, the choice and the words still there', async () => {
  const desk = await aboutToSign();
  desk.press('2', { ctrlKey: true });
  await expect.poll(() => document.activeElement?.tagName, soon).toBe('TEXTAREA');
  write('worn');
  desk.wrongOnce();
  await desk.typePin('000000');
  await expect.poll(() => desk.provePin.mock.calls.length, soon).toBe(1);
  // Until it is proved nothing moves, and keys that mean something else mean nothing.
  for (const key of ['z', 'Enter', '1']) desk.press(key, { ctrlKey: true });
  desk.press('Escape');
  expect(desk.open()).toContain('RMA-1001');
  expect(document.activeElement).toBe(pin());
  desk.answer();
  await expect.poll(besidePin, soon).toContain('4');
  expect([desk.open(), document.activeElement === pin(), pin()?.value]).toEqual([
    expect.stringContaining('RMA-1001'),
    true,
    '',
  ]);
  expect(panel()?.querySelector('textarea')?.value).toBe('worn');
  expect(toasts()).toEqual([]);
  expect(await desk.station.db.heldDecisions.count()).toBe(0);
  expect(desk.provePin.mock.calls.length).toBe(1);

  await desk.typePin('907142');
  await expect.poll(desk.open, soon).toContain('RMA-1002');
  await desk.says('RMA-1001 is signed in');
  desk.button('Sign now').click();
  await expect.poll(async () => (await desk.recorded('verdictDecided')).length, soon).toBe(1);
  expect(await desk.recorded('verdictDecided')).toEqual([
    expect.objectContaining({ decision: 'decline', reason: 'worn' }),
  ]);
});

test('whoever has gone on to another case meanwhile stays there, and is told of which case the PIN was wrong', async () => {
  const desk = await aboutToSign();
  desk.wrongOnce();
  await desk.typePin('000000');
  await expect.poll(() => desk.provePin.mock.calls.length, soon).toBe(1);
  must(desk.rows()[1]).click();
  await expect.poll(desk.open, soon).toContain('RMA-1002');
  desk.answer();
  await expect
    .poll(
      () =>
        toasts()
          .map((one) => one.textContent)
          .join(),
      soon,
    )
    .toContain('RMA-1001');
  expect(desk.open()).toContain('RMA-1002');
  expect(await desk.station.db.heldDecisions.count()).toBe(0);
});
