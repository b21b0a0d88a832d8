import type { FastifyInstance } from 'fastify';
import { assertNever } from '../../shared/result.ts';
import { callsKeptDays } from '../../shared/sync/connectionApi.ts';
import { sitesToChoose } from '../documents/siteChoiceRows.ts';
import { actingAs } from '../http/adminGate.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import {
  addKey,
  type ConnectionRefusal,
  callsOf,
  changeConnection,
  endKey,
  everyConnection,
  makeConnection,
  retireConnection,
} from '../people/connectionRows.ts';
import { payingState } from '../refunds/payingRows.ts';
import type { Central } from './central.ts';

/** Which systems of the company's may speak to central, with which keys, and how it went. */
export function connectionRoutes(app: FastifyInstance, central: Central): void {
  const { database, gates, calls, refunds, now } = central;

  serveRoute(app, 'connections', gates, async () => {
    await calls.flush();
    const sites = await sitesToChoose(database.rows);
    return {
      connections: await everyConnection(database.rows, now()),
      sites: sites.map(({ id, name }) => ({ id, name })),
      payments: {
        port: refunds.port,
        ...(await payingState(database.rows, callsKeptDays, now())),
      },
    };
  });

  serveRoute(app, 'makeConnection', gates, async ({ body, admin }) => {
    const asked = { ...body, by: actingAs(admin, body.by) };
    const made = await database.write((rows) => makeConnection(rows, asked, now()));
    if (!made.ok) throw refusalOf(made.refusal);
    return made.value;
  });

  serveRoute(app, 'changeConnection', gates, async ({ params, body, admin }) => {
    const asked = { ...params, ...body, by: actingAs(admin, body.by) };
    const changed = await database.write((rows) => changeConnection(rows, asked, now()));
    if (!changed.ok) throw refusalOf(changed.refusal);
    return { changed: true };
  });

  serveRoute(app, 'addConnectionKey', gates, async ({ params, body, admin }) => {
    const asked = { ...params, ...body, by: actingAs(admin, body.by) };
    const added = await database.write((rows) => addKey(rows, asked, now()));
    if (!added.ok) throw refusalOf(added.refusal);
    return added.value;
  });

  serveRoute(app, 'endConnectionKey', gates, async ({ params, body, admin }) => {
    const asked = { ...params, ...body, by: actingAs(admin, body.by) };
    if (!(await database.write((rows) => endKey(rows, asked, now()))))
      throw new ApiRefusal('notFound', 'It has no such key', 'key');
    return { ended: true };
  });

  serveRoute(app, 'retireConnection', gates, async ({ params, body, admin }) => {
    const asked = { ...params, reason: body.reason, by: actingAs(admin, body.by) };
    if (!(await database.write((rows) => retireConnection(rows, asked, now()))))
      throw refusalOf('nobody');
    return { retired: true };
  });

  serveRoute(app, 'connectionCalls', gates, async ({ params, query }) => {
    await calls.flush();
    const found = await callsOf(database.rows, { id: params.id, only: query.only ?? null });
    if (!found) throw refusalOf('nobody');
    return { calls: found };
  });
}

function refusalOf(refusal: ConnectionRefusal): ApiRefusal {
  switch (refusal) {
    case 'nobody':
      return new ApiRefusal('notFound', 'No such connection', 'id');
    case 'idTaken':
      return new ApiRefusal('badRequest', 'There is or was an administrator of this id', 'id');
    case 'tooManyKeys':
      return new ApiRefusal('badRequest', 'Two keys are good already: end one first', 'keys');
    case 'tooManyConnections':
      return new ApiRefusal('badRequest', 'There are too many connections');
    case 'unknownSite':
      return new ApiRefusal('badRequest', 'There is no such site', 'siteIds');
    case 'notForSites':
      return new ApiRefusal(
        'badRequest',
        'A connection of some sites has the scopes records, people and policy at most',
        'scopes',
      );
    default:
      return assertNever(refusal);
  }
}
