import type { RowAnswer } from '../../../shared/office/officeApi.ts';
import type { RowError } from '../mapping/recordOf.ts';

/** `waiting`: it names a record that is not here yet, and goes in once that is. */
export type Outcome = RowAnswer['outcome'] | 'waiting';

export type RowOutcome = { readonly outcome: Outcome; readonly errors: readonly RowError[] };

export type Counts = Readonly<Record<Outcome, number>>;

export const noCounts: Counts = {
  created: 0,
  updated: 0,
  unchanged: 0,
  withdrawn: 0,
  refused: 0,
  waiting: 0,
};

/** What became of the records of a file, and of each of its rows. */
export function outcomes(
  before: {
    readonly counts: Counts;
    readonly byRow: Iterable<readonly [row: number, RowOutcome]>;
  } | null = null,
) {
  const byRow = new Map<number, RowOutcome>(before?.byRow);
  const counts: Record<Outcome, number> = { ...(before?.counts ?? noCounts) };

  return {
    byRow: byRow as ReadonlyMap<number, RowOutcome>,
    counts: counts as Counts,
    set(rows: readonly number[], said: RowOutcome): void {
      counts[said.outcome] += 1;
      for (const row of rows) byRow.set(row, said);
    },
    /** Takes back what was said of a record, to say it anew. */
    unset(outcome: Outcome): void {
      counts[outcome] -= 1;
    },
    countWithdrawn(count: number): void {
      counts.withdrawn += count;
    },
  };
}

export type Outcomes = ReturnType<typeof outcomes>;

export function sayErrors(errors: readonly Pick<RowError, 'address' | 'says'>[]): string {
  return errors
    .map(({ address, says }) => (address === '' ? says : `${address}: ${says}`))
    .join(' · ');
}
