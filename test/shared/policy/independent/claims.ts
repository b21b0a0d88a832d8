/**
 * What each sentence of a decision claims (renderer/wording/en/why.ts), held against the facts: every
 * code has a predicate that must be true wherever the sentence is said.
 */

import type { Cause } from '../../../../shared/facts/codes.ts';
import type {
  CaseDecision,
  PolicyInput,
  PortionDecision,
  Why,
} from '../../../../shared/policy/decision.ts';
import { inspectionDueOn, reviewDueOn } from './caseClauses.ts';
import { once, thousandths } from './cells.ts';
import { given } from './given.ts';
import { defectsOf, type Units } from './looked.ts';
import { applied, cameAsReturn, objected, papersLacking } from './papers.ts';

/** A sentence about units, or with `units` null about the whole case. */
export type Said = {
  readonly input: PolicyInput;
  readonly data: Why['data'];
  readonly units: Units;
  readonly portion: PortionDecision;
};
export type Claim = (said: Said) => boolean;

const has =
  (cause: Cause): Claim =>
  ({ units }) =>
    defectsOf(units.findings).some(({ observation }) => observation.cause === cause);
const lacks =
  (cause: Cause): Claim =>
  (said) =>
    !has(cause)(said);
const quantityIs: Claim = ({ data, units }) =>
  thousandths(Number(data['quantity'])) === units.quantity;
const ofGroup: Claim = ({ data, units }) => thousandths(Number(data['of'])) === units.group.total;
const all =
  (...claims: Claim[]): Claim =>
  (said) =>
    claims.every((claim) => claim(said));
const either =
  (...claims: Claim[]): Claim =>
  (said) =>
    claims.some((claim) => claim(said));
const nothingFound: Claim = ({ units }) =>
  units.findings.every(
    ({ observation }) => observation.kind === 'defect' && observation.cause === 'returnTransport',
  );
const answeredAs =
  (question: Parameters<typeof given>[1], ...codes: string[]): Claim =>
  ({ input, units }) =>
    codes.includes(given(input, question, units.place) ?? '');
const ofCase =
  (question: Parameters<typeof given>[1], ...codes: string[]): Claim =>
  ({ input }) =>
    codes.includes(given(input, question, null) ?? '');
const timeIs =
  (...kinds: string[]): Claim =>
  ({ input, units }) =>
    kinds.includes(applied(input, units.orderLine).kind);
const applicationDay: Claim = ({ input, data }) =>
  data['receivedOn'] === input.returnCase.application?.receivedOn;
const dueDay: Claim = ({ input, units, data }) => {
  const time = applied(input, units.orderLine);
  return 'dueOn' in time && time.dueOn === data['dueOn'];
};
const orderUnknown: Claim = ({ units }) => units.orderLine === null;
const ordered: Claim = ({ units, data }) => data['ordered'] === units.orderLine?.article.number;
const found: Claim = ({ units, data }) => data['found'] === units.group.count.article.number;
const objectionIs =
  (...kinds: string[]): Claim =>
  ({ input, units }) =>
    kinds.includes(objected(input, units));
const ours: Claim = ({ units }) =>
  [units.orderLine?.article.number, units.orderLine?.shippedArticle?.number].includes(
    units.group.count.article.number ?? undefined,
  );
const sampleSays =
  (defective: boolean): Claim =>
  ({ units: { group, sample }, data }) =>
    sample?.upheld === defective &&
    data['inspected'] === sample.inspected &&
    data['defective'] === sample.defective &&
    thousandths(Number(data['of'])) === group.total;
const carrierBy =
  (by: string): Claim =>
  ({ units }) =>
    (units.orderLine?.carrier.selectedBy ?? 'unknown') === by;
