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

/** Rows something is wrong with: how many, and the first of them. */
export type Problems = {
  readonly rows: number;
  readonly first: readonly (readonly [row: number, RowOutcome])[];
};

/** More are in the file that comes back. */
const mostProblems = 200;

/** What became of the records of a file, and of each of its rows. */
export function outcomes(
  before: {
    readonly counts: Counts;
    readonly byRow: Iterable<readonly [row: number, RowOutcome]>;
  } | null = null,
) {
  const byRow = new Map<number, RowOutcome>(before?.byRow);
  const counts: Record<Outcome, number> = { ...(before?.counts ?? noCounts) };
  const wrong = new Map([...byRow].filter(([, { errors }]) => errors.length > 0));
  /** null: to be looked up anew. */
  let first: Problems['first'] | null = null;

  function setRow(row: number, said: RowOutcome): void {
    byRow.set(row, said);
    const isWrong = said.errors.length > 0;
    if (!isWrong && !wrong.delete(row)) return;
    if (isWrong) wrong.set(row, said);
    const [last = 0] = first?.at(-1) ?? [];
    if (first !== null && (first.length < mostProblems || row <= last)) first = null;
  }

  return {
    byRow: byRow as ReadonlyMap<number, RowOutcome>,
    counts: counts as Counts,
    /** Asked several times a second while a file goes in: rows that are in order are not gone through. */
    problems(): Problems {
      first ??= [...wrong].sort(([one], [other]) => one - other).slice(0, mostProblems);
      return { rows: wrong.size, first };
    },
    set(rows: readonly number[], said: RowOutcome): void {
      counts[said.outcome] += 1;
      for (const row of rows) setRow(row, said);
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
