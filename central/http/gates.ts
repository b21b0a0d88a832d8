import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CentralDatabase } from '../database/openDatabase.ts';
import { isSameSecret } from '../people/secrets.ts';
import { type CallingStation, noteFirstUse, readToken } from '../people/tokenRows.ts';
import { ApiRefusal } from './apiError.ts';
import { networkOf } from './listening.ts';
import type { Rates } from './rates.ts';

/** Who may come in: decided before the body is read. Where somebody stands opens nothing. */
export type Gates = {
  station(request: FastifyRequest, use: 'work' | 'rotate'): Promise<CallingStation>;
  admin(request: FastifyRequest): void;
  /** For pages a person opens: a browser asks for the admin token as a password. */
  adminPage(request: FastifyRequest, reply: FastifyReply): void;
  /** How often an address may try codes. */
  readonly enrolmentsPerMinute: number;
};

/**
 * Whoever proved who he is has a budget of his own; all that an address tries without proof shares
 * one, whatever it writes where a token belongs.
 */
export function makeGates({
  database,
  adminTokenFingerprint,
  now,
  limits,
  rates,
}: {
  readonly database: CentralDatabase;
  readonly adminTokenFingerprint: string;
  readonly now: () => Date;
  readonly limits: { readonly requests: number; readonly enrolments: number };
  readonly rates: Rates;
}): Gates {
  function unproved(request: FastifyRequest, refusal: ApiRefusal): ApiRefusal {
    rates.take(`unproved ${addressOf(request)}`, limits.requests);
    return refusal;
  }

  function letIn(request: FastifyRequest, token: string | null): void {
    if (token === null)
      throw unproved(request, new ApiRefusal('unauthorised', 'An admin token is needed'));
    if (!isSameSecret(token, adminTokenFingerprint))
      throw unproved(request, new ApiRefusal('forbidden', 'Not the admin token'));
    rates.take('admin', limits.requests);
  }

  return {
    enrolmentsPerMinute: limits.enrolments,
    async station(request, use) {
      const token = bearerOf(request);
      if (token === null)
        throw unproved(request, new ApiRefusal('unauthorised', 'A station token is needed'));
      const read = await readToken(database.rows, token, use, now());
      if (!read.ok)
        throw unproved(
          request,
          new ApiRefusal(
            read.refusal,
            read.refusal === 'revoked'
              ? 'The station was revoked'
              : 'Unknown or expired token; an expired one may still be exchanged',
          ),
        );
      const station = read.value;
      rates.take(`station ${station.stationId}`, limits.requests);
      if (station.firstUse)
        await database.write((rows) => noteFirstUse(rows, station.tokenHash, now()));
      return station;
    },
    admin: (request) => letIn(request, bearerOf(request)),
    adminPage(request, reply) {
      void reply.header('www-authenticate', 'Basic realm="Quayside: the admin token as password"');
      letIn(request, bearerOf(request) ?? passwordOf(request));
      reply.removeHeader('www-authenticate');
    },
  };
}

/** As the connection says, or a trusted proxy. */
export function addressOf(request: FastifyRequest): string {
  return networkOf(request.ip);
}

function bearerOf(request: FastifyRequest): string | null {
  const match = /^Bearer ([\x21-\x7e]{1,200})$/.exec(request.headers.authorization ?? '');
  return match?.[1] ?? null;
}

function passwordOf(request: FastifyRequest): string | null {
  const match = /^Basic ([A-Za-z0-9+/=]{1,400})$/.exec(request.headers.authorization ?? '');
  if (match?.[1] === undefined) return null;
  const given = Buffer.from(match[1], 'base64').toString('utf8');
  return given.includes(':') ? given.slice(given.indexOf(':') + 1) : null;
}
