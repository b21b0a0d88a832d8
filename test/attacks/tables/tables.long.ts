/** Three hundred hostile tables, the first of each kind at its full size (a cell of a gigabyte). QUAYSIDE_TABLES makes them fewer. */
import { expect, test } from 'vitest';
import { takeTables } from './takingTables.ts';

const wanted = Number(process.env['QUAYSIDE_TABLES'] ?? 300);

test('three hundred hostile tables', async () => {
  const taken = await takeTables(wanted, true, 25);
  const most = (of: 'peakMb' | 'processorMs') => Math.max(...taken.map((one) => one[of]));
  const refused = taken.filter(({ look }) => typeof look === 'string').length;
  const sums = {
    refused,
    read: taken.length - refused,
    peakMb: most('peakMb'),
    processorMs: most('processorMs'),
  };
  process.stdout.write(`${JSON.stringify(sums)}\n`);
  for (const one of taken
    .slice()
    .sort((a, b) => b.processorMs - a.processorMs)
    .slice(0, 8))
    process.stdout.write(`${JSON.stringify(one)}\n`);
  expect(taken).toHaveLength(wanted);
  expect(taken.filter(({ peakMb }) => peakMb >= 300)).toEqual([]);
  expect(taken.filter(({ processorMs }) => processorMs >= 60_000)).toEqual([]);
}, 3_600_000);
