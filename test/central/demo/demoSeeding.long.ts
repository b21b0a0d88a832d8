import { expect, test } from 'vitest';
import { refundRegister } from '../../../central/refunds/refundRows.ts';
import { startCentral } from '../../builders/central/centralInMemory.ts';

test('the company is accepted on any day, also since a picture proves the claim of one case', async () => {
  const central = await startCentral({ demo: '2026-12-14' });
  expect((await refundRegister(central.database.rows, 100)).length).toBeGreaterThan(10);
  await central.close();
});
