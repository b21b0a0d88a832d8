import type { Translation } from '../en/translation.ts';
import type { why as english } from '../en/why.ts';

export const why: Translation<typeof english> = {
  'why.quality.manufacturingDefect':
    '{quantity} von {of, plural, one {# Einheit hat} other {# Einheiten haben}} einen Mangel aus der Herstellung.',
  'why.quality.personSaysUs':
    '{quantity} von {of, plural, one {# Einheit} other {# Einheiten}}: Die Leitung sieht die Verantwortung bei uns.',
  'why.quality.inferredFromSample':
    'Stichprobe: {defective} von {inspected} geprüften Einheiten sind mangelhaft; nach dem vereinbarten Plan gilt das für alle {of}.',
  'why.quality.causeUnclear':
    '{quantity, plural, one {# Einheit hat einen Mangel} other {# Einheiten haben einen Mangel}}, dessen Ursache unklar ist: {cause}.',
  'why.quality.personSaysOther':
    '{quantity, plural, one {# Einheit} other {# Einheiten}} mit unklarer Ursache. Verantwortlich laut Leitung: {answer}.',
  'why.quality.misuseProved':
    '{quantity, plural, one {# Einheit wurde} other {# Einheiten wurden}} unsachgemäß gebraucht: {indicators} unabhängige Anzeichen mit Fotos, nötig sind {needed}.',
  'why.quality.misuseNotProved':
    'Unsachgemäßer Gebrauch von {quantity, plural, one {# Einheit} other {# Einheiten}} ist nicht belegt: bisher {indicators} von {needed} Anzeichen und {photos, plural, =0 {kein Foto} one {# Foto} other {# Fotos}}.',
  'why.quality.noDefect':
    'Kein Mangel an {quantity, plural, one {# Einheit} other {# Einheiten}} gefunden.',
  'why.quality.otherCause':
    'Der Schaden an {quantity, plural, one {# Einheit} other {# Einheiten}} hat andere Ursachen als die Herstellung.',
  'why.quality.notInspected':
    '{remaining, plural, one {# Einheit ist} other {# Einheiten sind}} noch nicht geprüft.',

  'why.order.wrongArticle': 'Bestellt war {ordered}, zurück kam {found}.',
  'why.order.moreShippedThanOrdered':
    'Wir haben {shipped} geliefert, bestellt waren nur {ordered}.',
  'why.order.errorFound':
    '{quantity} von {of, plural, one {# Einheit ist} other {# Einheiten sind}} nicht, was bestellt war.',
  'why.order.noErrorFound': 'Es wurde keine Abweichung von der Bestellung gefunden.',
  'why.order.orderUnknown': 'Noch weiß niemand, zu welchem Auftrag diese Ware gehört.',
  'why.order.notInspected':
    '{remaining, plural, one {# Einheit ist} other {# Einheiten sind}} noch nicht geprüft.',

  'why.transport.ourCarrierDamaged':
    '{quantity, plural, one {# Einheit} other {# Einheiten}} beschädigt durch {carrier, select, none {unseren Frachtführer, wie die Leitung feststellte} other {{carrier}, von uns gewählt}}. Der Kunde rügte am {objectedOn}, rechtzeitig bis {dueOn}.',
  'why.transport.promptByPerson':
    '{quantity, plural, one {# Einheit} other {# Einheiten}} beschädigt durch {carrier, select, none {unseren Frachtführer, wie die Leitung feststellte} other {{carrier}, von uns gewählt}}. Die Leitung hält die Rüge für rechtzeitig.',
  'why.transport.personSaysResponsible':
    '{quantity, plural, one {# Einheit} other {# Einheiten}} unterwegs beschädigt. Verantwortlich laut Leitung: {answer}.',
  'why.transport.personSaysOther':
    '{quantity, plural, one {# Einheit} other {# Einheiten}} unterwegs beschädigt, nicht auf unsere Kosten. Verantwortlich laut Leitung: {answer}.',
  'why.transport.objectedLate':
    'Beschädigt durch {carrier, select, none {unseren Frachtführer, wie die Leitung feststellte} other {{carrier}}}, aber der Kunde rügte erst am {objectedOn}; letzter Tag war {dueOn}.',
  'why.transport.lateByPerson':
    'Beschädigt durch {carrier, select, none {unseren Frachtführer} other {{carrier}}}, aber die Leitung hält die Rüge nicht für rechtzeitig.',
  'why.transport.promptlyNotDefined':
    'Der Kunde rügte am {objectedOn}, aber keine Frist misst das: {field}.',
  'why.transport.noObjection':
    'Beschädigt durch {carrier, select, none {unseren Frachtführer, wie die Leitung feststellte} other {{carrier}}}, aber der Kunde hat nicht gerügt.',
  'why.transport.clientReceiptUnknown':
    'Auftrag {orderNumber} sagt nicht, wann der Kunde die Ware erhielt.',
  'why.transport.carrierChosenByClient':
    'Den Frachtführer{carrier, select, none {} other { {carrier}}} hat der Kunde gewählt.',
  'why.transport.carrierChoiceUnknown':
    'Niemand weiß, wer den Frachtführer{carrier, select, none {} other { {carrier}}} gewählt hat.',
  'why.transport.noDamageFound': 'Es wurde kein Schaden vom Weg zum Kunden gefunden.',
  'why.transport.notInspected':
    '{remaining, plural, one {# Einheit ist} other {# Einheiten sind}} noch nicht geprüft.',

  'why.apply.inTime': 'Der Antrag kam am {receivedOn}, rechtzeitig bis {dueOn}.',
  'why.apply.inTimeByPerson':
    'Der Antrag kam am {receivedOn}. Die Leitung behandelt ihn als rechtzeitig.',
  'why.apply.late': 'Der Antrag kam am {receivedOn}, nach dem letzten Tag, {dueOn}.',
  'why.apply.lateByPerson':
    'Der Antrag kam am {receivedOn}. Die Leitung behandelt ihn als verspätet.',
  'why.apply.noApplication': 'Es liegt kein Antrag vor.',
  'why.apply.waivedByPerson':
    'Kein Antrag, aber die Leitung behandelt die Ware als diese Rückgabe.',
  'why.apply.noReturnPeriod': 'Keine Rückgabefrist misst das: {field}.',
  'why.apply.clientReceiptUnknown':
    'Auftrag {orderNumber} sagt nicht, wann der Kunde die Ware erhielt.',
  'why.apply.orderUnknown': 'Noch weiß niemand, zu welchem Auftrag diese Ware gehört.',
  'why.apply.evidenceMissing': 'Dem Antrag fehlt: {what}.',

  'why.review.inTime': 'Die Antwort ging am {sentOn} hinaus, rechtzeitig bis {dueOn}.',
  'why.review.late': 'Die Antwort ging am {sentOn} hinaus, nach dem letzten Tag, {dueOn}.',
  'why.review.pending': 'Die Antwort an den Kunden steht bis {dueOn} aus.',
  'why.review.overdue': 'Der Kunde hat noch keine Antwort; letzter Tag war {dueOn}.',
  'why.review.noApplication': 'Es gibt keinen Antrag zu prüfen.',
  'why.review.notCounted':
    'Die Tage der Prüfung lassen sich nicht zählen: Der Kalender reicht nicht.',

  'why.shipCost.weBear':
    'Die Rückfracht ist von uns zu zahlen, die Abholung von uns zu organisieren.',
  'why.shipCost.ourCarrierBears':
    'Zahlen muss unser Frachtführer. Die Abholung ist von uns zu organisieren und weiterzuberechnen.',
  'why.shipCost.clientBears': 'Die Rückfracht ist vom Kunden zu zahlen.',
  'why.shipCost.clientCarrierBears': 'Die Rückfracht ist vom Frachtführer des Kunden zu zahlen.',
  'why.shipCost.sharedHalf': 'Die Rückfracht wird je zur Hälfte geteilt.',
  'why.shipCost.undetermined': 'Wer zahlt, ist offen, bis die Verantwortung klar ist.',

  'why.inspect.running': 'Ware eingetroffen am {arrivedOn}; alles muss bis {dueOn} erledigt sein.',
  'why.inspect.overdue': 'Ware eingetroffen am {arrivedOn}; letzter Tag war {dueOn}.',
  'why.inspect.noArrival': 'Die Ware ist noch nicht hier.',
  'why.inspect.notCounted':
    'Ware am {arrivedOn} angekommen. Die Prüffrist lässt sich nicht berechnen: Der Kalender des Standorts reicht nicht.',

  'why.refund.due': '{amount} können erstattet werden.',
  'why.refund.notIntactByPerson': 'Die Leitung hält die Ware nicht für unversehrt: {beyond}.',
  'why.refund.notIntact':
    'Schaden über das hinaus, was wir oder der Frachtführer zu vertreten haben: {beyond}.',
  'why.refund.notUpheld': 'Die Reklamation ist nicht berechtigt.',
  'why.refund.undecided': 'Es ist noch nicht entschieden.',

  'why.custom.notCustomised': 'Keine Sonderanfertigung.',
  'why.custom.qualityIssue': 'Sonderanfertigung, aber der Mangel liegt bei uns.',
  'why.custom.noQualityIssue': 'Sonderanfertigung ohne Mangel: keine Rückgabe.',
  'why.custom.ourErrorOrCarrier': 'Sonderanfertigung, und es ist: {clause}.',
  'why.custom.acceptedByReading':
    'Sonderanfertigung; die Richtlinie gewährt es trotzdem: {clause}.',
  'why.custom.acceptedByPerson': 'Sonderanfertigung; die Leitung gewährt es trotzdem: {clause}.',
  'why.custom.refusedByPerson': 'Sonderanfertigung; die Leitung gewährt es nicht: {clause}.',
  'why.custom.notYetKnown': 'Sonderanfertigung; ob ein Mangel vorliegt, ist offen.',
  'why.custom.orderUnknown': 'Noch weiß niemand, zu welchem Auftrag diese Ware gehört.',

  'why.period.kept': 'Der Antrag kam am {receivedOn}, innerhalb der Frist bis {dueOn}.',
  'why.period.keptByPerson':
    'Der Antrag kam am {receivedOn}. Die Leitung behandelt ihn als rechtzeitig.',
  'why.period.exceeded': 'Der Antrag kam am {receivedOn}; die Frist endete am {dueOn}.',
  'why.period.exceededByPerson':
    'Der Antrag kam am {receivedOn}. Die Leitung behandelt ihn als verspätet.',
  'why.period.acceptedByReading':
    'Verspätet ({receivedOn} statt {dueOn}), aber die Richtlinie lässt einen echten Mangel gelten.',
  'why.period.acceptedByPerson':
    'Verspätet ({receivedOn} statt {dueOn}), aber die Leitung lässt den echten Mangel gelten.',
  'why.period.noApplication': 'Ohne Antrag gibt es keine Frist zu messen.',
  'why.period.notStated': 'Keine Rückgabefrist ist genannt: {field}.',
  'why.period.clientReceiptUnknown':
    'Auftrag {orderNumber} sagt nicht, wann der Kunde die Ware erhielt.',
  'why.period.orderUnknown': 'Noch weiß niemand, zu welchem Auftrag diese Ware gehört.',

  'why.csm.notify': 'Kundenbetreuung dieses Kunden: {manager}. Quayside schickt keine Nachricht.',
  'why.csm.clientUnknown': 'Noch weiß niemand, wem diese Ware gehört.',
  'why.improve.countsIn': 'Für eine Auswertung der Rücksendungen ist dieser Fall: {outcome}.',
  'why.improve.undecided':
    'Für eine Auswertung der Rücksendungen hat dieser Fall noch kein Ergebnis.',

  'why.ask.lateRealDefect':
    '{quantity, plural, one {# Einheit} other {# Einheiten}}: Der Fehler liegt bei uns ({clause}), aber der Antrag kam am {receivedOn}, nach {dueOn}.',
  'why.ask.notIntact':
    '{quantity, plural, one {# Einheit} other {# Einheiten}} mit Schaden über das hinaus, was wir oder der Frachtführer zu vertreten haben: {beyond}.',
  'why.ask.customisedOurError':
    '{quantity, plural, one {# Sonderanfertigung} other {# Sonderanfertigungen}}, und es ist: {clause}.',
  'why.ask.promptlyNotDefined':
    'Erhalten {receivedOn}, gerügt {objectedOn}. Keine Rügefrist sagt, ob das rechtzeitig ist: {field}.',
  'why.ask.causeUnclear':
    'Die Ursache an {quantity, plural, one {# Einheit} other {# Einheiten}} ist unklar: {cause}.',
  'why.ask.carrierChosenByClient':
    '{quantity, plural, one {# Einheit} other {# Einheiten}} unterwegs beschädigt mit {carrier, select, none {einem Frachtführer} other {{carrier}}}, vom Kunden gewählt.',
  'why.ask.carrierChoiceUnknown':
    '{quantity, plural, one {# Einheit} other {# Einheiten}} unterwegs beschädigt{carrier, select, none {; niemand weiß, durch wen} other { mit {carrier}; niemand weiß, wer sie gewählt hat}}.',
  'why.ask.freightShared':
    'Ein Paket, mehrere Ursachen: {ours, plural, one {# Einheit} other {# Einheiten}} auf unsere Kosten, {theirs, plural, one {# Einheit} other {# Einheiten}} auf Kosten des Kunden. Wer zahlt die Fracht?',
  'why.ask.noReturnPeriod': 'Kam der Antrag rechtzeitig? Keine Frist sagt es: {field}.',
  'why.ask.noApplication': 'Ware ohne Antrag. Ist es eine Rückgabe?',
  'why.ask.arrivedBeforeReview':
    'Die Ware kam, bevor der Kunde eine Antwort hatte. Ist es eine Rückgabe?',
  'why.ask.reviewDenied':
    'Dem Kunden wurde am {sentOn} abgesagt, die Ware kam trotzdem. Ist es eine Rückgabe?',
  'why.ask.reviewWantsMore':
    'Vom Kunden wurde am {sentOn} mehr verlangt, stattdessen kam die Ware. Ist es eine Rückgabe?',
  'why.ask.orderUnknown': '{article}: in keinem Auftrag dieses Kunden. Ist es eine Rückgabe?',
  'why.ask.otherArticle':
    'Hier liegt {article}, verkauft wurde {ordered}. Gehört es zu dieser Rückgabe?',
  'why.ask.foreignSerial':
    '{article} mit einer Seriennummer, die wir in diesem Auftrag nicht verkauft haben. Gehört es zu dieser Rückgabe?',
  'why.ask.otherQuantity':
    '{quantity, plural, one {# Einheit} other {# Einheiten}} mehr als angekündigt. Teil dieser Rückgabe?',

  'why.evidence.required':
    '{severity, select, none {{reason, select, none {nötig bei jedem Fall} other {nötig bei der Reklamation „{reason}“}}} other {nötig bei der Schwere „{severity}“}}',
  'why.evidence.samePicture':
    'das Foto dafür ist dasselbe Bild wie ein anderes dieses Falls: ein eigenes aufnehmen',
  'why.evidence.otherCase':
    'das Foto dafür belegt schon die Reklamation von Fall {caseId}: eines von dieser Ware aufnehmen',

  'why.turn.causeIs':
    'wenn die Ursache von {codes} an {quantity, plural, one {# Einheit} other {# Einheiten}} „{cause}“ statt „{from}“ wäre',
  'why.turn.misuseProved':
    'wenn {codes} an {quantity, plural, one {# Einheit} other {# Einheiten}} mit {indicators} Anzeichen und Foto als unsachgemäßer Gebrauch belegt wäre',
  'why.turn.defectFound':
    'wenn an {quantity, plural, one {# Einheit} other {# Einheiten}} ein Mangel mit der Ursache „{cause}“ gefunden würde',
  'why.turn.noDefectFound':
    'wenn an {quantity, plural, one {# Einheit} other {# Einheiten}} kein Mangel gefunden würde',
  'why.turn.appliedBy': 'wenn der Antrag bis {dueOn} gekommen wäre',
  'why.turn.objectedBy': 'wenn der Kunde bis {dueOn} gerügt hätte',
  'why.turn.clientReceivedOn': 'wenn der Kunde die Ware am {on} erhalten hätte',
  'why.turn.evidenceSent': 'wenn der Kunde geschickt hätte: {what}',
  'why.turn.answered': 'wenn die Leitung auf „{question}“ mit „{answer}“ antwortet',
  'why.turn.approvedQuantity':
    'wenn die Durchsicht {quantity, plural, one {# Einheit} other {# Einheiten}} erlaubt hätte',
  'why.turn.reviewAuthorises': 'wenn die Durchsicht die Rückgabe erlaubt hätte',
  'why.turn.notCustomised': 'wenn es keine Sonderanfertigung wäre',
  'why.turn.carrierChosenByUs': 'wenn wir den Frachtführer gewählt hätten',
  'why.turn.identityMatches': 'wenn es die angekündigte Ware wäre',
  'why.turn.linkedTo': 'wenn es zu Auftrag {orderNumber} gehörte',

  'answer.lateRealDefect.acceptLate': 'Unser Fehler zählt: trotz Verspätung zurücknehmen',
  'answer.lateRealDefect.refuseLate': 'Die Frist zählt: nichts zahlen',
  'answer.intactMeaning.payInFull': 'Voll bezahlen',
  'answer.intactMeaning.refuseNotIntact': 'Nicht unversehrt: nichts zahlen',
  'answer.customisedOurError.acceptCustomised': 'Unser Fehler zählt: zurücknehmen',
  'answer.customisedOurError.refuseCustomised': 'Sonderanfertigung: keine Rückgabe',
  'answer.promptlyUndefined.objectedPromptly': 'Ja, das war rechtzeitig',
  'answer.promptlyUndefined.objectedTooLate': 'Nein, das war zu spät',
  'answer.startedLate.startNow': 'Erstattung jetzt beginnen',
  'answer.startedLate.agreeNewDateWithClient':
    'Zuerst mit dem Kunden einen neuen Termin vereinbaren',
  'answer.responsibleUnknown.us': 'Wir',
  'answer.responsibleUnknown.ourCarrier': 'Unser Frachtführer',
  'answer.responsibleUnknown.client': 'Der Kunde',
  'answer.responsibleUnknown.clientCarrier': 'Der Frachtführer des Kunden',
  'answer.responsibleUnknown.sharedHalf': 'Beide, je zur Hälfte',
  'answer.noReturnPeriod.treatAsInTime': 'Als rechtzeitig behandeln',
  'answer.noReturnPeriod.treatAsLate': 'Als verspätet behandeln',
  'answer.blindReturn.acceptAsReturn': 'Ja, als diese Rückgabe behandeln',
  'answer.blindReturn.refuseAsReturn': 'Nein, für den Kunden aufbewahren',

  'cause.mixed': 'mehrere Ursachen',
  'paper.contract': 'der Vertrag fehlt',
  'paper.contract.returnPeriod': 'der Vertrag nennt keine Rückgabefrist',
  'paper.contract.objectionPeriod': 'der Vertrag nennt keine Rügefrist',
  'paper.calendar': 'der Kalender zum Zählen fehlt oder endet vorher',
  'clientEvidence.photos': 'Fotos',
  'clientEvidence.description': 'eine Beschreibung',
  'clientEvidence.inspectionReport': 'ein Prüfbericht',
  'data.notNamed': 'nicht genannt',
  'why.quality.sampleSound':
    'Stichprobe: {defective} von {inspected} geprüften Einheiten sind mangelhaft; das lässt der vereinbarte Plan für alle {of} zu.',
  'why.quality.noneRecorded':
    'An {quantity, plural, one {# Einheit} other {# Einheiten}} wurde kein Mangel aus der Herstellung festgehalten.',
  'why.order.neverShipped':
    'Hier liegt {found}; bestellt war {ordered}, geliefert wurde {shipped}. Es ist keines von beiden.',
  'why.transport.objectionNotKnown':
    'Beschädigt durch {carrier, select, none {unseren Frachtführer, wie die Leitung feststellte} other {{carrier}}}. Ob der Kunde gerügt hat, ist nicht bekannt.',
  'why.transport.causeUnclear':
    'Ob der Schaden an {quantity, plural, one {# Einheit} other {# Einheiten}} vom Transport stammt, ist unklar.',
  'why.transport.noneInSample': 'In der Stichprobe wurde kein Transportschaden gefunden.',
  'why.apply.evidenceNoted':
    'Dem Antrag fehlt: {what}. Unsere eigene Prüfung belegt den Anspruch; es wird nur vermerkt.',
  'why.apply.refusedByPerson': 'Die Leitung behandelt diese Ware nicht als Rücksendung.',
  'why.apply.foreignByPerson':
    'Nach Entscheidung der Leitung gehören diese Einheiten nicht zur Rücksendung.',
  'why.shipCost.proRata': 'Die Rückfracht wird nach dem Wert auf jeder Seite geteilt.',
  'why.refund.moreThanApproved':
    '{granted} von {of} Einheiten: Die Prüfung des Antrags hat {most} genehmigt.',
  'why.refund.moreThanRequested':
    '{granted} von {of} Einheiten: Beantragt waren {most}, und die Durchsicht nannte keine andere Zahl.',
  'why.refund.moreThanShipped': '{granted} von {of} Einheiten: Geliefert wurden {most}.',
  'why.refund.grantedElsewhere':
    '{granted} von {of} Einheiten: Nur {most} dieser Auftragsposition wurden nicht schon in einem anderen Fall gewährt.',
  'why.refund.worthGrantedElsewhere':
    '{amount} für diese Einheiten: Der Rest des Rechnungsbetrags der Auftragsposition wurde in anderen Fällen gewährt.',
  'why.refund.serialReturnedBefore':
    'Seriennummer {serial} wurde schon in einem anderen Fall zurückgegeben.',
  'why.ask.objectedLate':
    'Der Kunde rügte am {objectedOn}; der letzte Tag war {dueOn}. Gilt es als rechtzeitig?',
  'why.ask.objectionReceiptUnknown':
    'Der Kunde rügte, aber niemand weiß, wann er die Ware erhielt. War es rechtzeitig?',
  'why.ask.objectionNotKnown':
    'Von unserem Frachtführer beschädigt. Hat der Kunde rechtzeitig gerügt?',
  'why.ask.evidenceMissing': 'Unsere Prüfung belegt den Anspruch, aber dem Antrag fehlt: {what}.',
  'why.ask.serialAgain':
    'Seriennummer {serial} kam schon zurück, in Fall {caseId}, und wurde seither nicht wieder geliefert. Zählt sie noch einmal?',
  'why.turn.onlyDefects':
    'wenn an {quantity, plural, one {# Einheit} other {# Einheiten}} nur die Mängel festgehalten wären',
  'why.turn.onlySound':
    'wenn an {quantity, plural, one {# Einheit} other {# Einheiten}} nur „kein Mangel“ festgehalten wäre',
  'why.turn.shippedQuantity':
    'wenn {quantity, plural, one {# Einheit} other {# Einheiten}} bestellt und geliefert worden wären',
  'why.turn.notGrantedElsewhere':
    'wenn in keinem anderen Fall etwas von dieser Auftragsposition gewährt worden wäre',
  'why.turn.serialNotReturnedBefore':
    'wenn Seriennummer {serial} nicht schon einmal zurückgekommen wäre',
  'answer.mixedFreight.us': 'Wir zahlen sie',
  'answer.mixedFreight.ourCarrier': 'Wir zahlen sie und belasten unseren Frachtführer',
  'answer.mixedFreight.client': 'Der Kunde zahlt sie',
  'answer.mixedFreight.clientCarrier': 'Der Kunde zahlt sie, für seinen Frachtführer',
  'answer.mixedFreight.sharedHalf': 'Beide, je zur Hälfte',
  'answer.mixedFreight.proRata': 'Beide, nach Wert',
  'answer.evidenceMissing.acceptWithout': 'Ohne sie weitermachen',
  'answer.evidenceMissing.waitForPapers': 'Darauf warten',
  'answer.serialAgain.countAgain': 'Ja, sie zählt noch einmal',
  'answer.serialAgain.refuseAgain': 'Nein, sie wurde schon zurückgegeben',
};
