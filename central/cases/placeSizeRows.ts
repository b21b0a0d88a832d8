import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ask } from '../database/ask.ts';
import type { Rows } from '../database/rows.ts';

/** What there is at a place: facts, and their bytes as JSON. */
export type PlaceSize = { readonly facts: number; readonly bytes: number };

const Row = z.object({
  place: z.string(),
  facts: z.coerce.number(),
  bytes: z.coerce.number(),
});

/**
 * How large each case is with the goods linked to it, and each arrival of goods without one; linked, it is
 * as large as its case, since it is read with that.
 */
export async function placeSizes(
  rows: Rows,
  places: readonly string[],
): Promise<Map<string, PlaceSize>> {
  if (places.length === 0) return new Map();
  const found = await ask(
    rows,
    sql`with asked as (select distinct unnest(${sql.param([...places])}::text[]) as place),
      owner as (
        select place, place as of_case from asked
        union
        select asked.place, link.case_id from asked
        join facts as link on link.arrival_id = asked.place and ${isLink}),
      member as (
        select place, of_case as at from owner
        union select place, place from asked
        union
        select owner.place, link.arrival_id from owner
        join facts as link on link.case_id = owner.of_case and ${isLink})
      select member.place, sum(tally.facts) as facts, sum(tally.bytes) as bytes
      from member join fact_tallies as tally on tally.place = member.at and tally.unit_group_id = ''
      group by member.place`,
    Row,
  );
  return new Map(found.map(({ place, ...size }) => [place, size]));
}

/** A link nobody took back. */
const isLink = sql`link.kind = 'arrivalLinked' and not exists (
  select from facts as undone
  where undone.kind = 'correction' and undone.body ->> 'corrects' = link.id)`;

/** Of records in memory at once: a case as large as it may be, and something beside it. */
export const bytesAtOnce = 64 * 1024 * 1024;

/** Cases in parts that are read whole one after the other: so many at once, and of no more bytes than fit. */
export async function inParts(
  rows: Rows,
  caseIds: readonly string[],
  most: number,
): Promise<readonly (readonly string[])[]> {
  const sizes = await placeSizes(rows, caseIds);
  const parts: string[][] = [];
  let bytes = 0;
  for (const id of caseIds) {
    const own = sizes.get(id)?.bytes ?? 0;
    const part = parts.at(-1);
    bytes += own;
    if (part && part.length < most && bytes <= bytesAtOnce) part.push(id);
    else {
      parts.push([id]);
      bytes = own;
    }
  }
  return parts;
}
