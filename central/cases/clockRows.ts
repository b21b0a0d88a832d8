import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { ask } from '../database/ask.ts';
import { caseClocks, clockCursors } from '../database/clockSchema.ts';
import type { Rows } from '../database/rows.ts';
import { changes, facts } from '../database/schema.ts';
import { caseClockOf } from './caseClock.ts';
import { loadWholeCases } from './caseRows.ts';
import { inParts } from './placeSizeRows.ts';
import { apart } from './workingSet.ts';

/** In one transaction, behind which everybody waits where the database is inside central. */
const changesAtOnce = 50;
const casesAtOnce = 50;
export const everySite = '*';
/** What every clock rests on. */
const groundOfClocks = ['calendars', 'policyVersions', 'contracts'];

const Changed = z.object({
  xid: z.string(),
  sequence: z.coerce.number(),
  collection: z.string(),
  id: z.string(),
});

/**
 * Reads on in the feed of a site and works out the clocks of the cases it names. Answers how many
 * changes it read; none where another central does it just now.
 */
export async function followFeed(rows: Rows, siteId: string, now: Date): Promise<number> {
  await rows.insert(clockCursors).values({ siteId }).onConflictDoNothing();
  const [at] = await rows
    .select()
    .from(clockCursors)
    .where(eq(clockCursors.siteId, siteId))
    .for('update', { skipLocked: true });
  if (!at) return 0;
  const read = await ask(
    rows,
    sql`select xid::text as xid, sequence, collection, id from ${changes}
      where site_id = ${siteId} and (xid, sequence) > (${at.xid}::xid8, ${at.sequence}::bigint)
        and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, sequence limit ${changesAtOnce}`,
    Changed,
  );
  if (read.some(({ collection }) => groundOfClocks.includes(collection)))
    await rows
      .update(caseClocks)
      .set({ lookedOn: null })
      .where(siteId === everySite ? undefined : eq(caseClocks.siteId, siteId));
  const idsOf = (name: string) =>
    read.flatMap(({ collection, id }) => (collection === name ? [id] : []));
  const factIds = idsOf('facts');
  const named =
    factIds.length === 0
      ? []
      : await rows
          .selectDistinct({ caseId: facts.caseId })
          .from(facts)
          .where(inArray(facts.id, factIds));
  await workOut(rows, [...idsOf('cases'), ...named.flatMap(({ caseId }) => caseId ?? [])], now);
  const last = read.at(-1) ?? at;
  await rows
    .update(clockCursors)
    .set({ xid: last.xid, sequence: last.sequence, readAt: now })
    .where(eq(clockCursors.siteId, siteId));
  return read.length;
}

/** Clocks whose ground changed, and those a hold moves each day. Answers how many. */
export async function workOutStale(rows: Rows, now: Date): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  const stale = await rows
    .select({ caseId: caseClocks.caseId })
    .from(caseClocks)
    .where(
      or(
        isNull(caseClocks.lookedOn),
        and(eq(caseClocks.isHeld, true), lt(caseClocks.lookedOn, today)),
      ),
    )
    .limit(casesAtOnce);
  await workOut(
    rows,
    stale.map(({ caseId }) => caseId),
    now,
  );
  return stale.length;
}

async function workOut(rows: Rows, caseIds: readonly string[], now: Date): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  for (const some of await inParts(rows, [...new Set(caseIds)], casesAtOnce)) {
    const workingSet = await loadWholeCases(rows, some);
    const clocks = some.flatMap((id) => {
      const siteId = workingSet.cases.get(id)?.siteId ?? null;
      // Its days cannot be counted.
      const uncounted = siteId && {
        caseId: id,
        siteId,
        dueOn: null,
        isHeld: false,
        lookedOn: today,
      };
      return apart(() => caseClockOf(workingSet, id, now), uncounted) ?? [];
    });
    await rows.delete(caseClocks).where(inArray(caseClocks.caseId, [...some]));
    if (clocks.length > 0) await rows.insert(caseClocks).values(clocks);
  }
}
