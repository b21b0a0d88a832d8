import type { FastifyInstance } from 'fastify';
import { actingAs } from '../http/adminGate.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import { auditPage } from '../office/auditPageRows.ts';
import {
  changeScopes,
  everyAdministrator,
  nameAdministrator,
  reissueAdminToken,
  retireAdministrator,
  rotateAdminToken,
} from '../people/administratorRows.ts';
import { isBootstrapRetired, retireBootstrap } from '../people/bootstrapRows.ts';
import { signInLinkFor } from '../people/signInLinkRows.ts';
import type { Central } from './central.ts';

/** Who runs central, and who did what. */
export function administratorRoutes(app: FastifyInstance, central: Central): void {
  const { database, gates, now } = central;

  serveRoute(app, 'audit', gates, ({ query }) => auditPage(database.rows, query));

  serveRoute(app, 'administrators', gates, async () => ({
    administrators: await everyAdministrator(database.rows, now()),
    bootstrap: (await isBootstrapRetired(database.rows)) ? 'retired' : 'inUse',
  }));

  serveRoute(app, 'nameAdministrator', gates, async ({ body, admin }) => {
    const by = actingAs(admin, body.by);
    const issued = await database.write((rows) => nameAdministrator(rows, { ...body, by }, now()));
    if (!issued)
      throw new ApiRefusal('badRequest', 'There is or was an administrator of this id', 'id');
    return issued;
  });

  serveRoute(app, 'changeScopes', gates, async ({ params, body, admin }) => {
    const asked = { ...params, scopes: body.scopes, by: actingAs(admin, body.by) };
    if (!(await database.write((rows) => changeScopes(rows, asked, now())))) throw nobody();
    return { changed: true };
  });

  serveRoute(app, 'reissueAdminToken', gates, async ({ params, body, admin }) => {
    const asked = { ...params, days: body.days, by: actingAs(admin, body.by) };
    const issued = await database.write((rows) => reissueAdminToken(rows, asked, now()));
    if (!issued) throw nobody();
    return issued;
  });

  serveRoute(app, 'signInLink', gates, async ({ params, body, admin }) => {
    const asked = { ...params, by: actingAs(admin, body.by) };
    const issued = await database.write((rows) => signInLinkFor(rows, asked, now()));
    if (!issued) throw nobody();
    return issued;
  });

  serveRoute(app, 'retireAdministrator', gates, async ({ params, body, admin }) => {
    const asked = { ...params, reason: body.reason, by: actingAs(admin, body.by) };
    if (!(await database.write((rows) => retireAdministrator(rows, asked, now())))) throw nobody();
    return { retired: true };
  });

  serveRoute(app, 'retireBootstrap', gates, async ({ body, admin }) => {
    // Whoever asks has shown that somebody else can run central from now on.
    if (admin.kind !== 'named')
      throw new ApiRefusal('forbidden', 'A named administrator retires the bootstrap token');
    const asked = { by: admin.name, reason: body.reason };
    await database.write((rows) => retireBootstrap(rows, asked, now()));
    return { retired: true };
  });

  serveRoute(app, 'rotateAdminToken', gates, async ({ body, admin }) => {
    if (admin.kind !== 'named')
      throw new ApiRefusal(
        'forbidden',
        'The bootstrap token is not exchanged: name administrators',
      );
    if (admin.token === null)
      throw new ApiRefusal('forbidden', 'A token is exchanged by whoever shows it');
    const asked = { id: admin.id, days: body.days, token: admin.token };
    return database.write((rows) => rotateAdminToken(rows, asked, now()));
  });
}

function nobody(): ApiRefusal {
  return new ApiRefusal('notFound', 'No such administrator', 'id');
}
