/** Why a clause fires or not, what the policy asks, and what would change its answer. Ids carry the codes of shared/policy/whyCodes.ts. */
export const why = {
  'why.quality.manufacturingDefect':
    'A defect from manufacturing was found on {quantity} of {of} units.',
  'why.quality.personSaysUs': 'A supervisor holds us responsible for {quantity} of {of} units.',
  'why.quality.inferredFromSample':
    '{defective} of {inspected} inspected units are defective; by the agreed sampling this stands for all {of}.',
  'why.quality.causeUnclear': 'The cause on {quantity} units is not settled: {cause}.',
  'why.quality.personSaysOther':
    'A supervisor holds somebody else responsible for {quantity} units: {answer}.',
  'why.quality.misuseProved':
    'Improper use of {quantity} units is proved by {indicators} independent signs; {needed} are needed.',
  'why.quality.misuseNotProved':
    'Improper use of {quantity} units is not proved: {indicators} of {needed} signs, {photos} photos.',
  'why.quality.noDefect': 'No defect was found on {quantity} units.',
  'why.quality.otherCause':
    'What was found on {quantity} units comes from the order or from transport.',
  'why.quality.notInspected': '{remaining} units are not inspected yet.',

  'why.order.wrongArticle': 'Ordered was {ordered}, in the box is {found}.',
  'why.order.moreShippedThanOrdered': '{shipped} were shipped where {ordered} were ordered.',
  'why.order.errorFound': 'Our order error was found on {quantity} of {of} units.',
  'why.order.noErrorFound': 'Model, specification and quantity are as ordered.',
  'why.order.orderUnknown': 'The order these units came from is not known.',
  'why.order.notInspected': '{remaining} units are not inspected yet.',

  'why.transport.ourCarrierDamaged':
    '{carrier}, chosen by us, damaged {quantity} units; the client objected on {objectedOn}, in time until {dueOn}.',
  'why.transport.promptByPerson':
    '{carrier} damaged {quantity} units; a supervisor found the objection of {objectedOn} prompt.',
  'why.transport.personSaysResponsible':
    'A supervisor decided who answers for {quantity} damaged units: {answer}.',
  'why.transport.personSaysOther':
    'A supervisor holds somebody else responsible for {quantity} damaged units: {answer}.',
  'why.transport.objectedLate':
    'The client objected on {objectedOn}, after {dueOn}. Carrier: {carrier}.',
  'why.transport.lateByPerson':
    'A supervisor found the objection of {objectedOn} too late. Carrier: {carrier}.',
  'why.transport.promptlyNotDefined':
    'The client objected on {objectedOn}, but the contract does not say what “promptly” means.',
  'why.transport.noObjection': 'The client did not object to damage by {carrier}.',
  'why.transport.clientReceiptUnknown':
    'When the client received order {orderNumber} is not known.',
  'why.transport.carrierChosenByClient': 'The client chose the carrier: {carrier}.',
  'why.transport.carrierChoiceUnknown': 'Who chose {carrier} is not known.',
  'why.transport.noDamageFound': 'No damage from the transport to the client was found.',
  'why.transport.notInspected': '{remaining} units are not inspected yet.',

  'why.apply.inTime': 'The application came on {receivedOn}, in time until {dueOn}.',
  'why.apply.inTimeByPerson':
    'A supervisor decided that the application of {receivedOn} came in time.',
  'why.apply.late': 'The application came on {receivedOn}, after {dueOn}.',
  'why.apply.lateByPerson': 'A supervisor decided that the application of {receivedOn} came late.',
  'why.apply.noApplication': 'There is no written application.',
  'why.apply.waivedByPerson': 'A supervisor accepted the goods without a written application.',
  'why.apply.noReturnPeriod':
    'The contract names no return period, so nobody can say if it was in time.',
  'why.apply.clientReceiptUnknown': 'When the client received order {orderNumber} is not known.',
  'why.apply.orderUnknown': 'The order these units came from is not known.',
  'why.apply.evidenceMissing': 'The application lacks: {what}.',

  'why.review.inTime': 'The answer went out on {sentOn}, in time until {dueOn}.',
  'why.review.late': 'The answer went out on {sentOn}, after {dueOn}.',
  'why.review.pending': 'The answer is due by {dueOn}.',
  'why.review.overdue': 'The answer was due by {dueOn}.',
  'why.review.noApplication': 'Without an application there is nothing to review.',

  'why.shipCost.weBear': 'The fault is ours: we pay the return freight and arrange the pick-up.',
  'why.shipCost.ourCarrierBears':
    'Our carrier is at fault: we arrange the pick-up and recharge them.',
  'why.shipCost.clientBears': 'The client is responsible and pays the return freight.',
  'why.shipCost.clientCarrierBears': 'The client’s carrier is responsible for the return freight.',
  'why.shipCost.sharedHalf': 'The return freight is shared, half each.',
  'why.shipCost.undetermined': 'Who pays the return freight is not decided yet.',

  'why.inspect.running': 'Received on {arrivedOn}; the seven working days end on {dueOn}.',
  'why.inspect.overdue': 'Received on {arrivedOn}; the seven working days ended on {dueOn}.',
  'why.inspect.noArrival': 'The goods have not arrived yet.',

  'why.refund.due': 'The conditions are met and the goods intact: {amount} by {method}, at once.',
  'why.refund.notIntactByPerson':
    'A supervisor refused the refund: {beyond} units are damaged beyond the claim.',
  'why.refund.notIntact': '{beyond} units are damaged beyond what was claimed.',
  'why.refund.notUpheld': 'The claim is not upheld.',
  'why.refund.undecided': 'The claim is not decided yet.',

  'why.custom.notCustomised': 'The goods were not made to the client’s specification.',
  'why.custom.qualityIssue': 'Made to specification, but with a quality issue.',
  'why.custom.noQualityIssue': 'Made to specification and without a quality issue.',
  'why.custom.ourErrorOrCarrier':
    'Made to specification, but this clause speaks for the client: {clause}.',
  'why.custom.acceptedByReading':
    'Made to specification; by the agreed reading this clause goes first: {clause}.',
  'why.custom.acceptedByPerson':
    'Made to specification; a supervisor let this clause go first: {clause}.',
  'why.custom.refusedByPerson':
    'Made to specification; a supervisor did not let this clause go first: {clause}.',
  'why.custom.notYetKnown': 'Whether there is a quality issue is not known yet.',
  'why.custom.orderUnknown': 'The order these units came from is not known.',

  'why.period.kept': 'Applied on {receivedOn}, within the period until {dueOn}.',
  'why.period.keptByPerson':
    'A supervisor decided that the application of {receivedOn} is in time.',
  'why.period.exceeded': 'Applied on {receivedOn}, outside of the period until {dueOn}.',
  'why.period.exceededByPerson':
    'A supervisor decided that the application of {receivedOn} is outside of the period.',
  'why.period.acceptedByReading':
    'Applied on {receivedOn}, after {dueOn}; by the agreed reading a real defect goes first.',
  'why.period.acceptedByPerson':
    'Applied on {receivedOn}, after {dueOn}; a supervisor accepted it for the real defect.',
  'why.period.noApplication': 'Without an application no period can be counted.',
  'why.period.notStated': 'The contract names no return period.',
  'why.period.clientReceiptUnknown': 'When the client received order {orderNumber} is not known.',
  'why.period.orderUnknown': 'The order these units came from is not known.',

  'why.csm.notify': '{manager} is told, and tells the client.',
  'why.csm.clientUnknown': 'The client is not known, so nobody can be told.',
  'why.improve.countsIn': 'Counts in the regular analysis as: {outcome}.',
  'why.improve.undecided': 'Counts once it is decided.',

  'why.ask.lateRealDefect':
    'A real defect on {quantity} units, but applied on {receivedOn}, after {dueOn}.',
  'why.ask.notIntact': '{beyond} of {quantity} units are damaged beyond what was claimed.',
  'why.ask.customisedOurError':
    '{quantity} units were made to specification, but this clause speaks for the client: {clause}.',
  'why.ask.promptlyNotDefined':
    'Received on {receivedOn}, objected on {objectedOn}. The contract does not say how long “promptly” is.',
  'why.ask.startedLate': 'Received on {arrivedOn}; the refund should have started by {dueOn}.',
  'why.ask.causeUnclear': 'The cause on {quantity} units is not settled: {cause}.',
  'why.ask.carrierChosenByClient':
    '{quantity} units were damaged by {carrier}, a carrier the client chose.',
  'why.ask.carrierChoiceUnknown':
    '{quantity} units were damaged by {carrier}; who chose them is not known.',
  'why.ask.freightShared':
    'In one shipment {ours} groups of units are our responsibility and {theirs} the client’s.',
  'why.ask.noReturnPeriod': 'The contract names no return period.',
  'why.ask.noApplication': 'The goods came without any application.',
  'why.ask.arrivedBeforeReview': 'The goods came before the application was reviewed.',
  'why.ask.reviewDenied': 'The return was denied on {sentOn}, but the goods came.',
  'why.ask.reviewWantsMore': 'The client was asked for more on {sentOn}, but the goods came.',
  'why.ask.orderUnknown': 'No order is known for {article}.',
  'why.ask.otherArticle': 'Announced was {ordered}, in the box is {article}.',
  'why.ask.foreignSerial': 'This {article} has a serial number we did not sell to this client.',
  'why.ask.otherQuantity': '{quantity} units more came than were announced.',

  'why.evidence.required': 'Required before approval.',

  'why.turn.causeIs': 'the cause on {quantity} units is {cause} instead of {from}',
  'why.turn.misuseProved':
    'improper use of {quantity} units is proved by {indicators} signs, with photos',
  'why.turn.defectFound': 'a defect is found on {quantity} units, cause: {cause}',
  'why.turn.noDefectFound': 'no defect is found on {quantity} units',
  'why.turn.beyondWasClaimed': 'the other damage on {quantity} units had been claimed, too',
  'why.turn.appliedBy': 'the application had come by {dueOn}',
  'why.turn.objectedBy': 'the client had objected by {dueOn}',
  'why.turn.clientReceivedOn': 'the client received the goods on {on}',
  'why.turn.evidenceSent': 'the client sends: {what}',
  'why.turn.answered': 'a supervisor answers: {answer}',
  'why.turn.approvedQuantity': '{quantity} units are authorised',
  'why.turn.reviewAuthorises': 'the review authorises the return',
  'why.turn.notCustomised': 'the goods were not made to specification',
  'why.turn.carrierChosenByUs': 'we chose the carrier',
  'why.turn.identityMatches': 'the goods are the ones announced',
  'why.turn.linkedTo': 'the units belong to order {orderNumber}',

  'clientEvidence.photos': 'photos',
  'clientEvidence.description': 'a description',
  'clientEvidence.inspectionReport': 'an inspection report',

  'answer.lateRealDefect.acceptLate': 'Accept it in spite of the delay',
  'answer.lateRealDefect.refuseLate': 'Refuse it as too late',
  'answer.intactMeaning.payInFull': 'Pay in full all the same',
  'answer.intactMeaning.refuseNotIntact': 'Refuse it as not intact',
  'answer.customisedOurError.acceptCustomised': 'Accept the return',
  'answer.customisedOurError.refuseCustomised': 'Refuse it as made to specification',
  'answer.promptlyUndefined.objectedPromptly': 'The objection was prompt',
  'answer.promptlyUndefined.objectedTooLate': 'The objection came too late',
  'answer.startedLate.startNow': 'Start the refund now',
  'answer.startedLate.agreeNewDateWithClient': 'Agree a new date with the client',
  'answer.responsibleUnknown.us': 'We are responsible',
  'answer.responsibleUnknown.ourCarrier': 'Our carrier is responsible',
  'answer.responsibleUnknown.client': 'The client is responsible',
  'answer.responsibleUnknown.clientCarrier': 'The client’s carrier is responsible',
  'answer.responsibleUnknown.sharedHalf': 'Shared, half each',
  'answer.noReturnPeriod.treatAsInTime': 'Treat it as in time',
  'answer.noReturnPeriod.treatAsLate': 'Treat it as late',
  'answer.blindReturn.acceptAsReturn': 'Accept it as a return',
  'answer.blindReturn.refuseAsReturn': 'Refuse it as a return',
} as const;
