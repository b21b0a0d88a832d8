/**
 * Every reason a decision can give, with the keys of its data: what `wording` must have a sentence
 * for. Quantities are in the article's unit, amounts in minor units, days are site-local dates.
 *
 * A clause cites what it looked at: ids of facts as they are, and documents as `case:ID`,
 * `line:ID` (return line), `orderLine:ID`, `contract:ID@VERSION`, `policy:ID@VERSION`,
 * `calendar:SITE@VERSION`, `client:ID`, and `answer:QUESTION` for a supervisor's answer.
 */
import type { Why } from './decision.ts';

export const whyCodes = {
  // II-QUALITY
  'quality.manufacturingDefect': ['quantity', 'of'],
  'quality.personSaysUs': ['quantity', 'of'],
  'quality.inferredFromSample': ['inspected', 'defective', 'of'],
  'quality.causeUnclear': ['quantity', 'cause'],
  'quality.personSaysOther': ['quantity', 'answer'],
  'quality.misuseProved': ['quantity', 'indicators', 'needed'],
  'quality.misuseNotProved': ['quantity', 'indicators', 'needed', 'photos'],
  'quality.noDefect': ['quantity'],
  'quality.otherCause': ['quantity'],
  'quality.notInspected': ['remaining'],
  // II-ORDER
  'order.wrongArticle': ['ordered', 'found'],
  'order.moreShippedThanOrdered': ['ordered', 'shipped'],
  'order.errorFound': ['quantity', 'of'],
  'order.noErrorFound': [],
  'order.orderUnknown': [],
  'order.notInspected': ['remaining'],
  // II-TRANSPORT
  'transport.ourCarrierDamaged': ['quantity', 'carrier', 'objectedOn', 'dueOn'],
  'transport.promptByPerson': ['quantity', 'carrier', 'objectedOn'],
  'transport.personSaysResponsible': ['quantity', 'answer'],
  'transport.personSaysOther': ['quantity', 'answer'],
  'transport.objectedLate': ['carrier', 'objectedOn', 'dueOn'],
  'transport.lateByPerson': ['carrier', 'objectedOn'],
  'transport.promptlyNotDefined': ['field', 'objectedOn'],
  'transport.noObjection': ['carrier'],
  'transport.clientReceiptUnknown': ['orderNumber'],
  'transport.carrierChosenByClient': ['carrier'],
  'transport.carrierChoiceUnknown': ['carrier'],
  'transport.noDamageFound': [],
  'transport.notInspected': ['remaining'],
  // III-APPLY
  'apply.inTime': ['receivedOn', 'dueOn'],
  'apply.inTimeByPerson': ['receivedOn'],
  'apply.late': ['receivedOn', 'dueOn'],
  'apply.lateByPerson': ['receivedOn'],
  'apply.noApplication': [],
  'apply.waivedByPerson': [],
  'apply.noReturnPeriod': ['field'],
  'apply.clientReceiptUnknown': ['orderNumber'],
  'apply.orderUnknown': [],
  'apply.evidenceMissing': ['what'],
  // III-REVIEW
  'review.inTime': ['sentOn', 'dueOn'],
  'review.late': ['sentOn', 'dueOn'],
  'review.pending': ['dueOn'],
  'review.overdue': ['dueOn'],
  'review.noApplication': [],
  'review.notCounted': [],
  // III-SHIPCOST
  'shipCost.weBear': [],
  'shipCost.ourCarrierBears': [],
  'shipCost.clientBears': [],
  'shipCost.clientCarrierBears': [],
  'shipCost.sharedHalf': [],
  'shipCost.undetermined': [],
  // III-INSPECT
  'inspect.running': ['arrivedOn', 'dueOn'],
  'inspect.overdue': ['arrivedOn', 'dueOn'],
  'inspect.noArrival': [],
  'inspect.notCounted': ['arrivedOn'],
  // III-REFUND
  'refund.due': ['amount', 'currency', 'method'],
  'refund.notIntactByPerson': ['beyond'],
  'refund.notIntact': ['beyond'],
  'refund.notUpheld': [],
  'refund.undecided': [],
  // IV-CUSTOM
  'custom.notCustomised': [],
  'custom.qualityIssue': [],
  'custom.noQualityIssue': [],
  'custom.ourErrorOrCarrier': ['clause'],
  'custom.acceptedByReading': ['clause'],
  'custom.acceptedByPerson': ['clause'],
  'custom.refusedByPerson': ['clause'],
  'custom.notYetKnown': [],
  'custom.orderUnknown': [],
  // IV-PERIOD
  'period.kept': ['receivedOn', 'dueOn'],
  'period.keptByPerson': ['receivedOn'],
  'period.exceeded': ['receivedOn', 'dueOn'],
  'period.exceededByPerson': ['receivedOn'],
  'period.acceptedByReading': ['receivedOn', 'dueOn'],
  'period.acceptedByPerson': ['receivedOn', 'dueOn'],
  'period.noApplication': [],
  'period.notStated': ['field'],
  'period.clientReceiptUnknown': ['orderNumber'],
  'period.orderUnknown': [],
  // V-CSM, V-IMPROVE
  'csm.notify': ['manager'],
  'csm.clientUnknown': [],
  'improve.countsIn': ['outcome'],
  'improve.undecided': [],
  // The eight questions
  'ask.lateRealDefect': ['quantity', 'receivedOn', 'dueOn'],
  'ask.notIntact': ['quantity', 'beyond'],
  'ask.customisedOurError': ['quantity', 'clause'],
  'ask.promptlyNotDefined': ['objectedOn', 'receivedOn', 'field'],
  'ask.startedLate': ['arrivedOn', 'dueOn'],
  'ask.causeUnclear': ['quantity', 'cause'],
  'ask.carrierChosenByClient': ['quantity', 'carrier'],
  'ask.carrierChoiceUnknown': ['quantity', 'carrier'],
  'ask.freightShared': ['ours', 'theirs'],
  'ask.noReturnPeriod': ['field'],
  'ask.noApplication': [],
  'ask.arrivedBeforeReview': [],
  'ask.reviewDenied': ['sentOn'],
  'ask.reviewWantsMore': ['sentOn'],
  'ask.orderUnknown': ['article'],
  'ask.otherArticle': ['article', 'ordered'],
  'ask.foreignSerial': ['article'],
  'ask.otherQuantity': ['quantity'],
  // Evidence the warehouse must hold before approval
  'evidence.required': ['shot', 'reason', 'severity'],
  // What would change it
  'turn.causeIs': ['from', 'cause', 'quantity'],
  'turn.misuseProved': ['quantity', 'indicators'],
  'turn.defectFound': ['quantity', 'cause'],
  'turn.noDefectFound': ['quantity'],
  'turn.beyondWasClaimed': ['quantity'],
  'turn.appliedBy': ['dueOn'],
  'turn.objectedBy': ['dueOn'],
  'turn.clientReceivedOn': ['on'],
  'turn.evidenceSent': ['what'],
  'turn.answered': ['question', 'answer', 'ofCase'],
  'turn.approvedQuantity': ['quantity'],
  'turn.reviewAuthorises': [],
  'turn.notCustomised': [],
  'turn.carrierChosenByUs': [],
  'turn.identityMatches': [],
  'turn.linkedTo': ['orderNumber'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WhyCode = keyof typeof whyCodes;
export type WhyData<C extends WhyCode> = Readonly<
  Record<(typeof whyCodes)[C][number], string | number | boolean>
>;

/** A reason with exactly the data its code promises. */
export function why<C extends WhyCode>(code: C, data: WhyData<C>): Why {
  return { code, data };
}
