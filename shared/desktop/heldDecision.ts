/** A signed decision on the disk of the main process, for as long as it can be called back. */
import { z } from 'zod';
import { VerdictDecidedFact } from '../facts/decisionFacts.ts';
import { Instant } from '../facts/time.ts';
import { CaseId, PersonId } from '../ids.ts';

/** What a decision says, without who, where and when. Its PIN is never stored. */
const DecisionInWords = VerdictDecidedFact.omit({
  kind: true,
  id: true,
  siteId: true,
  stationId: true,
  personId: true,
  at: true,
});
export type DecisionInWords = z.infer<typeof DecisionInWords>;

/**
 * A decision somebody signed and could still call back. It goes once it is sealed or called back;
 * what is left of it after a crash comes back to that person.
 */
export const HeldDecision = z.strictObject({
  /** `case person` */
  key: z.string().min(1).max(200),
  caseId: CaseId,
  personId: PersonId,
  personName: z.string().max(200),
  /** How people call the case. */
  caseName: z.string().max(300),
  signedAt: Instant,
  decision: DecisionInWords,
});
export type HeldDecision = z.infer<typeof HeldDecision>;
