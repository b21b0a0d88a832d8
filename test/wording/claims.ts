import { claimsOfKeeping } from './claimsOfKeeping.ts';
import { claimsOfWork } from './claimsOfWork.ts';

/**
 * Every English sentence that says an act was, is or will be done, with the code that does it
 * ("file#export"). A sentence nothing stands behind is not said: it is reworded, not listed.
 */
export type Claim = {
  readonly act: string;
  readonly by: readonly string[];
  /** Ids of the catalogue. */
  readonly says: readonly string[];
};

export const claims: readonly Claim[] = [...claimsOfKeeping, ...claimsOfWork];

/** The same words where no act is claimed: names of things and keys, questions, what a person does. */
export const noClaims: readonly string[] = [
  'policy.units.unseen',
  'refusal.beyondCounting',
  'why.turn.onlyDefects',
  'why.turn.onlySound',
  'why.turn.shippedQuantity',
  'why.turn.serialNotReturnedBefore',
  'answer.mixedFreight.us',
  'answer.mixedFreight.ourCarrier',
  'answer.mixedFreight.client',
  'answer.mixedFreight.clientCarrier',
  'answer.evidenceMissing.acceptWithout',
  'answer.evidenceMissing.waitForPapers',
  'answer.serialAgain.countAgain',
  'action.done',
  'command.done',
  'dock.command.done',
  'dock.says.finished',
  'dock.says.finishedShort',
  'amount.unknownCurrency',
  'amount.otherCurrency',
  'bench.title',
  'bench.unfinished.title',
  'bench.unfinished.goOn',
  'camera.denied.what',
  'camera.absent.what',
  'claim.clientOrderingError',
  'clause.III-APPLY',
  'desk.title',
  'desk.recharge',
  'scan.unheard',
  'scan.unheard.nobody',
  'scan.unheard.page',
  'dock.says.left.do',
  'dock.says.received.late',
  'dock.says.receivedOdd.denied',
  'hold.because',
  'hold.because.missing',
  'fact.missingNoted',
  'fact.parcelDone',
  'fact.released',
  'handOver.stay',
  'negative.asOrdered',
  'health.calendar.ends',
  'health.calendar.missing',
  'health.calendar.over',
  'hold.cancelled',
  'release.madeSafe',
  'refusal.badAddress.do',
  'refusal.badCheckDigit.do',
  'refusal.calledOff',
  'refusal.forbiddenCharacter.do',
  'refusal.newerFormat',
  'refusal.rescueBusy.do',
  'refusal.unexpected.do',
  'refusal.wrongCode.do',
  'rescue.exported.done',
  'why.csm.notify',
  'why.turn.appliedBy',
];
