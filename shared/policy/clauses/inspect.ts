import type { CaseClocks } from '../caseClocks.ts';
import type { ClauseOutcome, PolicyInput, Question } from '../decision.ts';
import { answerTo, questionAnswers } from '../questionAnswers.ts';
import { fired, notFired } from '../reading.ts';
import { citeCalendar, citeContract, citePolicy } from '../references.ts';
import { why } from '../whyCodes.ts';

/** III-INSPECT: inspected within 7 working days of arrival. Fired: the clock runs and is kept. */
export function inspect(input: PolicyInput, { inspection }: CaseClocks): ClauseOutcome {
  if (inspection === null) return notFired('III-INSPECT', why('inspect.noArrival', {}), []);
  const cited = citeClock(input, inspection);
  const data = { arrivedOn: inspection.arrival.at.localDate, dueOn: inspection.dueOn };
  return input.asOf > inspection.dueOn
    ? notFired('III-INSPECT', why('inspect.overdue', data), cited)
    : fired('III-INSPECT', why('inspect.running', data), cited);
}

/**
 * "Immediately" ends with the seventh day. A refund that could only start later is asked about:
 * nothing is taken from the client by it, but somebody answers for it.
 */
export function startedLateQuestion(
  input: PolicyInput,
  { inspection }: CaseClocks,
): Question | null {
  if (inspection === null || input.asOf <= inspection.dueOn) return null;
  if (answerTo('startedLate', null, input.answers) !== null) return null;
  return {
    question: 'startedLate',
    clauses: ['III-REFUND', 'III-INSPECT'],
    why: why('ask.startedLate', {
      arrivedOn: inspection.arrival.at.localDate,
      dueOn: inspection.dueOn,
    }),
    unitGroupId: null,
    answers: questionAnswers.startedLate,
    facts: citeClock(input, inspection),
  };
}

function citeClock(
  input: PolicyInput,
  { arrival }: NonNullable<CaseClocks['inspection']>,
): readonly string[] {
  return [arrival.id, citeCalendar(input), citePolicy(input), ...citeContract(input)];
}
