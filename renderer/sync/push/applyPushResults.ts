import type { CommandResult } from '../../../shared/sync/centralApi.ts';
import { leavesClockAlone } from '../../cases/deadlineOfCase.ts';
import { casesTouchedBy } from '../../cases/factsOfCases.ts';
import { refreshCases } from '../../cases/refreshCases.ts';
import { ackRangesAfter } from '../../protocol/ackRanges.ts';
import { afterResult, isForGood, isNoLongerRefused, reasonIn } from '../../protocol/answering.ts';
import { changeAckRanges } from '../../storage/ackRanges.ts';
import type { FactRow, RefusedRow } from '../../storage/rows.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';

type Answered = { readonly row: FactRow; readonly result: CommandResult };

/**
 * Writes central's answers to these facts down, all in one transaction: accepted, or refused with
 * the reason. What is deferred stays where it is. `sent`: the facts as they were when they left;
 * only this writes an answer into them, and the feed, which says the same.
 */
export async function applyPushResults(
  { db, desktop, now }: SyncDeps,
  sent: readonly FactRow[],
  results: readonly CommandResult[],
): Promise<void> {
  if (results.length === 0) return;
  const at = new Date(now()).toISOString();
  const rowOf = new Map<string, FactRow>(sent.map((row) => [row.id, row]));
  const answered = results.flatMap((result): readonly Answered[] => {
    const row = rowOf.get(result.id);
    return row ? [{ row, result }] : [];
  });
  const plain = answered.filter(isPlain);
  const telling = answered.filter((one) => !isPlain(one));
  const settled = answered.filter(({ result }) => isForGood(result)).map((one) => one.row);
  const yes = {
    plain: plain.map(({ row }) => row.sequence),
    told: telling.map(({ row }) => row.sequence),
    at: lastOf(plain.map(({ result }) => ('acceptedAt' in result ? result.acceptedAt : at))),
  };
  // A plain yes changes no case: whoever reads one goes on meanwhile.
  const written = telling.length > 0 ? db.tables : [db.answeredRuns, db.outbox, db.refused];
  await db.transaction('rw', written, async () => {
    if (plain.length > 0) await changeAckRanges(db, (runs) => ackRangesAfter(runs, yes));
    await leaveOutbox(settled);
    if ((await db.refused.count()) > 0)
      await db.refused.bulkDelete(
        answered.filter((one) => isNoLongerRefused(one.row, one.result)).map((one) => one.row.id),
      );
    if (telling.length > 0) await write(telling);
  });
  if (settled.length > 0) await desktop.settleCommands({ ids: settled.map((row) => row.id) });

  async function write(some: readonly Answered[]): Promise<void> {
    // As they are now: the feed may have told of them first.
    const stored = await db.facts.bulkGet(some.map((one) => one.row.id));
    const changed = some.flatMap(({ result }, index): readonly FactRow[] => {
      const before = stored[index];
      const after = before && afterResult(before, result);
      return after && after.acceptance !== before.acceptance ? [after] : [];
    });
    const refused = some.flatMap(({ row, result }) => refusedRow(row, result, at) ?? []);
    const seenBefore = await db.refused.bulkGet(refused.map((r) => r.id));
    await db.facts.bulkPut(changed);
    await db.refused.bulkPut(refused.filter((_, index) => !seenBefore[index]));
    await refreshCases(db, await casesTouchedBy(db, changed), at, 'facts');
  }

  /** An unbroken run goes by one key range, which is far faster than row by row. */
  async function leaveOutbox(rows: readonly FactRow[]): Promise<void> {
    const own = rows.map((row) => row.sequence).filter((sequence) => sequence > 0);
    const [first, last] = [Math.min(...own), Math.max(...own)];
    if (own.length === 0) return;
    if (last - first + 1 === new Set(own).size)
      await db.outbox.where('sequence').between(first, last, true, true).delete();
    else await db.outbox.bulkDelete(own);
  }
}

/** Central says no more than yes, and nothing that is made of the fact changes by it. */
function isPlain({ row, result }: Answered): boolean {
  return (
    row.acceptance === 'here' &&
    (result.kind === 'applied' || result.kind === 'duplicate') &&
    leavesClockAlone(row, afterResult(row, result))
  );
}

function lastOf(instants: readonly string[]): string {
  return instants.reduce((last, one) => (one > last ? one : last), '');
}

function refusedRow(row: FactRow, result: CommandResult, at: string): RefusedRow | null {
  const why = reasonIn(result);
  return (
    why && { id: row.id, caseId: row.caseId, kind: row.kind, refusedAt: at, why, seenAt: null }
  );
}
