import { and, asc, count, desc, eq, gte, ne, or } from 'drizzle-orm';
import type { Rows } from '../database/rows.ts';
import { commands, stations } from '../database/schema.ts';

/** What central did not take: refusals since a moment, and all that waits or was put aside. */
export async function notApplied(rows: Rows, refusedSince: Date, limit: number) {
  const open = and(
    ne(commands.status, 'applied'),
    or(ne(commands.status, 'refused'), gte(commands.receivedAt, refusedSince)),
  );
  const counts = await rows
    .select({ status: commands.status, count: count() })
    .from(commands)
    .where(open)
    .groupBy(commands.status);
  const first = await rows
    .select({
      id: commands.id,
      status: commands.status,
      result: commands.result,
      receivedAt: commands.receivedAt,
      stationName: stations.name,
      siteId: stations.siteId,
    })
    .from(commands)
    .innerJoin(stations, eq(stations.id, commands.stationId))
    .where(open)
    .orderBy(asc(eq(commands.status, 'refused')), desc(commands.receivedAt), asc(commands.id))
    .limit(limit);
  const of = (status: string) => counts.find((one) => one.status === status)?.count ?? 0;
  return {
    refused: of('refused'),
    deferred: of('deferred'),
    quarantined: of('quarantined'),
    first: first.flatMap(({ status, result, receivedAt, ...rest }) =>
      status === 'applied'
        ? []
        : [
            {
              ...rest,
              status,
              receivedAt: receivedAt.toISOString(),
              code: result.kind === 'refused' ? result.refusal.code : null,
            },
          ],
    ),
  };
}
