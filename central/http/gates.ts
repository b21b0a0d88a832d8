import type { FastifyRequest } from 'fastify';
import type { CentralDatabase } from '../database/openDatabase.ts';
import { fingerprintOf, isSameSecret } from '../people/secrets.ts';
import { type CallingStation, noteFirstUse, readToken } from '../people/tokenRows.ts';
import { ApiRefusal } from './apiError.ts';

/** Who may come in: decided before the body is read. */
export type Gates = {
  station(request: FastifyRequest, use: 'work' | 'rotate'): Promise<CallingStation>;
  admin(request: FastifyRequest): void;
  /** For pages a person opens on the machine itself, or a scraper with the admin token. */
  adminOrLoopback(request: FastifyRequest): void;
  /** How often a caller may try codes. */
  readonly enrolmentsPerMinute: number;
};

export function makeGates({
  database,
  adminTokenFingerprint,
  now,
  limits,
}: {
  readonly database: CentralDatabase;
  readonly adminTokenFingerprint: string;
  readonly now: () => Date;
  readonly limits: { readonly enrolments: number };
}): Gates {
  function admin(request: FastifyRequest): void {
    const token = bearerOf(request);
    if (token === null) throw new ApiRefusal('unauthorised', 'An admin token is needed');
    if (!isSameSecret(token, adminTokenFingerprint))
      throw new ApiRefusal('forbidden', 'Not the admin token');
  }
  return {
    enrolmentsPerMinute: limits.enrolments,
    async station(request, use) {
      const token = bearerOf(request);
      if (token === null) throw new ApiRefusal('unauthorised', 'A station token is needed');
      const read = await readToken(database.rows, token, use, now());
      if (!read.ok)
        throw new ApiRefusal(
          read.refusal,
          read.refusal === 'revoked'
            ? 'The station was revoked'
            : 'Unknown or expired token; an expired one may still be exchanged',
        );
      const station = read.value;
      if (station.firstUse)
        await database.write((rows) => noteFirstUse(rows, station.tokenHash, now()));
      return station;
    },
    admin,
    adminOrLoopback(request) {
      if (!isDirectlyFromHere(request)) admin(request);
    },
  };
}

/** Rate limits count per caller: a token where there is one, else the address. */
export function callerOf(request: FastifyRequest): string {
  const token = bearerOf(request);
  return token === null ? `address ${request.ip}` : `token ${fingerprintOf(token)}`;
}

function bearerOf(request: FastifyRequest): string | null {
  const match = /^Bearer ([\x21-\x7e]{1,200})$/.exec(request.headers.authorization ?? '');
  return match?.[1] ?? null;
}

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Behind a proxy every caller is local, and a foreign page may resolve its own name to this machine. */
function isDirectlyFromHere(request: FastifyRequest): boolean {
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];
  return (
    loopback.includes(request.socket.remoteAddress ?? '') &&
    !forwarded.some((name) => request.headers[name] !== undefined) &&
    /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')
  );
}
