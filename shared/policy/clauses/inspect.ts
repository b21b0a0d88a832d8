import type { CaseClocks } from '../caseClocks.ts';
import type { ClauseOutcome, PolicyInput } from '../decision.ts';
import { fired, notFired } from '../reading.ts';
import { citeCalendar, citeContract, citePolicy } from '../references.ts';
import { why } from '../whyCodes.ts';

/**
 * III-INSPECT: inspected within 7 working days of arrival. Fired: the clock runs and is kept. Being late
 * is our breach: it is said here, and takes nothing from the client.
 */
export function inspect(input: PolicyInput, { inspection }: CaseClocks): ClauseOutcome {
  if (inspection === null) return notFired('III-INSPECT', why('inspect.noArrival', {}), []);
  const cited = citeClock(input, inspection);
  const data = { arrivedOn: inspection.arrival.at.localDate, dueOn: inspection.dueOn };
  return input.asOf > inspection.dueOn
    ? notFired('III-INSPECT', why('inspect.overdue', data), cited)
    : fired('III-INSPECT', why('inspect.running', data), cited);
}

function citeClock(
  input: PolicyInput,
  { arrival }: NonNullable<CaseClocks['inspection']>,
): readonly string[] {
  return [arrival.id, citeCalendar(input), citePolicy(input), ...citeContract(input)];
}
