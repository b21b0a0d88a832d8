/** What the policy says about each clause: whether it fired, why, and what it looked at. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../shared/facts/decisionFacts.ts';
import type { ClauseId } from '../../../../shared/facts/policyText.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { CaseDecision, ClauseOutcome, Question } from '../../../../shared/policy/decision.ts';
import { newYorkCalendar } from '../../../builders/cases/aCalendar.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { aPolicyInput } from '../../../builders/cases/aPolicyInput.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import { caseId, findingId, photoId, unitGroupId } from '../../../builders/cases/ids.ts';
import {
  aDefect,
  aFinding,
  aHold,
  anArrival,
  aPhoto,
  recordedOn,
} from '../../../builders/cases/recordedFacts.ts';

const sound = aFinding({ observation: { kind: 'noDefect' } });
const caused = (cause: Parameters<typeof aDefect>[0], quantity = 10) =>
  aFinding({ quantity, observation: aDefect(cause) });
const also = (cause: Parameters<typeof aDefect>[0], quantity = 10) => ({
  ...caused(cause, quantity),
  id: aFinding({ findingId: findingId('finding-2') }).id,
  findingId: findingId('finding-2'),
});
const third = (cause: Parameters<typeof aDefect>[0]) => ({
  ...caused(cause),
  id: aFinding({ findingId: findingId('finding-3') }).id,
  findingId: findingId('finding-3'),
});
const oneSign: Parameters<typeof aDefect>[0] = { cause: 'misuse', indicators: ['overload'] };
const outbound = caused({ cause: 'outboundTransport' });
const twoSigns = {
  ...caused({ cause: 'misuse', indicators: ['overload', 'impactMark'] }),
  photoIds: [photoId('photo-1')],
};
const late = { application: anApplication({ receivedOn: '2026-11-24' }) };
const answered = (question: string, answer: string, ofCase = false): Answer[] => [
  { question, answer, unitGroupId: ofCase ? null : unitGroupId('group-1'), reason: 'because' },
];
const shippedOther = {
  shippedArticle: { number: 'PUMP-50', name: 'Pump 50', gtin: '09521101530018' },
};
const thatArticle = {
  identity: 'mismatch_class',
  article: { gtin: null, number: 'PUMP-50', name: 'Pump 50' },
} as const;
const theirs = { carrier: { name: 'Own van', selectedBy: 'client' } } as const;
const nobodys = { carrier: { name: 'Somebody', selectedBy: 'unknown' } } as const;
const otherArticle = {
  identity: 'mismatch_class',
  article: { gtin: null, number: null, name: 'Pump 50' },
} as const;

/** Twenty of sixty looked at, as agreed with the client; those nobody saw stand first. */
const sampled = (observation: Parameters<typeof aFinding>[0]): Situation => ({
  contract: { sampling: { standard: 'ISO 2859-1', level: 'II', aqlMajor: 2.5, aqlMinor: 4 } },
  counted: { quantity: 60 },
  found: [aFinding({ quantity: 20, units: [{ from: 40, to: 60 }], ...observation })],
});
const sampleSound = sampled({ observation: { kind: 'noDefect' } });

type Row = readonly [clause: ClauseId, situation: Situation, says: string];

