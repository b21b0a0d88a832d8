import { afterEach, expect, test, vi } from 'vitest';
import { keysAhead } from '../../../renderer/app/opening/typedAhead.ts';

let disarm = () => {};
afterEach(() => {
  disarm();
  vi.useRealTimers();
});

/** Everything that listens for keys as the application does: in front, and at what has the focus. */
function aStation(): { readonly ahead: ReturnType<typeof keysAhead>; readonly heard: string[] } {
  const ahead = keysAhead(window);
  const heard: string[] = [];
  const hear = (event: KeyboardEvent) => heard.push(event.key);
  const stop = ahead.arm();
  window.addEventListener('keydown', hear, true);
  disarm = () => {
    stop();
    window.removeEventListener('keydown', hear, true);
  };
  return { ahead, heard };
}

function press(key: string, held: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
  return document.body.dispatchEvent(event);
}

test('digits between a badge and its PIN’s field are lost for nothing, and act on nothing', () => {
  const { ahead, heard } = aStation();
  press('1');
  expect(heard).toEqual(['1']);
  ahead.hold();
  for (const key of ['2', '0', '4', 'd', 'F9', '9', 'Backspace', '0'])
    expect(press(key)).toBe(false);
  expect(heard).toEqual(['1']);
  expect(ahead.take()).toEqual({ pin: '2040', isEntered: false });
  press('6');
  expect(heard).toEqual(['1', '6']);
  expect(ahead.take()).toBeNull();
});

test('Enter ends it, and a chord goes to whom it is for', () => {
  const { ahead, heard } = aStation();
  ahead.hold();
  press('Enter');
  for (const key of '204060') press(key);
  press('Enter');
  press('7');
  press('k', { ctrlKey: true });
  expect(heard).toEqual(['k']);
  expect(ahead.take()).toEqual({ pin: '204060', isEntered: true });
});

test('another badge begins anew, and nothing is kept where no field comes', () => {
  vi.useFakeTimers();
  const { ahead, heard } = aStation();
  ahead.hold();
  press('1');
  ahead.hold();
  press('2');
  ahead.anew();
  press('5');
  expect(ahead.take()).toEqual({ pin: '5', isEntered: false });
  ahead.hold();
  press('3');
  ahead.drop();
  expect(ahead.take()).toBeNull();
  ahead.hold();
  vi.advanceTimersByTime(10_000);
  press('4');
  expect([heard, ahead.take()]).toEqual([['4'], null]);
});
