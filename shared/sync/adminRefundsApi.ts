/** Part of the contract with central: the refund register, for administrators. */
import { z } from 'zod';
import { Refund, RefundState } from '../facts/documents.ts';
import { Currency, MinorUnits } from '../facts/money.ts';
import { Instant, LocalDate } from '../facts/time.ts';
import { By } from './adminApi.ts';

const Id = z.strictObject({ id: z.string().max(64) });
const Named = z.strictObject({ id: z.string(), name: z.string() });

/** What a list may be narrowed to; `waiting`: due, and held back until its photos are verified. */
export const RefundFilter = z.enum([...RefundState.options, 'waiting']);
export type RefundFilter = z.infer<typeof RefundFilter>;

export const refundLimits = { perPage: 100, lookedThrough: 2000 } as const;

/** `q`: words that all stand in an RMA number, a client's name, a credit note or an id. */
const RefundQuery = z.strictObject({
  state: RefundFilter.optional(),
  q: z.string().max(200).default(''),
  cursor: z
    .string()
    .regex(/^\d{1,15}\.[A-Za-z0-9._:-]{1,64}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(refundLimits.perPage).default(50),
});

export const RefundRead = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  rma: z.string().nullable(),
  client: Named.nullable(),
  site: Named,
  amount: MinorUnits,
  currency: Currency,
  method: Refund.shape.method,
  creditNote: z.string(),
  state: RefundState,
  /** How many photos must still be verified before it is sent. */
  photosAwaited: z.number().int(),
  /** When it came to stand as it does. */
  since: Instant,
  approvedAt: Instant,
  startedAt: Instant.nullable(),
  dueOn: LocalDate.nullable(),
  /** How it goes out; null: it has not yet. */
  port: z.enum(['register', 'webhook']).nullable(),
  /** How often it was sent. */
  attempts: z.number().int(),
  /** What the payment system answered last, where it did not accept. */
  lastError: z.string().nullable(),
});
export type RefundRead = z.infer<typeof RefundRead>;

/** `askedToSend` and `askedToLookUp`: by an administrator. The others: what became of a call. */
export const RefundStep = z.enum([
  'askedToSend',
  'askedToLookUp',
  'entered',
  'sent',
  'accepted',
  'failed',
  'notHeard',
  'noAnswer',
  'stillUnknown',
]);
export type RefundStep = z.infer<typeof RefundStep>;

export const RefundDetail = z.strictObject({
  refund: RefundRead,
  clauses: z.array(z.string()),
  /** How the amount is made up. */
  lines: z.array(
    z.strictObject({
      orderNumber: z.string().nullable(),
      lineNumber: z.number().int().nullable(),
      article: z.string().nullable(),
      amount: MinorUnits,
    }),
  ),
  decision: z
    .strictObject({ at: Instant, signedBy: z.array(z.string()), isOverride: z.boolean() })
    .nullable(),
  /** Oldest first; the same answer again is one step with the times it was given. */
  steps: z.array(
    z.strictObject({
      step: RefundStep,
      at: Instant,
      lastAt: Instant,
      times: z.number().int().min(1),
      by: z.string().nullable(),
      why: z.string().nullable(),
    }),
  ),
});
export type RefundDetail = z.infer<typeof RefundDetail>;

const Why = z.string().trim().min(1).max(500);

export const adminRefundsApi = {
  refunds: {
    method: 'GET',
    path: '/central/admin/refunds',
    auth: 'admin',
    scope: 'read',
    query: RefundQuery,
    response: z.strictObject({
      refunds: z.array(RefundRead).max(refundLimits.perPage),
      /** Of the next page, which may be empty where words were looked for; null: that was all. */
      cursor: z.string().nullable(),
    }),
    says: 'The refund register, newest approval first, by state and by words, page by page.',
  },
  failedRefunds: {
    method: 'GET',
    path: '/central/admin/refunds/failed',
    auth: 'admin',
    scope: 'read',
    response: z.strictObject({
      refunds: z.array(z.strictObject({ refund: Refund, why: z.string() })),
    }),
    says: 'Refunds the payment system said no to, with its answer; nobody sends them by themselves.',
  },
  oneRefund: {
    method: 'GET',
    path: '/central/admin/refunds/:id',
    auth: 'admin',
    scope: 'read',
    params: Id,
    response: RefundDetail,
    says: 'One refund: what it pays, who decided it, and each time it was sent or looked up.',
  },
  sendRefundAgain: {
    method: 'POST',
    path: '/central/admin/refunds/:id/send-again',
    auth: 'admin',
    scope: 'refunds',
    params: z.strictObject({ id: z.string() }),
    body: z.strictObject({ by: By, why: Why }),
    response: z.strictObject({ refund: Refund }),
    says: 'Sends a failed refund once more, under the same key, after it was looked up.',
  },
  lookUpRefund: {
    method: 'POST',
    path: '/central/admin/refunds/:id/look-up',
    auth: 'admin',
    scope: 'refunds',
    params: Id,
    body: z.strictObject({ by: By }),
    response: z.strictObject({ refund: Refund }),
    says: 'Asks the payment system now what became of a refund nobody knows of, instead of at its time.',
  },
} as const;
