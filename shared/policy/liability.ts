import type { Liability } from '../returns/codes.ts';
import { fromThousandths } from '../returns/quantity.ts';
import type { Question } from './decision.ts';
import { type AnswerTo, answerTo, questionAnswers } from './questionAnswers.ts';
import type { Ground, GroupContext } from './reading.ts';
import { citeFacts, citeOrderLine } from './references.ts';
import { why } from './whyCodes.ts';

type Responsible = AnswerTo<'responsibleUnknown'>;

/** Whom a person held responsible for this group's doubtful units, or null while nobody said. */
export function responsibleFor({ facts, input }: GroupContext): Responsible | null {
  return answerTo('responsibleUnknown', facts.group.unitGroupId, input.answers);
}

/** Asks who is responsible, when the findings do not tell or name a carrier we did not choose. */
export function responsibleQuestion(context: GroupContext): Question | null {
  const { facts, weighing } = context;
  const { otherTransport, unclear } = weighing;
  if (otherTransport.quantity + unclear.quantity === 0) return null;
  if (responsibleFor(context) !== null) return null;
  const carrier = facts.orderLine?.carrier.name ?? '';
  const quantity = fromThousandths(otherTransport.quantity);
  return {
    question: 'responsibleUnknown',
    clauses: [unclear.quantity > 0 ? 'II-QUALITY' : 'II-TRANSPORT', 'III-SHIPCOST'],
    why:
      unclear.quantity > 0
        ? why('ask.causeUnclear', {
            quantity: fromThousandths(unclear.quantity),
            cause: unclear.cause,
          })
        : facts.orderLine?.carrier.selectedBy === 'client'
          ? why('ask.carrierChosenByClient', { quantity, carrier })
          : why('ask.carrierChoiceUnknown', { quantity, carrier }),
    unitGroupId: facts.group.unitGroupId,
    answers: questionAnswers.responsibleUnknown,
    facts: [
      ...citeFacts([...unclear.findings, ...otherTransport.findings]),
      ...citeOrderLine(facts),
    ],
  };
}

/** Who answers for an upheld group: us before our carrier, shared where a person shared it. */
export function liabilityOfGrounds(grounds: readonly Ground[]): Liability {
  if (grounds.some((ground) => ground.liability === 'shared')) return 'shared';
  return grounds.some((ground) => ground.liability === 'us') ? 'us' : 'ourCarrier';
}

/** Who answers for a group that is not upheld: the client, or the carrier the client chose. */
export function liabilityOfRefused(context: GroupContext): Liability {
  return responsibleFor(context) === 'clientCarrier' ? 'clientCarrier' : 'client';
}
