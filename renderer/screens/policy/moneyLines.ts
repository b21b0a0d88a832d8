import { grantedOnLines, leftOnLine } from '../../../shared/cases/decisions/grants.ts';
import { lineOf } from '../../../shared/cases/reading/lineOf.ts';
import type { OrderLine } from '../../../shared/facts/documents.ts';
import { sumQuantities } from '../../../shared/facts/quantity.ts';
import { invoicedFor } from '../../../shared/policy/decide/eligible.ts';
import type { CaseDecision, PortionDecision } from '../../../shared/policy/decision.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';

/** Quantity in the article's unit, worth in minor units of the line's currency. */
type Granted = { readonly quantity: number; readonly value: number };

/** An order line of the case: what its money starts from, what is made of it, and what is left. */
export type MoneyOfLine = {
  readonly line: OrderLine;
  readonly invoiced: number;
  readonly portions: readonly PortionDecision[];
  /** By earlier decisions about this case. */
  readonly before: Granted;
  /** By those about other cases, as far as they are known here. */
  readonly elsewhere: Granted;
  readonly left: Granted;
};

/** The verdict's amounts by order line, beside what was granted of each before. */
export function moneyByLine(
  { file, orderLines, references }: Pick<CaseView, 'file' | 'orderLines' | 'references'>,
  { portions }: CaseDecision,
): readonly MoneyOfLine[] {
  const own = grantedOnLines(file.grants);
  return orderLines.map((line) => {
    const before = own.find((one) => one.orderLineId === line.id) ?? nothing;
    const others = (references?.grantedElsewhere ?? []).filter(
      (one) => one.orderLineId === line.id,
    );
    const elsewhere = {
      quantity: sumQuantities(others.map((one) => one.quantity)),
      value: others.reduce((sum, one) => sum + one.value, 0),
    };
    return {
      line,
      invoiced: invoicedFor(line),
      portions: portions.filter((portion) => lineOf(portion.unitGroupId, file) === line.id),
      before,
      elsewhere,
      left: leftOnLine(line, before, elsewhere),
    };
  });
}

/** Units nobody knows the order line of: no price stands for them. */
export function withoutLine(
  { file, orderLines }: Pick<CaseView, 'file' | 'orderLines'>,
  { portions }: CaseDecision,
): readonly PortionDecision[] {
  return portions.filter((portion) => {
    const line = lineOf(portion.unitGroupId, file);
    return !orderLines.some((one) => one.id === line);
  });
}

/** What of the verdict's money is charged on, and to whom; the client's part is none of it. */
export function recharges({ portions, shippingCost }: CaseDecision) {
  const parties = ['ourCarrier', 'clientCarrier'] as const;
  return parties.flatMap((to) => {
    const goods = portions
      .filter((portion) => portion.rechargeTo === to)
      .reduce((sum, portion) => sum + portion.eligibleAmount, 0);
    const freight = shippingCost.rechargeTo === to ? (shippingCost.amount ?? 0) : 0;
    return goods + freight > 0 ? [{ to, goods, freight }] : [];
  });
}

const nothing: Granted = { quantity: 0, value: 0 };
