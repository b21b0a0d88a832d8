import type { FastifyRequest } from 'fastify';
import type { AdminScope } from '../../shared/sync/adminApi.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import { administratorOf, type LetIn } from '../people/administratorRows.ts';
import { isBootstrapToken, noteBootstrapUse } from '../people/bootstrapRows.ts';
import { nameOfKey } from '../people/connectionRows.ts';
import { administratorOfSession } from '../people/sessionRows.ts';
import { ApiRefusal } from './apiError.ts';
import { networkOf } from './listening.ts';
import type { CallBook } from './noteCalls.ts';
import type { Rates } from './rates.ts';
import { isFromOwnPage, sessionShown } from './sessionCookie.ts';

/** Who runs central: by name, or with the one token of the first start. `token` null: signed in on the page. */
export type CallingAdmin =
  | (LetIn & { readonly kind: 'named'; readonly token: string | null })
  | { readonly kind: 'bootstrap' };

/** Whose name stands on what is done: their own, or what is said with a token nobody's name stands on. */
export function actingAs(admin: CallingAdmin, said: string | undefined): string {
  return admin.kind === 'named' ? admin.name : (said ?? 'bootstrap token');
}

/** The person it is; null: anybody who has the first token, or a system of the company's. */
export function personIdOf(admin: CallingAdmin): string | null {
  return admin.kind === 'named' && !admin.isConnection ? admin.id : null;
}

const readingNotedEveryMs = 60 * 60_000;
const mostNoted = 1000;

export function letAdminsIn({
  database,
  now,
  most,
  rates,
  unproved,
  calls,
}: {
  readonly database: CentralDatabase;
  readonly now: () => Date;
  /** A minute, of each of them. */
  readonly most: number;
  readonly rates: Rates;
  readonly unproved: (request: FastifyRequest, refusal: ApiRefusal) => ApiRefusal;
  readonly calls: Pick<CallBook, 'came'>;
}): (
  request: FastifyRequest,
  token: string | null,
  scope: AdminScope | null,
  /** `office`: also who speaks for some sites alone, whom nothing else is open to. */
  door?: 'office',
) => Promise<CallingAdmin> {
  const noted = new Map<string, number>();

  /** What is changed each time, what is read once an hour. */
  async function noteUse(request: FastifyRequest): Promise<void> {
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const [address, at] = [networkOf(request.ip), now().getTime()];
    const key = `${route} ${address}`;
    if (request.method === 'GET' && at - (noted.get(key) ?? 0) < readingNotedEveryMs) return;
    if (noted.size >= mostNoted) noted.clear();
    noted.set(key, at);
    await database.write((rows) => noteBootstrapUse(rows, { route, address }, now()));
  }

  async function signedIn(request: FastifyRequest): Promise<LetIn> {
    const session = sessionShown(request);
    if (session === null)
      throw unproved(request, new ApiRefusal('unauthorised', 'An admin token is needed'));
    if (!isFromOwnPage(request))
      throw unproved(request, new ApiRefusal('forbidden', 'Asked by another page than central’s'));
    const found = await administratorOfSession(database.rows, session, now());
    if (found) return { ...found, isConnection: false, siteIds: null };
    throw unproved(request, new ApiRefusal('unauthorised', 'Signed out, or idle for too long'));
  }

  return async (request, token, scope, door) => {
    if (token !== null && (await isBootstrapToken(database.rows, token))) {
      rates.take('bootstrap', most);
      await noteUse(request);
      return { kind: 'bootstrap' };
    }
    const named =
      token === null ? await signedIn(request) : await administratorOf(database.rows, token, now());
    if (named === null)
      throw unproved(request, new ApiRefusal('forbidden', 'No token of an administrator'));
    if (named.isConnection && token !== null)
      calls.came(request, { administratorId: named.id, key: nameOfKey(token) });
    rates.take(`admin ${named.id}`, most);
    if (named.siteIds !== null && door !== 'office')
      throw new ApiRefusal('forbidden', `${named.name} speaks for its sites alone, at /office/v1`);
    if (scope !== null && !named.scopes.includes(scope))
      throw new ApiRefusal('forbidden', `${named.name} may not: “${scope}” is needed for this`);
    return { kind: 'named', ...named, token };
  };
}
