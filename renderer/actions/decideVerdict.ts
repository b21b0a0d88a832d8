import type { CaseId, VerdictId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { Answer, GroupChoice, VerdictDecidedFact } from '../../shared/returns/fact.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';

export type DecideVerdict = {
  readonly caseId: CaseId;
  readonly verdictId: VerdictId;
  readonly decision: VerdictDecidedFact['decision'];
  readonly choices: readonly GroupChoice[];
  readonly answers: readonly Answer[];
  readonly reason: string;
  /** Asked for each time money is decided about. */
  readonly pin: string;
};

/** A supervisor approves, declines, sends back or overrides one proposed verdict. */
export async function decideVerdict(
  _context: ActionContext,
  _input: DecideVerdict,
): Promise<Result<VerdictDecidedFact, ActionRefusal>> {
  throw new Error('not built yet');
}
