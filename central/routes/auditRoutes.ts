import type { FastifyInstance } from 'fastify';
import { serveRoute } from '../http/serveRoute.ts';
import { auditPage } from '../office/auditPageRows.ts';
import type { Central } from './central.ts';

/** Who did what, for those who run central. */
export function auditRoutes(app: FastifyInstance, { database, gates }: Central): void {
  serveRoute(app, 'audit', gates, ({ query }) => auditPage(database.rows, query));
}
