import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { acceptedMs } from '../../shared/cases/retention.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { missingDependencies, providedBy } from '../cases/dependencies.ts';
import type { WorkingSet } from '../cases/workingSet.ts';
import { ask } from '../database/ask.ts';
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
  const behind = given.sent.flatMap(({ sequence, command }) =>
    command && sequence !== null && sequence > first.through ? [command.fact] : [],
  );
  const missing = behind.flatMap((fact) =>
    missingDependencies(given.workingSet, fact).map(({ id }) => id),
  );
  const brought = new Set(given.open.flatMap((fact) => providedBy(fact)));
  return await withoutWaiting(
    rows,
    stationId,
    missing.filter((id) => !brought.has(id)),
  );
}

/** Those of these ids that nothing of the station's brings that waits here. */
async function withoutWaiting(
  rows: Rows,
  stationId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const ofStation = eq(commands.stationId, stationId);
  const [unread] = await rows
    .select({ id: commands.id })
    .from(commands)
    .where(and(ofStation, eq(commands.status, 'quarantined')))
    .limit(1);
  // Nobody knows what an unread one brings.
  if (unread) return [];
  // However much waits: of what it brings only what is asked about is read.
  const found = await ask(
    rows,
    sql`select distinct brought as id from ${commands} as waiting, unnest(waiting.brings) as brought
      where waiting.station_id = ${stationId} and waiting.status = 'deferred'
        and waiting.brings && ${sql.param([...ids])}::text[] and brought = any(${sql.param([...ids])}::text[])`,
    z.object({ id: z.string() }),
  );
  const waits = new Set(found.map(({ id }) => id));
  return ids.filter((id) => !waits.has(id));
}
