import type { RefundMethod } from '../../facts/codes.ts';
import type { Grant, Refund } from '../../facts/documents.ts';
import type { ClauseId } from '../../facts/policyText.ts';

/** Money a final decision sets free: only what earlier grants of the same order lines did not pay. */
export type RefundDue = {
  readonly id: string;
  readonly verdictId: Refund['verdictId'];
  /** Minor units of `currency`; the sum of `lines`. */
  readonly amount: number;
  readonly currency: string;
  readonly method: RefundMethod;
  readonly lines: Refund['lines'];
  readonly clauses: readonly ClauseId[];
  /** SHA-256 of photos; of each list one must be verified at central first. */
  readonly waitsForPhotos: readonly (readonly string[])[];
};

/** A final decision as it is to be entered, before central stamps its time on it. */
export type GrantDue = Omit<Grant, 'acceptedAt'>;
