import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { assertNever } from '../../shared/result.ts';
import {
  OpenLink,
  type Session,
  SetUpSignIn,
  SignIn,
  signInPaths,
} from '../../shared/sync/signInApi.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { addressOf } from '../http/gates.ts';
import { countPerMinute } from '../http/rates.ts';
import {
  isFromOwnPage,
  mayCarrySessions,
  putSession,
  sessionShown,
} from '../http/sessionCookie.ts';
import { administratorOfSession, endSession } from '../people/sessionRows.ts';
import { type LinkRefusal, openLink } from '../people/signInLinkRows.ts';
import { type SignInRefusal, setUpSignIn, signIn } from '../people/signInRows.ts';
import type { Central } from './central.ts';

/** A minute, of one address; and of everybody: each costs a third of a second of a processor. */
const most = { ofAddress: 10, ofAll: 60 } as const;

/** Administrators sign in on central's page; what they do there goes the way of every administrator. */
export function signInRoutes(app: FastifyInstance, central: Central): void {
  const { database, now } = central;
  const rates = countPerMinute(now);
  const hidden = { schema: { hide: true }, bodyLimit: 16 * 1024 };

  app.get(signInPaths.session, hidden, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    return { administrator: await whoIs(request) } satisfies Session;
  });

  app.post(signInPaths.session, hidden, async (request, reply) => {
    mayTry(request);
    const signed = await signIn(database, read(SignIn, request.body), now());
    if (!signed.ok) throw refusalOf(signed.refusal);
    putSession(request, reply, signed.value.session);
    return { administrator: await byNow(signed.value.session) } satisfies Session;
  });

  app.delete(signInPaths.session, hidden, async (request, reply) => {
    if (!isFromOwnPage(request)) throw fromElsewhere();
    const session = sessionShown(request);
    if (session !== null) await database.write((rows) => endSession(rows, session, now()));
    putSession(request, reply, null);
    return { ended: true };
  });

  app.post(signInPaths.link, hidden, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    mayTry(request);
    const opened = await openLink(database.rows, read(OpenLink, request.body).link, now());
    if (!opened.ok) throw refusalOf(opened.refusal);
    return opened.value;
  });

  app.post(signInPaths.setUp, hidden, async (request, reply) => {
    mayTry(request);
    const set = await setUpSignIn(database, read(SetUpSignIn, request.body), now());
    if (!set.ok) throw refusalOf(set.refusal);
    putSession(request, reply, set.value.session);
    return { administrator: await byNow(set.value.session) } satisfies Session;
  });

  function mayTry(request: FastifyRequest): void {
    if (!isFromOwnPage(request)) throw fromElsewhere();
    if (!mayCarrySessions(request))
      throw new ApiRefusal('forbidden', 'Nobody signs in over an open line', 'connection');
    rates.take(addressOf(request), most.ofAddress);
    rates.take('everybody', most.ofAll);
  }

  async function whoIs(request: FastifyRequest) {
    const session = isFromOwnPage(request) ? sessionShown(request) : null;
    if (session === null) throw new ApiRefusal('unauthorised', 'Nobody is signed in');
    return byNow(session);
  }

  async function byNow(session: string) {
    const found = await administratorOfSession(database.rows, session, now());
    if (!found) throw new ApiRefusal('unauthorised', 'Nobody is signed in');
    return { ...found, scopes: [...found.scopes] };
  }
}

function refusalOf(refusal: SignInRefusal | LinkRefusal): ApiRefusal {
  switch (refusal.code) {
    case 'wrong':
      return new ApiRefusal('forbidden', 'Name, passphrase or code is not right');
    case 'waits': {
      const { seconds } = refusal;
      const more = { retryAfterSeconds: seconds };
      return new ApiRefusal('tooMany', `Too many tries, again in ${seconds} s`, undefined, more);
    }
    case 'unknownLink':
      return new ApiRefusal('codeUnknown', 'No such link');
    case 'usedLink':
      return new ApiRefusal('codeUsed', 'The link was used');
    case 'oldLink':
      return new ApiRefusal('codeExpired', 'The link is good no more');
    case 'takenId':
      return new ApiRefusal('badRequest', 'There is or was an administrator of this id', 'id');
    default:
      return assertNever(refusal);
  }
}

function fromElsewhere(): ApiRefusal {
  return new ApiRefusal('forbidden', 'Asked by another page than central’s');
}

function read<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const found = schema.safeParse(given);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  const field = issue?.path.map(String).join('.');
  throw new ApiRefusal('badRequest', issue?.message ?? 'The request cannot be read', field);
}
