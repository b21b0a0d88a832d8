import type { FastifyInstance } from 'fastify';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import { documentOf } from '../returns/documentRows.ts';
import { grantsOfCases, instructionsWithoutMoney } from '../returns/grantRows.ts';
import type { Central } from '../server.ts';
import { refundRegister, refundsOfCases } from './refundRows.ts';
import { registerPage } from './registerPage.ts';

/** What became of the money, for stations and for people. */
export function refundRoutes(app: FastifyInstance, { database, gates }: Central): void {
  serveRoute(app, 'refund', gates, async ({ params, station }) => {
    const returnCase = await documentOf(database.rows, 'cases', params.id);
    if (returnCase?.siteId !== station.siteId)
      throw new ApiRefusal('notFound', 'No such case', 'id');
    const refunds = await refundsOfCases(database.rows, [params.id]);
    const grants = await grantsOfCases(database.rows, [params.id]);
    return {
      refunds: [...(refunds.get(params.id) ?? [])],
      grants: [...(grants.get(params.id) ?? [])],
    };
  });

  serveRoute(app, 'calendar', gates, async ({ params }) => {
    const calendar = await documentOf(database.rows, 'calendars', params.id);
    if (!calendar) throw new ApiRefusal('notFound', 'No calendar of such a site', 'id');
    return calendar;
  });

  app.get('/central/register', {
    schema: { hide: true },
    preParsing: async (request) => gates.adminOrLoopback(request),
    handler: async (_request, reply) => {
      const page = await registerPage(
        database.rows,
        await refundRegister(database.rows, 500),
        await instructionsWithoutMoney(database.rows, 500),
      );
      return reply
        .headers({
          'content-security-policy': page.contentSecurityPolicy,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        })
        .type('text/html; charset=utf-8')
        .send(page.html);
    },
  });
}
