import type { why as english } from '../en/why.ts';
import type { Translation } from '../translation.ts';

export const why: Translation<typeof english> = {
  'why.quality.manufacturingDefect':
    'An {quantity} von {of} Stück wurde ein Mangel aus der Herstellung gefunden.',
  'why.quality.personSaysUs': 'Die Leitung sieht uns für {quantity} von {of} Stück in der Pflicht.',
  'why.quality.inferredFromSample':
    '{defective} von {inspected} geprüften Stück sind mangelhaft; nach der vereinbarten Stichprobe gilt das für alle {of}.',
  'why.quality.causeUnclear': 'Die Ursache an {quantity} Stück ist nicht geklärt: {cause}.',
  'why.quality.personSaysOther':
    'Die Leitung sieht jemand anders für {quantity} Stück in der Pflicht: {answer}.',
  'why.quality.misuseProved':
    'Unsachgemäßer Gebrauch von {quantity} Stück ist durch {indicators} unabhängige Zeichen belegt; nötig sind {needed}.',
  'why.quality.misuseNotProved':
    'Unsachgemäßer Gebrauch von {quantity} Stück ist nicht belegt: {indicators} von {needed} Zeichen, {photos} Fotos.',
  'why.quality.noDefect': 'An {quantity} Stück wurde kein Mangel gefunden.',
  'why.quality.otherCause':
    'Was an {quantity} Stück gefunden wurde, kommt aus der Bestellung oder vom Transport.',
  'why.quality.notInspected': '{remaining} Stück sind noch nicht geprüft.',

  'why.order.wrongArticle': 'Bestellt war {ordered}, im Karton ist {found}.',
  'why.order.moreShippedThanOrdered': '{shipped} wurden geliefert, {ordered} waren bestellt.',
  'why.order.errorFound': 'An {quantity} von {of} Stück wurde unser Lieferfehler gefunden.',
  'why.order.noErrorFound': 'Modell, Ausführung und Menge sind wie bestellt.',
  'why.order.orderUnknown': 'Die Bestellung zu diesen Stücken ist nicht bekannt.',
  'why.order.notInspected': '{remaining} Stück sind noch nicht geprüft.',

  'why.transport.ourCarrierDamaged':
    '{carrier}, von uns gewählt, hat {quantity} Stück beschädigt; der Kunde rügte am {objectedOn}, rechtzeitig bis {dueOn}.',
  'why.transport.promptByPerson':
    '{carrier} hat {quantity} Stück beschädigt; die Leitung hält die Rüge vom {objectedOn} für rechtzeitig.',
  'why.transport.personSaysResponsible':
    'Die Leitung hat entschieden, wer für {quantity} beschädigte Stück einsteht: {answer}.',
  'why.transport.personSaysOther':
    'Die Leitung sieht jemand anders für {quantity} beschädigte Stück in der Pflicht: {answer}.',
  'why.transport.objectedLate':
    'Der Kunde rügte am {objectedOn}, nach dem {dueOn}. Frachtführer: {carrier}.',
  'why.transport.lateByPerson':
    'Die Leitung hält die Rüge vom {objectedOn} für zu spät. Frachtführer: {carrier}.',
  'why.transport.promptlyNotDefined':
    'Der Kunde rügte am {objectedOn}, aber der Vertrag sagt nicht, was „unverzüglich“ heißt.',
  'why.transport.noObjection': 'Der Kunde hat keinen Schaden durch {carrier} gerügt.',
  'why.transport.clientReceiptUnknown':
    'Wann der Kunde die Bestellung {orderNumber} erhielt, ist nicht bekannt.',
  'why.transport.carrierChosenByClient': 'Der Kunde hat den Frachtführer gewählt: {carrier}.',
  'why.transport.carrierChoiceUnknown': 'Wer {carrier} gewählt hat, ist nicht bekannt.',
  'why.transport.noDamageFound': 'Kein Schaden vom Transport zum Kunden wurde gefunden.',
  'why.transport.notInspected': '{remaining} Stück sind noch nicht geprüft.',

  'why.apply.inTime': 'Der Antrag kam am {receivedOn}, rechtzeitig bis {dueOn}.',
  'why.apply.inTimeByPerson':
    'Die Leitung hat entschieden, dass der Antrag vom {receivedOn} rechtzeitig kam.',
  'why.apply.late': 'Der Antrag kam am {receivedOn}, nach dem {dueOn}.',
  'why.apply.lateByPerson':
    'Die Leitung hat entschieden, dass der Antrag vom {receivedOn} zu spät kam.',
  'why.apply.noApplication': 'Es gibt keinen schriftlichen Antrag.',
  'why.apply.waivedByPerson': 'Die Leitung hat die Ware ohne schriftlichen Antrag angenommen.',
  'why.apply.noReturnPeriod':
    'Der Vertrag nennt keine Rückgabefrist, also lässt sich nicht sagen, ob er rechtzeitig war.',
  'why.apply.clientReceiptUnknown':
    'Wann der Kunde die Bestellung {orderNumber} erhielt, ist nicht bekannt.',
  'why.apply.orderUnknown': 'Die Bestellung zu diesen Stücken ist nicht bekannt.',
  'why.apply.evidenceMissing': 'Dem Antrag fehlt: {what}.',

  'why.review.inTime': 'Die Antwort ging am {sentOn} hinaus, rechtzeitig bis {dueOn}.',
  'why.review.late': 'Die Antwort ging am {sentOn} hinaus, nach dem {dueOn}.',
  'why.review.pending': 'Die Antwort ist bis {dueOn} fällig.',
  'why.review.overdue': 'Die Antwort war bis {dueOn} fällig.',
  'why.review.noApplication': 'Ohne Antrag gibt es nichts durchzusehen.',

  'why.shipCost.weBear': 'Der Fehler liegt bei uns: Wir zahlen die Rückfracht und lassen abholen.',
  'why.shipCost.ourCarrierBears':
    'Der Fehler liegt bei unserem Frachtführer: Wir lassen abholen und belasten ihn.',
  'why.shipCost.clientBears': 'Der Kunde ist verantwortlich und zahlt die Rückfracht.',
  'why.shipCost.clientCarrierBears':
    'Der Frachtführer des Kunden ist für die Rückfracht verantwortlich.',
  'why.shipCost.sharedHalf': 'Die Rückfracht wird hälftig geteilt.',
  'why.shipCost.undetermined': 'Wer die Rückfracht zahlt, ist noch nicht entschieden.',

  'why.inspect.running': 'Angekommen am {arrivedOn}; die sieben Arbeitstage enden am {dueOn}.',
  'why.inspect.overdue': 'Angekommen am {arrivedOn}; die sieben Arbeitstage endeten am {dueOn}.',
  'why.inspect.noArrival': 'Die Ware ist noch nicht angekommen.',

  'why.refund.due':
    'Die Bedingungen sind erfüllt und die Ware ist unversehrt: {amount} per {method}, sofort.',
  'why.refund.notIntactByPerson':
    'Die Leitung hat die Erstattung abgelehnt: {beyond} Stück sind über die Rüge hinaus beschädigt.',
  'why.refund.notIntact': '{beyond} Stück sind über die Rüge hinaus beschädigt.',
  'why.refund.notUpheld': 'Der Anspruch ist nicht begründet.',
  'why.refund.undecided': 'Über den Anspruch ist noch nicht entschieden.',

  'why.custom.notCustomised': 'Die Ware ist keine Sonderanfertigung.',
  'why.custom.qualityIssue': 'Sonderanfertigung, aber mit Qualitätsmangel.',
  'why.custom.noQualityIssue': 'Sonderanfertigung ohne Qualitätsmangel.',
  'why.custom.ourErrorOrCarrier':
    'Sonderanfertigung, aber diese Klausel spricht für den Kunden: {clause}.',
  'why.custom.acceptedByReading':
    'Sonderanfertigung; nach der vereinbarten Lesart geht diese Klausel vor: {clause}.',
  'why.custom.acceptedByPerson':
    'Sonderanfertigung; die Leitung lässt diese Klausel vorgehen: {clause}.',
  'why.custom.refusedByPerson':
    'Sonderanfertigung; die Leitung lässt diese Klausel nicht vorgehen: {clause}.',
  'why.custom.notYetKnown': 'Ob ein Qualitätsmangel vorliegt, ist noch nicht bekannt.',
  'why.custom.orderUnknown': 'Die Bestellung zu diesen Stücken ist nicht bekannt.',

  'why.period.kept': 'Beantragt am {receivedOn}, innerhalb der Frist bis {dueOn}.',
  'why.period.keptByPerson':
    'Die Leitung hat entschieden, dass der Antrag vom {receivedOn} rechtzeitig ist.',
  'why.period.exceeded': 'Beantragt am {receivedOn}, außerhalb der Frist bis {dueOn}.',
  'why.period.exceededByPerson':
    'Die Leitung hat entschieden, dass der Antrag vom {receivedOn} außerhalb der Frist ist.',
  'why.period.acceptedByReading':
    'Beantragt am {receivedOn}, nach dem {dueOn}; nach der vereinbarten Lesart geht ein echter Mangel vor.',
  'why.period.acceptedByPerson':
    'Beantragt am {receivedOn}, nach dem {dueOn}; die Leitung hat es wegen des echten Mangels angenommen.',
  'why.period.noApplication': 'Ohne Antrag lässt sich keine Frist zählen.',
  'why.period.notStated': 'Der Vertrag nennt keine Rückgabefrist.',
  'why.period.clientReceiptUnknown':
    'Wann der Kunde die Bestellung {orderNumber} erhielt, ist nicht bekannt.',
  'why.period.orderUnknown': 'Die Bestellung zu diesen Stücken ist nicht bekannt.',

  'why.csm.notify': '{manager} erfährt es und sagt es dem Kunden.',
  'why.csm.clientUnknown': 'Der Kunde ist nicht bekannt, also kann niemand es erfahren.',
  'why.improve.countsIn': 'Zählt in der regelmäßigen Auswertung als: {outcome}.',
  'why.improve.undecided': 'Zählt, sobald entschieden ist.',

  'why.ask.lateRealDefect':
    'Ein echter Mangel an {quantity} Stück, aber beantragt am {receivedOn}, nach dem {dueOn}.',
  'why.ask.notIntact': '{beyond} von {quantity} Stück sind über die Rüge hinaus beschädigt.',
  'why.ask.customisedOurError':
    '{quantity} Stück sind Sonderanfertigung, aber diese Klausel spricht für den Kunden: {clause}.',
  'why.ask.promptlyNotDefined':
    'Erhalten am {receivedOn}, gerügt am {objectedOn}. Der Vertrag sagt nicht, wie lange „unverzüglich“ ist.',
  'why.ask.startedLate':
    'Angekommen am {arrivedOn}; die Erstattung hätte bis {dueOn} beginnen sollen.',
  'why.ask.causeUnclear': 'Die Ursache an {quantity} Stück ist nicht geklärt: {cause}.',
  'why.ask.carrierChosenByClient':
    '{quantity} Stück wurden von {carrier} beschädigt, einem Frachtführer des Kunden.',
  'why.ask.carrierChoiceUnknown':
    '{quantity} Stück wurden von {carrier} beschädigt; wer ihn wählte, ist nicht bekannt.',
  'why.ask.freightShared':
    'In einer Sendung fallen {ours} Gruppen auf uns und {theirs} auf den Kunden.',
  'why.ask.noReturnPeriod': 'Der Vertrag nennt keine Rückgabefrist.',
  'why.ask.noApplication': 'Die Ware kam ohne jeden Antrag.',
  'why.ask.arrivedBeforeReview': 'Die Ware kam, bevor der Antrag durchgesehen war.',
  'why.ask.reviewDenied': 'Die Rückgabe wurde am {sentOn} abgelehnt, aber die Ware kam.',
  'why.ask.reviewWantsMore':
    'Am {sentOn} wurde der Kunde um mehr Angaben gebeten, aber die Ware kam.',
  'why.ask.orderUnknown': 'Zu {article} ist keine Bestellung bekannt.',
  'why.ask.otherArticle': 'Angekündigt war {ordered}, im Karton ist {article}.',
  'why.ask.foreignSerial':
    'Die Seriennummer dieses Artikels ({article}) haben wir diesem Kunden nicht verkauft.',
  'why.ask.otherQuantity': '{quantity} Stück mehr als angekündigt sind gekommen.',

  'why.evidence.required': 'Vor der Freigabe nötig.',

  'why.turn.causeIs': 'die Ursache an {quantity} Stück ist {cause} statt {from}',
  'why.turn.misuseProved':
    'unsachgemäßer Gebrauch von {quantity} Stück ist durch {indicators} Zeichen mit Fotos belegt',
  'why.turn.defectFound': 'an {quantity} Stück wird ein Mangel gefunden, Ursache: {cause}',
  'why.turn.noDefectFound': 'an {quantity} Stück wird kein Mangel gefunden',
  'why.turn.beyondWasClaimed': 'auch der übrige Schaden an {quantity} Stück wäre gerügt worden',
  'why.turn.appliedBy': 'der Antrag wäre bis {dueOn} gekommen',
  'why.turn.objectedBy': 'der Kunde hätte bis {dueOn} gerügt',
  'why.turn.clientReceivedOn': 'der Kunde hat die Ware am {on} erhalten',
  'why.turn.evidenceSent': 'der Kunde schickt: {what}',
  'why.turn.answered': 'die Leitung antwortet: {answer}',
  'why.turn.approvedQuantity': '{quantity} Stück sind genehmigt',
  'why.turn.reviewAuthorises': 'die Durchsicht genehmigt die Rückgabe',
  'why.turn.notCustomised': 'die Ware wäre keine Sonderanfertigung',
  'why.turn.carrierChosenByUs': 'wir haben den Frachtführer gewählt',
  'why.turn.identityMatches': 'die Ware ist die angekündigte',
  'why.turn.linkedTo': 'die Stücke gehören zur Bestellung {orderNumber}',

  'clientEvidence.photos': 'Fotos',
  'clientEvidence.description': 'eine Beschreibung',
  'clientEvidence.inspectionReport': 'ein Prüfbericht',

  'answer.lateRealDefect.acceptLate': 'Trotz der Verspätung annehmen',
  'answer.lateRealDefect.refuseLate': 'Als zu spät ablehnen',
  'answer.intactMeaning.payInFull': 'Trotzdem voll erstatten',
  'answer.intactMeaning.refuseNotIntact': 'Als nicht unversehrt ablehnen',
  'answer.customisedOurError.acceptCustomised': 'Rückgabe annehmen',
  'answer.customisedOurError.refuseCustomised': 'Als Sonderanfertigung ablehnen',
  'answer.promptlyUndefined.objectedPromptly': 'Die Rüge war rechtzeitig',
  'answer.promptlyUndefined.objectedTooLate': 'Die Rüge kam zu spät',
  'answer.startedLate.startNow': 'Erstattung jetzt anstoßen',
  'answer.startedLate.agreeNewDateWithClient': 'Mit dem Kunden einen neuen Termin vereinbaren',
  'answer.responsibleUnknown.us': 'Wir sind verantwortlich',
  'answer.responsibleUnknown.ourCarrier': 'Unser Frachtführer ist verantwortlich',
  'answer.responsibleUnknown.client': 'Der Kunde ist verantwortlich',
  'answer.responsibleUnknown.clientCarrier': 'Der Frachtführer des Kunden ist verantwortlich',
  'answer.responsibleUnknown.sharedHalf': 'Hälftig geteilt',
  'answer.noReturnPeriod.treatAsInTime': 'Als rechtzeitig behandeln',
  'answer.noReturnPeriod.treatAsLate': 'Als zu spät behandeln',
  'answer.blindReturn.acceptAsReturn': 'Als Rückgabe annehmen',
  'answer.blindReturn.refuseAsReturn': 'Als Rückgabe ablehnen',
};
