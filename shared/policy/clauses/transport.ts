import { assertNever } from '../../result.ts';
import { fromThousandths } from '../../returns/quantity.ts';
import type { LocalDate } from '../../returns/time.ts';
import type { ClauseOutcome, PolicyInput, Question } from '../decision.ts';
import { responsibleFor } from '../liability.ts';
import { answerTo, questionAnswers } from '../questionAnswers.ts';
import { type BasisReading, fired, type Ground, type GroupContext, notFired } from '../reading.ts';
import { citeAnswer, citeCase, citeContract, citeFacts, citeOrderLine } from '../references.ts';
import { why } from '../whyCodes.ts';

/**
 * II-TRANSPORT: damage by the carrier we selected, objected to promptly on receipt; return or
 * compensation, recharged to the carrier. "Promptly" is the contract's objection period; without
 * one a person is asked.
 */
export function transport(context: GroupContext): BasisReading {
  const { weighing } = context;
  const responsible = responsibleFor(context);
  const objection = weighing.ourTransport.quantity > 0 ? objectionOf(context) : null;
  const grounds: Ground[] = [];
  if (objection?.kind === 'prompt' || objection?.kind === 'promptByPerson')
    grounds.push({
      clause: 'II-TRANSPORT',
      quantity: weighing.ourTransport.quantity,
      liability: 'ourCarrier',
      half: false,
    });
  const charged =
    weighing.otherTransport.quantity +
    (responsible === 'ourCarrier' ? weighing.unclear.quantity : 0);
  if (
    charged > 0 &&
    responsible !== null &&
    responsible !== 'client' &&
    responsible !== 'clientCarrier'
  )
    grounds.push({
      clause: 'II-TRANSPORT',
      quantity: charged,
      liability: responsible === 'sharedHalf' ? 'shared' : responsible,
      half: responsible === 'sharedHalf',
    });
  return {
    outcome: outcomeOf(context, objection, charged),
    grounds,
    questions: objection?.kind === 'notDefined' ? [promptlyQuestion(context, objection)] : [],
    missing:
      objection?.kind === 'none'
        ? ['objectedOn']
        : objection?.kind === 'receiptUnknown'
          ? ['clientReceivedOn']
          : [],
  };
}

type Objection =
  | { readonly kind: 'prompt'; readonly on: LocalDate; readonly dueOn: LocalDate }
  | { readonly kind: 'late'; readonly on: LocalDate; readonly dueOn: LocalDate }
  | { readonly kind: 'promptByPerson'; readonly on: LocalDate }
  | { readonly kind: 'lateByPerson'; readonly on: LocalDate }
  | { readonly kind: 'notDefined'; readonly on: LocalDate; readonly field: string }
  | { readonly kind: 'receiptUnknown' }
  | { readonly kind: 'none' };

function objectionOf({ clocks, facts, input }: GroupContext): Objection {
  const on = objectedOn(input, facts.line?.claimedReason === 'transportDamage');
  if (on === null) return { kind: 'none' };
  const contract = input.contract;
  const dueOn = facts.orderLine ? clocks.objectBy.get(facts.orderLine.id) : undefined;
  if (contract === null || contract.objectionPeriod === null || dueOn === null) {
    const answer = answerTo('promptlyUndefined', facts.group.unitGroupId, input.answers);
    if (answer === 'objectedPromptly') return { kind: 'promptByPerson', on };
    if (answer === 'objectedTooLate') return { kind: 'lateByPerson', on };
    const missing = dueOn === null ? 'calendar' : 'contract.objectionPeriod';
    return { kind: 'notDefined', on, field: contract ? missing : 'contract' };
  }
  if (dueOn === undefined) return { kind: 'receiptUnknown' };
  return { kind: on <= dueOn ? 'prompt' : 'late', on, dueOn };
}

/** An application about transport damage is itself an objection, made on its day at the latest. */
function objectedOn({ returnCase }: PolicyInput, claimsTransport: boolean): LocalDate | null {
  if (returnCase.objectedOn !== null) return returnCase.objectedOn;
  return claimsTransport ? (returnCase.application?.receivedOn ?? null) : null;
}

