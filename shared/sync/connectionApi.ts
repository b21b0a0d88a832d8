/** Connections: systems of the company's that write and read its records with keys of their own. */
import { z } from 'zod';
import { Instant } from '../facts/time.ts';
import { AdminId, By } from './adminApi.ts';

/** Of what an administrator may, what a system may: never enrolling, never naming others. */
export const ConnectionScope = z.enum(['records', 'people', 'policy', 'refunds', 'read']);
export type ConnectionScope = z.infer<typeof ConnectionScope>;

/** Speaking for some sites alone, it has the office's door and no other. */
export const siteScopes: readonly ConnectionScope[] = ['records', 'people', 'policy'];

export const mostCallsShown = 200;
export const callsKeptDays = 14;
/** The one in use, and the next. */
export const mostKeys = 2;

const Id = z.strictObject({ id: AdminId });
const KeyParams = z.strictObject({ id: AdminId, key: z.string().regex(/^[0-9a-f]{12}$/) });
const reason = z.string().trim().min(1).max(500);
const scopes = z.array(ConnectionScope).min(1).max(5);
/** Our ids; null: the whole company. */
const siteIds = z.array(z.string().min(1).max(64)).min(1).max(100).nullable();
const days = z.number().int().min(1).max(365).optional();

/** Shown once: central keeps only its hash. */
const IssuedKey = z.strictObject({ key: z.string(), goodUntil: Instant });

const Connection = z.strictObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(ConnectionScope),
  siteIds: z.array(z.string()).nullable(),
  appointedBy: z.string(),
  appointedAt: Instant,
  retiredAt: Instant.nullable(),
  /** That are good now: which, until when, and when each was shown last. */
  keys: z.array(
    z.strictObject({ key: z.string(), goodUntil: Instant, usedAt: Instant.nullable() }),
  ),
  /** Of the calls that are kept. */
  calls: z.strictObject({
    all: z.number().int(),
    refused: z.number().int(),
    lastAt: Instant.nullable(),
  }),
});

const Call = z.strictObject({
  key: z.string(),
  at: Instant,
  method: z.string(),
  path: z.string(),
  status: z.number().int(),
  says: z.string().nullable(),
  ms: z.number().int(),
});

/** How the payment system answered in the days calls are kept. */
const Payments = z.strictObject({
  port: z.enum(['register', 'webhook']),
  lastAt: Instant.nullable(),
  accepted: z.number().int(),
  failed: z.number().int(),
  /** Not heard, not answered, or still not known. */
  unanswered: z.number().int(),
});

/** Part of the contract with central: who sends it the company's records. */
export const connectionApi = {
  connections: {
    method: 'GET',
    path: '/central/admin/connections',
    auth: 'admin',
    scope: 'administrators',
    response: z.strictObject({
      connections: z.array(Connection).max(500),
      sites: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      payments: Payments,
    }),
    says: 'Every connection, what it may and where, its keys, and how its calls went.',
  },
  makeConnection: {
    method: 'POST',
    path: '/central/admin/connections',
    auth: 'admin',
    scope: 'administrators',
    body: z.object({
      id: AdminId,
      name: z.string().trim().min(1).max(80),
      scopes,
      siteIds,
      days,
      by: By,
      reason,
    }),
    response: IssuedKey,
    says: 'A connection with its first key (90 days, or as said), shown once.',
  },
  changeConnection: {
    method: 'POST',
    path: '/central/admin/connections/:id',
    auth: 'admin',
    scope: 'administrators',
    params: Id,
    body: z.object({ scopes, siteIds, by: By, reason }),
    response: z.strictObject({ changed: z.literal(true) }),
    says: 'What a connection may from now on, and for which sites.',
  },
  addConnectionKey: {
    method: 'POST',
    path: '/central/admin/connections/:id/keys',
    auth: 'admin',
    scope: 'administrators',
    params: Id,
    body: z.object({ days, by: By, reason }),
    response: IssuedKey,
    says: 'A second key beside the one in use; two are good at most.',
  },
  endConnectionKey: {
    method: 'POST',
    path: '/central/admin/connections/:id/keys/:key/end',
    auth: 'admin',
    scope: 'administrators',
    params: KeyParams,
    body: z.object({ by: By, reason }),
    response: z.strictObject({ ended: z.literal(true) }),
    says: 'One key of a connection is good no more.',
  },
  retireConnection: {
    method: 'POST',
    path: '/central/admin/connections/:id/retire',
    auth: 'admin',
    scope: 'administrators',
    params: Id,
    body: z.object({ by: By, reason }),
    response: z.strictObject({ retired: z.literal(true) }),
    says: 'A connection and its keys end now; what it said stays under its name.',
  },
  connectionCalls: {
    method: 'GET',
    path: '/central/admin/connections/:id/calls',
    auth: 'admin',
    scope: 'administrators',
    params: Id,
    query: z.object({ only: z.enum(['refused']).optional() }),
    response: z.strictObject({ calls: z.array(Call).max(mostCallsShown) }),
    says: 'The last calls of a connection, the newest first; kept for fourteen days.',
  },
} as const;
