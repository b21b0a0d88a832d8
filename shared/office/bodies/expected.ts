/** What clients asked to send back, and what the review said. */
import { z } from 'zod';
import { hasCheckDigit } from '../../barcodes/gs1/checkDigit.ts';
import { ClaimReason, ResolutionKind } from '../../facts/codes.ts';
import { ClientEvidence, ReturnCase } from '../../facts/documents.ts';
import { Quantity } from '../../facts/quantity.ts';
import { Instant, LocalDate } from '../../facts/time.ts';
import { Decimal } from '../decimal.ts';
import { Reference } from '../externalId.ts';

const { rma, review, trackingNumbers, ssccs } = ReturnCase.shape;
const Sscc = ssccs.element.refine(hasCheckDigit, 'the check digit is wrong');

const ReturnLineBody = z.strictObject({
  /** The line's own number at the sender; left out: its order line, the first, second… time. */
  id: z.string().min(1).max(100).optional(),
  orderLine: Reference.nullable(),
  reason: ClaimReason,
  requestedQuantity: Quantity,
  /** What the review authorised; null before it. */
  approvedQuantity: Quantity.nullable().default(null),
  wanted: ResolutionKind.nullable().default(null),
});
export type ReturnLineBody = z.infer<typeof ReturnLineBody>;

/** An expected return. Withdrawing it cancels it; what arrived all the same stays. */
export const ReturnBody = z.strictObject({
  rma,
  site: Reference,
  client: Reference,
  /** Left out: the client's only one. */
  contract: Reference.optional(),
  /** III-APPLY: when the client applied, and in which words. */
  application: z
    .strictObject({
      receivedAt: Instant,
      /** The day it counts from; left out: that of `receivedAt` where the client is. */
      receivedOn: LocalDate.optional(),
      description: z.string().max(2000).default(''),
      /** `sha256`: of a picture central keeps. */
      evidence: z.array(ClientEvidence).max(100).default([]),
    })
    .nullable()
    .default(null),
  /** II-TRANSPORT. */
  objectedOn: LocalDate.nullable().default(null),
  objection: z.literal('notMade').optional(),
  review: review.default(null),
  lines: z.array(ReturnLineBody).min(1).max(500),
  expectedOn: LocalDate.nullable().default(null),
  trackingNumbers: trackingNumbers.max(200).default([]),
  ssccs: z.array(Sscc).max(500).default([]),
  /** Return freight charged, in the contract's currency. */
  freight: Decimal.nullable().default(null),
});
export type ReturnBody = z.infer<typeof ReturnBody>;
