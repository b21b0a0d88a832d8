/** Of the papers only: was it applied for, in time, with evidence, and was the objection prompt? */

import type { OrderLine, ReturnLine } from '../../../../shared/facts/documents.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { lastDayOf } from './calendarWalk.ts';
import { given } from './given.ts';

export type InTime =
  | {
      readonly kind: 'inTime' | 'late';
      readonly by: 'days' | 'person';
      readonly dueOn: string | null;
    }
  | { readonly kind: 'noApplication' | 'noPeriod' | 'noReceipt' | 'noOrder' };

const clientCalendar = (input: PolicyInput) => input.periodCalendar ?? input.calendar;

export function applied(input: PolicyInput, orderLine: OrderLine | null): InTime {
  const { application } = input.returnCase;
  if (application === null) return { kind: 'noApplication' };
  const period = input.contract?.returnPeriod ?? null;
  if (period === null) {
    const answer = given(input, 'noReturnPeriod', null);
    if (answer === null) return { kind: 'noPeriod' };
    return { kind: answer === 'treatAsInTime' ? 'inTime' : 'late', by: 'person', dueOn: null };
  }
  if (orderLine === null) return { kind: 'noOrder' };
  if (orderLine.clientReceivedOn === null) return { kind: 'noReceipt' };
  const dueOn = lastDayOf(orderLine.clientReceivedOn, period, clientCalendar(input));
  return { kind: application.receivedOn <= dueOn ? 'inTime' : 'late', by: 'days', dueOn };
}

/** What III-APPLY asks of the client's papers and the client did not send. */
export function papersLacking(input: PolicyInput): string[] {
  const { application } = input.returnCase;
  if (application === null) return [];
  const sent = (kind: string) => application.evidence.some((paper) => paper.kind === kind);
  return input.policy.parameters.clientEvidence.filter((wanted) => {
    if (wanted === 'photos') return !sent('photo');
    if (wanted === 'description')
      return application.description.trim() === '' && !sent('description');
    return !sent('inspectionReport');
  });
}

export type Prompt = 'prompt' | 'late' | 'notMade' | 'notKnown' | 'noPeriod' | 'noReceipt';

export function objected(
  input: PolicyInput,
  { orderLine, returnLine }: { orderLine: OrderLine | null; returnLine: ReturnLine | null },
): Prompt {
  const { application, objection } = input.returnCase;
  // Whoever applies because of the carrier's damage objects to it, at the latest on that day.
  const byApplying =
    returnLine?.claimedReason === 'transportDamage' ? (application?.receivedOn ?? null) : null;
  const objectedOn = input.returnCase.objectedOn ?? (objection === 'notMade' ? null : byApplying);
  if (objectedOn === null) return objection === 'notMade' ? 'notMade' : 'notKnown';
  const period = input.contract?.objectionPeriod ?? null;
  if (period === null) return 'noPeriod';
  if (orderLine === null || orderLine.clientReceivedOn === null) return 'noReceipt';
  return objectedOn <= lastDayOf(orderLine.clientReceivedOn, period, clientCalendar(input))
    ? 'prompt'
    : 'late';
}

/** Whether the goods came as a return at all; null: a person has to say so. */
export function cameAsReturn(input: PolicyInput): boolean | null {
  const { application, review } = input.returnCase;
  const agreed = review?.outcome === 'authorised' || review?.outcome === 'partlyAuthorised';
  if (application !== null && agreed) return true;
  const answer = given(input, 'blindReturn', null);
  return answer === null ? null : answer === 'acceptAsReturn';
}
