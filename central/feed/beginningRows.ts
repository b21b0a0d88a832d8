import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { ask } from '../database/ask.ts';
import type { Rows } from '../database/rows.ts';
import { changes, facts } from '../database/schema.ts';
import { countChanges, type FeedRow, mostBytesOfPage, readChanges } from './changeRows.ts';
import { type FeedPosition, feedStart } from './cursor.ts';

/*
 * Who knows nothing yet is told first what can be worked with first: what cases are read by, then
 * what is expected, then what was recorded, and the cases it was recorded of behind it, so that
 * nobody takes them for expected. All of it as it stands before one transaction that the cursor
 * names; a row that changes meanwhile moves to that transaction or behind it, and is told there.
 *
 *   reference → expected → recorded → worked on → what has changed since, in commit order
 */

/** Facts never go, so a case that was passed over for its facts is still one of those in the last part. */
const hasFacts = sql`exists (select from ${facts} as own where own.case_id = ${changes}.id)`;
const parts: readonly SQL[] = [
  sql`collection not in ('cases', 'facts')`,
  sql`collection = 'cases' and not ${hasFacts}`,
  sql`collection = 'facts'`,
  sql`collection = 'cases' and ${hasFacts}`,
];

type FeedPage = {
  readonly rows: readonly FeedRow[];
  readonly next: FeedPosition;
  readonly more: boolean;
};

/** A page of few bytes or one change, and where to go on. */
export async function readPage(
  rows: Rows,
  siteId: string,
  after: FeedPosition,
  limit: number,
): Promise<FeedPage> {
  let next = after === feedStart ? await firstPart(rows) : after;
  const read: FeedRow[] = [];
  for (let bytes = 0; ; ) {
    const { beginning } = next;
    const within = beginning && filterOf(beginning);
    const some = await readChanges(rows, siteId, next, limit - read.length, {
      ...(within && { within }),
      mostBytes: mostBytesOfPage - bytes,
    });
    read.push(...some);
    const last = some.at(-1);
    const more = last?.more ?? false;
    bytes += last?.through ?? 0;
    if (last) next = { ...positionOf(last), ...(beginning && { beginning }) };
    if (more || !beginning) return { rows: read, next, more };
    next = behind(beginning);
    // The first of a part may be large: it comes with the next page.
    if (read.length >= limit || bytes > mostBytesOfPage / 2)
      return { rows: read, next, more: true };
  }
}

/** How many changes are still to come, about. */
export async function countLeft(rows: Rows, siteId: string, after: FeedPosition): Promise<number> {
  let left = 0;
  for (let at = after; ; ) {
    const { beginning } = at;
    left += await countChanges(rows, siteId, at, beginning && filterOf(beginning));
    if (!beginning) return left;
    at = behind(beginning);
  }
}

async function firstPart(rows: Rows): Promise<FeedPosition> {
  const [now] = await ask(
    rows,
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as before`,
    z.object({ before: z.string() }),
  );
  return now ? { ...feedStart, beginning: { part: 0, before: now.before } } : feedStart;
}

type Beginning = NonNullable<FeedPosition['beginning']>;

function filterOf({ part, before }: Beginning): SQL {
  return sql`xid < ${before}::xid8 and ${parts[part] ?? sql`false`}`;
}

function behind({ part, before }: Beginning): FeedPosition {
  return part + 1 < parts.length
    ? { ...feedStart, beginning: { part: part + 1, before } }
    : { xid: before, sequence: 0 };
}

function positionOf({ xid, sequence }: FeedRow): FeedPosition {
  return { xid, sequence };
}
