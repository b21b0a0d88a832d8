import type { FastifyInstance } from 'fastify';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import type { Central } from '../server.ts';
import { peopleOf } from './personRows.ts';
import { enrolStation, issueEnrolmentCode, revokeStation } from './stationRows.ts';
import { rotateToken } from './tokenRows.ts';

/** How a station joins, stays and leaves, and whom it lets work. */
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

  serveRoute(app, 'people', gates, ({ station }) => peopleOf(database.rows, station.siteId));

  serveRoute(app, 'enrolmentCode', gates, async ({ body }) => {
    const issued = await database.write((rows) => issueEnrolmentCode(rows, body.siteId, now()));
    if (!issued) throw new ApiRefusal('notFound', 'No such site', 'siteId');
    return issued;
  });

  serveRoute(app, 'revokeStation', gates, async ({ params }) => {
    const revoked = await database.write((rows) => revokeStation(rows, params.id, now()));
    if (!revoked) throw new ApiRefusal('notFound', 'No such station', 'id');
    return { revoked: true };
  });
}