// biome-ignore format: one explanation a line
const explanations: readonly Row[] = [
  ['II-QUALITY', { found: [aFinding()] }, 'fired quality.manufacturingDefect quantity=10 of=10 [fact-finding-1]'],
  ['II-QUALITY', { found: [caused({ cause: 'unknown' })] }, 'not fired quality.causeUnclear quantity=10 cause=unknown [fact-finding-1]'],
  ['II-QUALITY', { found: [caused({ cause: 'wear' })] }, 'not fired quality.causeUnclear quantity=10 cause=wear [fact-finding-1]'],
  ['II-QUALITY', { found: [caused({ cause: 'wear' }, 4), also({ cause: 'unknown' }, 6)] }, 'not fired quality.causeUnclear quantity=6 cause=unknown [fact-finding-2]'],
  ['II-QUALITY', { found: [{ ...twoSigns, quantity: 8 }, also({}, 8)], photos: [aPhoto()] }, 'not fired quality.causeUnclear quantity=6 cause=mixed [fact-finding-2 fact-finding-1]'],
  ['II-QUALITY', { found: [caused({ cause: 'wear' })], answers: answered('responsibleUnknown', 'us') }, 'fired quality.personSaysUs quantity=10 of=10 [fact-finding-1 answer:responsibleUnknown]'],
  ['II-QUALITY', { found: [caused({ cause: 'wear' })], answers: answered('responsibleUnknown', 'sharedHalf') }, 'fired quality.personSaysUs quantity=10 of=10 [fact-finding-1 answer:responsibleUnknown]'],
  ['II-QUALITY', { found: [caused({ cause: 'wear' })], answers: answered('responsibleUnknown', 'client') }, 'not fired quality.personSaysOther quantity=10 answer=client [fact-finding-1 answer:responsibleUnknown]'],
  ['II-QUALITY', { found: [twoSigns], photos: [aPhoto()] }, 'not fired quality.misuseProved quantity=10 indicators=2 needed=2 [fact-finding-1 fact-photo-1 policy:policy-1@1]'],
  ['II-QUALITY', { found: [twoSigns] }, 'not fired quality.misuseNotProved quantity=10 indicators=2 needed=2 photos=0 [fact-finding-1 policy:policy-1@1]'],
  ['II-QUALITY', { found: [caused({ cause: 'misuse', indicators: ['overload'] })], photos: [aPhoto()] }, 'not fired quality.misuseNotProved quantity=10 indicators=1 needed=2 photos=0 [fact-finding-1 policy:policy-1@1]'],
  ['II-QUALITY', {}, 'not fired quality.notInspected remaining=10 [fact-group-1]'],
  ['II-QUALITY', { found: [aFinding({ quantity: 4, observation: { kind: 'noDefect' } })] }, 'not fired quality.noDefect quantity=4 [fact-group-1 fact-finding-1]'],
  ['II-QUALITY', { found: [sound] }, 'not fired quality.noDefect quantity=10 [fact-group-1 fact-finding-1]'],
  ['II-QUALITY', { found: [caused({ cause: 'orderError' })] }, 'not fired quality.otherCause quantity=10 [fact-finding-1]'],
  ['II-QUALITY', { found: [caused({ cause: 'orderError' }, 4), also({ cause: 'outboundTransport' }, 6)] }, 'not fired quality.otherCause quantity=4 [fact-finding-1]'],
  ['II-QUALITY', { sold: theirs, found: [outbound] }, 'not fired quality.otherCause quantity=10 [fact-finding-1]'],

  ['II-QUALITY', { found: [caused({ cause: 'wear' }), also({ cause: 'unknown' })] }, 'not fired quality.causeUnclear quantity=10 cause=unknown [fact-finding-1 fact-finding-2]'],
  ['II-QUALITY', { found: [caused({ cause: 'orderError' }), also(oneSign)] }, 'not fired quality.otherCause quantity=10 [fact-finding-1]'],
  ['II-QUALITY', { found: [outbound, also(oneSign)] }, 'not fired quality.otherCause quantity=10 [fact-finding-1]'],
  ['II-QUALITY', { sold: theirs, found: [outbound, also(oneSign)] }, 'not fired quality.otherCause quantity=10 [fact-finding-1]'],
  ['II-QUALITY', { sold: shippedOther, counted: thatArticle, found: [caused(oneSign)] }, 'not fired quality.noneRecorded quantity=10 [fact-group-1 fact-finding-1]'],
  ['II-QUALITY', sampleSound, 'not fired quality.sampleSound inspected=20 defective=0 of=60 [fact-group-1 contract:contract-1@1]'],
  ['II-QUALITY', sampled({}), 'fired quality.inferredFromSample inspected=20 defective=20 of=60 [fact-group-1 contract:contract-1@1]'],

  ['II-ORDER', { sold: shippedOther, counted: thatArticle, found: [sound] }, 'fired order.wrongArticle ordered=PUMP-40 found=PUMP-50 [fact-group-1 line:line-1 orderLine:order-line-1]'],
  ['II-ORDER', { claim: { claimedReason: 'wrongGoods' }, counted: otherArticle, found: [sound] }, 'not fired order.neverShipped ordered=PUMP-40 shipped=PUMP-40 found=Pump 50 [fact-group-1 line:line-1 orderLine:order-line-1]'],
  ['II-ORDER', { sold: shippedOther, counted: otherArticle, found: [sound] }, 'not fired order.neverShipped ordered=PUMP-40 shipped=PUMP-50 found=Pump 50 [fact-group-1 line:line-1 orderLine:order-line-1]'],
  ['II-ORDER', { counted: { identity: 'mismatch_class' }, found: [sound] }, 'not fired order.noErrorFound [fact-group-1 line:line-1 orderLine:order-line-1 fact-finding-1]'],
  ['II-ORDER', { sold: { orderedQuantity: 8 }, counted: { quantity: 2 }, found: [aFinding({ quantity: 2, observation: { kind: 'noDefect' } })] }, 'fired order.moreShippedThanOrdered ordered=8 shipped=10 [fact-group-1 line:line-1 orderLine:order-line-1]'],
  ['II-ORDER', { found: [caused({ cause: 'orderError' }, 4), also({ cause: 'unknown' }, 6)] }, 'fired order.errorFound quantity=4 of=10 [fact-group-1 line:line-1 orderLine:order-line-1 fact-finding-1]'],
  ['II-ORDER', { found: [sound] }, 'not fired order.noErrorFound [fact-group-1 line:line-1 orderLine:order-line-1 fact-finding-1]'],
  ['II-ORDER', sampleSound, 'not fired order.noErrorFound [fact-group-1 line:line-1 orderLine:order-line-1]'],
  ['II-ORDER', {}, 'not fired order.notInspected remaining=10 [fact-group-1]'],
  ['II-ORDER', { counted: { returnLineId: null } }, 'not fired order.orderUnknown [fact-group-1]'],

  ['II-TRANSPORT', { sold: theirs, office: { objection: 'notMade' }, found: [outbound], answers: answered('responsibleUnknown', 'ourCarrier') }, 'not fired transport.noObjection carrier= [fact-finding-1 answer:responsibleUnknown orderLine:order-line-1 case:case-1 contract:contract-1@1]'],
  ['II-TRANSPORT', { office: { objectedOn: '2026-11-04' }, found: [outbound] }, 'fired transport.ourCarrierDamaged quantity=10 carrier=Northline objectedOn=2026-11-04 dueOn=2026-11-05 [fact-finding-1 orderLine:order-line-1 case:case-1 contract:contract-1@1 calendar:site-1@1]'],
  ['II-TRANSPORT', { office: { objectedOn: '2026-11-06' }, found: [outbound] }, 'not fired transport.objectedLate carrier=Northline objectedOn=2026-11-06 dueOn=2026-11-05 [fact-finding-1 orderLine:order-line-1 case:case-1 contract:contract-1@1 calendar:site-1@1]'],
  ['II-TRANSPORT', { office: { objectedOn: '2026-11-06' }, contract: { objectionPeriod: null }, found: [outbound] }, 'not fired transport.promptlyNotDefined field=contract.objectionPeriod objectedOn=2026-11-06 [fact-finding-1 orderLine:order-line-1 case:case-1 contract:contract-1@1]'],
  ['II-TRANSPORT', { office: { objectedOn: '2026-11-06' }, contract: null, found: [outbound] }, 'not fired transport.promptlyNotDefined field=contract objectedOn=2026-11-06 [fact-finding-1 orderLine:order-line-1 case:case-1]'],
  ['II-TRANSPORT', { office: { objectedOn: '2026-11-06' }, contract: { objectionPeriod: null }, found: [outbound], answers: answered('promptlyUndefined', 'objectedPromptly') }, 'fired transport.promptByPerson quantity=10 carrier=Northline [fact-finding-1 orderLine:order-line-1 case:case-1 contract:contract-1@1 answer:promptlyUndefined]'],
  ['II-TRANSPORT', { office: { objectedOn: '2026-11-06' }, contract: { objectionPeriod: null }, found: [outbound], answers: answered('promptlyUndefined', 'objectedTooLate') }, 'not fired transport.lateByPerson carrier=Northline [fact-finding-1 orderLine:order-line-1 case:case-1 contract:contract-1@1 answer:promptlyUndefined]'],
  ['II-TRANSPORT', { found: [outbound] }, 'not fired transport.objectionNotKnown carrier=Northline [fact-finding-1 orderLine:order-line-1 case:case-1 contract:contract-1@1]'],
  ['II-TRANSPORT', { office: { objectedOn: '2026-11-04' }, sold: { clientReceivedOn: null }, found: [outbound] }, 'not fired transport.clientReceiptUnknown orderNumber=SO-1001 [fact-finding-1 orderLine:order-line-1 case:case-1 contract:contract-1@1]'],
  ['II-TRANSPORT', { office: { objection: 'notMade' }, found: [outbound] }, 'not fired transport.noObjection carrier=Northline [fact-finding-1 orderLine:order-line-1 case:case-1 contract:contract-1@1]'],
  ['II-TRANSPORT', { office: { objectedOn: '2026-11-04' }, found: [caused({ cause: 'unknown' })], answers: answered('responsibleUnknown', 'ourCarrier') }, 'fired transport.ourCarrierDamaged quantity=10 carrier=Northline objectedOn=2026-11-04 dueOn=2026-11-05 [fact-finding-1 answer:responsibleUnknown orderLine:order-line-1 case:case-1 contract:contract-1@1 calendar:site-1@1]'],
  ['II-TRANSPORT', { sold: theirs, found: [outbound] }, 'not fired transport.carrierChosenByClient carrier=Own van [fact-finding-1 orderLine:order-line-1]'],
  ['II-TRANSPORT', { sold: nobodys, found: [outbound] }, 'not fired transport.carrierChoiceUnknown carrier=Somebody [fact-finding-1 orderLine:order-line-1]'],
  ['II-TRANSPORT', { sold: theirs, found: [outbound], answers: answered('responsibleUnknown', 'ourCarrier') }, 'not fired transport.objectionNotKnown carrier= [fact-finding-1 answer:responsibleUnknown orderLine:order-line-1 case:case-1 contract:contract-1@1]'],
  ['II-TRANSPORT', { sold: theirs, found: [outbound], answers: answered('responsibleUnknown', 'sharedHalf') }, 'fired transport.personSaysResponsible quantity=10 answer=sharedHalf [fact-finding-1 orderLine:order-line-1 answer:responsibleUnknown]'],
  ['II-TRANSPORT', { sold: theirs, found: [outbound], answers: answered('responsibleUnknown', 'client') }, 'not fired transport.personSaysOther quantity=10 answer=client [fact-finding-1 orderLine:order-line-1 answer:responsibleUnknown]'],
  ['II-TRANSPORT', { sold: theirs, found: [outbound], answers: answered('responsibleUnknown', 'clientCarrier') }, 'not fired transport.personSaysOther quantity=10 answer=clientCarrier [fact-finding-1 orderLine:order-line-1 answer:responsibleUnknown]'],
  ['II-TRANSPORT', { found: [caused({ cause: 'unknown' })], answers: answered('responsibleUnknown', 'ourCarrier') }, 'not fired transport.objectionNotKnown carrier=Northline [fact-finding-1 answer:responsibleUnknown orderLine:order-line-1 case:case-1 contract:contract-1@1]'],
  ['II-TRANSPORT', { found: [caused({ cause: 'unknown' })], answers: answered('responsibleUnknown', 'us') }, 'not fired transport.causeUnclear quantity=10 [fact-finding-1]'],
  ['II-TRANSPORT', { sold: theirs, found: [outbound, also({})] }, 'not fired transport.carrierChosenByClient carrier=Own van [fact-finding-1 orderLine:order-line-1]'],
  ['II-TRANSPORT', { sold: nobodys, found: [outbound, also({})] }, 'not fired transport.carrierChoiceUnknown carrier=Somebody [fact-finding-1 orderLine:order-line-1]'],
  ['II-TRANSPORT', sampleSound, 'not fired transport.noneInSample [fact-group-1]'],
  ['II-TRANSPORT', { found: [sound] }, 'not fired transport.noDamageFound [fact-group-1 fact-finding-1]'],
  ['II-TRANSPORT', {}, 'not fired transport.notInspected remaining=10 [fact-group-1]'],

  ['III-APPLY', { found: [sound] }, 'fired apply.inTime receivedOn=2026-11-09 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1]'],
  ['III-APPLY', { office: late }, 'not fired apply.late receivedOn=2026-11-24 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1]'],
  ['III-APPLY', { office: { application: null } }, 'not fired apply.noApplication [case:case-1]'],
  ['III-APPLY', { office: { application: null }, answers: answered('blindReturn', 'acceptAsReturn', true) }, 'not fired apply.waivedByPerson [case:case-1 answer:blindReturn]'],
  ['III-APPLY', { contract: null }, 'not fired apply.noReturnPeriod field=contract [case:case-1]'],
  ['III-APPLY', { contract: { returnPeriod: null } }, 'not fired apply.noReturnPeriod field=contract.returnPeriod [case:case-1 contract:contract-1@1]'],
  ['III-APPLY', { contract: { returnPeriod: null }, answers: answered('noReturnPeriod', 'treatAsInTime', true) }, 'fired apply.inTimeByPerson receivedOn=2026-11-09 [case:case-1 contract:contract-1@1 orderLine:order-line-1 answer:noReturnPeriod]'],
  ['III-APPLY', { contract: { returnPeriod: null }, answers: answered('noReturnPeriod', 'treatAsLate', true) }, 'not fired apply.lateByPerson receivedOn=2026-11-09 [case:case-1 contract:contract-1@1 orderLine:order-line-1 answer:noReturnPeriod]'],
  ['III-APPLY', { sold: { clientReceivedOn: null } }, 'not fired apply.clientReceiptUnknown orderNumber=SO-1001 [case:case-1 contract:contract-1@1 orderLine:order-line-1]'],
  ['III-APPLY', { counted: { returnLineId: null } }, 'not fired apply.orderUnknown [fact-group-1]'],
  ['III-APPLY', { policy: { clientEvidence: ['inspectionReport'] } }, 'not fired apply.evidenceMissing what=inspectionReport [case:case-1 policy:policy-1@1]'],
  ['III-APPLY', { policy: { clientEvidence: ['inspectionReport'] }, contract: { returnPeriod: null }, answers: answered('noReturnPeriod', 'treatAsInTime', true) }, 'not fired apply.evidenceMissing what=inspectionReport [case:case-1 policy:policy-1@1]'],
  ['III-APPLY', { policy: { clientEvidence: ['inspectionReport'] }, found: [aFinding()] }, 'not fired apply.evidenceNoted what=inspectionReport [case:case-1 policy:policy-1@1]'],
  ['III-APPLY', { office: { application: null, review: null }, found: [aFinding()], answers: answered('blindReturn', 'refuseAsReturn', true) }, 'not fired apply.refusedByPerson [case:case-1 answer:blindReturn]'],
  ['III-APPLY', { counted: { identity: 'mismatch_instance' }, found: [aFinding()], answers: answered('blindReturn', 'refuseAsReturn') }, 'not fired apply.foreignByPerson [fact-group-1 answer:blindReturn]'],
  ['III-APPLY', { office: { application: anApplication({ evidence: [] }) }, policy: { clientEvidence: ['photos'] } }, 'not fired apply.evidenceMissing what=photos [case:case-1 policy:policy-1@1]'],
  ['III-APPLY', { office: { application: anApplication({ description: ' ' }) }, policy: { clientEvidence: ['description'] } }, 'not fired apply.evidenceMissing what=description [case:case-1 policy:policy-1@1]'],
  ['III-APPLY', { office: { application: anApplication({ description: '', evidence: [{ kind: 'description', photoId: null, sha256: null, caption: '' }] }) }, policy: { clientEvidence: ['description'] } }, 'fired apply.inTime receivedOn=2026-11-09 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1]'],
  ['III-APPLY', { office: { application: anApplication({ description: '', evidence: [...anApplication().evidence, { kind: 'description', photoId: null, sha256: null, caption: '' }] }) }, policy: { clientEvidence: ['description'] } }, 'fired apply.inTime receivedOn=2026-11-09 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1]'],
  ['III-APPLY', { office: { application: anApplication({ evidence: [{ kind: 'inspectionReport', photoId: null, sha256: null, caption: '' }] }) }, policy: { clientEvidence: ['inspectionReport'] } }, 'fired apply.inTime receivedOn=2026-11-09 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1]'],
  ['III-APPLY', { office: { ...late }, policy: { clientEvidence: ['inspectionReport'] } }, 'not fired apply.late receivedOn=2026-11-24 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1]'],

  ['III-REFUND', { found: [aFinding()] }, 'fired refund.due amount=125000 currency=USD [contract:contract-1@1 fact-group-1 fact-finding-1]'],
  ['III-REFUND', { claim: { approvedQuantity: null, requestedQuantity: 6 }, found: [aFinding()] }, 'fired refund.moreThanRequested granted=6 of=10 most=6 [case:case-1 line:line-1 orderLine:order-line-1 fact-group-1]'],
  ['III-REFUND', { claim: { approvedQuantity: 6 }, found: [aFinding()] }, 'fired refund.moreThanApproved granted=6 of=10 most=6 [case:case-1 line:line-1 orderLine:order-line-1 fact-group-1]'],
  ['III-REFUND', { claim: { approvedQuantity: 0 }, found: [aFinding()] }, 'not fired refund.moreThanApproved granted=0 of=10 most=0 [case:case-1 line:line-1 orderLine:order-line-1 fact-group-1]'],
  ['III-REFUND', { sold: { shippedQuantity: 8 }, found: [aFinding()] }, 'fired refund.moreThanShipped granted=8 of=10 most=8 [case:case-1 line:line-1 orderLine:order-line-1 fact-group-1]'],
  ['III-REFUND', { claim: { approvedQuantity: 5 }, sold: { orderedQuantity: 5, shippedQuantity: 5 }, found: [aFinding()] }, 'fired refund.moreThanApproved granted=5 of=10 most=5 [case:case-1 line:line-1 orderLine:order-line-1 fact-group-1]'],
  ['III-REFUND', { found: [aFinding(), also({ cause: 'wear', code: 'transport.wet' }), third({ cause: 'wear', code: 'material.crack' })] }, 'not fired refund.notIntact beyond=material.crack transport.wet [fact-group-1 fact-finding-2 fact-finding-3]'],
  ['III-REFUND', { contract: null, sold: { currency: 'EUR' }, found: [aFinding()], answers: answered('noReturnPeriod', 'treatAsInTime', true) }, 'fired refund.due amount=125000 currency=EUR [fact-group-1 fact-finding-1]'],
  ['III-REFUND', { found: [sound] }, 'not fired refund.notUpheld [fact-group-1]'],
  ['III-REFUND', {}, 'not fired refund.undecided [fact-group-1]'],
  ['III-REFUND', { found: [aFinding(), also({ cause: 'wear', code: 'transport.wet' })] }, 'not fired refund.notIntact beyond=transport.wet [fact-group-1 fact-finding-2]'],
  ['III-REFUND', { found: [aFinding(), also({ cause: 'wear', code: 'transport.wet' })], answers: answered('intactMeaning', 'refuseNotIntact') }, 'not fired refund.notIntactByPerson beyond=transport.wet [fact-group-1 fact-finding-2 answer:intactMeaning]'],
  ['III-REFUND', { found: [aFinding(), also({ cause: 'wear' })], answers: answered('intactMeaning', 'payInFull') }, 'fired refund.due amount=125000 currency=USD [contract:contract-1@1 fact-group-1 fact-finding-1 fact-finding-2]'],
  ['III-REFUND', { contract: null, found: [aFinding()], answers: answered('noReturnPeriod', 'treatAsInTime', true) }, 'fired refund.due amount=125000 currency=USD [fact-group-1 fact-finding-1]'],

  ['IV-CUSTOM', { found: [sound] }, 'not fired custom.notCustomised [orderLine:order-line-1]'],
  ['IV-CUSTOM', { counted: { returnLineId: null } }, 'not fired custom.orderUnknown [fact-group-1]'],
  ['IV-CUSTOM', { sold: { customised: true }, found: [aFinding()] }, 'not fired custom.qualityIssue [orderLine:order-line-1]'],
  ['IV-CUSTOM', { sold: { customised: true }, found: [sound] }, 'fired custom.noQualityIssue [orderLine:order-line-1]'],
  ['IV-CUSTOM', { sold: { customised: true } }, 'not fired custom.notYetKnown [orderLine:order-line-1]'],
  ['IV-CUSTOM', { sold: { customised: true }, found: [caused({ cause: 'orderError' })] }, 'fired custom.ourErrorOrCarrier clause=II-ORDER [orderLine:order-line-1]'],
  ['IV-CUSTOM', { sold: { customised: true }, found: [caused({ cause: 'orderError' })], answers: answered('customisedOurError', 'acceptCustomised') }, 'not fired custom.acceptedByPerson clause=II-ORDER [orderLine:order-line-1 answer:customisedOurError]'],
  ['IV-CUSTOM', { sold: { customised: true }, found: [caused({ cause: 'orderError' })], answers: answered('customisedOurError', 'refuseCustomised') }, 'fired custom.refusedByPerson clause=II-ORDER [orderLine:order-line-1 answer:customisedOurError]'],
  ['IV-CUSTOM', { sold: { customised: true }, policy: readings('customisedOurError'), found: [caused({ cause: 'orderError' })] }, 'not fired custom.acceptedByReading clause=II-ORDER [orderLine:order-line-1 policy:policy-1@1]'],

  ['IV-PERIOD', { found: [sound] }, 'not fired period.kept receivedOn=2026-11-09 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1]'],
  ['IV-PERIOD', { office: late, found: [sound] }, 'fired period.exceeded receivedOn=2026-11-24 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1]'],
  ['IV-PERIOD', { office: late, found: [aFinding()] }, 'fired period.exceeded receivedOn=2026-11-24 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1]'],
  ['IV-PERIOD', { office: late, found: [aFinding()], answers: answered('lateRealDefect', 'acceptLate') }, 'not fired period.acceptedByPerson receivedOn=2026-11-24 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1 answer:lateRealDefect]'],
  ['IV-PERIOD', { office: late, found: [aFinding()], answers: answered('lateRealDefect', 'refuseLate') }, 'fired period.exceeded receivedOn=2026-11-24 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1 answer:lateRealDefect]'],
  ['IV-PERIOD', { office: late, policy: readings('lateRealDefect'), found: [aFinding()] }, 'not fired period.acceptedByReading receivedOn=2026-11-24 dueOn=2026-11-23 [case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1 policy:policy-1@1]'],
  ['IV-PERIOD', { office: { application: null } }, 'not fired period.noApplication [case:case-1]'],
  ['IV-PERIOD', { contract: { returnPeriod: null } }, 'not fired period.notStated field=contract.returnPeriod [case:case-1 contract:contract-1@1]'],
  ['IV-PERIOD', { contract: { returnPeriod: null }, answers: answered('noReturnPeriod', 'treatAsInTime', true) }, 'not fired period.keptByPerson receivedOn=2026-11-09 [case:case-1 contract:contract-1@1 orderLine:order-line-1 answer:noReturnPeriod]'],
  ['IV-PERIOD', { contract: { returnPeriod: null }, answers: answered('noReturnPeriod', 'treatAsLate', true) }, 'fired period.exceededByPerson receivedOn=2026-11-09 [case:case-1 contract:contract-1@1 orderLine:order-line-1 answer:noReturnPeriod]'],
  ['IV-PERIOD', { sold: { clientReceivedOn: null } }, 'not fired period.clientReceiptUnknown orderNumber=SO-1001 [case:case-1 contract:contract-1@1 orderLine:order-line-1]'],
  ['IV-PERIOD', { counted: { returnLineId: null } }, 'not fired period.orderUnknown [fact-group-1]'],

  ['III-REVIEW', {}, 'fired review.inTime sentOn=2026-11-10 dueOn=2026-11-13 [case:case-1 calendar:site-1@1 policy:policy-1@1]'],
  ['III-REVIEW', { office: { review: { outcome: 'authorised', sentOn: '2026-11-13' } } }, 'fired review.inTime sentOn=2026-11-13 dueOn=2026-11-13 [case:case-1 calendar:site-1@1 policy:policy-1@1]'],
  ['III-REVIEW', { office: { review: { outcome: 'authorised', sentOn: '2026-11-14' } } }, 'not fired review.late sentOn=2026-11-14 dueOn=2026-11-13 [case:case-1 calendar:site-1@1 policy:policy-1@1]'],
  ['III-REVIEW', { office: { review: null }, asOf: '2026-11-13' }, 'not fired review.pending dueOn=2026-11-13 [case:case-1 calendar:site-1@1 policy:policy-1@1]'],
  ['III-REVIEW', { office: { review: null }, asOf: '2026-11-14' }, 'not fired review.overdue dueOn=2026-11-13 [case:case-1 calendar:site-1@1 policy:policy-1@1]'],
  ['III-REVIEW', { office: { application: null } }, 'not fired review.noApplication [case:case-1 calendar:site-1@1 policy:policy-1@1]'],

  ['III-INSPECT', {}, 'fired inspect.running arrivedOn=2026-11-18 dueOn=2026-11-30 [fact-arrival-1 calendar:site-1@1 policy:policy-1@1 contract:contract-1@1]'],
  ['III-INSPECT', { contract: null }, 'fired inspect.running arrivedOn=2026-11-18 dueOn=2026-11-30 [fact-arrival-1 calendar:site-1@1 policy:policy-1@1]'],
  ['III-INSPECT', { asOf: '2026-11-30' }, 'fired inspect.running arrivedOn=2026-11-18 dueOn=2026-11-30 [fact-arrival-1 calendar:site-1@1 policy:policy-1@1 contract:contract-1@1]'],
  ['III-INSPECT', { asOf: '2026-12-01' }, 'not fired inspect.overdue arrivedOn=2026-11-18 dueOn=2026-11-30 [fact-arrival-1 calendar:site-1@1 policy:policy-1@1 contract:contract-1@1]'],
  ['III-INSPECT', { contract: { inspection: { receiptDayCounts: true, cutOff: null } } }, 'fired inspect.running arrivedOn=2026-11-18 dueOn=2026-11-27 [fact-arrival-1 calendar:site-1@1 policy:policy-1@1 contract:contract-1@1]'],
  ['III-INSPECT', { contract: { inspection: { receiptDayCounts: false, cutOff: '09:59' } } }, 'fired inspect.running arrivedOn=2026-11-18 dueOn=2026-12-01 [fact-arrival-1 calendar:site-1@1 policy:policy-1@1 contract:contract-1@1]'],
  ['III-INSPECT', { clockHolds: [{ heldOn: '2026-11-18', releasedOn: null, reason: 'awaitingClient' }] }, 'fired inspect.running arrivedOn=2026-11-18 dueOn=2026-12-01 [fact-arrival-1 calendar:site-1@1 policy:policy-1@1 contract:contract-1@1]'],
  ['III-INSPECT', { clockHolds: [{ heldOn: '2026-11-18', releasedOn: '2026-11-24', reason: 'awaitingClient' }] }, 'fired inspect.running arrivedOn=2026-11-18 dueOn=2026-12-03 [fact-arrival-1 calendar:site-1@1 policy:policy-1@1 contract:contract-1@1]'],
  ['III-INSPECT', { holds: [aHold()] }, 'fired inspect.running arrivedOn=2026-11-18 dueOn=2026-11-30 [fact-arrival-1 calendar:site-1@1 policy:policy-1@1 contract:contract-1@1]'],

  ['III-SHIPCOST', { found: [aFinding()] }, 'fired shipCost.weBear [case:case-1 fact-group-1]'],
  ['III-SHIPCOST', { found: [sound] }, 'fired shipCost.clientBears [case:case-1 fact-group-1]'],
  ['III-SHIPCOST', { office: { objectedOn: '2026-11-04' }, found: [outbound] }, 'fired shipCost.ourCarrierBears [case:case-1 fact-group-1]'],
  ['III-SHIPCOST', { found: [caused({ cause: 'unknown' })], answers: answered('responsibleUnknown', 'clientCarrier') }, 'fired shipCost.clientCarrierBears [case:case-1 fact-group-1]'],
  ['III-SHIPCOST', { found: [caused({ cause: 'unknown' })], answers: answered('responsibleUnknown', 'sharedHalf') }, 'fired shipCost.sharedHalf [case:case-1 fact-group-1]'],
  ['III-SHIPCOST', { found: [caused({}, 3), also({ cause: 'unknown' }, 7)], answers: [...answered('responsibleUnknown', 'client'), ...answered('mixedFreight', 'sharedHalf', true)] }, 'fired shipCost.sharedHalf [case:case-1 fact-group-1 answer:mixedFreight]'],
  ['III-SHIPCOST', { found: [caused({}, 3), also({ cause: 'unknown' }, 7)], answers: answered('responsibleUnknown', 'client') }, 'not fired shipCost.undetermined [case:case-1 fact-group-1]'],
  ['III-SHIPCOST', {}, 'not fired shipCost.undetermined [case:case-1 fact-group-1]'],
  ['V-CSM', {}, 'fired csm.notify manager=Ines Romero [client:client-1]'],
  ['V-IMPROVE', { found: [aFinding()] }, 'fired improve.countsIn outcome=upheld [case:case-1 policy:policy-1@1]'],
  ['V-IMPROVE', { found: [sound] }, 'fired improve.countsIn outcome=notUpheld [case:case-1 policy:policy-1@1]'],
  ['V-IMPROVE', {}, 'not fired improve.undecided [case:case-1 policy:policy-1@1]'],
];

