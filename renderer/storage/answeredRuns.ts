import type { AnsweredRun, FactRow } from './rows.ts';
import type { StationDatabase } from './stationDatabase.ts';

type Own = Pick<FactRow, 'sequence' | 'acceptance' | 'acceptedAt'>;

/**
 * How far a stored fact has come. Central's plain yes to a run of own commands is written down once
 * for the run and not into each fact: a fact stored as `here` within a run is accepted, at the
 * run's time or somewhat earlier. Any other answer stands in the fact itself.
 */
export function standing<Row extends Own>(row: Row, runs: readonly AnsweredRun[]): Row {
  if (row.acceptance !== 'here') return row;
  const run = runOver(row.sequence, runs);
  return run ? { ...row, acceptance: 'accepted', acceptedAt: run.at } : row;
}

/** The run an own number lies in. */
export function runOver(sequence: number, runs: readonly AnsweredRun[]): AnsweredRun | undefined {
  return runs.find(({ from, through }) => from <= sequence && sequence <= through);
}

/** In their order; a handful. */
export async function answeredRuns(db: StationDatabase): Promise<readonly AnsweredRun[]> {
  return await db.answeredRuns.toArray();
}

/** Facts as far as they have come; the runs are only looked up where they matter. */
export async function asTheyStand(
  db: StationDatabase,
  rows: readonly FactRow[],
): Promise<readonly FactRow[]> {
  if (!rows.some((row) => row.acceptance === 'here')) return rows;
  const runs = await answeredRuns(db);
  return rows.map((row) => standing(row, runs));
}

/** Within the transaction that brings commands into the outbox or takes them out of it. */
export async function changeRuns(
  db: StationDatabase,
  change: (runs: readonly AnsweredRun[]) => readonly AnsweredRun[],
): Promise<void> {
  const before = await answeredRuns(db);
  const after = change(before);
  const kept = new Set(after.map((run) => run.from));
  await db.answeredRuns.bulkDelete(before.map((run) => run.from).filter((from) => !kept.has(from)));
  await db.answeredRuns.bulkPut(after.filter((run) => !before.includes(run)));
}
