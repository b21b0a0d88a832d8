import { acceptedMs } from '../../shared/cases/retention.ts';
import type { FactRow } from '../storage/rows.ts';

/** `first`: nothing was heard of central before. `restored`: it counts anew, from a back-up. */
export function heardEpoch(
  known: string | undefined,
  heard: string,
): 'same' | 'first' | 'restored' {
  if (known === heard) return 'same';
  return known === undefined ? 'first' : 'restored';
}

/**
 * What to offer again after a restore, of the station's own commands in their order: from the first
 * on that is unanswered or was accepted in the time a station keeps it (`acceptedMs`), up to the last
 * acceptance: all by central's clock, for the station's may be years off. Later ones follow without a gap.
 */
export function offeredAfterRestore<Row extends Pick<FactRow, 'acceptance' | 'acceptedAt'>>(
  own: readonly Row[],
): readonly Row[] {
  const newest = own.reduce((last, { acceptedAt }) => Math.max(last, timeOf(acceptedAt)), 0);
  const since = newest - acceptedMs;
  const first = own.findIndex((row) => row.acceptedAt === null || timeOf(row.acceptedAt) >= since);
  return first < 0 ? [] : own.slice(first);
}

const timeOf = (instant: string | null) => (instant === null ? 0 : Date.parse(instant));

/**
 * Which own commands fill the gap central names: from there up to the next one already waiting.
 * null: it waits already. Sequences, both ends included and excluded as in `[from, below)`.
 */
export function gapToFill(
  expected: number,
  waiting: { readonly isThere: boolean; readonly next: number | undefined },
): { readonly from: number; readonly below: number } | null {
  return waiting.isThere
    ? null
    : { from: expected, below: waiting.next ?? Number.MAX_SAFE_INTEGER };
}

/** A command on its way once more. */
export function offered<Row extends Pick<FactRow, 'acceptance' | 'acceptedAt'>>(row: Row): Row {
  return { ...row, acceptance: 'here', acceptedAt: null };
}
