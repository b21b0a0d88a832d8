import type { NegativeOutcome } from '../../facts/codes.ts';
import type { ClauseOutcome, Question, Standing } from '../decision.ts';
import type { DefectFinding } from './groupFacts.ts';
import type { Ground, PortionContext } from './reading.ts';

/** One portion read against every clause, before quantities are capped and priced. */
export type PortionReading = {
  readonly context: PortionContext;
  readonly standing: Standing;
  /** What entitles the client, after IV-CUSTOM and IV-PERIOD; the strongest first. */
  readonly grounds: readonly Ground[];
  readonly intact: boolean | null;
  /** Damage that makes it not intact. */
  readonly damage: readonly DefectFinding[];
  /** A person decided that the goods are not intact and nothing is paid. */
  readonly refusedNotIntact: boolean;
  readonly notIntactOpen: boolean;
  readonly negative: NegativeOutcome | null;
  /** Not upheld because no ground stood, or IV-CUSTOM took it; not because of the intake or the period. */
  readonly isGroundFallen: boolean;
  readonly questions: readonly Question[];
  readonly missing: readonly string[];
  /** All clauses of the portion but III-REFUND, which needs the amount. */
  readonly outcomes: readonly ClauseOutcome[];
};
