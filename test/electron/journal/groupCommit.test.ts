import { expect, test } from 'vitest';
import { groupCommit } from '../../../electron/main/journal/groupCommit.ts';

test('whatever waits while a commit runs goes with the next one, in its order', async () => {
  const batches: (readonly number[])[] = [];
  const { add, idle } = groupCommit<number, number>(async (batch) => {
    batches.push(batch);
    return batch.map((it) => it * 2);
  });
  expect(await Promise.all([1, 2, 3].map(add))).toEqual([2, 4, 6]);
  const first = add(4);
  await idle();
  expect(await first).toBe(8);
  expect(batches).toEqual([[1, 2, 3], [4]]);
});

test('a commit that fails is told to all it was for, and to nobody after them', async () => {
  const disk = { isFull: true };
  const { add } = groupCommit<number, number>(async (batch) => {
    if (disk.isFull) throw new Error('no space left');
    return batch;
  });
  const failed = await Promise.allSettled([1, 2].map(add));
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  disk.isFull = false;
  expect(await add(3)).toBe(3);
});
