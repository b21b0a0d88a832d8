import type {
  Answer,
  DecisionTerms,
  GroupChoice,
  LateBecause,
  StillWanted,
} from '../../shared/facts/decisionFacts.ts';
import type { VerdictDecidedFact } from '../../shared/facts/fact.ts';
import type { CaseId, FactId, PersonId, VerdictId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type DecideVerdict = {
  readonly caseId: CaseId;
  readonly verdictId: VerdictId;
  readonly decision: VerdictDecidedFact['decision'];
  readonly choices: readonly GroupChoice[];
  readonly answers: readonly Answer[];
  readonly reason: string;
  /** What it is signed over besides its choices. */
  readonly terms?: DecisionTerms | undefined;
  /** Own decisions it takes the place of. */
  readonly replaces?: readonly FactId[] | undefined;
  readonly lateBecause?: LateBecause | undefined;
  /** What the bench is sent back for. */
  readonly wanted?: readonly StillWanted[] | undefined;
  /** Who is asked for the second signature. */
  readonly asks?: PersonId | undefined;
  /** Asked for each time money is decided about. */
  readonly pin: string;
};

/** A supervisor approves, declines, sends back or overrides one proposed verdict. */
export async function decideVerdict(
  context: ActionContext,
  { pin, choices, answers, replaces, wanted, ...input }: DecideVerdict,
): Promise<Result<VerdictDecidedFact, ActionRefusal>> {
  return await record<VerdictDecidedFact>(context, {
    caseId: input.caseId,
    pin,
    fact: (stamp) =>
      accept({
        ...stamp,
        kind: 'verdictDecided',
        ...input,
        choices: [...choices],
        answers: [...answers],
        ...(replaces && replaces.length > 0 ? { replaces: [...replaces] } : {}),
        ...(wanted && wanted.length > 0 ? { wanted: [...wanted] } : {}),
      }),
  });
}
