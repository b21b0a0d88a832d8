import { expect, test } from 'vitest';
import { hostileKinds } from './hostileTables.ts';
import { takeTables } from './takingTables.ts';

test('of hostile tables each is refused in words or read, within 300 MB and in little time', async () => {
  const taken = await takeTables(hostileKinds, false, hostileKinds);
  expect(taken).toHaveLength(hostileKinds);
  expect(taken.filter(({ peakMb }) => peakMb >= 300)).toEqual([]);
  expect(taken.filter(({ processorMs }) => processorMs >= 20_000)).toEqual([]);
  expect(taken.filter(({ look, rows }) => look !== rows)).toEqual([]);
  // Odd, but tables.
  const read = taken.flatMap(({ kind, rows }) => (typeof rows === 'number' ? [kind] : []));
  expect(read).toEqual([
    'numbers that are none',
    'many formats',
    'a million empty rows',
    'JSON that would be a prototype',
    'words that would be slow to look at',
  ]);
  // By its own bounds, not because the thread was full or hung.
  const byForce = taken.filter(({ look }) => String(look).startsWith('Reading the file'));
  expect(byForce.map(({ kind }) => kind)).toEqual(['texts nobody can hold']);
}, 600_000);
