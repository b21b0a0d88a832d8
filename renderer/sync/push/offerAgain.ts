import { casesTouchedBy } from '../../cases/factsOfCases.ts';
import { refreshCases } from '../../cases/refreshCases.ts';
import { ackRangesWithout } from '../../protocol/ackRanges.ts';
import { gapToFill, offered } from '../../protocol/offering.ts';
import { changeAckRanges } from '../../storage/ackRanges.ts';
import { commandOf, outboxRow } from '../../storage/factRows.ts';
import type { FactRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';

/**
 * Puts own commands from a sequence on back into the outbox, because central asks for them: it was
 * restored from a back-up, or its answer never came. False when the station no longer has them all.
 */
export async function offerAgainFrom(
  { db, now }: Pick<SyncDeps, 'db' | 'now'>,
  sequence: number,
): Promise<boolean> {
  return await db.transaction('rw', db.tables, async () => {
    const there = await db.outbox.get(sequence);
    const next = await db.outbox.where('sequence').above(sequence).first();
    const gap = gapToFill(sequence, { isThere: there !== undefined, next: next?.sequence });
    if (gap === null) return true;
    const rows = await db.facts
      .where('envelope.sequence')
      .between(gap.from, gap.below, true, false)
      .sortBy('sequence');
    await offerAgain(db, rows);
    const touched = await casesTouchedBy(db, rows);
    await refreshCases(db, touched, new Date(now()).toISOString(), 'facts');
    return rows[0]?.sequence === sequence;
  });
}

/** Within a transaction over all of it. */
export async function offerAgain(db: StationDatabase, rows: readonly FactRow[]): Promise<void> {
  const commands = rows.flatMap((row) => commandOf(row) ?? []);
  const going = new Set<string>(commands.map((c) => c.fact.id));
  await db.outbox.bulkPut(commands.map(outboxRow));
  const again = commands.map((c) => c.sequence);
  await changeAckRanges(db, (runs) => ackRangesWithout(runs, again));
  await db.facts.bulkPut(rows.filter((row) => going.has(row.id)).map(offered));
}
