import type { Liability } from '../returns/codes.ts';
import type { ApplicationStanding } from './application.ts';
import type { CaseClocks } from './caseClocks.ts';
import type { ClauseId, ClauseOutcome, PolicyInput, Question, Why } from './decision.ts';
import type { GroupFacts } from './groupFacts.ts';
import type { Weighing } from './weighing.ts';

/** What a clause may look at for one unit group. */
export type GroupContext = {
  readonly input: PolicyInput;
  readonly clocks: CaseClocks;
  readonly facts: GroupFacts;
  readonly weighing: Weighing;
  readonly application: ApplicationStanding;
};

export type BasisClause = 'II-QUALITY' | 'II-ORDER' | 'II-TRANSPORT';

/** Units a clause of part II entitles the client to bring back, and at whose cost. */
export type Ground = {
  readonly clause: BasisClause;
  /** Thousandths of a unit. */
  readonly quantity: number;
  readonly liability: Liability;
  /** A person decided that both parties bear half. */
  readonly half: boolean;
};

/** One clause of part II read for one group. */
export type BasisReading = {
  readonly outcome: ClauseOutcome;
  readonly grounds: readonly Ground[];
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