/** Whoever is named as ours is the carrier we chose; where a person laid it to ours, none is named. */
const nobodyWrongNamed: Claim = ({ units, data }) => {
  const carrier = units.orderLine?.carrier;
  return !data['carrier'] || (carrier?.selectedBy === 'us' && data['carrier'] === carrier.name);
};
const onTheWay = all(
  nobodyWrongNamed,
  either(has('outboundTransport'), answeredAs('responsibleUnknown', 'ourCarrier')),
);
const unclear = either(has('unknown'), has('wear'), has('misuse'));
const papersMissing: Claim = ({ input, data }) =>
  papersLacking(input).includes(data['what'] as never);
const customised: Claim = ({ units }) => units.orderLine?.customised === true;
const cappedAt: Claim = ({ portion, units, data }) =>
  Number(data['granted']) === portion.eligibleQuantity &&
  thousandths(Number(data['of'])) === units.quantity &&
  thousandths(portion.eligibleQuantity) <= units.quantity;
/** Nothing is held back, but for what is shared and for the minor unit that apportioning moves. */
const paysWhole: Claim = ({ portion }) =>
  portion.eligibleQuantity === portion.quantity &&
  (portion.liability === 'shared' || portion.amountAtStake - portion.eligibleAmount <= 1);
const beyond: Claim = ({ units, data }) =>
  defectsOf(units.findings).some(({ observation }) =>
    String(data['beyond']).includes(observation.code),
  );

