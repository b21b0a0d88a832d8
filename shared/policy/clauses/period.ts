import { fromThousandths } from '../../facts/quantity.ts';
import type { LocalDate } from '../../facts/time.ts';
import { assertNever } from '../../result.ts';
import type { ClauseOutcome, Question } from '../decision.ts';
import { answerTo } from '../reading/questionAnswers.ts';
import { ask, fired, type Ground, notFired, type PortionContext } from '../reading/reading.ts';
import {
  citeAnswer,
  citeCase,
  citeContract,
  citeOrderLine,
  citePeriodCalendar,
  citePolicy,
} from '../reading/references.ts';
import { why } from '../whyCodes.ts';

export type PeriodReading = {
  readonly outcome: ClauseOutcome;
  /** The grounds it leaves standing. */
  readonly grounds: readonly Ground[];
  readonly question: Question | null;
};

/**
 * IV-PERIOD: an application outside the contract's period is not eligible. Each clause of part II
 * gives the client a right that this one takes away: where the fault is ours a person decides, unless
 * the policy version names a reading. Where nothing of ours was found it is an automatic no.
 */
export function period(context: PortionContext, grounds: readonly Ground[]): PeriodReading {
  const { application, facts, input } = context;
  const cited = [citeCase(input), ...citeContract(input), ...citeOrderLine(facts)];
  const leave = (outcome: ClauseOutcome): PeriodReading => ({ outcome, grounds, question: null });
  switch (application.kind) {
    case 'inTime':
      return leave(
        notFired(
          'IV-PERIOD',
          why('period.kept', { receivedOn: application.receivedOn, dueOn: application.dueOn }),
          [...cited, citePeriodCalendar(input)],
        ),
      );
    case 'inTimeByPerson':
      return leave(
        notFired('IV-PERIOD', why('period.keptByPerson', { receivedOn: application.receivedOn }), [
          ...cited,
          citeAnswer('noReturnPeriod'),
        ]),
      );
    case 'late':
      return late(
        context,
        grounds,
        application,
        fired(
          'IV-PERIOD',
          why('period.exceeded', { receivedOn: application.receivedOn, dueOn: application.dueOn }),
          [...cited, citePeriodCalendar(input)],
        ),
      );
    case 'lateByPerson':
      return late(
        context,
        grounds,
        { receivedOn: application.receivedOn, dueOn: '' },
        fired('IV-PERIOD', why('period.exceededByPerson', { receivedOn: application.receivedOn }), [
          ...cited,
          citeAnswer('noReturnPeriod'),
        ]),
      );
    case 'noApplication':
      return leave(notFired('IV-PERIOD', why('period.noApplication', {}), [citeCase(input)]));
    case 'noPeriod':
      return leave(
        notFired('IV-PERIOD', why('period.notStated', { field: application.field }), [
          citeCase(input),
          ...citeContract(input),
        ]),
      );
    case 'receiptUnknown':
      return leave(
        notFired(
          'IV-PERIOD',
          why('period.clientReceiptUnknown', { orderNumber: application.orderNumber }),
          cited,
        ),
      );
    case 'orderUnknown':
      return leave(notFired('IV-PERIOD', why('period.orderUnknown', {}), [facts.group.id]));
    default:
      return assertNever(application);
  }
}

type LateDates = { readonly receivedOn: LocalDate; readonly dueOn: LocalDate };

/** Where the fault is ours it is asked about; a late change of mind falls with the period. */
function late(
  { facts, input }: PortionContext,
  grounds: readonly Ground[],
  { receivedOn, dueOn }: LateDates,
  exceeded: ClauseOutcome,
): PeriodReading {
  const [strongest] = grounds;
  if (strongest === undefined) return { outcome: exceeded, grounds: [], question: null };

  const data = { receivedOn, dueOn };
  if (input.policy.parameters.readings.lateRealDefect === 'accept')
    return {
      outcome: notFired('IV-PERIOD', why('period.acceptedByReading', data), [
        ...exceeded.facts,
        citePolicy(input),
      ]),
      grounds,
      question: null,
    };
  const byPerson = [...exceeded.facts, citeAnswer('lateRealDefect')];
  switch (answerTo('lateRealDefect', facts, input.answers)) {
    case 'acceptLate':
      return {
        outcome: notFired('IV-PERIOD', why('period.acceptedByPerson', data), byPerson),
        grounds,
        question: null,
      };
    case 'refuseLate':
      return { outcome: { ...exceeded, facts: byPerson }, grounds: [], question: null };
    default:
      return {
        outcome: exceeded,
        grounds,
        question: ask(
          'lateRealDefect',
          facts,
          [strongest.clause, 'IV-PERIOD'],
          why('ask.lateRealDefect', {
            quantity: fromThousandths(facts.size),
            receivedOn,
            dueOn,
            clause: strongest.clause,
          }),
          [facts.group.id, ...exceeded.facts],
        ),
      };
  }
}
