import { fromThousandths } from '../../facts/quantity.ts';
import type { LocalDate } from '../../facts/time.ts';
import { assertNever } from '../../result.ts';
import type { ClauseOutcome, Question, Why } from '../decision.ts';
import type { DefectFinding } from '../reading/groupFacts.ts';
import { isOtherCarriers, responsibleFor } from '../reading/liability.ts';
import { answerTo } from '../reading/questionAnswers.ts';
import {
  ask,
  type BasisReading,
  fired,
  type Ground,
  notFired,
  type PortionContext,
} from '../reading/reading.ts';
import {
  citeAnswer,
  citeCase,
  citeContract,
  citeFacts,
  citeOrderLine,
  citePeriodCalendar,
} from '../reading/references.ts';
import { why } from '../whyCodes.ts';

/**
 * II-TRANSPORT: damage by the carrier we selected, objected to promptly on receipt; return or
 * compensation, recharged to the carrier. "Promptly" is the contract's objection period. Without
 * one, or where the objection is late or not known, a person is asked; that no objection was made is
 * an answer. A person who names our carrier has answered the first condition only.
 */
export function transport(context: PortionContext): BasisReading {
  const byOurs = damageByOurCarrier(context);
  if (byOurs.length > 0) {
    const objection = objectionOf(context);
    const isPrompt = objection.kind === 'prompt' || objection.kind === 'promptByPerson';
    return {
      outcome: outcomeOfObjection(objection, context, byOurs),
      ground: isPrompt ? ofCarrier('us', 'ourCarrier') : null,
      // Where another clause gives the client his right, no answer could change it.
      questions: hasOtherGround(context) ? [] : questionOf(objection, context, byOurs),
      missing: [],
    };
  }
  return {
    outcome: outcomeWithout(context),
    ground: groundByPerson(context),
    questions: [],
    missing: [],
  };
}

/** Found to be our carrier's, or laid to it by a person. */
function damageByOurCarrier(context: PortionContext): readonly DefectFinding[] {
  const { weighing } = context;
  if (weighing.ourTransport.length > 0) return weighing.ourTransport;
  return responsibleFor(context) === 'ourCarrier' ? doubtfulIn(context) : [];
}

function hasOtherGround({ facts, weighing }: PortionContext): boolean {
  return (
    facts.byRecords !== null || weighing.manufacturing.length > 0 || weighing.orderError.length > 0
  );
}

/** Empty where a person laid the damage to a carrier of ours: the papers name another one, or none. */
function nameOfOurs({ facts: { orderLine } }: PortionContext): string {
  return orderLine?.carrier.selectedBy === 'us' ? orderLine.carrier.name : '';
}

function doubtfulIn({ weighing }: PortionContext): readonly DefectFinding[] {
  return weighing.unclear?.findings ?? weighing.otherTransport;
}

function ofCarrier(liability: Ground['liability'], rechargeTo: Ground['rechargeTo']): Ground {
  return { clause: 'II-TRANSPORT', liability, rechargeTo, half: liability === 'shared' };
}

/** Damage of a carrier the client chose that a person takes on us, whole or half. */
function groundByPerson(context: PortionContext): Ground | null {
  if (!isOtherCarriers(context)) return null;
  const responsible = responsibleFor(context);
  if (responsible === 'us') return ofCarrier('us', null);
  return responsible === 'sharedHalf' ? ofCarrier('shared', null) : null;
}

type Objection =
  | { readonly kind: 'prompt'; readonly on: LocalDate; readonly dueOn: LocalDate }
  | { readonly kind: 'promptByPerson' }
  | { readonly kind: 'lateByPerson' }
  | { readonly kind: 'late'; readonly on: LocalDate; readonly dueOn: LocalDate }
  | { readonly kind: 'notDefined'; readonly on: LocalDate; readonly field: string }
  | { readonly kind: 'receiptUnknown' }
  | { readonly kind: 'notKnown' }
  | { readonly kind: 'notMade' };

function objectionOf(context: PortionContext): Objection {
  const { facts, input } = context;
  const told = objectionTold(context);
  if (told.kind === 'prompt' || told.kind === 'notMade') return told;
  const answer = answerTo('promptlyUndefined', facts, input.answers);
  if (answer === 'objectedPromptly') return { kind: 'promptByPerson' };
  return answer === 'objectedTooLate' ? { kind: 'lateByPerson' } : told;
}

/** By the papers, before a person says more. */
export function objectionTold({ clocks, facts, input }: PortionContext): Objection {
  const { returnCase, contract } = input;
  if (returnCase.objection === 'notMade') return { kind: 'notMade' };
  // An application about transport damage is itself an objection, made on its day at the latest.
  const on =
    returnCase.objectedOn ??
    (facts.line?.claimedReason === 'transportDamage'
      ? (returnCase.application?.receivedOn ?? null)
      : null);
  if (on === null) return { kind: 'notKnown' };
  if (contract === null || contract.objectionPeriod === null)
    return { kind: 'notDefined', on, field: contract ? 'contract.objectionPeriod' : 'contract' };
  const dueOn = facts.orderLine ? clocks.objectBy.get(facts.orderLine.id) : undefined;
  if (dueOn === null) return { kind: 'notDefined', on, field: 'calendar' };
  if (dueOn === undefined) return { kind: 'receiptUnknown' };
  return { kind: on <= dueOn ? 'prompt' : 'late', on, dueOn };
}

