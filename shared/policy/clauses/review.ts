import type { ClauseOutcome, PolicyInput } from '../decision.ts';
import type { CaseClocks } from '../reading/caseClocks.ts';
import { fired, notFired } from '../reading/reading.ts';
import { citeCalendar, citeCase, citePolicy } from '../reading/references.ts';
import { why } from '../whyCodes.ts';

/** III-REVIEW: the application is answered within 3 working days. Fired: it was. */
export function review(input: PolicyInput, clocks: CaseClocks): ClauseOutcome {
  const cited = [citeCase(input), citeCalendar(input), citePolicy(input)];
  if (clocks.review === null) return notFired('III-REVIEW', why('review.noApplication', {}), cited);
  const { dueOn } = clocks.review;
  if (dueOn === null) return notFired('III-REVIEW', why('review.notCounted', {}), cited);
  const sentOn = input.returnCase.review?.sentOn;
  if (sentOn === undefined)
    return notFired(
      'III-REVIEW',
      input.asOf > dueOn ? why('review.overdue', { dueOn }) : why('review.pending', { dueOn }),
      cited,
    );
  return sentOn <= dueOn
    ? fired('III-REVIEW', why('review.inTime', { sentOn, dueOn }), cited)
    : notFired('III-REVIEW', why('review.late', { sentOn, dueOn }), cited);
}
