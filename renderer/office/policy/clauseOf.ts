import { type ClauseId, clauseIds } from '../../../shared/facts/policyText.ts';

/** The clause that each number and reading of an edition belongs to; what belongs to none is the company's own. */
const clauses: readonly (readonly [path: string, clause: ClauseId])[] = [
  ['parameters.reviewWorkingDays', 'III-REVIEW'],
  ['parameters.inspectionWorkingDays', 'III-INSPECT'],
  ['parameters.evidence', 'III-INSPECT'],
  ['parameters.misuseIndicatorsNeeded', 'II-QUALITY'],
  ['parameters.clientEvidence', 'III-APPLY'],
  ['parameters.readings.evidenceAfterInspection', 'III-APPLY'],
  ['parameters.readings.lateRealDefect', 'IV-PERIOD'],
  ['parameters.readings.customisedOurError', 'IV-CUSTOM'],
  ['parameters.readings.unknownLiability', 'II-TRANSPORT'],
  ['parameters.readings.mixedFreight', 'III-SHIPCOST'],
  ['parameters.rounding', 'III-REFUND'],
];

/** `path`: of what a body says, "parameters.evidence.2". */
export function clauseOf(path: string): ClauseId | null {
  const spoken = clauseIds.find((clause) => path === `text.clauses.${clause}`);
  if (spoken) return spoken;
  return clauses.find(([of]) => path === of || path.startsWith(`${of}.`))?.[1] ?? null;
}
