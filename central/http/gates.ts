import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '../../shared/facts/codes.ts';
import type { Person } from '../../shared/facts/documents.ts';
import type { AdminScope } from '../../shared/sync/adminApi.ts';
import {
  type PersonProof,
  personHeader,
  proofHeader,
  proofTimeHeader,
  provedPath,
  readPersonProof,
  readProof,
} from '../../shared/sync/proof.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import { personProved } from '../people/personProof.ts';
import { checkProofs } from '../people/stationProof.ts';
import {
  bindKey,
  type CallingStation,
  noteFirstUse,
  noteMisuse,
  readToken,
  type TokenMisuse,
  type TokenUse,
} from '../people/tokenRows.ts';
import { type CallingAdmin, letAdminsIn } from './adminGate.ts';
import { ApiRefusal } from './apiError.ts';
import { countInFlight, type What } from './inFlight.ts';
import { networkOf } from './listening.ts';
import type { CallBook } from './noteCalls.ts';
import { noteContacts } from './noteContacts.ts';
import type { Rates } from './rates.ts';
import { type Turns, takeTurns } from './turns.ts';

/** Who calls, and the hash of the body it signed; null: it proved nothing, as stations did before. */
export type ProvedStation = CallingStation & { readonly bodyHash: string | null };

/** Who may come in: decided before the body is read. Where somebody stands opens nothing. */
export type Gates = {
  station(
    request: FastifyRequest,
    reply: FastifyReply,
    use: TokenUse,
    what: What,
  ): Promise<ProvedStation>;
  /** Somebody signed in at that station has this role at its site, and proves it. */
  person(request: FastifyRequest, station: ProvedStation, role: Role | 'anybody'): Promise<Person>;
  /** An administrator who has this scope; null: whoever is named. */
  admin(request: FastifyRequest, scope: AdminScope | null): Promise<CallingAdmin>;
  /** The same, and a connection of some sites: whoever asks so heeds its `siteIds`. */
  office(request: FastifyRequest, scope: AdminScope | null): Promise<CallingAdmin>;
  /** For pages a person opens: a browser asks for an administrator's token as a password. */
  adminPage(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** When a station that came in is served. */
  readonly turns: Turns;
  /** How often an address may try codes. */
  readonly enrolmentsPerMinute: number;
};

/**
 * Whoever proved who he is has a budget of his own; all that an address tries without proof shares
 * one, whatever it writes where a token belongs.
 */
export function makeGates({
  database,
  now,
  limits,
  rates,
  metrics,
  acceptBareTokens,
  calls,
}: {
  readonly database: CentralDatabase;
  readonly now: () => Date;
  readonly limits: { readonly requests: number; readonly enrolments: number };
  readonly rates: Rates;
  readonly metrics: { readonly tokenMisuse: { inc(labels: { readonly kind: TokenMisuse }): void } };
  readonly acceptBareTokens: boolean;
  readonly calls: Pick<CallBook, 'came'>;
}): Gates {
  const check = checkProofs(now);
  const noted = new Map<string, number>();
  const inFlight = countInFlight();
  const contacts = noteContacts(database, now);

  function unproved(request: FastifyRequest, refusal: ApiRefusal): ApiRefusal {
    rates.take(`unproved ${addressOf(request)}`, limits.requests);
    return refusal;
  }

  /** Counted each time, and kept once an hour for each address: nobody fills the audit with it. */
  async function misused(
    request: FastifyRequest,
    token: string,
    kind: TokenMisuse,
  ): Promise<ApiRefusal> {
    metrics.tokenMisuse.inc({ kind });
    const address = addressOf(request);
    const [key, at] = [`${kind} ${address}`, now().getTime()];
    const last = noted.get(key);
    if (last === undefined || at - last > misuseKeptOnceMs) {
      if (noted.size >= mostNoted) noted.clear();
      noted.set(key, at);
      await database.write((rows) => noteMisuse(rows, { token, kind, address }, now()));
    }
    return unproved(
      request,
      new ApiRefusal('unauthorised', `The token is not shown by its station: ${kind}`),
    );
  }

  /** The hash of the body that was signed; null where nothing is proved and nothing need be. */
  async function prove(
    request: FastifyRequest,
    token: string,
    station: CallingStation,
  ): Promise<string | null> {
    const header = request.headers[proofHeader];
    const proof = typeof header === 'string' ? readProof(header) : null;
    if (proof === null) {
      if (header !== undefined) throw await misused(request, token, 'wrongProof');
      if (station.proofKey !== null) throw await misused(request, token, 'withoutKey');
      if (acceptBareTokens) return null;
      throw unproved(request, new ApiRefusal('unauthorised', 'Central wants each request proved'));
    }
    if (station.proofKey !== null && station.proofKey !== proof.publicKey)
      throw await misused(request, token, 'otherKey');
    const { method, url = '' } = request.raw;
    const { tokenHash } = station;
    const standing = check({ proof, method: method ?? '', path: provedPath(url), tokenHash });
    if (standing === 'wrong') throw await misused(request, token, 'wrongProof');
    if (standing === 'replayed') throw await misused(request, token, 'replayed');
    if (standing === 'stale') throw unproved(request, new StaleProof(now()));
    const isBound =
      station.proofKey !== null ||
      (await database.write((rows) => bindKey(rows, station, proof.publicKey, now())));
    if (!isBound) throw await misused(request, token, 'otherKey');
    return proof.bodyHash;
  }

  const letInAdmin = letAdminsIn({
    database,
    now,
    most: limits.requests,
    rates,
    unproved,
    calls,
  });

  return {
    turns: takeTurns({ atOnce: piecesOfWorkAtOnce, clock: () => performance.now() }),
    enrolmentsPerMinute: limits.enrolments,
    async station(request, reply, use, what) {
      const token = bearerOf(request);
      if (token === null)
        throw unproved(request, new ApiRefusal('unauthorised', 'A station token is needed'));
      await inFlight.refuseEarly({ token, what });
      const read = await readToken(database.rows, token, use, now());
      if (!read.ok && read.refusal === 'replaced') throw await misused(request, token, 'replaced');
      if (!read.ok)
        throw unproved(
          request,
          new ApiRefusal(
            read.refusal === 'revoked' ? 'revoked' : 'unauthorised',
            read.refusal === 'revoked'
              ? 'The station was revoked'
              : 'Unknown or expired token; an expired one may still be exchanged',
          ),
        );
      const station = read.value;
      const bodyHash = await prove(request, token, station);
      rates.take(`station ${station.stationId}`, limits.requests);
      const { stationId } = station;
      const bytes = Number(request.headers['content-length'] ?? 0);
      await inFlight.enter({ token, stationId, what, bytes, reply });
      await contacts.note(request, station.stationId);
      if (station.firstUse)
        await database.write((rows) => noteFirstUse(rows, station.tokenHash, now()));
      return { ...station, bodyHash };
    },
    async person(request, station, role) {
      const [header, proof] = [request.headers[personHeader], request.headers[proofHeader]];
      const shown = typeof header === 'string' ? readPersonProof(header) : null;
      // Without the station's own proof a person's would be good for ever.
      const isProved = shown !== null && typeof proof === 'string' && station.bodyHash !== null;
      const whoIs = async (their: { readonly shown: PersonProof; readonly proof: string }) =>
        personProved(database.rows, { ...their, station, role, now: now() });
      const person = isProved ? await whoIs({ shown, proof }) : null;
      if (!person)
        throw new ApiRefusal(
          'forbidden',
          role === 'anybody' ? 'Somebody has to be signed in' : `A signed-in ${role} is needed`,
        );
      return person;
    },
    admin: (request, scope) => letInAdmin(request, bearerOf(request), scope),
    office: (request, scope) => letInAdmin(request, bearerOf(request), scope, 'office'),
    async adminPage(request, reply) {
      void reply.header('www-authenticate', 'Basic realm="Quayside: your admin token as password"');
      await letInAdmin(request, bearerOf(request) ?? passwordOf(request), 'read');
      reply.removeHeader('www-authenticate');
    },
  };
}

/** The station's clock is off: it hears ours, and proves again. */
class StaleProof extends ApiRefusal {
  constructor(now: Date) {
    super('unauthorised', 'The proof is of another time', undefined, {
      headers: { [proofTimeHeader]: String(now.getTime()) },
    });
  }
}

/** Fewer than the database has connections. */
const piecesOfWorkAtOnce = 6;
const misuseKeptOnceMs = 60 * 60_000;
const mostNoted = 10_000;

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