function questionOf(
  objection: Objection,
  { facts, input }: PortionContext,
  found: readonly DefectFinding[],
): readonly Question[] {
  const reason = whyAsked(objection, facts.orderLine?.clientReceivedOn ?? '');
  return reason === null
    ? []
    : [
        ask('promptlyUndefined', facts, ['II-TRANSPORT', 'III-APPLY'], reason, [
          ...citeFacts(found),
          citeCase(input),
          ...citeContract(input),
          ...citeOrderLine(facts),
        ]),
      ];
}

function whyAsked(objection: Objection, receivedOn: string): Why | null {
  switch (objection.kind) {
    case 'notDefined':
      return why('ask.promptlyNotDefined', {
        objectedOn: objection.on,
        receivedOn,
        field: objection.field,
      });
    case 'late':
      return why('ask.objectedLate', { objectedOn: objection.on, dueOn: objection.dueOn });
    case 'receiptUnknown':
      return why('ask.objectionReceiptUnknown', {});
    case 'notKnown':
      return why('ask.objectionNotKnown', {});
    case 'prompt':
    case 'promptByPerson':
    case 'lateByPerson':
    case 'notMade':
      return null;
    default:
      return assertNever(objection);
  }
}

function outcomeWithout(context: PortionContext): ClauseOutcome {
  const { facts, weighing } = context;
  const carrier = facts.orderLine?.carrier.name ?? '';
  const quantity = fromThousandths(facts.size);
  if (isOtherCarriers(context)) {
    const responsible = responsibleFor(context);
    const cited = [...citeFacts(weighing.otherTransport), ...citeOrderLine(facts)];
    if (responsible === null)
      return notFired(
        'II-TRANSPORT',
        facts.orderLine?.carrier.selectedBy === 'client'
          ? why('transport.carrierChosenByClient', { carrier })
          : why('transport.carrierChoiceUnknown', { carrier }),
        cited,
      );
    const data = { quantity, answer: responsible };
    const byPerson = [...cited, citeAnswer('responsibleUnknown')];
    return responsible === 'us' || responsible === 'sharedHalf'
      ? fired('II-TRANSPORT', why('transport.personSaysResponsible', data), byPerson)
      : notFired('II-TRANSPORT', why('transport.personSaysOther', data), byPerson);
  }
  if (weighing.otherTransport.length > 0)
    return notFired(
      'II-TRANSPORT',
      facts.orderLine?.carrier.selectedBy === 'client'
        ? why('transport.carrierChosenByClient', { carrier })
        : why('transport.carrierChoiceUnknown', { carrier }),
      [...citeFacts(weighing.otherTransport), ...citeOrderLine(facts)],
    );
  if (weighing.unclear)
    return notFired(
      'II-TRANSPORT',
      why('transport.causeUnclear', { quantity }),
      citeFacts(weighing.unclear.findings),
    );
  if (!weighing.inspected)
    return weighing.inferred
      ? notFired('II-TRANSPORT', why('transport.noneInSample', {}), [facts.group.id])
      : notFired('II-TRANSPORT', why('transport.notInspected', { remaining: quantity }), [
          facts.group.id,
        ]);
  return notFired('II-TRANSPORT', why('transport.noDamageFound', {}), [
    facts.group.id,
    ...citeFacts(facts.findings),
  ]);
}

function outcomeOfObjection(
  objection: Objection,
  context: PortionContext,
  found: readonly DefectFinding[],
): ClauseOutcome {
  const { facts, input } = context;
  const quantity = fromThousandths(facts.size);
  const carrier = nameOfOurs(context);
  const cited = [
    ...citeFacts(found),
    ...(responsibleFor(context) === null ? [] : [citeAnswer('responsibleUnknown')]),
    ...citeOrderLine(facts),
    citeCase(input),
    ...citeContract(input),
  ];
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
        [...cited, citePeriodCalendar(input)],
      );
    case 'promptByPerson':
      return fired(
        'II-TRANSPORT',
        why('transport.promptByPerson', { quantity, carrier }),
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
        [...cited, citePeriodCalendar(input)],
      );
    case 'lateByPerson':
      return notFired('II-TRANSPORT', why('transport.lateByPerson', { carrier }), byPerson);
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
    case 'notKnown':
      return notFired('II-TRANSPORT', why('transport.objectionNotKnown', { carrier }), cited);
    case 'notMade':
      return notFired('II-TRANSPORT', why('transport.noObjection', { carrier }), cited);
    default:
      return assertNever(objection);
  }
}
