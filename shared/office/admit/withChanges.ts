import type { OrderLine, ReturnCase } from '../../facts/documents.ts';
import type { PaperChange } from '../../facts/paperChange.ts';
import type { Instant } from '../../facts/time.ts';

/** The last so many are kept: what people ask is what changed since the goods came. */
const most = 20;

/** With what changed against the same paper as it was said before. */
export function withChanges<P extends { readonly changes?: readonly PaperChange[] | undefined }>(
  paper: P,
  earlier: readonly PaperChange[],
  fresh: readonly PaperChange[],
): P {
  const changes = [...earlier, ...fresh].slice(-most);
  return changes.length === 0 ? paper : { ...paper, changes };
}

type Lines = ReturnCase['lines'];

/** What a bench or a desk would have seen otherwise: lines, their quantities and reasons. */
export function changesOfReturn(before: Lines, now: Lines, at: Instant): readonly PaperChange[] {
  const changed = now.flatMap((line): readonly PaperChange[] => {
    const was = before.find(({ id }) => id === line.id);
    const about = { at, lineId: line.id };
    if (!was) return [{ ...about, what: 'lineAdded', was: null }];
    return [
      ...(quantityOf(was) === quantityOf(line)
        ? []
        : [{ ...about, what: 'quantity', was: quantityOf(was) }]),
      ...(was.claimedReason === line.claimedReason
        ? []
        : [{ ...about, what: 'reason', was: was.claimedReason }]),
    ];
  });
  const gone = before.filter(({ id }) => !now.some((line) => line.id === id));
  return [
    ...changed,
    ...gone.map((line) => ({ at, lineId: line.id, what: 'lineGone', was: quantityOf(line) })),
  ];
}

function quantityOf({ approvedQuantity, requestedQuantity }: Lines[number]): number {
  return approvedQuantity ?? requestedQuantity;
}

type Sold = Pick<OrderLine, 'invoiced' | 'shippedQuantity' | 'currency'>;

/** Of what was sold: what it cost in all, and how many were sent. */
export function changesOfOrderLine(before: Sold, now: Sold, at: Instant): readonly PaperChange[] {
  const about = { at, lineId: null };
  const [was, is] = [worthOf(before), worthOf(now)];
  return [
    ...(was === is && before.currency === now.currency
      ? []
      : [{ ...about, what: 'invoiced', was, currency: before.currency }]),
    ...(before.shippedQuantity === now.shippedQuantity
      ? []
      : [{ ...about, what: 'shipped', was: before.shippedQuantity }]),
  ];
}

function worthOf({ invoiced }: Sold): number {
  return (invoiced?.net ?? 0) + (invoiced?.tax ?? 0);
}
