import type { AckRange, FactRow } from './rows.ts';
import type { StationDatabase } from './stationDatabase.ts';

type Own = Pick<FactRow, 'sequence' | 'acceptance' | 'acceptedAt'>;

/**
 * How far a stored fact has come. Central's plain yes to a run of own commands is written down once
 * for the run and not into each fact: a fact stored as `here` within a run is accepted, at the
 * run's time or somewhat earlier. Any other answer stands in the fact itself.
 */
export function withAck<Row extends Own>(row: Row, runs: readonly AckRange[]): Row {
  if (row.acceptance !== 'here') return row;
  const run = ackRangeOver(row.sequence, runs);
  return run ? { ...row, acceptance: 'accepted', acceptedAt: run.at } : row;
}

/** The run an own number lies in. */
export function ackRangeOver(sequence: number, runs: readonly AckRange[]): AckRange | undefined {
  return runs.find(({ from, through }) => from <= sequence && sequence <= through);
}

/** In their order; a handful. */
export async function ackRanges(db: StationDatabase): Promise<readonly AckRange[]> {
  return await db.answeredRuns.toArray();
}

/** Facts as far as they have come; the runs are only looked up where they matter. */
export async function withAcks(
  db: StationDatabase,
  rows: readonly FactRow[],
): Promise<readonly FactRow[]> {
  if (!rows.some((row) => row.acceptance === 'here')) return rows;
  const runs = await ackRanges(db);
  return rows.map((row) => withAck(row, runs));
}

/** Within the transaction that brings commands into the outbox or takes them out of it. */
export async function changeAckRanges(
  db: StationDatabase,
  change: (runs: readonly AckRange[]) => readonly AckRange[],
): Promise<void> {
  const before = await ackRanges(db);
  const after = change(before);
  const kept = new Set(after.map((run) => run.from));
  await db.answeredRuns.bulkDelete(before.map((run) => run.from).filter((from) => !kept.has(from)));
  await db.answeredRuns.bulkPut(after.filter((run) => !before.includes(run)));
}
