import type { FastifyInstance } from 'fastify';
import { assertNever } from '../../shared/result.ts';
import { mostSiteStations } from '../../shared/sync/siteStationsApi.ts';
import { openGaps, type SkipGapRefusal, skipGap } from '../commands/gapRows.ts';
import { sitesToChoose } from '../documents/siteChoiceRows.ts';
import { actingAs } from '../http/adminGate.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import { siteClosedSince } from '../office/closedSites.ts';
import { otherStationsOf, stationsPage } from '../people/stationContactRows.ts';
import { enrolStation, issueEnrolmentCode, revokeStation } from '../people/stationRows.ts';
import { rotateToken } from '../people/tokenRows.ts';
import type { Central } from './central.ts';

/** How a station joins, stays and leaves. */
export function stationRoutes(app: FastifyInstance, central: Central): void {
  const { database, gates, now } = central;

  serveRoute(app, 'enrol', gates, async ({ body }) => {
    const enrolled = await database.write((rows) =>
      enrolStation(rows, body.code, body.stationName, now()),
    );
    if (!enrolled.ok) throw new ApiRefusal(enrolled.refusal, 'This code does not enrol a station');
    return enrolled.value;
  });

  serveRoute(app, 'rotateToken', gates, ({ station }) =>
    database.write((rows) => rotateToken(rows, station, now())),
  );

  serveRoute(app, 'siteStations', gates, async ({ station }) => ({
    time: now().toISOString(),
    ...(await otherStationsOf(database.rows, station, mostSiteStations)),
  }));

  serveRoute(app, 'enrolmentCode', gates, async ({ body, admin }) => {
    const by = actingAs(admin, undefined);
    const closed = await siteClosedSince(database.rows, body.siteId, now());
    if (closed !== null)
      throw new ApiRefusal('badRequest', `This site is closed since ${closed}`, 'siteId');
    const issued = await database.write((rows) =>
      issueEnrolmentCode(rows, body.siteId, now(), `admin: ${by}`),
    );
    if (!issued) throw new ApiRefusal('notFound', 'No such site', 'siteId');
    return issued;
  });

  serveRoute(app, 'revokeStation', gates, async ({ params, body, admin }) => {
    const actor = `admin: ${actingAs(admin, body?.by)}`;
    const reason = body?.reason ?? null;
    const revoked = await database.write((rows) =>
      revokeStation(rows, params.id, now(), { actor, reason }),
    );
    if (!revoked) throw new ApiRefusal('notFound', 'No such station', 'id');
    return { revoked: true };
  });

  serveRoute(app, 'everyStation', gates, async ({ query: { cursor = null, limit } }) => ({
    ...(await stationsPage(database.rows, { cursor, limit })),
    sites: await sitesToChoose(database.rows),
  }));

  serveRoute(app, 'gaps', gates, async () => ({ gaps: [...(await openGaps(database.rows))] }));

  serveRoute(app, 'stepOver', gates, async ({ params, body, admin, request }) => {
    const decision = { stationId: params.id, ...body, by: actingAs(admin, body.by) };
    const stepped = await database.write((rows) => skipGap(rows, decision, now()));
    if (!stepped.ok) throw notSteppedOver(stepped.refusal);
    request.log.warn({ station: params.id, ...stepped.value }, 'missing records stepped over');
    return stepped.value;
  });
}

function notSteppedOver(refusal: SkipGapRefusal): ApiRefusal {
  switch (refusal.code) {
    case 'unknownStation':
      return new ApiRefusal('notFound', 'No such station', 'id');
    case 'notMissing':
      return new ApiRefusal('badRequest', `The next number is ${refusal.next}`, 'sequence');
    case 'nothingBehind':
      return new ApiRefusal('badRequest', 'Nothing was offered behind this number', 'sequence');
    default:
      return assertNever(refusal);
  }
}