function promptlyQuestion(
  { facts, input }: GroupContext,
  objection: Extract<Objection, { kind: 'notDefined' }>,
): Question {
  return {
    question: 'promptlyUndefined',
    clauses: ['II-TRANSPORT', 'III-APPLY'],
    why: why('ask.promptlyNotDefined', {
      objectedOn: objection.on,
      receivedOn: facts.orderLine?.clientReceivedOn ?? '',
      field: objection.field,
    }),
    unitGroupId: facts.group.unitGroupId,
    answers: questionAnswers.promptlyUndefined,
    facts: [citeCase(input), ...citeContract(input), ...citeOrderLine(facts)],
  };
}

function outcomeOf(
  context: GroupContext,
  objection: Objection | null,
  charged: number,
): ClauseOutcome {
  const { facts, input, weighing } = context;
  const carrier = facts.orderLine?.carrier.name ?? '';
  const documents = [...citeOrderLine(facts), citeCase(input), ...citeContract(input)];
  if (objection !== null)
    return outcomeOfObjection(objection, context, [
      ...citeFacts(weighing.ourTransport.findings),
      ...documents,
    ]);
  const responsible = responsibleFor(context);
  if (charged > 0 && responsible !== null) {
    const cited = [
      ...citeFacts([...weighing.otherTransport.findings, ...weighing.unclear.findings]),
      citeAnswer('responsibleUnknown'),
    ];
    const data = { quantity: fromThousandths(charged), answer: responsible };
    return responsible === 'client' || responsible === 'clientCarrier'
      ? notFired('II-TRANSPORT', why('transport.personSaysOther', data), cited)
      : fired('II-TRANSPORT', why('transport.personSaysResponsible', data), cited);
  }
  if (weighing.otherTransport.quantity > 0) {
    const cited = [...citeFacts(weighing.otherTransport.findings), ...citeOrderLine(facts)];
    return notFired(
      'II-TRANSPORT',
      facts.orderLine?.carrier.selectedBy === 'client'
        ? why('transport.carrierChosenByClient', { carrier })
        : why('transport.carrierChoiceUnknown', { carrier }),
      cited,
    );
  }
  return weighing.uninspected > 0
    ? notFired(
        'II-TRANSPORT',
        why('transport.notInspected', { remaining: fromThousandths(weighing.uninspected) }),
        [facts.group.id],
      )
    : notFired('II-TRANSPORT', why('transport.noDamageFound', {}), [
        facts.group.id,
        ...citeFacts(facts.findings),
      ]);
}

function outcomeOfObjection(
  objection: Objection,
  { facts, weighing }: GroupContext,
  cited: readonly string[],
): ClauseOutcome {
  const quantity = fromThousandths(weighing.ourTransport.quantity);
  const carrier = facts.orderLine?.carrier.name ?? '';
  const byPerson = [...cited, citeAnswer('promptlyUndefined')];
  switch (objection.kind) {
    case 'prompt':
      return fired(
        'II-TRANSPORT',
        why('transport.ourCarrierDamaged', {
          quantity,
          carrier,
          objectedOn: objection.on,
          dueOn: objection.dueOn,
        }),
        cited,
      );
    case 'promptByPerson':
      return fired(
        'II-TRANSPORT',
        why('transport.promptByPerson', { quantity, carrier, objectedOn: objection.on }),
        byPerson,
      );
    case 'late':
      return notFired(
        'II-TRANSPORT',
        why('transport.objectedLate', {
          carrier,
          objectedOn: objection.on,
          dueOn: objection.dueOn,
        }),
        cited,
      );
    case 'lateByPerson':
      return notFired(
        'II-TRANSPORT',
        why('transport.lateByPerson', { carrier, objectedOn: objection.on }),
        byPerson,
      );
    case 'notDefined':
      return notFired(
        'II-TRANSPORT',
        why('transport.promptlyNotDefined', { field: objection.field, objectedOn: objection.on }),
        cited,
      );
    case 'receiptUnknown':
      return notFired(
        'II-TRANSPORT',
        why('transport.clientReceiptUnknown', { orderNumber: facts.orderLine?.orderNumber ?? '' }),
        cited,
      );
    case 'none':
      return notFired('II-TRANSPORT', why('transport.noObjection', { carrier }), cited);
    default:
      return assertNever(objection);
  }
}
