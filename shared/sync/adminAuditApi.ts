/** Part of the contract with central: who did what, and when. */
import { z } from 'zod';
import { Instant, LocalDate } from '../facts/time.ts';

/** What central writes down by these words, for ever. */
export const auditVerbs = [
  'PIN locked',
  'accept refused record',
  'active at two stations',
  'add key',
  'add person',
  'bind key',
  'change connection',
  'change person',
  'change scopes',
  'drop bank account',
  'end key',
  'enrol',
  'exchange admin token',
  'fail to sign in',
  'give calendar',
  'issue admin token',
  'issue enrolment code',
  'issue joining slip',
  'issue sign-in link',
  'join',
  'keep bank account',
  'look refund up',
  'make connection',
  'misuse token',
  'name administrator',
  'retire administrator',
  'retire bootstrap token',
  'retire connection',
  'retire person',
  'revoke key',
  'revoke station',
  'send refund again',
  'set up signing in',
  'sign in',
  'sign out',
  'step over',
  'take bootstrap token again',
  'unlock person',
  'use bootstrap token',
] as const;
export type AuditVerb = (typeof auditVerbs)[number];

export const auditLimits = { perPage: 100, lookedThrough: 5000 } as const;

/** `acts`: what administrators and central did; `records`: what was said of records; a kind: of those alone. */
const About = z.string().regex(/^[a-z-]{1,30}$/);

const AuditQuery = z.strictObject({
  about: About.default('acts'),
  /** Part of the name of whoever did it. */
  actor: z.string().max(100).default(''),
  /** Days in UTC, both included. */
  from: LocalDate.optional(),
  until: LocalDate.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(auditLimits.perPage).default(50),
});
export type AuditQuery = z.output<typeof AuditQuery>;

const told = {
  number: z.number().int(),
  at: Instant,
  actor: z.string(),
  reason: z.string().nullable(),
};

/** `act`: what an administrator or central did; `record`: what the office said of one record. */
export const AuditEntry = z.discriminatedUnion('source', [
  z.strictObject({
    ...told,
    source: z.literal('act'),
    verb: z.string(),
    object: z.string(),
    /** What was noted with it, by its name; the reason stands apart. */
    noted: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  }),
  z.strictObject({
    ...told,
    source: z.literal('record'),
    /** Of the office's kinds. */
    kind: z.string(),
    outcome: z.enum(['created', 'updated', 'withdrawn']),
    version: z.number().int(),
    ref: z.strictObject({ source: z.string(), id: z.string() }),
  }),
]);
export type AuditEntry = z.infer<typeof AuditEntry>;

export const adminAuditApi = {
  audit: {
    method: 'GET',
    path: '/central/admin/audit',
    auth: 'admin',
    scope: 'administrators',
    query: AuditQuery,
    response: z.strictObject({
      entries: z.array(AuditEntry),
      /** Of what is older; the page may be empty where little of it is wanted; null: that was all. */
      cursor: z.string().nullable(),
    }),
    says: 'Who did what, when and why, newest first: what administrators did and what was said of records.',
  },
} as const;
