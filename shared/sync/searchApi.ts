import { z } from 'zod';
import type { Role } from '../facts/codes.ts';
import { RefundState } from '../facts/documents.ts';
import { Instant, LocalDate } from '../facts/time.ts';
import { CaseId } from '../ids.ts';

/** Whoever only receives goods sees no prices at work, and is told none. */
export function isToldSums(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'dock');
}

export const searchLimits = { cases: 20, characters: 100 } as const;

/** What somebody on the telephone has of a case. */
export const SearchRequest = z.strictObject({
  text: z.string().trim().min(2).max(searchLimits.characters),
});
export type SearchRequest = z.infer<typeof SearchRequest>;

const refundTold = {
  state: RefundState,
  /** Minor units; null for who is told no sums. */
  amount: z.number().int().nullable(),
  currency: z.string(),
  startedAt: Instant.nullable(),
  dueOn: LocalDate.nullable(),
  /** Photos it waits for. */
  waitsFor: z.number().int().min(0),
};

/** How far a case has come, as far as central has accepted it. */
export const CaseStanding = z.discriminatedUnion('kind', [
  /** The refund approved last; a station that knows no `earlier` reads it without. */
  z.strictObject({
    kind: z.literal('refund'),
    ...refundTold,
    /** Approved before it, newest first; absent: none, or central is one that does not tell them. */
    earlier: z.array(z.strictObject(refundTold)).optional(),
  }),
  z.strictObject({ kind: z.enum(['declined', 'settled']), at: Instant }),
  /** Goods are here; null: their days cannot be counted. */
  z.strictObject({ kind: z.literal('here'), dueOn: LocalDate.nullable() }),
  z.strictObject({ kind: z.literal('expected'), on: LocalDate.nullable() }),
  z.strictObject({ kind: z.enum(['denied', 'cancelled']) }),
]);
export type CaseStanding = z.infer<typeof CaseStanding>;

export const CaseAtCentral = z.strictObject({
  caseId: CaseId,
  rma: z.string().nullable(),
  clientName: z.string(),
  standing: CaseStanding,
});
export type CaseAtCentral = z.infer<typeof CaseAtCentral>;

export const SearchResponse = z.strictObject({
  cases: z.array(CaseAtCentral).max(searchLimits.cases),
  /** There are more of that name. */
  more: z.boolean(),
});
export type SearchResponse = z.infer<typeof SearchResponse>;
