import { and, asc, count, eq, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { epochDayOf, localDateOfEpochDay } from '../../shared/deadlines/epochDay.ts';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import type { Site } from '../../shared/facts/documents.ts';
import { LocalDate } from '../../shared/facts/time.ts';
import { type SiteToday, todayLimits } from '../../shared/sync/adminTodayApi.ts';
import { ask } from '../database/ask.ts';
import { caseClocks, clockCursors } from '../database/clockSchema.ts';
import type { Rows } from '../database/rows.ts';
import { facts } from '../database/schema.ts';
import { documentsOf } from '../documents/documentRows.ts';

const week = 7;

/** What a site has to decide, day by day, from the clocks that are kept. */
export async function dueAtSite(rows: Rows, site: Site, now: Date): Promise<SiteToday> {
  const today = localDateOf(now.toISOString(), site.timeZone);
  const last = localDateOfEpochDay(epochDayOf(today) + week);
  const ofSite = eq(caseClocks.siteId, site.id);
  const soon = and(ofSite, lte(caseClocks.dueOn, last));
  const [read] = await rows.select().from(clockCursors).where(eq(clockCursors.siteId, site.id));
  const days = await rows
    .select({ on: caseClocks.dueOn, cases: count() })
    .from(caseClocks)
    .where(and(soon, isNotNull(caseClocks.dueOn)))
    .groupBy(caseClocks.dueOn)
    .orderBy(asc(caseClocks.dueOn));
  const [uncounted] = await rows
    .select({ cases: count() })
    .from(caseClocks)
    .where(and(ofSite, isNull(caseClocks.dueOn)));
  const first = await rows
    .select({ caseId: caseClocks.caseId, dueOn: caseClocks.dueOn })
    .from(caseClocks)
    .where(soon)
    .orderBy(asc(caseClocks.dueOn), asc(caseClocks.caseId))
    .limit(todayLimits.named);
  const papers = await documentsOf(
    rows,
    'cases',
    first.map(({ caseId }) => caseId),
  );
  const clientIds = [...papers.values()].flatMap(({ clientId }) => clientId ?? []);
  const clients = await documentsOf(rows, 'clients', [...new Set(clientIds)]);
  const counted = days.flatMap(({ on, cases }) =>
    on === null ? [] : [{ on: LocalDate.parse(on), cases }],
  );
  const sum = (some: readonly { readonly cases: number }[]) =>
    some.reduce((all, { cases }) => all + cases, 0);
  return {
    id: site.id,
    name: site.name,
    today,
    countedAt: read?.readAt?.toISOString() ?? null,
    late: sum(counted.filter(({ on }) => on < today)),
    dueToday: sum(counted.filter(({ on }) => on === today)),
    next: counted.filter(({ on }) => on > today),
    uncounted: uncounted?.cases ?? 0,
    first: first.flatMap(({ caseId, dueOn }) => {
      const paper = papers.get(caseId);
      const client = paper?.clientId ? clients.get(paper.clientId) : undefined;
      return dueOn === null
        ? []
        : [
            {
              caseId,
              rma: paper?.rma ?? null,
              client: client?.name ?? null,
              dueOn: LocalDate.parse(dueOn),
            },
          ];
    }),
  };
}

const Blind = z.object({
  arrivalId: z.string(),
  siteId: z.string(),
  at: z.coerce.date(),
  all: z.number().int(),
});

/** Goods nobody announced that no case has yet, the longest here first; among the newest thousand. */
export async function blindGoods(rows: Rows): Promise<readonly z.output<typeof Blind>[]> {
  return ask(
    rows,
    sql`with blind as (
        select id, arrival_id, site_id, accepted_at from ${facts}
        where kind = 'arrival' and case_id is null
        order by accepted_at desc limit ${todayLimits.blindLookedAt})
      select arrival_id as "arrivalId", site_id as "siteId", accepted_at as at,
        count(*) over ()::int as "all"
      from blind
      where not ${isCorrected(sql`blind.id`)}
        and not exists (select from ${facts} as link
          where link.arrival_id = blind.arrival_id and link.kind = 'arrivalLinked'
            and not ${isCorrected(sql`link.id`)})
      order by accepted_at limit ${todayLimits.named}`,
    Blind,
  );
}

function isCorrected(id: SQL): SQL {
  return sql`exists (select from ${facts} as correction
    where correction.kind = 'correction' and correction.body ->> 'corrects' = ${id})`;
}
