import type { FastifyInstance } from 'fastify';
import { calendarsToRenew } from '../calendars/calendarsToRenew.ts';
import { isAnswering } from '../database/ask.ts';
import { serveRoute } from '../http/serveRoute.ts';
import type { Central } from './central.ts';

/** For a balancer: 200 while the database answers, else 503 with the same body. */
export function healthRoute(
  app: FastifyInstance,
  { database, gates, now, version }: Central,
): void {
  serveRoute(app, 'health', gates, async ({ request, reply }) => {
    const status = await isAnswering(database.rows).then(
      () => 'ok' as const,
      (error: unknown) => {
        request.log.error({ err: error }, 'the database does not answer');
        return 'degraded' as const;
      },
    );
    if (status === 'degraded') void reply.code(503);
    const toRenew = status === 'ok' ? await calendarsToRenew(database.rows, now()) : [];
    return {
      status,
      database: database.kind,
      version,
      time: now().toISOString(),
      calendarsToRenew: toRenew.length,
      calendarEndsOn: toRenew.flatMap(({ validUntil }) => validUntil ?? [])[0] ?? null,
    };
  });
}
