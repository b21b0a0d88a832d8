import { wholeUnits } from '../../../shared/facts/showMoney.ts';
import type { CaseListRow } from '../../storage/rows.ts';
import type { CaseRow } from '../lists/caseRow.ts';
import { type Ask, asks } from './askOf.ts';

/** Whole units of the case's own currency: up to, and from the one before on. */
export const values = { small: 100, middle: 1000, large: 10_000 };
export const bands = ['small', 'middle', 'large', 'huge'] as const;
type ValueBand = (typeof bands)[number];
export const dues = ['late', 'today', 'soon', 'later'] as const;
export type Due = (typeof dues)[number];

/** Which cases of the queue are listed; absent: whatever it is. */
export type QueueFilter = {
  readonly client?: string | undefined;
  readonly reason?: string | undefined;
  readonly carrier?: string | undefined;
  readonly value?: ValueBand | undefined;
  readonly ask?: (typeof asks)[number] | undefined;
  readonly due?: Due | undefined;
  /** Something of it is not accepted by central yet. */
  readonly unaccepted?: 'yes' | undefined;
};
export type FilterName = keyof QueueFilter;

export const noFilter: QueueFilter = {};
export const isFiltered = (filter: QueueFilter): boolean =>
  Object.values(filter).some((one) => one !== undefined);

/** A filter as it was kept; what this build knows no choice for is left out. */
export function filterFrom(kept: Readonly<Record<string, string>>): QueueFilter {
  const { client, reason, carrier } = kept;
  const value = bands.find((band) => band === kept['value']);
  const ask = asks.find((kind) => kind === kept['ask']);
  const due = dues.find((one) => one === kept['due']);
  return {
    ...(client !== undefined && { client }),
    ...(reason !== undefined && { reason }),
    ...(carrier !== undefined && { carrier }),
    ...(value && { value }),
    ...(ask && { ask }),
    ...(due && { due }),
    ...(kept['unaccepted'] === 'yes' && { unaccepted: 'yes' as const }),
  };
}

/** `seen` makes the row of the line, for what depends on the clock or on central's answers. */
export function passes(
  row: CaseListRow,
  ask: Ask,
  filter: QueueFilter,
  seen: () => Pick<CaseRow, 'saved' | 'standing' | 'uncounted'>,
): boolean {
  const { ask: wanted, carrier, client, due, reason, unaccepted, value } = filter;
  if (client !== undefined && row.clientId !== client) return false;
  if (reason !== undefined && !row.desk?.reasons.some((one) => one === reason)) return false;
  if (carrier !== undefined && !row.desk?.carriers.includes(carrier)) return false;
  if (wanted !== undefined && ask.kind !== wanted) return false;
  if (value !== undefined && bandOf(row) !== value) return false;
  if (unaccepted && seen().saved === 'accepted') return false;
  return due === undefined || dueOf(seen()) === due;
}

export function bandOf({
  amount,
  currency,
}: Pick<CaseListRow, 'amount' | 'currency'>): ValueBand | null {
  if (amount === null || currency === null) return null;
  const whole = wholeUnits({ minor: amount, currency });
  if (whole < values.small) return 'small';
  if (whole < values.middle) return 'middle';
  return whole < values.large ? 'large' : 'huge';
}

/** What cannot be counted is as urgent as what is late. */
export function dueOf({ standing, uncounted }: Pick<CaseRow, 'standing' | 'uncounted'>): Due {
  if (uncounted || standing?.tone === 'late') return 'late';
  if (!standing) return 'later';
  if (standing.today === standing.deadline.dueOn) return 'today';
  return standing.daysLeft <= 2 ? 'soon' : 'later';
}
