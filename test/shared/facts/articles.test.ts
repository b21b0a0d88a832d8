import { describe, expect, test } from 'vitest';
import { gtinsOf, isCountedAs, isNamedAlike, unitsUnder } from '../../../shared/facts/articles.ts';
import { OrderLine } from '../../../shared/facts/documents.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';

const [unit, carton, pallet] = ['09521101530001', '19521101530008', '29521101530005'] as const;
const named = { number: 'PUMP-40', name: 'Centrifugal pump 40' };
const packed = {
  ...named,
  gtin: unit,
  gtins: [
    { gtin: carton, quantity: 12 },
    { gtin: pallet, quantity: 480 },
  ],
};
const without = { ...named, gtin: null };

describe('An article has no GTIN, one, or one for each pack', () => {
  test('and documents carry either', () => {
    for (const article of [{ ...named, gtin: unit }, packed, without, { ...packed, gtin: null }])
      expect(OrderLine.parse(anOrderLine({ article })).article).toEqual(article);
    for (const quantity of [0, -1, 0.0001])
      expect(
        OrderLine.safeParse(
          anOrderLine({ article: { ...without, gtins: [{ gtin: carton, quantity }] } }),
        ).success,
      ).toBe(false);
  });

  test('each of them stands for so many units', () => {
    expect(gtinsOf(packed)).toEqual([unit, carton, pallet]);
    expect(gtinsOf(without)).toEqual([]);
    expect([unit, carton, pallet].map((gtin) => unitsUnder(packed, gtin))).toEqual([1, 12, 480]);
    expect(unitsUnder(packed, '09521101530018')).toBeNull();
    expect(unitsUnder(without, null)).toBeNull();
  });

  test('goods counted without a GTIN are known by their number, and nothing by having none', () => {
    expect(isCountedAs({ gtin: null, number: 'PUMP-40' }, without)).toBe(true);
    expect(isCountedAs({ gtin: null, number: 'PUMP-41' }, without)).toBe(false);
    expect(isCountedAs({ gtin: null, number: null }, without)).toBe(false);
    expect(isCountedAs({ gtin: unit, number: 'PUMP-40' }, without)).toBe(true);
    expect(isCountedAs({ gtin: unit, number: null }, without)).toBe(false);
    expect(isCountedAs({ gtin: carton, number: null }, packed)).toBe(true);
    // What is printed on it says more than what somebody called it.
    expect(isCountedAs({ gtin: '09521101530018', number: 'PUMP-40' }, packed)).toBe(false);
    expect(isNamedAlike({ gtin: null, number: 'A' }, { gtin: null, number: 'B' })).toBe(false);
    expect(isNamedAlike({ gtin: unit, number: null }, { gtin: unit, number: 'B' })).toBe(true);
  });
});
