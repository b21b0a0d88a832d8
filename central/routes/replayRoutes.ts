import type { FastifyInstance } from 'fastify';
import { serveRoute } from '../http/serveRoute.ts';
import { replayPage } from '../replay/replayPage.ts';
import type { Central } from './central.ts';

/** A draft policy over the site's own past, page by page, so that a desk can show progress and stop. */
export function replayRoutes(app: FastifyInstance, { database, gates }: Central): void {
  serveRoute(app, 'replay', gates, async ({ body, station }) =>
    replayPage(database.rows, { ...body, siteId: station.siteId }),
  );
}
