import { commandOf, outboxRow } from '../storage/factRows.ts';
import type { FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/**
 * Puts own commands from a sequence on back into the outbox, because central asks for them: it was
 * restored from a back-up, or its answer never came. False when the station no longer has them all.
 */
export async function offerAgainFrom(db: StationDatabase, sequence: number): Promise<boolean> {
  return await db.transaction('rw', [db.facts, db.outbox], async () => {
    if (await db.outbox.get(sequence)) return true;
    const next = await db.outbox.where('sequence').above(sequence).first();
    const before = next?.sequence ?? Number.MAX_SAFE_INTEGER;
    const rows = await db.facts
      .where('sequence')
      .between(sequence, before, true, false)
      .sortBy('sequence');
    await offerAgain(db, rows);
    return rows[0]?.sequence === sequence;
  });
}

/** Within a transaction over facts and outbox. */
export async function offerAgain(db: StationDatabase, rows: readonly FactRow[]): Promise<void> {
  const commands = rows.flatMap((row) => commandOf(row) ?? []);
  const offered = new Set<string>(commands.map((c) => c.fact.id));
  await db.outbox.bulkPut(commands.map(outboxRow));
  await db.facts.bulkPut(
    rows
      .filter((row) => offered.has(row.id))
      .map((row) => ({ ...row, acceptance: 'here', acceptedAt: null })),
  );
}
