import { fromThousandths } from '../../facts/quantity.ts';
import type { ClauseOutcome, Question } from '../decision.ts';
import { answerTo } from '../reading/questionAnswers.ts';
import { ask, fired, type Ground, notFired, type PortionContext } from '../reading/reading.ts';
import { citeAnswer, citeOrderLine, citePolicy } from '../reading/references.ts';
import { why } from '../whyCodes.ts';

export type CustomReading = {
  readonly outcome: ClauseOutcome;
  /** The grounds it leaves standing. */
  readonly grounds: readonly Ground[];
  readonly question: Question | null;
};

/**
 * IV-CUSTOM: goods made to the client's specification come back only for a quality issue. Against
 * our own shipping error or our carrier's damage the text is silent: a person decides, unless the
 * policy version names a reading.
 */
export function custom(
  context: PortionContext,
  grounds: readonly Ground[],
  isOpen: boolean,
): CustomReading {
  const { facts, input } = context;
  const cited = citeOrderLine(facts);
  const leave = (outcome: ClauseOutcome): CustomReading => ({ outcome, grounds, question: null });

  if (facts.orderLine === null)
    return leave(notFired('IV-CUSTOM', why('custom.orderUnknown', {}), [facts.group.id]));
  if (!facts.orderLine.customised)
    return leave(notFired('IV-CUSTOM', why('custom.notCustomised', {}), cited));

  if (grounds.some((ground) => ground.clause === 'II-QUALITY'))
    return leave(notFired('IV-CUSTOM', why('custom.qualityIssue', {}), cited));
  const [first] = grounds;
  if (first === undefined || !isLookedAt(context))
    return leave(
      isOpen
        ? notFired('IV-CUSTOM', why('custom.notYetKnown', {}), cited)
        : fired('IV-CUSTOM', why('custom.noQualityIssue', {}), cited),
    );

  const { clause } = first;
  if (input.policy.parameters.readings.customisedOurError === 'accept')
    return leave(
      notFired('IV-CUSTOM', why('custom.acceptedByReading', { clause }), [
        ...cited,
        citePolicy(input),
      ]),
    );
  const byPerson = [...cited, citeAnswer('customisedOurError')];
  switch (answerTo('customisedOurError', facts, input.answers)) {
    case 'acceptCustomised':
      return leave(notFired('IV-CUSTOM', why('custom.acceptedByPerson', { clause }), byPerson));
    case 'refuseCustomised':
      return {
        outcome: fired('IV-CUSTOM', why('custom.refusedByPerson', { clause }), byPerson),
        grounds: [],
        question: null,
      };
    default:
      return {
        outcome: fired('IV-CUSTOM', why('custom.ourErrorOrCarrier', { clause }), cited),
        grounds,
        question: ask(
          'customisedOurError',
          facts,
          ['IV-CUSTOM', clause],
          why('ask.customisedOurError', { quantity: fromThousandths(facts.size), clause }),
          [facts.group.id, ...cited],
        ),
      };
  }
}

/** Before somebody looked, a quality issue may still be found that settles it. */
function isLookedAt({ weighing }: PortionContext): boolean {
  return weighing.inspected || weighing.inferred !== null;
}
