import type { refusals as english } from '../en/refusals.ts';
import type { Translation } from '../en/translation.ts';

export const refusals: Translation<typeof english> = {
  'refusal.notYourRole': 'Ihre Rolle erlaubt das nicht. Nötig ist: {needs}.',
  'refusal.notYourRole.do':
    'An jemanden mit dieser Rolle übergeben. Was Sie getan haben, ist gespeichert.',
  'refusal.ownHandsOnCase':
    'Sie haben diesen Fall selbst {hands, select, received {angenommen} other {geprüft}}, also muss jemand anders entscheiden.',
  'refusal.ownHandsOnCase.do': 'Eine andere Leitung bitten. Der Fall bleibt in der Liste.',
  'refusal.otherSite': 'Das gehört zu einem anderen Standort.',
  'refusal.otherSite.do': 'Ware beiseitestellen und dem Büro melden. Hier zählt das nicht.',
  'refusal.unknownCase': 'Dieser Fall ist hier nicht bekannt.',
  'refusal.unknownCase.do': 'Ware als unerwartetes Paket behalten.',
  'refusal.unknownArrival': 'Die Ankunft, zu der das gehört, ist hier nicht bekannt.',
  'refusal.unknownArrival.do': 'Erst das Paketetikett scannen, dann noch einmal.',
  'refusal.unknownUnitGroup': 'Diese Stücke gehören nicht zum Fall.',
  'refusal.unknownUnitGroup.do': 'Erst die Stücke zählen, dann festhalten, was gefunden wurde.',
  'refusal.unknownFact': 'Die Aufzeichnung, auf die sich das bezieht, ist hier nicht bekannt.',
  'refusal.unknownFact.do': 'Den Fall neu öffnen und den Schritt wiederholen.',
  'refusal.unknownVerdict': 'Das Ergebnis, auf das sich das bezieht, ist hier nicht bekannt.',
  'refusal.unknownVerdict.do':
    'Den Fall neu öffnen und über das dort gezeigte Ergebnis entscheiden.',
  'refusal.alreadyArrived': 'Dieses Paket ist schon angenommen. Die erste Aufzeichnung gilt.',
  'refusal.alreadyArrived.do':
    'Nichts weiter zu tun. Ist es ein zweites Paket, dessen eigenes Etikett scannen.',
  'refusal.alreadyLinked': 'Diese Ankunft gehört schon zu einem Fall.',
  'refusal.alreadyLinked.do': 'Ist die Zuordnung falsch, sie erst zurücknehmen, dann neu zuordnen.',
  'refusal.verdictSuperseded':
    'Eine neuere Prüfung hat dieses Ergebnis abgelöst. Nichts wurde entschieden.',
  'refusal.verdictSuperseded.do': 'Den Fall neu öffnen und das neuere Ergebnis lesen.',
  'refusal.verdictContested': 'Zwei Ergebnisse widersprechen sich. Nichts wurde entschieden.',
  'refusal.verdictContested.do': 'Sagen, welche Prüfung gilt, oder den Fall zurückgeben.',
  'refusal.alreadyDecided':
    'Über dieses Ergebnis ist schon entschieden. Die erste Entscheidung gilt.',
  'refusal.alreadyDecided.do': 'Nichts weiter zu tun.',
  'refusal.questionOpen': 'Die Richtlinie überlässt Ihnen eine Frage: {question}.',
  'refusal.questionOpen.do': 'Mit Begründung beantworten, dann entscheiden.',
  'refusal.evidenceMissing': 'Fotos fehlen: {shots}. Was aufgezeichnet ist, ist sicher.',
  'refusal.evidenceMissing.do':
    'Am Prüfplatz aufnehmen lassen. Das Übrige jetzt entscheiden oder den Fall zurückgeben.',
  'refusal.pictureOfOtherCase':
    'Die Fotos hier belegen schon die Reklamation von Fall {caseId}: {shots}. Was aufgezeichnet ist, ist sicher.',
  'refusal.pictureOfOtherCase.do':
    'Am Prüfplatz Fotos dieser Ware aufnehmen lassen. Jetzt den Rest entscheiden oder den Fall zurückgeben.',
  'refusal.nothingInspected': 'Noch ist nichts geprüft.',
  'refusal.nothingInspected.do':
    'Mindestens eine Feststellung festhalten; „kein Mangel gefunden“ ist auch eine.',
  'refusal.moreThanCounted': '{asked} Stück sind mehr als die {counted} gezählten.',
  'refusal.moreThanCounted.do': 'Die Menge berichtigen oder neu zählen.',
  'refusal.reasonRequired': 'Hier ist eine Begründung nötig.',
  'refusal.reasonRequired.do': 'Ein oder zwei Sätze schreiben; sie bleiben in der Akte.',
  'refusal.caseOnHold': 'Der Fall ist angehalten: {reason}.',
  'refusal.caseOnHold.do':
    'Solange er angehalten ist, kann niemand freigeben. Feststellungen und Fotos gehen trotzdem.',
  'refusal.choiceNotOffered': 'Die Richtlinie bietet diese Lösung für diese Stücke nicht an.',
  'refusal.choiceNotOffered.do':
    'Eine angebotene wählen oder mit Begründung abweichend entscheiden.',
  'refusal.amountOutOfRange': 'Der Betrag ist nicht erlaubt, höchstens {most}.',
  'refusal.amountOutOfRange.do': 'Einen erlaubten Betrag eingeben.',
  'refusal.notCorrectable': 'Diese Aufzeichnung lässt sich nicht mehr zurücknehmen.',
  'refusal.notCorrectable.do': 'Festhalten, was jetzt stimmt; beides bleibt bestehen.',
  'refusal.policyCannotDecide':
    'Die Richtlinie kann nicht entscheiden: {field} fehlt oder ist falsch.',
  'refusal.policyCannotDecide.do':
    'Dem Büro melden, dass Vertrag oder Bestellung zu berichtigen ist. Ihre Aufzeichnungen sind sicher.',
  'refusal.badSignature':
    'Die Zentrale konnte die Unterschrift dieser Aufzeichnung nicht bestätigen.',
  'refusal.badSignature.do':
    'Der Leitung melden. Die Aufzeichnung bleibt hier und geht nicht verloren.',
  'refusal.brokenChain':
    'Die Zentrale hat eine Lücke in der Kette der Aufzeichnungen dieser Station gefunden.',
  'refusal.brokenChain.do': 'Der Leitung melden. Alles hier Aufgezeichnete bleibt.',
  'refusal.steppedOver':
    'Die Zentrale wartet nicht mehr auf diesen Eintrag: {by} hat das am {at} entschieden, weil ihn niemand bringen konnte.',
  'refusal.steppedOver.do': 'Was noch stimmt, noch einmal aufzeichnen, oder das Büro anrufen.',
  'refusal.keyRetired':
    'Der Schlüssel dieser Unterschrift endete {at}, bevor die Zentrale den Eintrag hatte.',
  'refusal.keyRetired.do':
    'Er liegt hier und ist nicht verloren.{why, select, compromised { Den Schritt unter eigenem Namen wiederholen.} other {}}',
  'refusal.stationRevoked':
    'Das kommt von einer Station, die {at} gesperrt wurde, und entstand vielleicht erst danach.',
  'refusal.stationRevoked.do':
    'Es liegt hier und ist nicht verloren. Arbeit an der Ware kann eine Leitung trotzdem annehmen; Entscheidungen werden neu getroffen.',
  'refusal.inactivePerson': 'Diese Person war nicht mehr aktiv, als die Aufzeichnung eintraf.',
  'refusal.inactivePerson.do':
    'Er liegt hier und ist nicht verloren. Arbeit an der Ware kann eine Leitung trotzdem annehmen; eine Entscheidung wird neu getroffen.',
  'refusal.idReused': 'Eine Aufzeichnung mit dieser Nummer gibt es schon.',
  'refusal.idReused.do': 'Den Schritt wiederholen; er bekommt eine neue Nummer.',
  'refusal.ownRecord': 'Sie haben das selbst aufgezeichnet.',
  'refusal.ownRecord.do': 'Eine andere Leitung kann es annehmen.',
  'refusal.notFloorWork': 'Eine Entscheidung wird nicht für jemand anderen angenommen.',
  'refusal.notFloorWork.do': 'Entscheiden Sie neu; der Fall wartet noch, wo er war.',
  'refusal.notRefused': 'Eine solche Aufzeichnung hat die Zentrale nicht abgelehnt.',
  'refusal.notRefused.do':
    'Sehen Sie noch einmal in die Liste: Vielleicht hat sie schon jemand angenommen, oder sie hat sich geändert.',
  'refusal.caseFull':
    'Dieser Fall enthält {most} Aufzeichnungen, so viele, wie für einen Fall gedacht sind.',
  'refusal.caseFull.do':
    'Eine Leitung zeichnet weiter auf oder nimmt diese in der Liste „Von der Zentrale abgelehnt“ an.',

  'refusal.notSignedIn': 'Niemand ist angemeldet, also wurde nichts aufgezeichnet.',
  'refusal.notSignedIn.do': 'Anmelden und den Schritt wiederholen.',
  'refusal.otherPerson':
    'Inzwischen hat sich jemand anders angemeldet. In dessen Namen wurde nichts aufgezeichnet.',
  'refusal.otherPerson.do': 'Neu anmelden und den Schritt wiederholen.',
  'refusal.notEnrolled': 'Diese Station ist nicht angemeldet.',
  'refusal.notEnrolled.do': 'Mit einem Code aus dem Büro anmelden.',
  'refusal.pinRequired': 'Eine Entscheidung über Geld braucht Ihre PIN.',
  'refusal.pinRequired.do': 'Zum Unterschreiben die PIN eingeben.',
  'refusal.pin': 'Die PIN wurde nicht angenommen, also wurde nichts entschieden.',
  'refusal.pin.do': 'Die PIN noch einmal eingeben.',
  'refusal.diskFull':
    'Die Festplatte ist voll, {free} sind frei. Das wurde nicht gespeichert; alles davor schon.',
  'refusal.diskFull.do': 'Platz schaffen oder im Büro anrufen, dann den Schritt wiederholen.',
  'refusal.journalFailed':
    'Die Station konnte nicht in ihr Journal schreiben. Das wurde nicht gespeichert; alles davor schon.',
  'refusal.journalFailed.do':
    'Den Schritt wiederholen. Misslingt er wieder, aufhören und im Büro anrufen.',
  'refusal.unknownBadge': 'Dieser Ausweis ist an diesem Standort nicht bekannt.',
  'refusal.unknownBadge.do':
    'Ausweis prüfen. Neue Leute erscheinen nach dem nächsten Kontakt mit der Zentrale.',
  'refusal.inactive': 'Diese Person ist nicht mehr aktiv.',
  'refusal.inactive.do': 'Im Büro fragen.',
  'refusal.wrongPin':
    'Die PIN stimmt nicht. {triesLeft, plural, =0 {Kein Versuch mehr.} one {Noch # Versuch.} other {Noch # Versuche.}}',
  'refusal.wrongPin.do': 'Langsam noch einmal eingeben.',
  'refusal.wait':
    'Zu viele falsche PINs. {seconds, plural, one {# Sekunde} other {# Sekunden}} warten.',
  'refusal.wait.do': 'Dann noch einmal. Andere können sich inzwischen anmelden.',
  'refusal.locked': 'Dieser Ausweis ist nach zu vielen falschen PINs gesperrt.',
  'refusal.locked.do':
    'Er bleibt gesperrt, bis das Büro ihn freigibt oder Ihnen einen Zettel zum neuen Beitreten gibt. Andere können sich inzwischen anmelden.',
  'refusal.weakPin': 'Eine PIN hat mindestens sechs Ziffern.',
  'refusal.weakPin.do': 'Eine wählen, die niemand errät.',
  'refusal.notJoined': 'Sie haben an dieser Station noch nicht gearbeitet.',
  'refusal.notJoined.do': 'Im Büro um einen Zettel bitten und damit beitreten.',
  'refusal.joiningNeedsCentral':
    'Einer Station beizutreten braucht die Zentrale, und die ist gerade nicht erreichbar.',
  'refusal.joiningNeedsCentral.do':
    'Dort anmelden, wo Sie schon beigetreten sind, oder beitreten, wenn die Verbindung wieder da ist. Ihr Zettel ist nicht verbraucht.',
  'refusal.slipUnknown': 'Dieser Zettel ist für diesen Ausweis nicht bekannt.',
  'refusal.slipUnknown.do': 'Jedes Zeichen prüfen oder das Büro um einen neuen bitten.',
  'refusal.slipUsed': 'Dieser Zettel ist schon verbraucht.',
  'refusal.slipUsed.do': 'Das Büro um einen neuen bitten; jeder gilt für eine Station.',
  'refusal.slipExpired': 'Dieser Zettel ist älter als ein Tag.',
  'refusal.slipExpired.do': 'Das Büro um einen neuen bitten.',

  'refusal.codeUnknown': 'Dieser Code ist nicht bekannt.',
  'refusal.codeUnknown.do': 'Jedes Zeichen prüfen oder um einen neuen Code bitten.',
  'refusal.codeUsed': 'Dieser Code ist schon verbraucht.',
  'refusal.codeUsed.do': 'Um einen neuen bitten; jeder meldet eine Station an.',
  'refusal.codeExpired': 'Dieser Code ist älter als zehn Minuten.',
  'refusal.codeExpired.do': 'Um einen neuen bitten und ihn gleich eingeben.',
  'refusal.untrustedCertificate': 'Dem Zertifikat dieser Adresse wird hier nicht vertraut.',
  'refusal.untrustedCertificate.do':
    'Adresse und Uhr dieses Rechners prüfen; sonst beim Betreiber der Zentrale nach dem Zertifikat fragen. Der Code ist nicht verbraucht.',
  'refusal.strangerAnswers': 'Etwas anderes als die Zentrale hat geantwortet.',
  'refusal.strangerAnswers.do':
    'Vielleicht verlangt das Netz eine eigene Anmeldung: einmal einen Browser öffnen. Sonst die Adresse prüfen. Der Code ist nicht verbraucht.',
  'refusal.centralUnreachable': 'Die Zentrale antwortet nicht.',
  'refusal.centralUnreachable.do':
    'Netz und Adresse prüfen, dann noch einmal. Der Code ist nicht verbraucht.',
  'refusal.badAddress': 'Das ist keine Adresse einer Zentrale.',
  'refusal.badAddress.do': 'Sie beginnt mit https:// und hat keine Leerzeichen.',
  'refusal.alreadyEnrolled': 'Diese Station ist schon angemeldet.',
  'refusal.alreadyEnrolled.do': 'Nichts weiter zu tun.',
  'refusal.tooMany':
    'Zu viele Versuche. {seconds, plural, one {# Sekunde} other {# Sekunden}} warten.',
  'refusal.tooMany.do': 'Dann noch einmal.',

  'refusal.hashMismatch':
    'Das Bild hat sich auf dem Weg zur Festplatte verändert und wurde nicht behalten.',
  'refusal.hashMismatch.do': 'Noch einmal aufnehmen.',
  'refusal.notAnImage': 'Diese Datei ist kein Bild.',
  'refusal.notAnImage.do': 'Eine JPEG-, PNG- oder WebP-Datei nehmen.',
  'refusal.tooLarge': 'Dieses Bild hat mehr als 15 MB.',
  'refusal.tooLarge.do': 'Mit niedrigerer Auflösung noch einmal aufnehmen.',
  'refusal.tooManyPixels': 'Dieses Bild hat mehr als 40 Megapixel.',
  'refusal.tooManyPixels.do': 'Mit niedrigerer Auflösung noch einmal aufnehmen.',
  'refusal.writeFailed': 'Das Bild ließ sich nicht auf die Festplatte schreiben.',
  'refusal.writeFailed.do': 'Noch einmal aufnehmen. Misslingt es wieder, im Büro anrufen.',

  'refusal.notStored':
    '{journalled, select, yes {Es ist sicher im Journal, nur die Liste ließ sich nicht erneuern.} other {Es ließ sich nicht speichern. Alles davor ist sicher.}}',
  'refusal.notStored.do':
    '{journalled, select, yes {Den Schritt nicht wiederholen: Es wird von selbst eingetragen, spätestens beim Neustart.} other {Den Schritt wiederholen. Misslingt er wieder, im Büro anrufen.}}',
  'refusal.badInput': 'Eine Eingabe ist nicht möglich: {field}.',
  'refusal.badInput.do': 'Berichtigen und noch einmal speichern.',

  'refusal.empty': 'Der Scanner hat nichts gesendet.',
  'refusal.empty.do': 'Noch einmal scannen.',
  'refusal.tooLong': 'Dieser Code ist zu lang für einen von uns.',
  'refusal.tooLong.do': 'Ein Versandetikett, einen Artikel oder einen Ausweis scannen.',
  'refusal.forbiddenCharacter': 'Dieser Code hat ein Zeichen, das Etiketten nicht verwenden.',
  'refusal.forbiddenCharacter.do':
    'Noch einmal scannen. Kommt es wieder, ist der Scanner falsch eingestellt: im Büro anrufen.',
  'refusal.unknownAi': 'Dieses Etikett hat ein Feld, das es in GS1 nicht gibt: {ai}.',
  'refusal.unknownAi.do': 'Einen anderen Code auf dem Etikett scannen oder die Nummer eintippen.',
  'refusal.valueTooLong': 'Ein Feld dieses Etiketts ist zu lang: {ai}.',
  'refusal.valueTooLong.do':
    'Einen anderen Code auf dem Etikett scannen oder die Nummer eintippen.',
  'refusal.valueTooShort': 'Ein Feld dieses Etiketts ist zu kurz: {ai}.',
  'refusal.valueTooShort.do': 'Noch einmal scannen oder die Nummer eintippen.',
  'refusal.badCheckDigit': 'Die Prüfziffer stimmt nicht: {found} statt {expected}.',
  'refusal.badCheckDigit.do':
    'Noch einmal scannen. Kommt es wieder, das Etikett fotografieren und die Nummer eintippen.',
  'refusal.badDate': 'Ein Datum auf diesem Etikett gibt es nicht: {value}.',
  'refusal.badDate.do': 'Einen anderen Code auf dem Etikett scannen oder die Nummer eintippen.',
  'refusal.badValue': 'Ein Feld dieses Etiketts kann nicht stimmen: {ai}.',
  'refusal.badValue.do': 'Einen anderen Code auf dem Etikett scannen oder die Nummer eintippen.',
  'refusal.contradiction': 'Dieses Etikett sagt zu einem Feld zweierlei: {ai}.',
  'refusal.contradiction.do': 'Das Etikett fotografieren und die Nummer eintippen.',
  'refusal.badBrackets': 'Die Klammern in diesem Code passen nicht zusammen.',
  'refusal.badBrackets.do': 'Noch einmal scannen oder die Nummer eintippen.',
  'refusal.notDigitalLink':
    'Das ist eine Internetadresse, kein Produktetikett. Sie wurde nicht geöffnet.',
  'refusal.notDigitalLink.do': 'Einen anderen Code auf dem Etikett scannen.',
  'refusal.badOwnCode': 'Das sieht aus wie einer unserer Codes, ist aber nicht vollständig.',
  'refusal.badOwnCode.do': 'Noch einmal scannen oder die Karte neu drucken.',
  'refusal.badRmaForm': 'Das ist keine vollständige RMA-Nummer. Unsere sehen so aus: {example}.',
  'refusal.badRmaForm.do': 'Mit dem Etikett vergleichen und neu eingeben.',
  'refusal.badRmaCheck': 'Diese RMA-Nummer hat einen Tippfehler.',
  'refusal.badRmaCheck.do': 'Mit dem Etikett vergleichen und neu eingeben.',
  'refusal.badCarrierCheck': 'Die Prüfziffer dieser {carrier}-Nummer stimmt nicht.',
  'refusal.badCarrierCheck.do': 'Mit dem Etikett vergleichen und neu eingeben.',

  'refusal.unknownArticle': 'Der Artikel einer Zeile ist nicht bekannt: {found}.',
  'refusal.negativeQuantity': 'Eine Menge ist kleiner als null: {field}.',
  'refusal.missingReturnPeriod': 'Der Vertrag nennt keine Rückgabefrist.',
  'refusal.calendarEnds': 'Der Kalender des Standorts endet vor der Frist.',
  'refusal.calendarStartsLater': 'Der Kalender des Standorts beginnt nach der Ankunft.',
  'refusal.currencyMismatch': 'Bestellung und Vertrag haben verschiedene Währungen.',
  'refusal.unknownOrderLine': 'Der Fall nennt eine unbekannte Bestellzeile: {found}.',
  'refusal.policyNotInForce': 'Diese Richtlinie galt am Tag des Antrags nicht.',
  'refusal.badZone': 'Die Zeitzone des Standorts ist nicht bekannt: {found}.',
  'refusal.badLength': 'Die Länge der Frist kann nicht stimmen: {found}.',
  'refusal.policyInput.do':
    'Dem Büro melden, dass die Papiere zu berichtigen sind. Aufgezeichnet wird inzwischen weiter.',

  'refusal.cameraNotReady': 'Es wurde kein Foto aufgenommen',
  'refusal.cameraNotReady.do':
    'Die Kamera ist nicht bereit. Alles andere ist gespeichert; noch einmal versuchen.',
  'refusal.unexpected':
    'Etwas ist schiefgegangen, das nicht schiefgehen sollte. Was vorher gespeichert war, ist sicher.',
  'refusal.unexpected.do':
    'Noch einmal versuchen. Kommt es wieder, im Büro anrufen und diese Zeit nennen: {time}.',
  'refusal.nothingChosen': 'Es wurde nichts gewählt, also nichts entschieden.',
  'refusal.nothingChosen.do': 'Wählen Sie für mindestens einen Teil der Einheiten.',
  'refusal.basisRequired': 'Ein Ausgleich muss sagen, woraus sich die Summe ergibt.',
  'refusal.basisRequired.do': 'Wählen Sie die Grundlage der Summe.',
  'refusal.moreThanLeft':
    'Mehr, als von dieser Auftragsposition nach allem bisher Gewährten übrig ist.',
  'refusal.moreThanLeft.do':
    'Gewähren Sie, was übrig ist, oder weichen Sie ab: Zwei müssen unterschreiben.',
  'refusal.grantedOnOtherLine':
    'Einheiten dieses Falls oder Pakets wurden anderswo gewährt und sind dort nicht mehr gezählt: Es können dieselben sein.',
  'refusal.grantedOnOtherLine.do':
    'Sind es andere, oder geht es um einen Unterschied, weichen Sie ab: Zwei müssen unterschreiben.',
  'refusal.grantedOfArrival':
    'Für den Inhalt dieses Pakets wurde schon etwas gewährt: Es bleibt in diesem Fall.',
  'refusal.grantedOfArrival.do': 'Gehört es zu einer anderen Rückgabe, der Leitung Bescheid geben.',
  'refusal.changedSinceSigned':
    'Worauf die Entscheidung beruht, hat sich seit der Unterschrift geändert: die Papiere, ein Preis oder was erfasst wurde. Es wurde nichts gezahlt.',
  'refusal.changedSinceSigned.do':
    'Öffnen Sie den Fall erneut, sehen Sie, was neu ist, und entscheiden Sie neu.',
  'refusal.signedDiffers':
    'Unterschrieben wurde etwas anderes, als die Zentrale berechnet: {field}, unterschrieben {signed}, berechnet {computed}. Es wurde nichts gezahlt.',
  'refusal.signedDiffers.do':
    'Öffnen Sie den Fall erneut, vergleichen Sie beides und entscheiden Sie neu.',
  'refusal.mixesInspections': 'Eine zweite Prüfung ergänzt nie die erste.',
  'refusal.mixesInspections.do': 'Beginnen Sie eine neue Prüfung des Falls und erfassen Sie dort.',
  'refusal.inspectionNotStarted': 'Diese Prüfung wurde nicht begonnen oder ist hier nicht bekannt.',
  'refusal.inspectionNotStarted.do': 'Öffnen Sie den Fall erneut und beginnen Sie sie.',
  'refusal.sameInspector':
    'Sie haben diese Ware schon geprüft. Ein Widerspruch und eine blinde Zweitprüfung brauchen andere Hände.',
  'refusal.sameInspector.do': 'Übergeben Sie den Fall an jemand anderen.',
  'refusal.quantityNotUnits': 'Es wurden {asked} Einheiten gesagt, aber {units} benannt.',
  'refusal.quantityNotUnits.do': 'Benennen Sie die Einheiten erneut.',
  'refusal.unknownPhoto': 'Dieses Foto gehört nicht zum Fall.',
  'refusal.unknownPhoto.do': 'Nehmen Sie es in diesem Fall erneut auf.',
  'refusal.unknownEntry': 'Der Katalog kennt keinen Eintrag {entry}.',
  'refusal.unknownEntry.do':
    'Wählen Sie den Mangel erneut und erfassen Sie den Befund noch einmal.',
  'refusal.entryOfOtherCode':
    'Der Eintrag {entry} steht für einen anderen Mangel, als der Befund sagt.',
  'refusal.entryOfOtherCode.do':
    'Wählen Sie den Mangel erneut und erfassen Sie den Befund noch einmal.',
  'refusal.goodsInIt': 'In diesem Paket wurde schon gezählt, gesperrt oder zugeordnet.',
  'refusal.goodsInIt.do': 'Erst das zurücknehmen, das Neueste zuerst; oder das Paket so lassen.',
  'refusal.foundOnIt': 'Eine Feststellung beruht auf diesem Eintrag.',
  'refusal.foundOnIt.do':
    'Wer sie festgehalten hat, nimmt sie zuerst zurück; oder den Eintrag so lassen.',
  'refusal.underVerdict': 'Ein Ergebnis beruht auf diesem Eintrag.',
  'refusal.underVerdict.do':
    'Bitten Sie die Leitung, den Fall zurückzugeben; dann nehmen Sie es zurück.',
  'refusal.notWhole': 'Eine Zahl ist nicht ganz: {field}, {found}.',
  'refusal.badSampling': 'Der Vertrag nennt einen AQL, den die Norm nicht hat: {found}.',
  'refusal.beyondCounting': 'Eine Zahl ist zu groß, um damit zu rechnen: {field}.',
  'signed.amount': 'das Geld',
  'signed.value': 'der Warenwert',
  'signed.quantity': 'die Menge',
  'signed.currency': 'die Währung',
  'signed.policyVersionId': 'die Richtlinie',
  'signed.policyVersion': 'die Fassung der Richtlinie',
  'signed.contractId': 'der Vertrag',
  'signed.contractVersion': 'die Fassung des Vertrags',
  'signed.basisHash': 'worauf es beruht',
};
