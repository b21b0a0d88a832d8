import type { ClauseOutcome, PolicyInput } from '../decision.ts';
import type { CaseClocks } from '../reading/caseClocks.ts';
import { fired, notFired } from '../reading/reading.ts';
import { citeCalendar, citeContract, citePolicy } from '../reading/references.ts';
import { why } from '../whyCodes.ts';

/**
 * III-INSPECT: inspected within 7 working days of arrival. Fired: the clock runs and is kept. Being late
 * is our breach: it is said here, and takes nothing from the client.
 */
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

function citeClock(input: PolicyInput, arrivalFactId: string): readonly string[] {
  return [arrivalFactId, citeCalendar(input), citePolicy(input), ...citeContract(input)];
}
