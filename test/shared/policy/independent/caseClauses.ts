/** Which clauses speak for the whole case, the two clocks among them. */
import type { ClauseId } from '../../../../shared/facts/policyText.ts';
import type { PolicyInput, Responsible, Standing } from '../../../../shared/policy/decision.ts';
import { lastDayOf, nextDay } from './calendarWalk.ts';
import { once } from './cells.ts';

export function caseClauses(
  input: PolicyInput,
  bearer: Responsible,
  standing: Standing,
): ClauseId[] {
  const fired: ClauseId[] = [];
  const { application, review } = input.returnCase;
  const reviewDue = reviewDueOn(input);
  if (application !== null && review !== null && reviewDue !== null && review.sentOn <= reviewDue)
    fired.push('III-REVIEW');
  if (bearer !== 'undetermined') fired.push('III-SHIPCOST');
  const due = inspectionDueOn(input);
  if (due !== null && input.asOf <= due) fired.push('III-INSPECT');
  if (input.client !== null) fired.push('V-CSM');
  if (standing === 'upheld' || standing === 'notUpheld') fired.push('V-IMPROVE');
  return fired;
}

export function reviewDueOn({ returnCase, policy, calendar }: PolicyInput): string | null {
  if (returnCase.application === null) return null;
  return lastDayOf(
    returnCase.application.receivedOn,
    { days: policy.parameters.reviewWorkingDays, kind: 'workingDays', receiptDayCounts: false },
    calendar,
  );
}

/** One clock for each arrival; the case shows the earliest end. */
export function inspectionDueOn(input: PolicyInput): string | null {
  const { contract, policy, calendar, asOf } = input;
  const stoodStill = (day: string) =>
    input.clockHolds.some(({ heldOn, releasedOn }) => heldOn < day && day < (releasedOn ?? asOf));
  const dues = once(input.arrivals).map(({ at }) => {
    const cutOff = contract?.inspection.cutOff ?? null;
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: calendar.timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(at.utc));
    return lastDayOf(
      cutOff !== null && clock > cutOff ? nextDay(at.localDate) : at.localDate,
      {
        days: policy.parameters.inspectionWorkingDays,
        kind: 'workingDays',
        receiptDayCounts: contract?.inspection.receiptDayCounts ?? false,
      },
      calendar,
      stoodStill,
    );
  });
  return dues.sort()[0] ?? null;
}
