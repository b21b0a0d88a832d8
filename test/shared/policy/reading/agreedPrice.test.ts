import { expect, test } from 'vitest';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { aSituation } from '../../../builders/cases/aSituation.ts';
import { findingId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding } from '../../../builders/cases/recordedFacts.ts';

const pieces = 10_000;

/** A defect on the first so many of 10 000 pieces at 0.1234, in cents shown as 0.12. */
function refundOf(defective: number, net: number, tax: number): number {
  const of = (from: number, to: number, name: string) => ({
    findingId: findingId(name),
    quantity: to - from,
    units: [{ from, to }],
  });
  const rest = { ...of(defective, pieces, 'rest'), observation: { kind: 'noDefect' } as const };
  const found = [
    aFinding({ ...of(0, defective, 'defect'), observation: aDefect() }),
    ...(defective < pieces ? [aFinding(rest)] : []),
  ];
  const decision = decideCase(
    aSituation({
      sold: {
        orderedQuantity: pieces,
        shippedQuantity: pieces,
        unitPrice: 12,
        price: { amount: '0.1234', per: 1 },
        invoiced: { net, tax },
      },
      claim: { requestedQuantity: pieces, approvedQuantity: pieces },
      counted: { quantity: pieces },
      found,
    }),
  );
  return accepted(decision).refundAmount;
}

test('of a price with more decimals than its currency the share of the invoice, never of the rounded price', () => {
  // 41 129.22 and 48 943.77; by the rounded price it would have been 39 996.
  expect(refundOf(3_333, 123_400, 0)).toBe(41_129);
  expect(refundOf(3_333, 123_400, 23_446)).toBe(48_944);
  expect(refundOf(1, 123_400, 0)).toBe(12);
  expect(refundOf(pieces, 123_400, 0)).toBe(123_400);
  expect(refundOf(3_333, 0, 0)).toBe(0);
});