test.each(explanations)('%s: %j is %s', (clause, situation, says) => {
  const decision = decided(situation);
  const [group] = decision.portions;
  const outcome = [...decision.clauses, ...(group?.clauses ?? [])].find((c) => c.clause === clause);
  expect(outcome ? told(outcome) : '').toBe(says);
});

test('without a client or an arrival, those clauses say so', () => {
  const input = aPolicyInput({ client: null, arrivals: [] });
  const decision = decideCase(input);
  const { clauses } = decision.ok ? decision.value : { clauses: [] };
  expect(
    clauses.filter((c) => c.clause === 'V-CSM' || c.clause === 'III-INSPECT').map(told),
  ).toEqual(['not fired inspect.noArrival []', 'not fired csm.clientUnknown [case:case-1]']);
});

test('days the calendar does not hold are counted by nobody, and each clause says so', () => {
  const input = aSituation({
    contract: { objectionPeriod: { days: 3, kind: 'workingDays', receiptDayCounts: false } },
    office: { objectedOn: '2026-11-04' },
    found: [outbound],
  });
  const calendar = newYorkCalendar({ validUntil: '2026-11-04' });
  const decision = decideCase({ ...input, calendar });
  const { clauses = [], portions = [] } = decision.ok ? decision.value : {};
  const said = [...clauses, ...(portions[0]?.clauses ?? [])].map(told);
  expect(said).toEqual(
    expect.arrayContaining([
      'not fired review.notCounted [case:case-1 calendar:site-1@1 policy:policy-1@1]',
      'not fired inspect.notCounted arrivedOn=2026-11-18 [fact-arrival-1 calendar:site-1@1 policy:policy-1@1 contract:contract-1@1]',
      'not fired apply.noReturnPeriod field=calendar [case:case-1 contract:contract-1@1]',
      'not fired transport.promptlyNotDefined field=calendar objectedOn=2026-11-04 [fact-finding-1 orderLine:order-line-1 case:case-1 contract:contract-1@1]',
    ]),
  );
});

