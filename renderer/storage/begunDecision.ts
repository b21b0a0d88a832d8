import type { Disposition, ResolutionKind } from '../../shared/facts/codes.ts';
import type {
  CompensationBasis,
  LateBecause,
  StillWanted,
} from '../../shared/facts/decisionFacts.ts';
import type { VerdictDecidedFact } from '../../shared/facts/fact.ts';
import type { Instant } from '../../shared/facts/time.ts';
import type { CaseId, PersonId, VerdictId } from '../../shared/ids.ts';
import type { Question } from '../../shared/policy/decision.ts';

/** A decision while it is being made. The policy's own proposal is the start, never the end. */
export type DecisionDraft = {
  readonly decision: VerdictDecidedFact['decision'];
  /** By `keyOfPortion`. */
  readonly choices: Readonly<Record<string, ChoiceDraft>>;
  /** By `keyOf`, in the order they were raised: an answer may raise the next question. */
  readonly answers: Readonly<Record<string, AnswerDraft>>;
  readonly reason: string;
  /** null: nobody said otherwise than where it stood longest. */
  readonly lateBecause: LateBecause | null;
  /** What the bench is sent back for. */
  readonly wanted: readonly StillWanted[];
  /** Who is asked for the second signature; null: whoever comes first. */
  readonly asks: PersonId | null;
};

export type ChoiceDraft = {
  /** Decided now; otherwise it stays open and holds nothing. */
  readonly isNow: boolean;
  readonly resolution: ResolutionKind;
  readonly disposition: Disposition;
  /** As typed; only read when overriding. Empty grants what the policy says. */
  readonly overrideAmount: string;
  /** As typed; only read for a compensation. Empty grants the most there is. */
  readonly compensation: string;
  readonly basis: CompensationBasis | null;
};

export type AnswerDraft = {
  readonly question: Question;
  readonly answer: string | null;
  readonly reason: string;
};

/** A decision begun and not signed. Its PIN is never stored. */
export type BegunDecision = {
  readonly verdictId: VerdictId;
  readonly draft: DecisionDraft;
  /** What lay on the screen as it was last worked on. */
  readonly seen: string;
};

/** Kept for who began it, also after a restart; nobody is given another's. */
export type BegunDecisionRow = BegunDecision & {
  /** `case person` */
  readonly key: string;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly savedAt: Instant;
};