export const portionClaims: Readonly<Record<string, Claim>> = {
  'quality.manufacturingDefect': all(has('manufacturing'), quantityIs, ofGroup),
  'quality.personSaysUs': all(
    answeredAs('responsibleUnknown', 'us', 'sharedHalf'),
    quantityIs,
    ofGroup,
  ),
  'quality.causeUnclear': all(unclear, quantityIs),
  'quality.personSaysOther': all(
    answeredAs('responsibleUnknown', 'client', 'clientCarrier', 'ourCarrier'),
    quantityIs,
  ),
  'quality.misuseProved': all(
    has('misuse'),
    quantityIs,
    ({ data }) => Number(data['indicators']) >= Number(data['needed']),
  ),
  'quality.misuseNotProved': all(
    has('misuse'),
    quantityIs,
    ({ data }) => Number(data['indicators']) < Number(data['needed']) || data['photos'] === 0,
  ),
  'quality.inferredFromSample': sampleSays(true),
  'quality.sampleSound': sampleSays(false),
  'transport.noneInSample': ({ units }) => units.sample !== null,
  'quality.noDefect': all(
    ({ units }) => units.findings.some(({ observation }) => observation.kind === 'noDefect'),
    quantityIs,
  ),
  'quality.noneRecorded': all(lacks('manufacturing'), quantityIs),
  'quality.otherCause': all(
    lacks('manufacturing'),
    quantityIs,
    ({ units }) => defectsOf(units.findings).length > 0,
  ),
  'quality.notInspected': nothingFound,
  'order.wrongArticle': all(ordered, found, ({ data }) => data['ordered'] !== data['found']),
  'order.moreShippedThanOrdered': ({ units, data }) =>
    Number(data['shipped']) > Number(data['ordered']) &&
    data['shipped'] === units.orderLine?.shippedQuantity,
  'order.errorFound': all(has('orderError'), quantityIs, ofGroup, ours),
  'order.neverShipped': all(
    ordered,
    found,
    ({ data }) => ![data['ordered'], data['shipped']].includes(data['found'] ?? ''),
  ),
  'order.noErrorFound': all(
    lacks('orderError'),
    ({ units }) => units.group.count.article.number === units.orderLine?.article.number,
  ),
  'order.orderUnknown': orderUnknown,
  'order.notInspected': nothingFound,
  'transport.ourCarrierDamaged': all(onTheWay, quantityIs, objectionIs('prompt')),
  'transport.promptByPerson': all(
    onTheWay,
    quantityIs,
    answeredAs('promptlyUndefined', 'objectedPromptly'),
  ),
  'transport.personSaysResponsible': all(
    onTheWay,
    answeredAs('responsibleUnknown', 'us', 'sharedHalf'),
  ),
  'transport.personSaysOther': all(
    onTheWay,
    answeredAs('responsibleUnknown', 'client', 'clientCarrier'),
  ),
  'transport.objectedLate': all(onTheWay, objectionIs('late')),
  'transport.lateByPerson': all(onTheWay, answeredAs('promptlyUndefined', 'objectedTooLate')),
  'transport.promptlyNotDefined': all(onTheWay, objectionIs('noPeriod')),
  'transport.noObjection': all(onTheWay, objectionIs('notMade')),
  'transport.objectionNotKnown': all(onTheWay, objectionIs('notKnown')),
  'transport.causeUnclear': unclear,
  'transport.clientReceiptUnknown': all(onTheWay, objectionIs('noReceipt')),
  'transport.carrierChosenByClient': all(has('outboundTransport'), carrierBy('client')),
  'transport.carrierChoiceUnknown': all(has('outboundTransport'), carrierBy('unknown')),
  'transport.noDamageFound': lacks('outboundTransport'),
  'transport.notInspected': nothingFound,
  'apply.inTime': all(timeIs('inTime'), applicationDay, dueDay),
  'apply.inTimeByPerson': all(
    timeIs('inTime'),
    applicationDay,
    ofCase('noReturnPeriod', 'treatAsInTime'),
  ),
  'apply.late': all(timeIs('late'), applicationDay, dueDay),
  'apply.lateByPerson': all(
    timeIs('late'),
    applicationDay,
    ofCase('noReturnPeriod', 'treatAsLate'),
  ),
  'apply.noApplication': timeIs('noApplication'),
  'apply.waivedByPerson': all(timeIs('noApplication'), ofCase('blindReturn', 'acceptAsReturn')),
  'apply.noReturnPeriod': timeIs('noPeriod'),
  'apply.clientReceiptUnknown': timeIs('noReceipt'),
  'apply.orderUnknown': orderUnknown,
  'apply.evidenceMissing': papersMissing,
  'apply.evidenceNoted': papersMissing,
  'apply.refusedByPerson': ({ input }) => cameAsReturn(input) === false,
  'apply.foreignByPerson': answeredAs('blindReturn', 'refuseAsReturn'),
  'refund.due': all(paysWhole, ({ portion, data }) => data['amount'] === portion.eligibleAmount),
  'refund.moreThanApproved': all(cappedAt, ({ units, data }) => {
    const line = units.returnLine;
    return line !== null && Number(data['most']) === line.approvedQuantity;
  }),
  'refund.moreThanRequested': all(cappedAt, ({ units, data }) => {
    const line = units.returnLine;
    return line?.approvedQuantity === null && Number(data['most']) === line.requestedQuantity;
  }),
  'refund.moreThanShipped': all(
    cappedAt,
    ({ units, data }) => Number(data['most']) === units.orderLine?.shippedQuantity,
  ),
  'refund.grantedElsewhere': all(cappedAt, ({ input, units }) =>
    input.grantedElsewhere.some(({ orderLineId }) => orderLineId === units.orderLine?.id),
  ),
  'refund.worthGrantedElsewhere': ({ input, units, portion, data }) =>
    data['amount'] === portion.eligibleAmount &&
    input.grantedElsewhere.some(({ orderLineId }) => orderLineId === units.orderLine?.id),
  'refund.serialReturnedBefore': all(
    ({ units }) => units.serialSeenIn !== null,
    answeredAs('serialAgain', 'refuseAgain'),
  ),
  'refund.notIntactByPerson': all(beyond, answeredAs('intactMeaning', 'refuseNotIntact')),
  'refund.notIntact': all(beyond, ({ portion }) => portion.intact === false),
  'refund.notUpheld': ({ portion }) => portion.standing === 'notUpheld',
  'refund.undecided': ({ portion }) => portion.claimUpheld === null,
  'custom.notCustomised': ({ units }) => units.orderLine?.customised === false,
  'custom.qualityIssue': all(
    customised,
    either(
      has('manufacturing'),
      answeredAs('responsibleUnknown', 'us', 'sharedHalf'),
      ({ units }) => units.sample?.upheld === true,
    ),
  ),
  'custom.noQualityIssue': all(customised, lacks('manufacturing')),
  'custom.ourErrorOrCarrier': customised,
  'custom.acceptedByReading': all(
    customised,
    ({ input }) => input.policy.parameters.readings.customisedOurError === 'accept',
  ),
  'custom.acceptedByPerson': all(customised, answeredAs('customisedOurError', 'acceptCustomised')),
  'custom.refusedByPerson': all(customised, answeredAs('customisedOurError', 'refuseCustomised')),
  'custom.notYetKnown': customised,
  'custom.orderUnknown': orderUnknown,
  'period.kept': all(timeIs('inTime'), applicationDay, dueDay),
  'period.keptByPerson': all(timeIs('inTime'), ofCase('noReturnPeriod', 'treatAsInTime')),
  'period.exceeded': all(timeIs('late'), applicationDay, dueDay),
  'period.exceededByPerson': all(timeIs('late'), ofCase('noReturnPeriod', 'treatAsLate')),
  'period.acceptedByReading': all(
    timeIs('late'),
    ({ input }) => input.policy.parameters.readings.lateRealDefect === 'accept',
  ),
  'period.acceptedByPerson': all(timeIs('late'), answeredAs('lateRealDefect', 'acceptLate')),
  'period.noApplication': timeIs('noApplication'),
  'period.notStated': timeIs('noPeriod'),
  'period.clientReceiptUnknown': timeIs('noReceipt'),
  'period.orderUnknown': orderUnknown,
};