test('a serial returned before is asked about, and refused by III-REFUND alone', () => {
  const input = aSituation({
    counted: { serials: ['S1'], quantity: 1 },
    found: [aFinding({ quantity: 1 })],
  });
  const before = { unitGroupId: unitGroupId('group-1'), serial: 'S1', caseId: caseId('case-9') };
  const decide = (answers: Answer[]) =>
    decideCase({ ...input, serialsElsewhere: [before], answers });
  const open = decide([]);
  expect(open.ok && open.value.questions.map(asked)).toEqual([
    'serialAgain of group-1 0-1 III-REFUND/III-APPLY: ask.serialAgain serial=S1 caseId=case-9 [fact-group-1 case:case-9]',
  ]);
  const refused = decide(answered('serialAgain', 'refuseAgain'));
  const clauses = refused.ok ? (refused.value.portions[0]?.clauses ?? []) : [];
  expect(clauses.filter(({ clause }) => clause === 'III-REFUND').map(told)).toEqual([
    'not fired refund.serialReturnedBefore serial=S1 [fact-group-1 case:case-9 answer:serialAgain]',
  ]);
});

test('of two arrivals the one due first is the clock of the case', () => {
  const second = anArrival({ id: aFinding({ findingId: findingId('b') }).id });
  for (const arrivals of [
    [anArrival(), second],
    [second, anArrival()],
  ]) {
    const decision = decideCase(aPolicyInput({ arrivals }));
    const inspect = decision.ok && decision.value.clauses.find((c) => c.clause === 'III-INSPECT');
    expect(inspect && inspect.facts[0]).toBe('fact-arrival-1');
  }
  const earlier = { ...second, at: recordedOn('2026-11-17') };
  const decision = decideCase(aPolicyInput({ arrivals: [anArrival(), earlier] }));
  const inspect = decision.ok && decision.value.clauses.find((c) => c.clause === 'III-INSPECT');
  expect(inspect && told(inspect)).toContain('arrivedOn=2026-11-17 dueOn=2026-11-27');
});

