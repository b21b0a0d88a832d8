/** Why a clause applies or not, what is asked of a person, what would change it, and the answers. */
export const why = {
  'why.quality.manufacturingDefect':
    '{quantity} of {of, plural, one {# unit has} other {# units have}} a defect from manufacturing.',
  'why.quality.personSaysUs':
    '{quantity} of {of, plural, one {# unit} other {# units}}: a supervisor found that we are responsible.',
  'why.quality.inferredFromSample':
    'Sample: {defective} of {inspected} inspected units are defective, which by the agreed plan stands for all {of}.',
  'why.quality.causeUnclear':
    '{quantity, plural, one {# unit has a defect whose cause} other {# units have a defect whose cause}} is not clear: {cause}.',
  'why.quality.personSaysOther':
    '{quantity, plural, one {# unit} other {# units}} with an unclear cause. A supervisor found responsible: {answer}.',
  'why.quality.misuseProved':
    '{quantity, plural, one {# unit was} other {# units were}} used improperly: {indicators} independent signs with photos, {needed} are needed.',
  'why.quality.misuseNotProved':
    'Improper use of {quantity, plural, one {# unit} other {# units}} is not proved: {indicators} of {needed} signs and {photos, plural, =0 {no photo} one {# photo} other {# photos}} so far.',
  'why.quality.noDefect': 'No defect found on {quantity, plural, one {# unit} other {# units}}.',
  'why.quality.otherCause':
    'The damage on {quantity, plural, one {# unit} other {# units}} comes from elsewhere, not from manufacturing.',
  'why.quality.notInspected':
    '{remaining, plural, one {# unit is} other {# units are}} not inspected yet.',

  'why.order.wrongArticle': 'Ordered was {ordered}, what came back is {found}.',
  'why.order.moreShippedThanOrdered': 'We shipped {shipped}, only {ordered} were ordered.',
  'why.order.errorFound':
    '{quantity} of {of, plural, one {# unit is} other {# units are}} not what was ordered.',
  'why.order.noErrorFound': 'No difference from the order was found.',
  'why.order.orderUnknown': 'Nobody knows yet which order these goods belong to.',
  'why.order.notInspected':
    '{remaining, plural, one {# unit is} other {# units are}} not inspected yet.',

  'why.transport.ourCarrierDamaged':
    '{quantity, plural, one {# unit} other {# units}} damaged by {carrier, select, none {our carrier, as a supervisor found} other {{carrier}, whom we chose}}. The client objected on {objectedOn}, in time until {dueOn}.',
  'why.transport.promptByPerson':
    '{quantity, plural, one {# unit} other {# units}} damaged by {carrier, select, none {our carrier, as a supervisor found} other {{carrier}, whom we chose}}. A supervisor found the objection prompt.',
  'why.transport.personSaysResponsible':
    '{quantity, plural, one {# unit} other {# units}} damaged on the way. A supervisor found responsible: {answer}.',
  'why.transport.personSaysOther':
    '{quantity, plural, one {# unit} other {# units}} damaged on the way, not at our cost. A supervisor found responsible: {answer}.',
  'why.transport.objectedLate':
    'Damaged by {carrier, select, none {our carrier, as a supervisor found} other {{carrier}}}, but the client objected on {objectedOn}; the last day was {dueOn}.',
  'why.transport.lateByPerson':
    'Damaged by {carrier, select, none {our carrier} other {{carrier}}}, but a supervisor found that the client did not object promptly.',
  'why.transport.promptlyNotDefined':
    'The client objected on {objectedOn}, but there is no period to measure it by: {field}.',
  'why.transport.noObjection':
    'Damaged by {carrier, select, none {our carrier, as a supervisor found} other {{carrier}}}, but the client made no objection.',
  'why.transport.clientReceiptUnknown':
    'Order {orderNumber} does not say when the client received the goods.',
  'why.transport.carrierChosenByClient':
    'The client chose the carrier{carrier, select, none {} other {, {carrier}}}.',
  'why.transport.carrierChoiceUnknown':
    'Nobody knows who chose the carrier{carrier, select, none {} other {, {carrier}}}.',
  'why.transport.noDamageFound': 'No damage from the way to the client was found.',
  'why.transport.notInspected':
    '{remaining, plural, one {# unit is} other {# units are}} not inspected yet.',

  'why.apply.inTime': 'The application came on {receivedOn}, in time until {dueOn}.',
  'why.apply.inTimeByPerson':
    'The application came on {receivedOn}. A supervisor treats it as in time.',
  'why.apply.late': 'The application came on {receivedOn}, after the last day, {dueOn}.',
  'why.apply.lateByPerson': 'The application came on {receivedOn}. A supervisor treats it as late.',
  'why.apply.noApplication': 'No application is on file.',
  'why.apply.waivedByPerson': 'No application, but a supervisor treats the goods as this return.',
  'why.apply.noReturnPeriod': 'There is no return period to measure it by: {field}.',
  'why.apply.clientReceiptUnknown':
    'Order {orderNumber} does not say when the client received the goods.',
  'why.apply.orderUnknown': 'Nobody knows yet which order these goods belong to.',
  'why.apply.evidenceMissing': 'The application lacks: {what}.',

  'why.review.inTime': 'The answer went out on {sentOn}, in time until {dueOn}.',
  'why.review.late': 'The answer went out on {sentOn}, after the last day, {dueOn}.',
  'why.review.pending': 'The answer to the client is open until {dueOn}.',
  'why.review.overdue': 'The client has no answer yet; the last day was {dueOn}.',
  'why.review.noApplication': 'There is no application to review.',
  'why.review.notCounted': 'The days of the review cannot be counted: the calendar does not reach.',

  'why.shipCost.weBear': 'The return freight is ours to pay, the pick-up ours to arrange.',
  'why.shipCost.ourCarrierBears':
    'Our carrier is to pay. The pick-up is ours to arrange, its cost to be charged on.',
  'why.shipCost.clientBears': 'The return freight is the client’s to pay.',
  'why.shipCost.clientCarrierBears': 'The return freight is for the client’s carrier to pay.',
  'why.shipCost.sharedHalf': 'The return freight is shared, half each.',
  'why.shipCost.undetermined': 'Who pays is open until it is clear who is responsible.',

  'why.inspect.running': 'Goods arrived on {arrivedOn}; all must be done by {dueOn}.',
  'why.inspect.overdue': 'Goods arrived on {arrivedOn}; the last day was {dueOn}.',
  'why.inspect.noArrival': 'The goods are not here yet.',
  'why.inspect.notCounted':
    'Goods arrived on {arrivedOn}. The inspection period cannot be counted: the site’s calendar does not reach.',

  'why.refund.due': '{amount} may be refunded.',
  'why.refund.notIntactByPerson': 'A supervisor found the goods not intact: {beyond}.',
  'why.refund.notIntact': 'Damage beyond what is ours or the carrier’s: {beyond}.',
  'why.refund.notUpheld': 'The claim is not upheld.',
  'why.refund.undecided': 'It is not decided yet.',

  'why.custom.notCustomised': 'Not made to a client’s specification.',
  'why.custom.qualityIssue': 'Made to specification, but the defect is ours.',
  'why.custom.noQualityIssue': 'Made to specification and without a defect: no return.',
  'why.custom.ourErrorOrCarrier': 'Made to specification, and it is: {clause}.',
  'why.custom.acceptedByReading':
    'Made to specification; the policy grants it all the same: {clause}.',
  'why.custom.acceptedByPerson':
    'Made to specification; a supervisor grants it all the same: {clause}.',
  'why.custom.refusedByPerson': 'Made to specification; a supervisor does not grant it: {clause}.',
  'why.custom.notYetKnown': 'Made to specification; whether there is a defect is open.',
  'why.custom.orderUnknown': 'Nobody knows yet which order these goods belong to.',

  'why.period.kept': 'The application came on {receivedOn}, within the period until {dueOn}.',
  'why.period.keptByPerson':
    'The application came on {receivedOn}. A supervisor treats it as in time.',
  'why.period.exceeded': 'The application came on {receivedOn}; the period ended on {dueOn}.',
  'why.period.exceededByPerson':
    'The application came on {receivedOn}. A supervisor treats it as late.',
  'why.period.acceptedByReading':
    'Late ({receivedOn} instead of {dueOn}), but the policy lets a real defect through.',
  'why.period.acceptedByPerson':
    'Late ({receivedOn} instead of {dueOn}), but a supervisor lets the real defect through.',
  'why.period.noApplication': 'Without an application there is no period to measure.',
  'why.period.notStated': 'No return period is stated: {field}.',
  'why.period.clientReceiptUnknown':
    'Order {orderNumber} does not say when the client received the goods.',
  'why.period.orderUnknown': 'Nobody knows yet which order these goods belong to.',

  'why.csm.notify':
    'The client’s customer service manager is {manager}. Quayside sends them no message.',
  'why.csm.clientUnknown': 'Nobody knows yet whose goods these are.',
  'why.improve.countsIn': 'For an analysis of returns this case is: {outcome}.',
  'why.improve.undecided': 'For an analysis of returns this case has no outcome yet.',

  'why.ask.lateRealDefect':
    '{quantity, plural, one {# unit} other {# units}}: the fault is ours ({clause}), but the application came on {receivedOn}, after {dueOn}.',
  'why.ask.notIntact':
    '{quantity, plural, one {# unit} other {# units}} with damage beyond what is ours or the carrier’s: {beyond}.',
  'why.ask.customisedOurError':
    '{quantity, plural, one {# unit} other {# units}} made to specification, and it is: {clause}.',
  'why.ask.promptlyNotDefined':
    'Received {receivedOn}, objected {objectedOn}. No objection period says whether that is prompt: {field}.',
  'why.ask.causeUnclear':
    'The cause on {quantity, plural, one {# unit} other {# units}} is not clear: {cause}.',
  'why.ask.carrierChosenByClient':
    '{quantity, plural, one {# unit} other {# units}} damaged on the way with {carrier, select, none {a carrier} other {{carrier},}} chosen by the client.',
  'why.ask.carrierChoiceUnknown':
    '{quantity, plural, one {# unit} other {# units}} damaged on the way{carrier, select, none {; nobody knows who carried them} other { with {carrier}; nobody knows who chose them}}.',
  'why.ask.freightShared':
    'One parcel, several faults: {ours, plural, one {# unit} other {# units}} at our cost, {theirs, plural, one {# unit} other {# units}} at the client’s. Who pays the freight?',
  'why.ask.noReturnPeriod': 'Is the application in time? No period says so: {field}.',
  'why.ask.noApplication': 'Goods without an application. Is it a return?',
  'why.ask.arrivedBeforeReview': 'The goods came before the client had an answer. Is it a return?',
  'why.ask.reviewDenied':
    'The client was told no on {sentOn} and sent the goods all the same. Is it a return?',
  'why.ask.reviewWantsMore':
    'The client was asked for more on {sentOn} and sent the goods instead. Is it a return?',
  'why.ask.orderUnknown': '{article}: no order of this client holds it. Is it a return?',
  'why.ask.otherArticle': 'Here is {article}, sold was {ordered}. Is it part of this return?',
  'why.ask.foreignSerial':
    '{article} with a serial number we did not sell on this order. Is it part of this return?',
  'why.ask.otherQuantity':
    '{quantity, plural, one {# unit} other {# units}} more than announced. Part of this return?',

  'why.evidence.required':
    '{severity, select, none {{reason, select, none {needed for every case} other {needed when the claim is “{reason}”}}} other {needed for the severity “{severity}”}}',
  'why.evidence.samePicture':
    'the photo given for it is the same picture as another of this case: take one of its own',
  'why.evidence.otherCase':
    'the photo given for it proves the claim of case {caseId} already: take one of these goods',

  'why.turn.causeIs':
    'if the cause of {codes} on {quantity, plural, one {# unit} other {# units}} were “{cause}” instead of “{from}”',
  'why.turn.misuseProved':
    'if {codes} on {quantity, plural, one {# unit} other {# units}} were proved to be improper use, with {indicators} signs and a photo',
  'why.turn.defectFound':
    'if a defect with the cause “{cause}” were found on {quantity, plural, one {# unit} other {# units}}',
  'why.turn.noDefectFound':
    'if no defect were found on {quantity, plural, one {# unit} other {# units}}',
  'why.turn.appliedBy': 'if the application had come by {dueOn}',
  'why.turn.objectedBy': 'if the client had objected by {dueOn}',
  'why.turn.clientReceivedOn': 'if the client had received the goods on {on}',
  'why.turn.evidenceSent': 'if the client had sent: {what}',
  'why.turn.answered': 'if a supervisor answered “{question}” with “{answer}”',
  'why.turn.approvedQuantity':
    'if the review had allowed {quantity, plural, one {# unit} other {# units}}',
  'why.turn.reviewAuthorises': 'if the review had authorised the return',
  'why.turn.notCustomised': 'if it had not been made to specification',
  'why.turn.carrierChosenByUs': 'if we had chosen the carrier',
  'why.turn.identityMatches': 'if these were the announced goods',
  'why.turn.linkedTo': 'if they belonged to order {orderNumber}',

  'answer.lateRealDefect.acceptLate': 'Our fault counts: take it back although late',
  'answer.lateRealDefect.refuseLate': 'The period counts: pay nothing',
  'answer.intactMeaning.payInFull': 'Pay in full',
  'answer.intactMeaning.refuseNotIntact': 'Not intact: pay nothing',
  'answer.customisedOurError.acceptCustomised': 'Our error counts: take it back',
  'answer.customisedOurError.refuseCustomised': 'Made to specification: no return',
  'answer.promptlyUndefined.objectedPromptly': 'Yes, it was prompt',
  'answer.promptlyUndefined.objectedTooLate': 'No, it was too late',
  'answer.startedLate.startNow': 'Start the refund now',
  'answer.startedLate.agreeNewDateWithClient': 'Agree a new date with the client first',
  'answer.responsibleUnknown.us': 'We are',
  'answer.responsibleUnknown.ourCarrier': 'Our carrier',
  'answer.responsibleUnknown.client': 'The client',
  'answer.responsibleUnknown.clientCarrier': 'The client’s carrier',
  'answer.responsibleUnknown.sharedHalf': 'Both, half each',
  'answer.noReturnPeriod.treatAsInTime': 'Treat it as in time',
  'answer.noReturnPeriod.treatAsLate': 'Treat it as late',
  'answer.blindReturn.acceptAsReturn': 'Yes, treat it as this return',
  'answer.blindReturn.refuseAsReturn': 'No, keep it for the client',

  'cause.mixed': 'several causes',
  'paper.contract': 'the contract is missing',
  'paper.contract.returnPeriod': 'the contract names no return period',
  'paper.contract.objectionPeriod': 'the contract names no objection period',
  'paper.calendar': 'the calendar to count by is missing, or ends before',
  'clientEvidence.photos': 'photos',
  'clientEvidence.description': 'a description',
  'clientEvidence.inspectionReport': 'an inspection report',
  'data.notNamed': 'not named',
  'why.quality.sampleSound':
    'Sample: {defective} of {inspected} inspected units are defective, which the agreed plan lets pass for all {of}.',
  'why.quality.noneRecorded':
    'No manufacturing defect was recorded on {quantity, plural, one {# unit} other {# units}}.',
  'why.order.neverShipped':
    'Here is {found}; ordered was {ordered}, shipped was {shipped}. It is neither.',
  'why.transport.objectionNotKnown':
    'Damaged by {carrier, select, none {our carrier, as a supervisor found} other {{carrier}}}. Whether the client objected is not known.',
  'why.transport.causeUnclear':
    'Whether the damage on {quantity, plural, one {# unit} other {# units}} is from the way is not clear.',
  'why.transport.noneInSample': 'No damage from the way was found in the sample.',
  'why.apply.evidenceNoted':
    'The application lacks: {what}. Our own inspection proved the claim, so it is only noted.',
  'why.apply.refusedByPerson': 'A supervisor does not treat these goods as a return.',
  'why.apply.foreignByPerson': 'A supervisor found that these units are not part of the return.',
  'why.shipCost.proRata': 'The return freight is shared by the value on each side.',
  'why.refund.moreThanApproved': '{granted} of {of} units: the review authorised {most}.',
  'why.refund.moreThanRequested':
    '{granted} of {of} units: {most} were requested, and the review named no other number.',
  'why.refund.moreThanShipped': '{granted} of {of} units: {most} were shipped.',
  'why.refund.grantedElsewhere':
    '{granted} of {of} units: only {most} of this order line were not granted in another case.',
  'why.refund.worthGrantedElsewhere':
    '{amount} for these units: other cases were granted the rest of what was invoiced for the order line.',
  'why.refund.serialReturnedBefore': 'Serial number {serial} was returned in another case already.',
  'why.ask.objectedLate':
    'The client objected on {objectedOn}; the last day was {dueOn}. Does it count as prompt?',
  'why.ask.objectionReceiptUnknown':
    'The client objected, but nobody knows when the goods were received. Was it prompt?',
  'why.ask.objectionNotKnown': 'Damaged by our carrier. Did the client object promptly?',
  'why.ask.evidenceMissing': 'Our inspection proved the claim, but the application lacks: {what}.',
  'why.ask.serialAgain':
    'Serial number {serial} came back before, in case {caseId}, and was not shipped again since. Does it count once more?',
  'why.turn.onlyDefects':
    'if only the defects on {quantity, plural, one {# unit} other {# units}} had been recorded',
  'why.turn.onlySound':
    'if only “no defect” had been recorded on {quantity, plural, one {# unit} other {# units}}',
  'why.turn.shippedQuantity':
    'if {quantity, plural, one {# unit} other {# units}} had been ordered and shipped',
  'why.turn.notGrantedElsewhere': 'if nothing of this order line had been granted in another case',
  'why.turn.serialNotReturnedBefore': 'if serial number {serial} had not come back before',
  'answer.mixedFreight.us': 'We pay it',
  'answer.mixedFreight.ourCarrier': 'We pay it and charge our carrier',
  'answer.mixedFreight.client': 'The client pays it',
  'answer.mixedFreight.clientCarrier': 'The client pays it, for their carrier',
  'answer.mixedFreight.sharedHalf': 'Both, half each',
  'answer.mixedFreight.proRata': 'Both, by value',
  'answer.evidenceMissing.acceptWithout': 'Go on without them',
  'answer.evidenceMissing.waitForPapers': 'Wait for them',
  'answer.serialAgain.countAgain': 'Yes, it counts once more',
  'answer.serialAgain.refuseAgain': 'No, it was returned already',
} as const;
