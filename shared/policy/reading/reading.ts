import type { ClauseId } from '../../facts/policyText.ts';
import type {
  ClauseOutcome,
  PolicyInput,
  Question,
  QuestionId,
  Responsible,
  Why,
} from '../decision.ts';
import type { ApplicationStanding } from './application.ts';
import type { CaseClocks } from './caseClocks.ts';
import type { Portion } from './portions.ts';
import { questionAnswers } from './questionAnswers.ts';
import type { Weighing } from './weighing.ts';

/** Who had to arrange the way back of what is ours; the rest was the client's to bring. */
export type WayBackOf = 'us' | 'client';

/** What a clause may look at for one portion. */
export type PortionContext = {
  readonly input: PolicyInput;
  readonly clocks: CaseClocks;
  readonly facts: Portion;
  readonly weighing: Weighing;
  readonly application: ApplicationStanding;
  readonly wayBackOf: WayBackOf;
};

export type BasisClause = 'II-QUALITY' | 'II-ORDER' | 'II-TRANSPORT';

/** Why the units of a portion may be brought back, and at whose cost. */
export type Ground = {
  readonly clause: BasisClause;
  readonly liability: Extract<Responsible, 'us' | 'shared'>;
  readonly rechargeTo: 'ourCarrier' | null;
  /** A person decided that both parties bear half. */
  readonly half: boolean;
};

/** One clause of part II read for one portion. */
export type BasisReading = {
  readonly outcome: ClauseOutcome;
  readonly ground: Ground | null;
  readonly questions: readonly Question[];
  /** Facts still to be recorded before the clause can speak. */
  readonly missing: readonly string[];
};

export function fired(clause: ClauseId, why: Why, facts: readonly string[]): ClauseOutcome {
  return { clause, fired: true, why, facts };
}

export function notFired(clause: ClauseId, why: Why, facts: readonly string[]): ClauseOutcome {
  return { clause, fired: false, why, facts };
}

/** A question about one portion, or with `portion` null about the whole case. */
export function ask(
  question: QuestionId,
  portion: Portion | null,
  clauses: Question['clauses'],
  why: Why,
  facts: readonly string[],
): Question {
  return {
    question,
    clauses,
    why,
    unitGroupId: portion?.group.unitGroupId ?? null,
    units: portion?.units ?? [],
    answers: questionAnswers[question],
    facts,
  };
}