// biome-ignore format: one question a line
const questions: readonly (readonly [situation: Situation, says: string])[] = [
  [{ office: late, found: [aFinding(), also({ cause: 'manufacturing' })] }, 'lateRealDefect of group-1 0-10 II-QUALITY/IV-PERIOD: ask.lateRealDefect quantity=10 receivedOn=2026-11-24 dueOn=2026-11-23 clause=II-QUALITY [fact-group-1 case:case-1 contract:contract-1@1 orderLine:order-line-1 calendar:site-1@1]'],
  [{ found: [aFinding(), also({ cause: 'wear', claimed: false, code: 'transport.wet' })] }, 'intactMeaning of group-1 0-10 III-REFUND/II-QUALITY: ask.notIntact quantity=10 beyond=transport.wet [fact-group-1 fact-finding-2]'],
  [{ sold: { customised: true }, found: [caused({ cause: 'orderError' }, 4), also({}, 6)] }, 'customisedOurError of group-1 6-10 IV-CUSTOM/II-ORDER: ask.customisedOurError quantity=4 clause=II-ORDER [fact-group-1 orderLine:order-line-1]'],
  [{ contract: { objectionPeriod: null }, office: { objectedOn: '2026-11-04' }, found: [outbound] }, 'promptlyUndefined of group-1 0-10 II-TRANSPORT/III-APPLY: ask.promptlyNotDefined objectedOn=2026-11-04 receivedOn=2026-11-02 field=contract.objectionPeriod [fact-finding-1 case:case-1 contract:contract-1@1 orderLine:order-line-1]'],
  [{ found: [caused({ cause: 'unknown' })] }, 'responsibleUnknown of group-1 0-10 II-QUALITY/III-SHIPCOST: ask.causeUnclear quantity=10 cause=unknown [fact-finding-1 orderLine:order-line-1]'],
  [{ sold: theirs, found: [outbound] }, 'responsibleUnknown of group-1 0-10 II-TRANSPORT/III-SHIPCOST: ask.carrierChosenByClient quantity=10 carrier=Own van [fact-finding-1 orderLine:order-line-1]'],
  [{ sold: nobodys, found: [outbound] }, 'responsibleUnknown of group-1 0-10 II-TRANSPORT/III-SHIPCOST: ask.carrierChoiceUnknown quantity=10 carrier=Somebody [fact-finding-1 orderLine:order-line-1]'],
  [{ sold: theirs, found: [outbound, also({ cause: 'unknown' }, 0)] }, 'responsibleUnknown of group-1 0-10 II-TRANSPORT/III-SHIPCOST: ask.carrierChosenByClient quantity=10 carrier=Own van [fact-finding-1 orderLine:order-line-1]'],
  [{ office: { objectedOn: '2026-11-06' }, found: [outbound] }, 'promptlyUndefined of group-1 0-10 II-TRANSPORT/III-APPLY: ask.objectedLate objectedOn=2026-11-06 dueOn=2026-11-05 [fact-finding-1 case:case-1 contract:contract-1@1 orderLine:order-line-1]'],
  [{ found: [outbound] }, 'promptlyUndefined of group-1 0-10 II-TRANSPORT/III-APPLY: ask.objectionNotKnown [fact-finding-1 case:case-1 contract:contract-1@1 orderLine:order-line-1]'],
  [{ sold: { clientReceivedOn: null }, office: { objectedOn: '2026-11-04' }, found: [outbound] }, 'promptlyUndefined of group-1 0-10 II-TRANSPORT/III-APPLY: ask.objectionReceiptUnknown [fact-finding-1 case:case-1 contract:contract-1@1 orderLine:order-line-1]'],
  [{ found: [caused({ cause: 'wear' })], answers: answered('responsibleUnknown', 'ourCarrier') }, 'promptlyUndefined of group-1 0-10 II-TRANSPORT/III-APPLY: ask.objectionNotKnown [fact-finding-1 case:case-1 contract:contract-1@1 orderLine:order-line-1]'],
  [{ policy: { clientEvidence: ['inspectionReport'], ...readings('evidenceAfterInspection', 'ask') }, found: [aFinding()] }, 'evidenceMissing of the case III-APPLY/II-QUALITY: ask.evidenceMissing what=inspectionReport [case:case-1 policy:policy-1@1]'],
  [{ contract: { returnPeriod: null }, found: [aFinding()] }, 'noReturnPeriod of the case III-APPLY/IV-PERIOD: ask.noReturnPeriod field=contract.returnPeriod [case:case-1 contract:contract-1@1]'],
  [{ contract: null, found: [aFinding()] }, 'noReturnPeriod of the case III-APPLY/IV-PERIOD: ask.noReturnPeriod field=contract [case:case-1]'],
  [{ office: { application: null, review: null }, found: [aFinding()] }, 'blindReturn of the case III-APPLY/III-INSPECT: ask.noApplication [case:case-1 fact-arrival-1]'],
  [{ office: { review: null }, found: [aFinding()] }, 'blindReturn of the case III-REVIEW/III-INSPECT: ask.arrivedBeforeReview [case:case-1 fact-arrival-1]'],
  [{ office: { review: { outcome: 'denied', sentOn: '2026-11-10' } }, found: [aFinding()] }, 'blindReturn of the case III-REVIEW/III-INSPECT: ask.reviewDenied sentOn=2026-11-10 [case:case-1 fact-arrival-1]'],
  [{ office: { review: { outcome: 'moreInformation', sentOn: '2026-11-10' } }, found: [aFinding()] }, 'blindReturn of the case III-REVIEW/III-INSPECT: ask.reviewWantsMore sentOn=2026-11-10 [case:case-1 fact-arrival-1]'],
  [{ counted: otherArticle, found: [aFinding()] }, 'blindReturn of group-1 0-10 III-APPLY/II-ORDER: ask.otherArticle article=Pump 50 ordered=PUMP-40 [fact-group-1 line:line-1 orderLine:order-line-1]'],
  [{ counted: { identity: 'mismatch_instance' }, found: [aFinding()] }, 'blindReturn of group-1 0-10 III-APPLY/II-ORDER: ask.foreignSerial article=PUMP-40 [fact-group-1 line:line-1 orderLine:order-line-1]'],
  [{ counted: { identity: 'mismatch_quantity' }, found: [aFinding()] }, 'blindReturn of group-1 0-10 III-APPLY/II-ORDER: ask.otherQuantity quantity=10 [fact-group-1 line:line-1 orderLine:order-line-1]'],
  [{ contract: { returnPeriod: null }, found: [aFinding()], answers: answered('noReturnPeriod', 'treatAsLate', true) }, 'lateRealDefect of group-1 0-10 II-QUALITY/IV-PERIOD: ask.lateRealDefect quantity=10 receivedOn=2026-11-09 dueOn= clause=II-QUALITY [fact-group-1 case:case-1 contract:contract-1@1 orderLine:order-line-1 answer:noReturnPeriod]'],
  [{ counted: { returnLineId: null, article: { gtin: '09521101530018', number: null, name: '' } } }, 'blindReturn of group-1 0-10 III-APPLY/II-ORDER: ask.orderUnknown article=09521101530018 [fact-group-1]'],
];

