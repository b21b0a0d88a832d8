import type { FastifyInstance } from 'fastify';
import { assertNever } from '../../shared/result.ts';
import { sitesToChoose } from '../documents/siteChoiceRows.ts';
import { actingAs } from '../http/adminGate.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import { addPerson, changePerson, dismissPerson } from '../office/peopleDoor.ts';
import { type JoinRefusal, joinAtStation, keysOfPerson } from '../people/joinRows.ts';
import { revokeKey } from '../people/keyPeriodRows.ts';
import { peopleOf } from '../people/personRows.ts';
import { countTries, unlockPerson } from '../people/pinTryRows.ts';
import { issueDemoSlip, issueJoiningSlip } from '../people/slipRows.ts';
import { newPersonId, peoplePage, type StaffRefusal } from '../people/staffRows.ts';
import type { Central } from './central.ts';

/** Who works at a station, with which keys. */
export function peopleRoutes(app: FastifyInstance, central: Central): void {
  const { database, gates, now } = central;

  serveRoute(app, 'people', gates, ({ station }) => peopleOf(database.rows, station, now()));

  serveRoute(app, 'join', gates, async ({ params, body, station }) => {
    const asked = { ...body, personId: params.id };
    const joined = await database.write((rows) => joinAtStation(rows, asked, station, now()));
    if (!joined.ok) throw notJoined(joined.refusal);
    return { joined: true };
  });

  serveRoute(app, 'pinTries', gates, async ({ body, station, request }) => {
    const counted = await database.write((rows) => countTries(rows, body.tries, station, now()));
    if (counted.locked.length > 0)
      request.log.warn({ station: station.stationId, people: counted.locked }, 'PIN locked');
    return { tries: [...counted.tries] };
  });

  serveRoute(app, 'demoSlip', gates, async ({ params }) => {
    const issued = await database.write((rows) => issueDemoSlip(rows, params.id, now()));
    if (!issued) throw new ApiRefusal('notFound', 'Nobody of the demo company', 'id');
    return issued;
  });

  serveRoute(app, 'everybody', gates, async ({ query: { cursor = null, limit } }) => ({
    ...(await peoplePage(database.rows, { cursor, limit })),
    sites: await sitesToChoose(database.rows),
  }));

  serveRoute(app, 'addPerson', gates, async ({ body, admin }) => {
    const { by: said, id, reason = 'Begins to work here', ...of } = body;
    const by = actingAs(admin, said);
    const person = { ...of, id: id ?? newPersonId(), active: true };
    return database.write(async (rows) => {
      const added = await addPerson(rows, { person, by, reason }, now());
      if (!added.ok) throw notStaff(added.refusal);
      const slip = await issueJoiningSlip(rows, person.id, `admin: ${by}`, now());
      if (!slip) throw nobody();
      return { person: added.value, ...slip };
    });
  });

  serveRoute(app, 'changePerson', gates, async ({ params, body, admin }) => {
    const { by: said, reason, ...change } = body;
    const asked = { ...params, change, reason, by: actingAs(admin, said) };
    const changed = await database.write((rows) => changePerson(rows, asked, now()));
    if (!changed.ok) throw notStaff(changed.refusal);
    return { person: changed.value };
  });

  serveRoute(app, 'joiningSlip', gates, async ({ params, body, admin }) => {
    const by = `admin: ${actingAs(admin, body.by)}`;
    const issued = await database.write((rows) =>
      issueJoiningSlip(rows, params.id, by, now(), body.reason ?? null),
    );
    if (!issued) throw nobody();
    return issued;
  });

  serveRoute(app, 'personKeys', gates, async ({ params }) => ({
    keys: [...(await keysOfPerson(database.rows, params.id))],
  }));

  serveRoute(app, 'revokeKey', gates, async ({ params, body, admin, request }) => {
    const by = actingAs(admin, body.by);
    const revoked = await database.write((rows) =>
      revokeKey(rows, { id: params.id, ...body, by }, now()),
    );
    if (!revoked) throw new ApiRefusal('notFound', 'No such key of this person', 'publicKey');
    request.log.warn({ person: params.id, why: body.why }, 'key revoked');
    return { revoked: true };
  });

  serveRoute(app, 'unlockPerson', gates, async ({ params, body, admin }) => {
    const by = actingAs(admin, body.by);
    const unlocked = await database.write((rows) =>
      unlockPerson(rows, { personId: params.id, ...body, by }, now()),
    );
    if (!unlocked) throw nobody();
    return { unlocked: true };
  });

  serveRoute(app, 'personLeaves', gates, async ({ params, body, admin, request }) => {
    const by = actingAs(admin, body.by);
    const left = await database.write((rows) =>
      dismissPerson(rows, { id: params.id, ...body, by }, now()),
    );
    if (!left) throw new ApiRefusal('notFound', 'No such person', 'id');
    request.log.warn({ person: params.id, why: body.why }, 'person works here no more');
    return { left: true };
  });
}

function nobody(): ApiRefusal {
  return new ApiRefusal('notFound', 'No such person', 'id');
}

function notStaff(refusal: StaffRefusal): ApiRefusal {
  switch (refusal.code) {
    case 'nobody':
      return nobody();
    case 'idTaken':
      return new ApiRefusal('badRequest', 'There is or was somebody of this id', 'id');
    case 'left':
      return new ApiRefusal('badRequest', 'They left; bring them back first', 'active');
    case 'unreadable':
      return new ApiRefusal('badRequest', refusal.says, refusal.field);
    case 'badgeTaken':
      return new ApiRefusal('badRequest', `This is ${refusal.by}’s badge`, 'badge');
    case 'unknownSite':
      return new ApiRefusal('badRequest', `There is no site ${refusal.siteId}`, 'siteIds');
    default:
      return assertNever(refusal);
  }
}

function notJoined(refusal: JoinRefusal): ApiRefusal {
  switch (refusal) {
    case 'nobody':
      return nobody();
    case 'tooManyKeys':
      return new ApiRefusal(
        'tooMany',
        'They joined here too often: an administrator’s slip is needed',
      );
    case 'notVouched':
      return new ApiRefusal('forbidden', 'Nobody central knows vouches for this key');
    default:
      return new ApiRefusal(refusal, 'With this slip the person does not join');
  }
}