type OfCase = (input: PolicyInput, decision: CaseDecision, data: Why['data']) => boolean;
const bearer =
  (who: string): OfCase =>
  (_, { shippingCost }) =>
    shippingCost.bearer === who;

export const caseClaims: Readonly<Record<string, OfCase>> = {
  'review.inTime': (input, _, { sentOn, dueOn }) =>
    sentOn === input.returnCase.review?.sentOn &&
    dueOn === reviewDueOn(input) &&
    (sentOn ?? '') <= dueOn,
  'review.late': (input, _, { sentOn, dueOn }) =>
    sentOn === input.returnCase.review?.sentOn &&
    dueOn === reviewDueOn(input) &&
    (sentOn ?? '') > dueOn,
  'review.pending': (input, _, { dueOn }) =>
    input.returnCase.review === null && dueOn === reviewDueOn(input) && input.asOf <= dueOn,
  'review.overdue': (input, _, { dueOn }) =>
    input.returnCase.review === null && dueOn === reviewDueOn(input) && input.asOf > dueOn,
  // The calendars of made-up cases reach far enough.
  'review.notCounted': () => false,
  'inspect.notCounted': () => false,
  'review.noApplication': (input) => input.returnCase.application === null,
  'shipCost.weBear': bearer('us'),
  'shipCost.ourCarrierBears': bearer('us'),
  'shipCost.clientBears': bearer('client'),
  'shipCost.clientCarrierBears': bearer('client'),
  'shipCost.sharedHalf': bearer('shared'),
  'shipCost.proRata': bearer('shared'),
  'shipCost.undetermined': bearer('undetermined'),
  'inspect.running': (input, _, { dueOn }) =>
    dueOn === inspectionDueOn(input) && input.asOf <= dueOn,
  'inspect.overdue': (input, _, { dueOn }) =>
    dueOn === inspectionDueOn(input) && input.asOf > dueOn,
  'inspect.noArrival': (input) => once(input.arrivals).length === 0,
  'csm.notify': (input, _, { manager }) => manager === input.client?.serviceManager.name,
  'csm.clientUnknown': (input) => input.client === null,
  'improve.countsIn': (_, { standing }, { outcome }) => outcome === standing,
  'improve.undecided': (_, { standing }) => standing === 'needsPerson' || standing === 'needsFacts',
};
