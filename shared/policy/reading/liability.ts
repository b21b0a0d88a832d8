import { fromThousandths } from '../../facts/quantity.ts';
import type { PortionDecision, Question, Responsible } from '../decision.ts';
import { why } from '../whyCodes.ts';
import { type AnswerTo, answerTo } from './questionAnswers.ts';
import { ask, type Ground, type PortionContext } from './reading.ts';
import { citeFacts, citeOrderLine } from './references.ts';

type Answered = AnswerTo<'responsibleUnknown'>;

/** Whom a person held responsible for doubtful units, or null while nobody said or had to. */
export function responsibleFor(context: PortionContext): Answered | null {
  return isDoubtful(context)
    ? answerTo('responsibleUnknown', context.facts, context.input.answers)
    : null;
}

function isDoubtful(context: PortionContext): boolean {
  return context.weighing.unclear !== null || isOtherCarriers(context);
}

/** Damaged by a carrier that is not ours, and by nothing that would weigh more. */
export function isOtherCarriers({ facts, weighing }: PortionContext): boolean {
  return (
    weighing.otherTransport.length > 0 &&
    facts.byRecords === null &&
    weighing.manufacturing.length === 0 &&
    weighing.orderError.length === 0 &&
    weighing.unclear === null
  );
}

/** Asks who is responsible, when the findings do not tell or name a carrier we did not choose. */
export function responsibleQuestion(context: PortionContext): Question | null {
  const { facts, weighing } = context;
  const { otherTransport, unclear } = weighing;
  if (!isDoubtful(context) || responsibleFor(context) !== null) return null;
  const carrier = facts.orderLine?.carrier.name ?? '';
  const quantity = fromThousandths(facts.size);
  return ask(
    'responsibleUnknown',
    facts,
    [unclear ? 'II-QUALITY' : 'II-TRANSPORT', 'III-SHIPCOST'],
    unclear
      ? why('ask.causeUnclear', { quantity, cause: unclear.cause })
      : facts.orderLine?.carrier.selectedBy === 'client'
        ? why('ask.carrierChosenByClient', { quantity, carrier })
        : why('ask.carrierChoiceUnknown', { quantity, carrier }),
    [...citeFacts([...(unclear?.findings ?? []), ...otherTransport]), ...citeOrderLine(facts)],
  );
}

/** Who answers for a portion towards the client, and whom that is recharged to. */
export type Answering = Pick<PortionDecision, 'liability' | 'rechargeTo'>;

/**
 * An upheld portion: us, or shared where a person shared it. Our carrier is us, plus a recharge, which
 * his known damage keeps though the client objected too late or never.
 */
export function answeringForGrounds(
  context: PortionContext,
  grounds: readonly Ground[],
): Answering {
  const [strongest] = grounds;
  const liability: Responsible = strongest?.liability ?? 'undetermined';
  const isCarriers =
    context.weighing.ourTransport.length > 0 ||
    grounds.some((ground) => ground.rechargeTo === 'ourCarrier');
  return { liability, rechargeTo: isCarriers ? 'ourCarrier' : null };
}

/**
 * A portion that is not upheld is the client's. A carrier's known damage keeps its cause: what the
 * client may not claim from us any more, we may still recharge.
 */
export function answeringForRefused(context: PortionContext): Answering {
  if (context.weighing.ourTransport.length > 0)
    return { liability: 'client', rechargeTo: 'ourCarrier' };
  const responsible = responsibleFor(context);
  return {
    liability: 'client',
    rechargeTo:
      responsible === 'clientCarrier'
        ? 'clientCarrier'
        : responsible === 'ourCarrier'
          ? 'ourCarrier'
          : 'client',
  };
}
