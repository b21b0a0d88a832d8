import { nameOfArticle } from '../../../../../shared/facts/articles.ts';
import type { OrderLine, ReturnLine } from '../../../../../shared/facts/documents.ts';
import type { UnitsCountedFact } from '../../../../../shared/facts/fact.ts';
import { sumQuantities } from '../../../../../shared/facts/quantity.ts';
import type { CaseView } from '../../../../queries/oneCase/caseView.ts';

/** A return line with the units counted under it, or units no line announced. */
export type Compared = {
  readonly key: string;
  readonly name: string;
  readonly line: ReturnLine | null;
  readonly order: OrderLine | null;
  readonly groups: readonly UnitsCountedFact[];
  readonly counted: number;
};

export function comparedLines({
  file,
  orderLines,
}: Pick<CaseView, 'file' | 'orderLines'>): readonly Compared[] {
  const { lines } = file.returnCase;
  const announced = lines.map((line): Compared => {
    const order = orderLines.find(({ id }) => id === line.orderLineId) ?? null;
    const groups = file.unitGroups.filter((group) => group.returnLineId === line.id);
    const [first] = groups;
    const name = order?.article.name ?? (first ? nameOfArticle(first) : '');
    return { key: line.id, name, line, order, groups, counted: counted(groups) };
  });
  const others = file.unitGroups.filter(
    (group) => !lines.some((line) => line.id === group.returnLineId),
  );
  return [
    ...announced,
    ...others.map((group) => ({
      key: group.unitGroupId,
      name: nameOfArticle(group),
      line: null,
      order: null,
      groups: [group],
      counted: group.quantity,
    })),
  ];
}

/** What the papers count on: what the review authorised, else what was asked for. */
export function announcedIn({ approvedQuantity, requestedQuantity }: ReturnLine): number {
  return approvedQuantity ?? requestedQuantity;
}

/** Serials counted that the order line was not shipped with; none where nobody wrote its serials down. */
export function foreignSerials({ order, groups }: Pick<Compared, 'order' | 'groups'>) {
  if (!order || order.serials.length === 0) return [];
  const shipped = new Set(order.serials);
  return groups.flatMap((group) => group.serials).filter((serial) => !shipped.has(serial));
}

function counted(groups: readonly UnitsCountedFact[]): number {
  return sumQuantities(groups.map((group) => group.quantity));
}
