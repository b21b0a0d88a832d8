import type { OrderLine } from '../../facts/documents.ts';
import type { PaperChange } from '../../facts/paperChange.ts';
import type { OrderLineId } from '../../ids.ts';
import type { CaseFile } from './caseFile.ts';

/** One thing of the papers that was otherwise when the goods came. */
export type ChangedSince = Pick<PaperChange, 'at' | 'was' | 'what'> & {
  /** As the papers of today have it; null: they have none. */
  readonly now: string | number | null;
  /** Whose goods it is about; null: nobody's, or no order line of ours. */
  readonly orderLineId: OrderLineId | null;
  readonly currency: string | null;
};

type Read = Pick<CaseFile, 'arrivals' | 'acceptedAt' | 'returnCase'>;

/**
 * What the office changed of a return, or of what it was sold as, since its first parcel came; what
 * was changed back is no change. Facts stay as they were recorded; it is decided by the papers of
 * today. Empty while nothing has come.
 */
export function changedSinceArrival(
  file: Read,
  orderLines: readonly OrderLine[],
): readonly ChangedSince[] {
  const first = firstArrival(file);
  if (first === null) return [];
  const { changes = [], lines } = file.returnCase;
  const ofReturn = changes.map((change): ChangedSince => {
    const line = lines.find(({ id }) => id === change.lineId);
    const quantity = line ? (line.approvedQuantity ?? line.requestedQuantity) : null;
    return {
      ...change,
      now: change.what === 'reason' ? (line?.claimedReason ?? null) : quantity,
      orderLineId: line?.orderLineId ?? null,
      currency: null,
    };
  });
  const ofLines = orderLines.flatMap(({ id, changes: said = [], ...line }) =>
    said.map((change): ChangedSince => {
      const worth = (line.invoiced?.net ?? 0) + (line.invoiced?.tax ?? 0);
      return {
        ...change,
        now: change.what === 'invoiced' ? worth : line.shippedQuantity,
        orderLineId: id,
        currency: change.currency ?? null,
      };
    }),
  );
  const since = [...ofReturn, ...ofLines].filter(({ at }) => at > first);
  // Of what changed several times, as it was when the goods came.
  const once = new Map<string, ChangedSince>();
  for (const change of since.toSorted((one, other) => (one.at < other.at ? -1 : 1))) {
    const key = `${change.what} ${change.orderLineId} ${'lineId' in change ? String(change.lineId) : ''}`;
    if (!once.has(key)) once.set(key, change);
  }
  return [...once.values()].filter(({ was, now }) => was === null || was !== now);
}

/** By central's time where there is one: a station's own clock may be days ahead. */
function firstArrival({ arrivals, acceptedAt }: Read): string | null {
  const came = arrivals.map(({ id, at }) => {
    const known = acceptedAt.get(id);
    return known !== undefined && known < at.utc ? known : at.utc;
  });
  return came.toSorted()[0] ?? null;
}
