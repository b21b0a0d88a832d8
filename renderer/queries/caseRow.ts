import type { DeadlineStanding } from '../../shared/deadlines/deadline.ts';
import type { CaseId } from '../../shared/ids.ts';
import type { CaseState } from '../../shared/returns/caseFile.ts';

/** One line of a work list. */
export type CaseRow = {
  readonly caseId: CaseId;
  readonly rma: string | null;
  readonly clientName: string;
  readonly articles: readonly string[];
  readonly state: CaseState;
  readonly standing: DeadlineStanding | null;
  readonly expectedOn: string | null;
  /** Minor units of `currency`; null while the policy cannot say. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly saved: 'here' | 'sent' | 'accepted';
  readonly hasQuestion: boolean;
  readonly hasRefusal: boolean;
};
