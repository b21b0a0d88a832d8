import type { LocalDate } from '../../facts/time.ts';
import type { PolicyInput } from '../decision.ts';
import type { CaseClocks } from './caseClocks.ts';
import type { Portion } from './portions.ts';
import { answerTo } from './questionAnswers.ts';

/** Whether the client applied within the agreed period for the goods of one group. */
export type ApplicationStanding =
  | { readonly kind: 'inTime'; readonly receivedOn: LocalDate; readonly dueOn: LocalDate }
  | { readonly kind: 'late'; readonly receivedOn: LocalDate; readonly dueOn: LocalDate }
  | { readonly kind: 'inTimeByPerson'; readonly receivedOn: LocalDate }
  | { readonly kind: 'lateByPerson'; readonly receivedOn: LocalDate }
  | { readonly kind: 'noApplication'; readonly waived: boolean }
  /** The contract, the period in it, or a calendar to count it by is missing: `field` names which. */
  | { readonly kind: 'noPeriod'; readonly field: string }
  | { readonly kind: 'receiptUnknown'; readonly orderNumber: string }
  | { readonly kind: 'orderUnknown' };

export function applicationStandingOf(
  input: PolicyInput,
  clocks: CaseClocks,
  { orderLine }: Portion,
): ApplicationStanding {
  const { application } = input.returnCase;
  if (application === null)
    return {
      kind: 'noApplication',
      waived: answerTo('blindReturn', null, input.answers) === 'acceptAsReturn',
    };
  const { receivedOn } = application;
  if (input.contract === null || input.contract.returnPeriod === null)
    return askedOfPerson(input, receivedOn, input.contract ? 'contract.returnPeriod' : 'contract');
  if (orderLine === null) return { kind: 'orderUnknown' };
  const dueOn = clocks.applyBy.get(orderLine.id);
  if (dueOn === null) return askedOfPerson(input, receivedOn, 'calendar');
  if (dueOn === undefined) return { kind: 'receiptUnknown', orderNumber: orderLine.orderNumber };
  return { kind: receivedOn <= dueOn ? 'inTime' : 'late', receivedOn, dueOn };
}

/** Nobody can count the period, so somebody says whether the client was in time. */
function askedOfPerson(
  input: PolicyInput,
  receivedOn: LocalDate,
  field: string,
): ApplicationStanding {
  const answer = answerTo('noReturnPeriod', null, input.answers);
  if (answer === 'treatAsInTime') return { kind: 'inTimeByPerson', receivedOn };
  if (answer === 'treatAsLate') return { kind: 'lateByPerson', receivedOn };
  return { kind: 'noPeriod', field };
}