describe('what a person is asked', () => {
  test.each(questions)('%j', (situation, says) => {
    expect(decided(situation).questions.map(asked)).toEqual([says]);
  });

  test('being late ourselves is our breach: it asks nobody and holds no money back', () => {
    const overdue = decided({ found: [aFinding()], asOf: '2026-12-01' });
    expect([overdue.standing, overdue.questions, overdue.refundAmount]).toEqual([
      'upheld',
      [],
      125_000,
    ]);
    const notInspected = overdue.clauses.find((c) => c.clause === 'III-INSPECT');
    expect(notInspected?.why.code).toBe('inspect.overdue');
  });

  test('questions of the case stand beside those of each portion, which name its units', () => {
    const decision = decided({
      office: { ...late, review: null },
      sold: theirs,
      found: [caused({}, 5), also({ cause: 'outboundTransport' }, 5)],
    });
    expect(decision.questions.map((q) => [q.question, q.units])).toEqual([
      ['blindReturn', []],
      ['lateRealDefect', [{ from: 0, to: 5 }]],
      ['responsibleUnknown', [{ from: 5, to: 10 }]],
    ]);
  });
});

function decided(situation: Situation): CaseDecision {
  const decision = decideCase(aSituation(situation));
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return decision.value;
}

function told({ facts, fired, why }: ClauseOutcome): string {
  return `${fired ? '' : 'not '}fired ${reason(why)} [${facts.join(' ')}]`;
}

function asked({ clauses, facts, question, unitGroupId: about, units, why }: Question): string {
  const named = units.map(({ from, to }) => ` ${from}-${to}`).join('');
  return `${question} of ${about ?? 'the case'}${named} ${clauses.join('/')}: ${reason(why)} [${facts.join(' ')}]`;
}

function reason({ code, data }: ClauseOutcome['why']): string {
  return [code, ...Object.entries(data).map(([key, value]) => `${key}=${value}`)].join(' ');
}

function readings(
  name: 'lateRealDefect' | 'customisedOurError' | 'evidenceAfterInspection',
  reading: 'accept' | 'ask' = 'accept',
): NonNullable<Situation['policy']> {
  return {
    readings: {
      lateRealDefect: 'ask',
      customisedOurError: 'ask',
      unknownLiability: 'ask',
      blindReturn: 'ask',
      [name]: reading,
    },
  };
}
