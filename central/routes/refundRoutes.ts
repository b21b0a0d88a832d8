import type { FastifyInstance } from 'fastify';
import { assertNever } from '../../shared/result.ts';
import { grantsOfCases, instructionsWithoutMoney } from '../cases/grantRows.ts';
import { refundDetail } from '../cases/refundDetail.ts';
import { documentForSite } from '../documents/documentRows.ts';
import { actingAs } from '../http/adminGate.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import { latestAtTwo } from '../people/twoStationsRows.ts';
import { failedRefunds, type SendAgainRefusal, sendAgain } from '../refunds/failedRows.ts';
import { type LookUpRefusal, lookUpNow } from '../refunds/instructionRows.ts';
import { refundPage } from '../refunds/pageRows.ts';
import { refundRegister, refundsOfCases } from '../refunds/refundRows.ts';
import { registerPage } from '../refunds/registerPage.ts';
import type { Central } from './central.ts';

/** What became of the money, for stations and for people. */
export function refundRoutes(
  app: FastifyInstance,
  { database, gates, now, refunds }: Central,
): void {
  serveRoute(app, 'refund', gates, async ({ params, station }) => {
    const returnCase = await documentForSite(database.rows, 'cases', params.id, station.siteId);
    if (!returnCase) throw new ApiRefusal('notFound', 'No such case', 'id');
    const ofCases = await refundsOfCases(database.rows, [params.id]);
    const grants = await grantsOfCases(database.rows, [params.id]);
    return {
      refunds: [...(ofCases.get(params.id) ?? [])],
      grants: [...(grants.get(params.id) ?? [])],
    };
  });

  serveRoute(app, 'calendar', gates, async ({ params, station }) => {
    const { rows } = database;
    const calendar = await documentForSite(rows, 'calendars', params.id, station.siteId);
    if (!calendar) throw new ApiRefusal('notFound', 'No calendar of such a site', 'id');
    return calendar;
  });

  serveRoute(app, 'failedRefunds', gates, async () => ({
    refunds: [...(await failedRefunds(database.rows))],
  }));

  serveRoute(app, 'sendRefundAgain', gates, async ({ params, body, admin, request }) => {
    const by = actingAs(admin, body.by);
    const asked = await database.write((rows) =>
      sendAgain(rows, { id: params.id, ...body, by }, now()),
    );
    if (!asked.ok) throw refused(asked.refusal);
    request.log.warn({ refund: params.id, by }, 'failed refund is sent again');
    refunds.wake();
    return { refund: asked.value };
  });

  serveRoute(app, 'refunds', gates, ({ query }) =>
    refundPage(database.rows, {
      filter: query.state ?? null,
      words: query.q.split(/\s+/).filter((word) => word !== ''),
      cursor: query.cursor ?? null,
      limit: query.limit,
    }),
  );

  serveRoute(app, 'oneRefund', gates, async ({ params }) => {
    const found = await refundDetail(database.rows, params.id);
    if (!found) throw new ApiRefusal('notFound', 'No such refund', 'id');
    return found;
  });

  serveRoute(app, 'lookUpRefund', gates, async ({ params, body, admin }) => {
    const by = actingAs(admin, body.by);
    const asked = await database.write((rows) => lookUpNow(rows, { ...params, by }, now()));
    if (!asked.ok) throw refused(asked.refusal);
    refunds.wake();
    return { refund: asked.value };
  });

  app.get('/central/register', {
    schema: { hide: true },
    preParsing: async (request, reply) => gates.adminPage(request, reply),
    handler: async (_request, reply) => {
      const page = await registerPage(
        database.rows,
        await refundRegister(database.rows, 500),
        await instructionsWithoutMoney(database.rows, 500),
        await latestAtTwo(database.rows, 100),
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

function refused(refusal: SendAgainRefusal | LookUpRefusal): ApiRefusal {
  switch (refusal.code) {
    case 'unknownRefund':
      return new ApiRefusal('notFound', 'No such refund', 'id');
    case 'notFailed':
    case 'nothingToLookUp':
      return new ApiRefusal('badRequest', `This refund is ${refusal.state}`, 'id');
    default:
      return assertNever(refusal);
  }
}
