import { expect, test } from 'vitest';
import { discountOn } from '../../../../renderer/screens/desk/openCase/compare/discountOn.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';

const priced = (amount: string, per: number, net: number, currency = 'USD', shippedQuantity = 10) =>
  discountOn(
    anOrderLine({ price: { amount, per }, invoiced: { net, tax: 0 }, currency, shippedQuantity }),
  );

test('a discount is the agreed worth of the line less what was invoiced, exactly', () => {
  expect(priced('125', 1, 120_000)).toBe(5000);
  expect(priced('12.346', 100, 100, 'USD', 1000)).toBe(12_246);
  expect(priced('125', 1, 1000, 'JPY')).toBe(250);
  expect(priced('1.5', 1, 14_000, 'KWD')).toBe(1000);
  expect(priced('4', 1, 800, 'USD', 2.125)).toBe(50);
});

test('none is said where none was given, or the papers do not say it to the last minor unit', () => {
  expect(priced('125', 1, 125_000)).toBeNull();
  expect(priced('125', 1, 130_000)).toBeNull();
  expect(priced('1', 3, 100)).toBeNull();
  expect(priced('125', 1, 1, 'XXX')).toBeNull();
  expect(discountOn(anOrderLine())).toBeNull();
});
