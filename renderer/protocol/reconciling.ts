import type { FactRow } from '../storage/rows.ts';

type Line = {
  readonly row: Pick<FactRow, 'acceptance'> | undefined;
  readonly isWaiting: boolean;
};

/**
 * What the database says about a line of the journal. `answered`: for good, strike it off.
 * `lost`: the fact or its place in the outbox is not there, store it again.
 */
export function standingOfLine({ row, isWaiting }: Line): 'answered' | 'kept' | 'lost' {
  if (row?.acceptance === 'accepted' || row?.acceptance === 'refused') return 'answered';
  return row && isWaiting ? 'kept' : 'lost';
}

/**
 * Whether the database forgot something. A line or two that were journalled but not stored is a
 * crash; an empty database beside a journal, or one behind what the journal still holds, is a
 * database that was lost: everything is to be pulled anew.
 */
export function hasForgotten(found: {
  readonly isFresh: boolean;
  /** The journal's last sequence, and the highest one the database remembers. */
  readonly journalled: number;
  readonly stored: number;
  readonly broughtBack: number;
  /** How many of those central had answered already: it cannot have done so before they were stored. */
  readonly answered: number;
}): boolean {
  const behind = found.journalled - found.stored;
  return (found.isFresh && behind > 0) || behind > found.broughtBack || found.answered > 0;
}
