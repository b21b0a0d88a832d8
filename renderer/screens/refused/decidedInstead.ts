import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { InspectionFinishedFact, VerdictDecidedFact } from '../../../shared/facts/fact.ts';

/** What stands in the place of a decision that central refused, as far as it is known here. */
export type Instead =
  /** Somebody decided the same verdict, or the case since. */
  | { readonly kind: 'decided'; readonly decision: VerdictDecidedFact }
  /** The verdict it was about is replaced by these inspections, which wait for a decision. */
  | { readonly kind: 'inspected'; readonly inspections: readonly InspectionFinishedFact[] }
  | { readonly kind: 'nothing' };

export type DecidedFile = Pick<
  CaseFile,
  'decisions' | 'inspections' | 'heads' | 'grants' | 'unitGroups'
>;

export function decidedInstead(
  refused: Pick<VerdictDecidedFact, 'id' | 'verdictId'>,
  { decisions, inspections, heads, grants }: DecidedFile,
): Instead {
  const others = decisions.filter(({ id }) => id !== refused.id);
  const final = new Set<string>(grants.map(({ id }) => id));
  const decision =
    others.findLast((one) => one.verdictId === refused.verdictId && final.has(one.id)) ??
    others.findLast((one) => one.verdictId === refused.verdictId) ??
    others.findLast((one) => one.id > refused.id);
  if (decision) return { kind: 'decided', decision };
  const standing = inspections.filter(({ verdictId }) => heads.includes(verdictId));
  return heads.includes(refused.verdictId) || standing.length === 0
    ? { kind: 'nothing' }
    : { kind: 'inspected', inspections: standing };
}
