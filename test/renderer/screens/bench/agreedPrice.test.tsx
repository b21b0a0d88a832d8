import { expect, test } from 'vitest';
import type { OrderLine } from '../../../../shared/facts/documents.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { label } from '../dock/aDock.tsx';
import { aBench } from './aBench.tsx';

const sold = (line: Partial<OrderLine>): readonly Change[] =>
  officeDocuments().map((change) =>
    change.collection === 'orderLines'
      ? { ...change, body: anOrderLine({ currency: 'EUR', unitPrice: 12, ...line }) }
      : change,
  );

async function saidOf(line: Partial<OrderLine>) {
  const bench = await aBench(sold(line));
  await bench.receive(label);
  bench.scan('RMA-1001');
  await bench.says('The client said');
  return (document.body.textContent ?? '').replaceAll(/\s+/g, ' ');
}

test('the bench shows a price as it was agreed, and what was invoiced', async () => {
  const text = await saidOf({
    price: { amount: '0.1234', per: 1 },
    invoiced: { net: 123_400, tax: 23_446 },
  });
  expect(text).toContain('Unit priceEUR 0.1234');
  expect(text).not.toContain('EUR 0.12C');
  expect(text).toContain('Invoiced, with taxEUR 1,468.46');
});

test('a price for many says for how many', async () => {
  const text = await saidOf({ price: { amount: '12.34', per: 100 } });
  expect(text).toContain('Price for 100EUR 12.34');
  expect(text).not.toContain('Unit price');
  expect(text).not.toContain('Invoiced');
});

test('without an agreed price the unit price stands as before', async () => {
  expect(await saidOf({})).toContain('Unit priceEUR 0.12');
});
