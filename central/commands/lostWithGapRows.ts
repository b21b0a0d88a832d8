import { and, eq, inArray } from 'drizzle-orm';
import { acceptedMs } from '../../shared/cases/retention.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { missingDependencies, providedBy } from '../cases/dependencies.ts';
import type { WorkingSet } from '../cases/workingSet.ts';
import { restoredAt } from '../database/metaRows.ts';
import type { Rows } from '../database/rows.ts';
import { commands } from '../database/schema.ts';
import type { SkippedGap } from './batch.ts';
import type { SentCommand } from './readCommand.ts';

/**
 * What went with the numbers stepped over. A station knows things of its own or from central alone:
 * what it names behind them, and neither central nor anything of its own that waits there brings, is
 * gone. Except after a restore: then another station may still bring it.
 */
export async function lostWithGaps(
  rows: Rows,
  stationId: string,
  given: {
    readonly gaps: readonly SkippedGap[];
    readonly sent: readonly SentCommand[];
    readonly open: readonly Fact[];
    readonly workingSet: WorkingSet;
    readonly now: Date;
  },
): Promise<readonly string[]> {
  const [first] = given.gaps;
  if (!first || given.sent.some(({ command }) => command === null)) return [];
  const restored = await restoredAt(rows);
  if (restored !== null && given.now.getTime() - Date.parse(restored) < acceptedMs) return [];
  const waiting = await rows
    .select({ status: commands.status, brings: commands.brings })
    .from(commands)
    .where(
      and(eq(commands.stationId, stationId), inArray(commands.status, ['deferred', 'quarantined'])),
    );
  // Nobody knows what an unread one brings.
  if (waiting.some(({ status }) => status === 'quarantined')) return [];
  const toCome = new Set([
    ...waiting.flatMap(({ brings }) => brings),
    ...given.open.flatMap((fact) => providedBy(fact)),
  ]);
  const behind = given.sent.flatMap(({ sequence, command }) =>
    command && sequence !== null && sequence > first.through ? [command.fact] : [],
  );
  return behind
    .flatMap((fact) => missingDependencies(given.workingSet, fact).map(({ id }) => id))
    .filter((id) => !toCome.has(id));
}
