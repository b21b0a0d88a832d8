import type { CommandResult } from '../../shared/sync/centralApi.ts';
import type { Command } from '../../shared/sync/command.ts';
import { noteAnswers } from '../cases/noteAnswers.ts';
import { afterResult, isForGood, isNoLongerRefused, reasonIn } from '../protocol/answering.ts';
import { ownFacts } from '../storage/ownFacts.ts';
import type { FactRow, RefusedRow } from '../storage/rows.ts';
import type { SyncParts } from './syncParts.ts';

/**
 * Writes central's answers to these commands down, all in one transaction: accepted, or refused
 * with the reason. What is deferred stays where it is.
 */
export async function settle(
  { db, desktop, now }: SyncParts,
  commands: readonly Pick<Command, 'sequence'>[],
  results: readonly CommandResult[],
): Promise<void> {
  if (results.length === 0) return;
  const at = new Date(now()).toISOString();
  const final = await db.transaction('rw', db.tables, async () => {
    const own = await ownFacts(
      db,
      commands.map((c) => c.sequence),
    );
    const rowOf = new Map<string, FactRow>(own.map((row) => [row.id, row]));
    const answered = results.flatMap((result) => {
      const row = rowOf.get(result.id);
      return row ? [{ row, result, after: afterResult(row, result) }] : [];
    });
    const changed = answered.filter(({ row, after }) => row.acceptance !== after.acceptance);
    const settled = answered.filter(({ result }) => isForGood(result)).map((a) => a.row);
    const refused = answered.flatMap(({ row, result }) => refusedRow(row, result, at) ?? []);
    const seenBefore = await db.refused.bulkGet(refused.map((r) => r.id));
    await db.facts.bulkPut(changed.map((a) => a.after));
    await db.refused.bulkPut(refused.filter((_, index) => !seenBefore[index]));
    await db.refused.bulkDelete(
      answered.filter((a) => isNoLongerRefused(a.row, a.result)).map((a) => a.row.id),
    );
    await leaveOutbox(settled);
    await noteAnswers(
      db,
      changed.map(({ row, after }) => ({ before: row, after })),
      at,
    );
    return settled.map((row) => row.id);
  });
  if (final.length > 0) await desktop.settleCommands({ ids: final });

  /** An unbroken run goes by one key range, which is far faster than row by row. */
  async function leaveOutbox(settled: readonly FactRow[]): Promise<void> {
    const own = settled.map((row) => row.sequence).filter((sequence) => sequence > 0);
    const [first, last] = [Math.min(...own), Math.max(...own)];
    if (own.length === 0) return;
    if (last - first + 1 === new Set(own).size)
      await db.outbox.where('sequence').between(first, last, true, true).delete();
    else await db.outbox.bulkDelete(own);
  }
}

function refusedRow(row: FactRow, result: CommandResult, at: string): RefusedRow | null {
  const why = reasonIn(result);
  return (
    why && { id: row.id, caseId: row.caseId, kind: row.kind, refusedAt: at, why, seenAt: null }
  );
}
