import { expect, onTestFinished, test, vi } from 'vitest';
import { nobodyWaits, personPresses, personWaits } from '../../../renderer/storage/peopleFirst.ts';

function stoppedClock() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
}

/** Whether the station may go on by itself, and what it waited for the thread is over. */
async function asking(station: object): Promise<() => boolean> {
  let isFree = false;
  void nobodyWaits(station).then(() => {
    isFree = true;
  });
  const { port1, port2 } = new MessageChannel();
  const turn = new Promise((resolve) => port1.addEventListener('message', resolve, { once: true }));
  port1.start();
  port2.postMessage(null);
  await turn;
  port1.close();
  return () => isFree;
}

test('an act that takes seconds is still gone before, one that never ends is not', async () => {
  stoppedClock();
  const station = {};
  personWaits(station, new Promise(() => {}));
  const isFree = await asking(station);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(isFree()).toBe(false);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(isFree()).toBe(true);
});

test('keys that come are waited for, so that a scan finds nothing begun before its last key', async () => {
  stoppedClock();
  const station = {};
  personPresses(station);
  const isFree = await asking(station);
  await vi.advanceTimersByTimeAsync(50);
  personPresses(station);
  await vi.advanceTimersByTimeAsync(50);
  expect(isFree()).toBe(false);
  await vi.advanceTimersByTimeAsync(50);
  expect(isFree()).toBe(true);
});

test('what is new still comes to somebody who types without a pause', async () => {
  stoppedClock();
  const station = {};
  personPresses(station);
  const isFree = await asking(station);
  for (let key = 0; key < 40; key += 1) {
    await vi.advanceTimersByTimeAsync(30);
    personPresses(station);
  }
  expect(isFree()).toBe(true);
});
