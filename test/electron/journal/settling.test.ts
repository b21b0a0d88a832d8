import { expect, test } from 'vitest';
import { settling } from '../../../electron/main/journal/settling.ts';

function atTheDoor() {
  const door = { isSomebodyThere: false };
  const struck: (readonly string[])[] = [];
  const waiting = settling({
    isSomebodyThere: () => door.isSomebodyThere,
    settle: async (ids) => void struck.push(ids),
  });
  return { door, struck, waiting };
}

test('what was answered is struck off once somebody is there, each once', async () => {
  const { door, struck, waiting } = atTheDoor();
  await waiting.say(['a', 'b']);
  await waiting.say(['b', 'c']);
  expect(struck).toEqual([]);
  door.isSomebodyThere = true;
  await waiting.settleWhatWaits();
  await waiting.settleWhatWaits();
  await waiting.say(['d']);
  expect(struck).toEqual([['a', 'b', 'c'], ['d']]);
});

test('no more waits than a hundred thousand: the page says the others again', async () => {
  const { door, struck, waiting } = atTheDoor();
  await waiting.say(Array.from({ length: 100_001 }, (_, n) => `fact-${n}`));
  door.isSomebodyThere = true;
  await waiting.settleWhatWaits();
  expect(struck.map((ids) => ids.length)).toEqual([100_000]);
});
