import { expect, test } from 'vitest';
import type { Change } from '../../../../shared/sync/change.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { caseId } from '../../../builders/cases/ids.ts';
import { officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { countingRowsRead } from '../../../builders/station/storedCases.ts';
import { aDock, soon } from './aDock.tsx';

const day = (n: number) => `2026-11-${String(1 + (n % 28)).padStart(2, '0')}`;

const expected = (count: number): readonly Change[] =>
  Array.from({ length: count }, (_, n) => {
    const id = caseId(`many-${n}`);
    const body = aCase({
      id,
      rma: `RMA-${20_000 + n}`,
      expectedOn: day(n),
      trackingNumbers: [`TRK${100_000 + n}`],
    });
    return { collection: 'cases', id, body };
  });

test('at two thousand expected returns a scan draws what is in sight and reads what it concerns', async () => {
  const dock = await aDock([...officeDocuments(), ...expected(2_000)], 'Expected here2,001');
  const nodes = () => document.body.querySelectorAll('*').length;
  expect(document.querySelectorAll('li[aria-posinset]').length).toBeLessThanOrEqual(60);
  expect(nodes()).toBeLessThan(600);
  const read = countingRowsRead(dock.station.db);
  dock.scan('TRK100007');
  await expect.poll(dock.text, soon).toContain('Received');
  dock.scan('QS-CMD-DONE');
  await expect.poll(dock.text, soon).toContain('Expected here2,000');
  dock.scan('TRK100008');
  await expect.poll(dock.text, soon).toContain('RMA-20008');
  // Each of the two cases lies on a page of a hundred.
  expect(read()).toBeLessThan(460);
  expect(nodes()).toBeLessThan(600);
});
