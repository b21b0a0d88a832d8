import type {
  Contract,
  Grant,
  OrderLine,
  Refund,
  ReturnCase,
} from '../../../../shared/facts/documents.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { aReturnLine } from '../../../builders/cases/aCase.ts';
import { aContract } from '../../../builders/cases/aContract.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { caseId, contractId, orderLineId, returnLineId } from '../../../builders/cases/ids.ts';
import type { Dice } from '../../../faults/dice.ts';
import { caseNumber } from '../../aCompany.ts';

/** A fresh id that ends in what it is for. */
export type Next = (what: string) => string;

export type Office = {
  readonly contract: Contract;
  readonly orderLines: readonly OrderLine[];
  readonly cases: readonly ReturnCase[];
  readonly serials: readonly string[];
};

/** What a station was last told. */
export type Told = {
  readonly facts: readonly Fact[];
  readonly refunds: readonly Refund[];
  readonly grants: readonly Grant[];
};

export const supervisors = ['sara', 'olga', 'theo'] as const;
export const inspectors = ['ivan', 'inga', 'igor'] as const;
const price = 10_000;

/** Of the pumps of one history, whichever order shipped them. */
export function serialsOf(name: string): readonly string[] {
  return Array.from({ length: 6 }, (_, index) => `${name}-SN${index + 1}`);
}

/** Papers under names of their own, so that many histories fit into one central. */
export function anOffice(dice: Dice, name: string): Office {
  const shipped = 4 + dice.below(8);
  const invoiced = dice.below(3) === 0 ? { net: shipped * 9_000, tax: shipped * 1_710 } : undefined;
  const orderLines = ['a', 'b'].map((line) =>
    anOrderLine({
      id: orderLineId(`${name}-${line}`),
      orderedQuantity: shipped,
      shippedQuantity: shipped,
      unitPrice: price,
      // The second order ships some of them once more.
      serials: line === 'b' ? serialsOf(name).slice(0, 3) : [],
      ...(invoiced && { invoiced }),
    }),
  );
  const contract = aContract({
    id: contractId(`${name}-contract`),
    secondApprovalAbove: dice.one([null, 15_000, 40_000, 90_000]),
  });
  const cases = Array.from({ length: 2 + dice.below(3) }, (_, index) =>
    caseNumber(index + 1, {
      id: caseId(`${name}-case-${index + 1}`),
      rma: `${name}-${index + 1}`.slice(-20),
      contractId: contract.id,
      lines: orderLines.map((line, at) =>
        aReturnLine({
          id: returnLineId(`line-${at + 1}`),
          orderLineId: line.id,
          requestedQuantity: shipped,
          approvedQuantity: dice.below(4) === 0 ? Math.ceil(shipped / 2) : shipped,
          wanted: dice.one(['refund', 'exchange', null]),
        }),
      ),
    }),
  );
  return { contract, orderLines, cases, serials: serialsOf(name) };
}
