/**
 * Every expected refusal: what happened and what is safe, and under `.do` what to do. The ids carry
 * the refusal codes of shared/sync, shared/desktop, shared/barcodes/barcodeRefusal and the actions.
 */
export const refusals = {
  // shared/facts/refusal.ts: why a fact is not admitted
  'refusal.notYourRole': 'Your role does not allow this. It needs: {needs}.',
  'refusal.notYourRole.do': 'Hand over to a colleague with that role. Your work so far is saved.',
  'refusal.ownHandsOnCase':
    'You {hands, select, received {received} other {inspected}} this case yourself, so somebody else must decide it.',
  'refusal.ownHandsOnCase.do': 'Ask another supervisor. The case waits in the queue.',
  'refusal.otherSite': 'This belongs to another site.',
  'refusal.otherSite.do': 'Put the goods aside and tell the office. Nothing was recorded.',
  'refusal.unknownCase': 'This case is not known here.',
  'refusal.unknownCase.do': 'Keep the goods as an unexpected parcel.',
  'refusal.unknownArrival': 'The arrival this belongs to is not known here.',
  'refusal.unknownArrival.do': 'Scan the parcel label first, then try again.',
  'refusal.unknownUnitGroup': 'These units are not part of the case.',
  'refusal.unknownUnitGroup.do': 'Count the units first, then record what you found.',
  'refusal.unknownFact': 'The record this refers to is not known here.',
  'refusal.unknownFact.do': 'Open the case again and repeat the step.',
  'refusal.unknownVerdict': 'The verdict this refers to is not known here.',
  'refusal.unknownVerdict.do': 'Open the case again and decide about the verdict shown there.',
  'refusal.alreadyArrived': 'This parcel has been received already. The first record stands.',
  'refusal.alreadyArrived.do': 'Nothing more to do. If it is a second parcel, scan its own label.',
  'refusal.alreadyLinked': 'This arrival belongs to a case already.',
  'refusal.alreadyLinked.do': 'Take the first link back if it is wrong, then link again.',
  'refusal.verdictSuperseded': 'A newer inspection has replaced this verdict. Nothing was decided.',
  'refusal.verdictSuperseded.do': 'Open the case again and read the newer verdict.',
  'refusal.verdictContested': 'Two verdicts stand against each other. Nothing was decided.',
  'refusal.verdictContested.do': 'Say which inspection counts, or send the case back.',
  'refusal.alreadyDecided': 'This verdict has been decided already. The first decision stands.',
  'refusal.alreadyDecided.do': 'Nothing more to do.',
  'refusal.questionOpen': 'The policy leaves a question to you: {question}.',
  'refusal.questionOpen.do': 'Answer it, with your reason, then decide.',
  'refusal.evidenceMissing': 'Photos are missing: {shots}. What is recorded is safe.',
  'refusal.evidenceMissing.do':
    'An inspector takes them at the bench. Decide the rest now, or send the case back.',
  'refusal.pictureOfOtherCase':
    'The photos given here prove the claim of case {caseId} already: {shots}. What is recorded is safe.',
  'refusal.pictureOfOtherCase.do':
    'An inspector takes photos of these goods at the bench. Decide the rest now, or send the case back.',
  'refusal.nothingInspected': 'Nothing has been inspected yet.',
  'refusal.nothingInspected.do': 'Record at least one finding; “no defect found” is one too.',
  'refusal.moreThanCounted': '{asked} units are more than the {counted} that were counted.',
  'refusal.moreThanCounted.do': 'Correct the quantity, or count the units again.',
  'refusal.reasonRequired': 'A reason is needed here.',
  'refusal.reasonRequired.do': 'Write one or two sentences; they stay on file.',
  'refusal.caseOnHold': 'The case is on hold: {reason}.',
  'refusal.caseOnHold.do':
    'It cannot be approved while it is held. Findings and photos can still be recorded.',
  'refusal.choiceNotOffered': 'The policy does not offer this resolution for these units.',
  'refusal.choiceNotOffered.do': 'Choose one that is offered, or override with a reason.',
  'refusal.amountOutOfRange': 'The amount is outside what may be granted, {most} at most.',
  'refusal.amountOutOfRange.do': 'Enter an amount within the limit.',
  'refusal.notCorrectable': 'This record cannot be taken back any more.',
  'refusal.notCorrectable.do': 'Record what is true now; both stay on file.',
  'refusal.policyCannotDecide': 'The policy cannot decide: {field} is wrong or missing.',
  'refusal.policyCannotDecide.do':
    'Tell the office that the contract or the order is to be corrected. Your records are safe.',
  'refusal.badSignature': 'Central could not verify the signature on this record.',
  'refusal.badSignature.do': 'Tell your supervisor. The record is kept here and is not lost.',
  'refusal.brokenChain': 'Central found a break in this station’s chain of records.',
  'refusal.brokenChain.do': 'Tell your supervisor. Everything recorded here is kept.',
  'refusal.steppedOver':
    'Central waits for this record no longer: {by} decided so on {at}, because nobody could bring it.',
  'refusal.steppedOver.do': 'Record what is still true once more, or call the office.',
  'refusal.keyRetired': 'The key this was signed with ended before central had the record, {at}.',
  'refusal.keyRetired.do':
    'It is kept here and not lost.{why, select, compromised { Do the step again under your own name.} other {}}',
  'refusal.stationRevoked':
    'This comes from a station that was revoked {at}, and may have been recorded after that.',
  'refusal.stationRevoked.do':
    'It is kept here and not lost. A supervisor can still accept work on the floor; decisions are made anew.',
  'refusal.inactivePerson': 'This person was no longer active when the record arrived.',
  'refusal.inactivePerson.do':
    'It is kept here and not lost. A supervisor can accept floor work all the same; a decision is made anew.',
  'refusal.idReused': 'A record with this number exists already.',
  'refusal.idReused.do': 'Repeat the step; it gets a new number.',
  'refusal.ownRecord': 'You recorded this yourself.',
  'refusal.ownRecord.do': 'Another supervisor can accept it.',
  'refusal.notFloorWork': 'A decision is not accepted for somebody else.',
  'refusal.notFloorWork.do': 'Decide anew; the case still waits where it was.',
  'refusal.notRefused': 'Central has refused no such record.',
  'refusal.notRefused.do': 'Look at the list again: somebody may have accepted it, or it changed.',
  'refusal.caseFull': 'This case holds {most} records, as many as one case is for.',
  'refusal.caseFull.do':
    'A supervisor records on, or accepts this one in the list “Refused by central”.',

  // Sealing and signing in
  'refusal.notSignedIn': 'Nobody is signed in, so nothing was recorded.',
  'refusal.notSignedIn.do': 'Sign in and repeat the step.',
  'refusal.otherPerson':
    'Somebody else has signed in meanwhile. Nothing was recorded in their name.',
  'refusal.otherPerson.do': 'Sign in again and repeat the step.',
  'refusal.notEnrolled': 'This station is not enrolled.',
  'refusal.notEnrolled.do': 'Enrol it with a code from the office.',
  'refusal.pinRequired': 'A decision about money needs your PIN.',
  'refusal.pinRequired.do': 'Enter your PIN to sign it.',
  'refusal.pin': 'The PIN was not accepted, so nothing was decided.',
  'refusal.pin.do': 'Enter your PIN again.',
  'refusal.diskFull':
    'The disk is full, {free} are left. This was not saved; everything before it is.',
  'refusal.diskFull.do': 'Free some space or call the office, then repeat the step.',
  'refusal.journalFailed':
    'The station could not write to its journal. This was not saved; everything before it is.',
  'refusal.journalFailed.do': 'Repeat the step. If it fails again, stop here and call the office.',
  'refusal.unknownBadge': 'This badge is not known at this site.',
  'refusal.unknownBadge.do':
    'Check the badge. New colleagues appear after the next contact with central.',
  'refusal.inactive': 'This person is no longer active.',
  'refusal.inactive.do': 'Ask the office.',
  'refusal.wrongPin':
    'That PIN is not right. {triesLeft, plural, =0 {No tries left.} one {# try left.} other {# tries left.}}',
  'refusal.wrongPin.do': 'Enter it again, slowly.',
  'refusal.wait': 'Too many wrong PINs. Wait {seconds, plural, one {# second} other {# seconds}}.',
  'refusal.wait.do': 'Then try again. Colleagues can sign in meanwhile.',
  'refusal.locked': 'This badge is locked after too many wrong PINs.',
  'refusal.locked.do':
    'It stays locked until central brings a new PIN. Colleagues can sign in meanwhile.',

  // Enrolling a station
  'refusal.codeUnknown': 'This code is not known.',
  'refusal.codeUnknown.do': 'Check each character, or ask for a new code.',
  'refusal.codeUsed': 'This code has been used already.',
  'refusal.codeUsed.do': 'Ask for a new code; each one enrols one station.',
  'refusal.codeExpired': 'This code is older than ten minutes.',
  'refusal.codeExpired.do': 'Ask for a new code and enter it right away.',
  'refusal.untrustedCertificate': 'The certificate of this address is not trusted here.',
  'refusal.untrustedCertificate.do':
    'Check the address and this computer’s clock; otherwise ask whoever runs central for its certificate. The code is not used up.',
  'refusal.strangerAnswers': 'Something else than central answered.',
  'refusal.strangerAnswers.do':
    'The network may ask for a sign-in of its own: open a browser once. Otherwise check the address. The code is not used up.',
  'refusal.centralUnreachable': 'Central does not answer.',
  'refusal.centralUnreachable.do':
    'Check the network and the address, then try again. The code is not used up.',
  'refusal.badAddress': 'This is not an address of a central.',
  'refusal.badAddress.do': 'It starts with https:// and has no spaces.',
  'refusal.alreadyEnrolled': 'This station is enrolled already.',
  'refusal.alreadyEnrolled.do': 'Nothing more to do.',
  'refusal.tooMany': 'Too many attempts. Wait {seconds, plural, one {# second} other {# seconds}}.',
  'refusal.tooMany.do': 'Then try again.',

  // Keeping photos
  'refusal.hashMismatch': 'The picture changed on its way to the disk, so it was not kept.',
  'refusal.hashMismatch.do': 'Take it again.',
  'refusal.notAnImage': 'This file is not a picture.',
  'refusal.notAnImage.do': 'Use a JPEG, PNG or WebP file.',
  'refusal.tooLarge': 'This picture has more than 15 MB.',
  'refusal.tooLarge.do': 'Take it again with a lower resolution.',
  'refusal.tooManyPixels': 'This picture has more than 40 megapixels.',
  'refusal.tooManyPixels.do': 'Take it again with a lower resolution.',
  'refusal.writeFailed': 'The picture could not be written to the disk.',
  'refusal.writeFailed.do': 'Take it again. If it fails again, call the office.',

  // Storing and typing
  'refusal.notStored':
    '{journalled, select, yes {It is safe in the journal, but the list could not be updated.} other {It could not be saved. Everything before it is safe.}}',
  'refusal.notStored.do':
    '{journalled, select, yes {Do not repeat the step: it is entered by itself, at the latest when you restart.} other {Repeat the step. If it fails again, call the office.}}',
  'refusal.badInput': 'Something entered here is not possible: {field}.',
  'refusal.badInput.do': 'Correct it, then save again.',

  // Reading barcodes
  'refusal.empty': 'The scanner sent nothing.',
  'refusal.empty.do': 'Scan again.',
  'refusal.tooLong': 'This code is too long to be one of ours.',
  'refusal.tooLong.do': 'Scan a shipping label, an article or a badge.',
  'refusal.forbiddenCharacter': 'This code has a character that labels do not use.',
  'refusal.forbiddenCharacter.do':
    'Scan again. If it comes back, the scanner is set up wrongly: call the office.',
  'refusal.unknownAi': 'This label uses a field that does not exist in GS1: {ai}.',
  'refusal.unknownAi.do': 'Scan another code on the label, or enter the number by hand.',
  'refusal.valueTooLong': 'A field of this label is too long: {ai}.',
  'refusal.valueTooLong.do': 'Scan another code on the label, or enter the number by hand.',
  'refusal.valueTooShort': 'A field of this label is too short: {ai}.',
  'refusal.valueTooShort.do': 'Scan again, or enter the number by hand.',
  'refusal.badCheckDigit': 'The check digit is wrong: {found} instead of {expected}.',
  'refusal.badCheckDigit.do':
    'Scan again. If it comes back, photograph the label and enter the number by hand.',
  'refusal.badDate': 'A date on this label does not exist: {value}.',
  'refusal.badDate.do': 'Scan another code on the label, or enter the number by hand.',
  'refusal.badValue': 'A field of this label cannot be right: {ai}.',
  'refusal.badValue.do': 'Scan another code on the label, or enter the number by hand.',
  'refusal.contradiction': 'This label says two different things about the same field: {ai}.',
  'refusal.contradiction.do': 'Photograph the label and enter the number by hand.',
  'refusal.badBrackets': 'The brackets in this code do not match.',
  'refusal.badBrackets.do': 'Scan again, or enter the number by hand.',
  'refusal.notDigitalLink': 'This is a web address, not a product label. It was not opened.',
  'refusal.notDigitalLink.do': 'Scan another code on the label.',
  'refusal.badOwnCode': 'This looks like one of our codes, but is not complete.',
  'refusal.badOwnCode.do': 'Scan again, or print the card anew.',
  'refusal.badRmaCheck': 'This RMA number has a typing error.',
  'refusal.badRmaCheck.do': 'Compare it with the label and enter it again.',
  'refusal.badCarrierCheck': 'The check digit of this {carrier} number is wrong.',
  'refusal.badCarrierCheck.do': 'Compare it with the label and enter it again.',

  // The policy's own input
  'refusal.unknownArticle': 'The article of a line is not known: {found}.',
  'refusal.negativeQuantity': 'A quantity is below zero: {field}.',
  'refusal.missingReturnPeriod': 'The contract names no return period.',
  'refusal.calendarEnds': 'The site’s calendar ends before the deadline.',
  'refusal.calendarStartsLater': 'The site’s calendar starts after the arrival.',
  'refusal.currencyMismatch': 'The order and the contract are in different currencies.',
  'refusal.unknownOrderLine': 'The case names an order line that is not known: {found}.',
  'refusal.policyNotInForce': 'This policy was not in force on the day of the application.',
  'refusal.badZone': 'The site’s time zone is not known: {found}.',
  'refusal.badLength': 'The length of the period cannot be right: {found}.',
  'refusal.policyInput.do':
    'Tell the office that the papers are to be corrected. Recording goes on meanwhile.',

  'refusal.cameraNotReady': 'No picture was taken',
  'refusal.cameraNotReady.do': 'The camera is not ready. Everything else is saved; try again.',
  'refusal.unexpected': 'Something went wrong that should not. What was saved before is safe.',
  'refusal.unexpected.do':
    'Try again. If it comes back, call the office and name this time: {time}.',
  'refusal.nothingChosen': 'Nothing was chosen, so nothing was decided.',
  'refusal.nothingChosen.do': 'Choose for at least one part of the units.',
  'refusal.basisRequired': 'A compensation needs to say what its sum was taken from.',
  'refusal.basisRequired.do': 'Choose the basis of the sum.',
  'refusal.moreThanLeft': 'More than is left of this order line after all that was granted before.',
  'refusal.moreThanLeft.do': 'Grant what is left, or override: two supervisors must sign.',
  'refusal.grantedOnOtherLine':
    'Units of this case or parcel were granted elsewhere and are no longer counted there: these may be the same.',
  'refusal.grantedOnOtherLine.do':
    'If they are others, or to pay a difference, override: two supervisors must sign.',
  'refusal.grantedOfArrival':
    'Something was granted for what came in this parcel: it stays in this case.',
  'refusal.grantedOfArrival.do': 'Tell a supervisor if it belongs to another return.',
  'refusal.signedDiffers':
    'What was signed is not what central computes: {field}, signed {signed}, computed {computed}. Nothing was paid.',
  'refusal.signedDiffers.do': 'Open the case again, compare both, and decide anew.',
  'refusal.mixesInspections': 'A second inspection never adds to the first.',
  'refusal.mixesInspections.do': 'Begin a new inspection of the case, then record there.',
  'refusal.inspectionNotStarted': 'This inspection was not begun, or is not known here.',
  'refusal.inspectionNotStarted.do': 'Open the case again and begin it.',
  'refusal.sameInspector':
    'You inspected these goods before. A dispute and a blind second need other hands.',
  'refusal.sameInspector.do': 'Hand the case to a colleague.',
  'refusal.quantityNotUnits': '{asked} units were said, but {units} are named.',
  'refusal.quantityNotUnits.do': 'Name the units again.',
  'refusal.unknownPhoto': 'This photo is not part of the case.',
  'refusal.unknownPhoto.do': 'Take it again in this case.',
  'refusal.goodsInIt': 'Something was counted, held or linked in this parcel.',
  'refusal.goodsInIt.do': 'Take that back first, the newest first; or leave the parcel as it is.',
  'refusal.foundOnIt': 'A finding rests on this record.',
  'refusal.foundOnIt.do':
    'Ask whoever recorded the finding to take it back first; or leave the record as it is.',
  'refusal.underVerdict': 'A verdict rests on this record.',
  'refusal.underVerdict.do': 'Ask a supervisor to send the case back; then take it back.',
  'refusal.notWhole': 'A number is not whole: {field}, {found}.',
  'refusal.badSampling': 'The contract names an AQL the standard does not have: {found}.',
  'refusal.beyondCounting': 'A number is too large to be counted with: {field}.',
  'signed.amount': 'the money',
  'signed.value': 'the worth of the goods',
  'signed.quantity': 'the quantity',
  'signed.currency': 'the currency',
  'signed.policyVersionId': 'the policy',
  'signed.policyVersion': 'the version of the policy',
  'signed.contractId': 'the contract',
  'signed.contractVersion': 'the version of the contract',
  'signed.basisHash': 'what it rests on',
} as const;
