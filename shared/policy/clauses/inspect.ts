import type { CaseClocks } from '../caseClocks.ts';
import type { ClauseOutcome, PolicyInput, Question } from '../decision.ts';
import { answerTo, questionAnswers } from '../questionAnswers.ts';
import { fired, notFired } from '../reading.ts';
import { citeCalendar, citeContract, citePolicy } from '../references.ts';
import { why } from '../whyCodes.ts';

/** III-INSPECT: inspected within 7 working days of arrival. Fired: the clock runs and is kept. */
export function inspect(input: PolicyInput, { inspection }: CaseClocks): ClauseOutcome {
  if (inspection === null) return notFired('III-INSPECT', why('inspect.noArrival', {}), []);
  if (!inspection.ok) {
    const { arrival, arrivedOn } = inspection.refusal;
    return notFired(
      'III-INSPECT',
      why('inspect.notCounted', { arrivedOn: arrivedOn ?? arrival.at.localDate }),
      citeClock(input, arrival.id),
    );
  }
  const { arrival, arrivedOn, deadline } = inspection.value;
  const cited = citeClock(input, arrival.id);
  const data = { arrivedOn, dueOn: deadline.dueOn };
  return input.asOf > deadline.dueOn
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
  if (!inspection?.ok) return null;
  const { arrival, arrivedOn, deadline } = inspection.value;
  if (input.asOf <= deadline.dueOn) return null;
  if (answerTo('startedLate', null, input.answers) !== null) return null;
  return {
    question: 'startedLate',
    clauses: ['III-REFUND', 'III-INSPECT'],
    why: why('ask.startedLate', { arrivedOn, dueOn: deadline.dueOn }),
    unitGroupId: null,
    answers: questionAnswers.startedLate,
    facts: citeClock(input, arrival.id),
  };
}

function citeClock(input: PolicyInput, arrivalFactId: string): readonly string[] {
  return [arrivalFactId, citeCalendar(input), citePolicy(input), ...citeContract(input)];
}
