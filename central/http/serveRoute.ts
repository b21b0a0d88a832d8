import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Role } from '../../shared/facts/codes.ts';
import type { Person } from '../../shared/facts/documents.ts';
import type { AdminScope } from '../../shared/sync/adminApi.ts';
import { ApiError, type CentralRoute, centralApi, limits } from '../../shared/sync/centralApi.ts';
import { ownTurn, type Turn } from '../commands/turn.ts';
import type { CallingStation, TokenUse } from '../people/tokenRows.ts';
import type { CallingAdmin } from './adminGate.ts';
import type { Gates } from './gates.ts';
import { provedBody } from './provedBody.ts';

type Contract<N extends CentralRoute> = (typeof centralApi)[N];
type Part<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

export type Asked<N extends CentralRoute> = {
  readonly body: Part<Contract<N>, 'body'>;
  readonly query: Part<Contract<N>, 'query'>;
  readonly params: Part<Contract<N>, 'params'>;
  readonly station: Contract<N>['auth'] extends 'station' ? CallingStation : null;
  /** Whoever is signed in there, where the route asks for somebody. */
  readonly person: Contract<N> extends { readonly role: unknown } ? Person : null;
  readonly admin: Contract<N>['auth'] extends 'admin' ? CallingAdmin : null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Of the calling station. */
  readonly turn: Turn;
};
export type Answer<N extends CentralRoute> = z.input<Contract<N>['response']>;

type AnyContract = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly auth: 'none' | 'station' | 'admin';
  readonly role?: Role | 'anybody';
  readonly scope?: AdminScope | null;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly params?: z.ZodType;
  readonly response: z.ZodType;
  readonly says: string;
};

function tokenUseOf(name: CentralRoute): TokenUse {
  if (name === 'rotateToken') return 'rotate';
  return name === 'push' || name === 'photoStates' ? 'handIn' : 'work';
}

const stationOf = new WeakMap<FastifyRequest, CallingStation>();
const personOf = new WeakMap<FastifyRequest, Person>();
const adminOf = new WeakMap<FastifyRequest, CallingAdmin>();

/**
 * Serves one route of the contract: its gate before the body is read, its schemas on both sides.
 * Refusals are thrown as `ApiRefusal`.
 */
export function serveRoute<N extends CentralRoute>(
  app: FastifyInstance,
  name: N,
  gates: Gates,
  answer: (asked: Asked<N>) => Promise<Answer<N>>,
): void {
  const contract: AnyContract = centralApi[name];
  const { scope } = contract;
  if (contract.auth === 'admin' && scope === undefined) throw new Error(`${name} names no scope`);
  app.route({
    method: contract.method,
    url: contract.path,
    bodyLimit: name === 'push' ? limits.bytesPerPush + 64 * 1024 : 256 * 1024,
    schema: {
      operationId: name,
      summary: contract.says,
      security: contract.auth === 'none' ? [] : [{ [contract.auth]: [] }],
      ...(contract.body ? { body: contract.body } : {}),
      ...(contract.query ? { querystring: contract.query } : {}),
      ...(contract.params ? { params: contract.params } : {}),
      response: {
        200: contract.response,
        ...(name === 'health' ? { 503: contract.response } : { '5xx': ApiError }),
        '4xx': ApiError,
      },
    },
    config: {
      rateLimit: name === 'enrol' ? { max: gates.enrolmentsPerMinute, timeWindow: '1 minute' } : {},
    },
    // Behind the limit on requests, which runs on arrival, and before the body is read.
    preParsing: async (request, reply, payload) => {
      if (scope !== undefined) adminOf.set(request, await gates.admin(request, scope));
      if (contract.auth !== 'station') return payload;
      const station = await gates.station(request, reply, tokenUseOf(name), 'records');
      if (contract.role !== undefined)
        personOf.set(request, await gates.person(request, station, contract.role));
      stationOf.set(request, station);
      return station.bodyHash === null || contract.method === 'GET'
        ? payload
        : payload.pipe(provedBody(station.bodyHash));
    },
    handler: async (request, reply) => {
      const station = stationOf.get(request) ?? null;
      const { body, query, params } = request;
      const admin = adminOf.get(request) ?? null;
      const person = personOf.get(request) ?? null;
      const asked = { body, query, params, station, person, admin, request, reply };
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the schemas above; the compiler cannot follow a route by its name
      const answered = (turn: Turn) => answer({ ...asked, turn } as unknown as Asked<N>);
      return station ? gates.turns.take(station.stationId, answered) : answered(ownTurn);
    },
  });
}
