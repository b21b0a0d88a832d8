import { assertNever } from '../../result.ts';
import { fromThousandths } from '../../returns/quantity.ts';
import type { LocalDate } from '../../returns/time.ts';
import type { ClauseOutcome, Question } from '../decision.ts';
import { answerTo, questionAnswers } from '../questionAnswers.ts';
import { fired, type Ground, type GroupContext, notFired } from '../reading.ts';
import { citeAnswer, citeCase, citeContract, citeOrderLine, citePolicy } from '../references.ts';
import { why } from '../whyCodes.ts';

export type PeriodReading = {
  readonly outcome: ClauseOutcome;
  /** The grounds it leaves standing. */
  readonly grounds: readonly Ground[];
  readonly question: Question | null;
};

/**
 * IV-PERIOD: an application outside the contract's period is not eligible. Against a real defect,
 * which II-QUALITY accepts "without conditions", the text contradicts itself: a person decides,
 * unless the policy version names a reading.
 */
export function period(context: GroupContext, grounds: readonly Ground[]): PeriodReading {
  const { application, facts, input } = context;
  const cited = [citeCase(input), ...citeContract(input), ...citeOrderLine(facts)];
  const leave = (outcome: ClauseOutcome): PeriodReading => ({ outcome, grounds, question: null });
  switch (application.kind) {
    case 'inTime':
      return leave(
        notFired(
          'IV-PERIOD',
          why('period.kept', { receivedOn: application.receivedOn, dueOn: application.dueOn }),
          cited,
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
          cited,
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

/** Order errors and transport damage fall with the period; a real defect is asked about. */
function late(
  { facts, input }: GroupContext,
  grounds: readonly Ground[],
  { receivedOn, dueOn }: LateDates,
  exceeded: ClauseOutcome,
): PeriodReading {
  const defects = grounds.filter((ground) => ground.clause === 'II-QUALITY');
  if (defects.length === 0) return { outcome: exceeded, grounds: [], question: null };

  const data = { receivedOn, dueOn };
  if (input.policy.parameters.readings.lateRealDefect === 'accept')
    return {
      outcome: notFired('IV-PERIOD', why('period.acceptedByReading', data), [
        ...exceeded.facts,
        citePolicy(input),
      ]),
      grounds: defects,
      question: null,
    };
  const byPerson = [...exceeded.facts, citeAnswer('lateRealDefect')];
  switch (answerTo('lateRealDefect', facts.group.unitGroupId, input.answers)) {
    case 'acceptLate':
      return {
        outcome: notFired('IV-PERIOD', why('period.acceptedByPerson', data), byPerson),
        grounds: defects,
        question: null,
      };
    case 'refuseLate':
      return { outcome: { ...exceeded, facts: byPerson }, grounds: [], question: null };
    default:
      return {
        outcome: exceeded,
        grounds: defects,
        question: {
          question: 'lateRealDefect',
          clauses: ['II-QUALITY', 'IV-PERIOD'],
          why: why('ask.lateRealDefect', {
            quantity: fromThousandths(defects.reduce((sum, g) => sum + g.quantity, 0)),
            receivedOn,
            dueOn,
          }),
          unitGroupId: facts.group.unitGroupId,
          answers: questionAnswers.lateRealDefect,
          facts: [facts.group.id, ...exceeded.facts],
        },
      };
  }
}
