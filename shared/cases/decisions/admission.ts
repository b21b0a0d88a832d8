import type { CaseDecision } from '../../policy/decision.ts';
import type { GrantDue, RefundDue } from './refund.ts';

export type Admission = {
  /** The money this fact sets free; null for all but a final approval. */
  readonly refund: RefundDue | null;
  /** What a final decision grants or refuses: the entry of the register and the ledger. */
  readonly grant: GrantDue | null;
  readonly decision: CaseDecision | null;
};
