import type { Claim } from './claim.ts';

/** What people do with goods and money, and what is made of it. */
export const claimsOfWork: readonly Claim[] = [
  {
    act: 'Of a refused decision it is said what stands instead, as far as this station knows',
    by: ['renderer/screens/refused/decidedInstead.ts#decidedInstead'],
    says: ['instead.nothing'],
  },
  {
    act: 'The history of a case is what was recorded of it here, by the office and by central',
    by: ['renderer/queries/oneCase/caseHistory.ts#caseHistory'],
    says: [
      'history.takenBack',
      'history.refundStarted',
      'review.authorised',
      'review.partlyAuthorised',
      'review.denied',
    ],
  },
  {
    act: 'Goods are granted once, whatever order line or case they are moved to',
    by: [
      'shared/cases/decisions/movedUnits.ts#grantedOnOtherLine',
      'shared/cases/decisions/movedUnits.ts#isGrantedOf',
    ],
    says: ['refusal.grantedOnOtherLine', 'refusal.grantedOfArrival'],
  },
  {
    act: 'What central did not accept of a decision stands where the case is opened next',
    by: [
      'central/commands/decideCommands.ts#decideCommands',
      'renderer/queries/oneCase/refusedDecision.ts#refusedDecision',
    ],
    says: ['desk.refusedBefore'],
  },
  {
    act: 'One picture proves the claim of one case',
    by: ['shared/cases/reading/picturesElsewhere.ts#picturesElsewhere'],
    says: ['refusal.pictureOfOtherCase'],
  },
  {
    act: 'What a retired key signed counts only where central can check when that was',
    by: [
      'central/people/keyPeriodRows.ts#retireKey',
      'central/commands/mayCountStill.ts#mayCountStill',
    ],
    says: ['refusal.keyRetired', 'refusal.keyRetired.do'],
  },
  {
    act: 'The camera is watched: it comes back by itself, and takes nothing meanwhile',
    by: ['renderer/screens/camera/useCamera.ts#useCamera'],
    says: ['camera.busy.what', 'camera.ended.what'],
  },
  {
    act: 'A picture that is not there or all black is not taken',
    by: [
      'renderer/screens/camera/useCamera.ts#useCamera',
      'renderer/screens/camera/developing/isAllDark.ts#isAllDark',
    ],
    says: ['camera.muted.what', 'camera.black.what'],
  },
  {
    act: 'a parcel is received, and its days count from then',
    by: [
      'renderer/actions/receiveParcel.ts#receiveParcel',
      'shared/deadlines/clocks.ts#inspectionDeadline',
    ],
    says: [
      'dock.says.received',
      'dock.says.keptUnexpected',
      'dock.says.keptUnexpected.do',
      'dock.says.receivedOdd.cancelled.do',
      'dock.says.receivedOdd.denied.do',
      'dock.says.receivedOdd.early.do',
      'dock.expected.empty.next',
      'state.received',
    ],
  },
  {
    act: 'what comes after a decision is on the bench’s list',
    by: [
      'renderer/actions/receiveParcel.ts#receiveParcel',
      'shared/cases/reading/caseFile.ts#moreCame',
      'renderer/cases/projectCase.ts#projectCase',
    ],
    says: ['dock.says.receivedOdd.decided', 'dock.says.receivedOdd.decided.do'],
  },
  {
    act: 'a parcel with something in it is not unreceived',
    by: [
      'renderer/actions/correctFact.ts#correctFact',
      'shared/cases/decisions/takenBack.ts#whyNotTakenBack',
    ],
    says: ['refusal.goodsInIt'],
  },
  {
    act: 'an arrival is linked to a case',
    by: ['renderer/actions/linkArrival.ts#linkArrival'],
    says: ['dock.says.linked', 'dock.says.askLink.do', 'blind.noMatch.next'],
  },
  {
    act: 'goods without papers get a case, which the bench lists and a link can still change',
    by: [
      'renderer/actions/openCase.ts#openCase',
      'renderer/actions/relinkArrival.ts#relinkArrival',
      'renderer/recording/againstPapers.ts#againstPapers',
    ],
    says: ['dock.says.askOpen.do', 'dock.says.opened.do'],
  },
  {
    act: 'pieces missing are noted, confirmed and stay expected',
    by: [
      'renderer/actions/finishParcel.ts#noteMissing',
      'renderer/actions/finishParcel.ts#finishParcel',
      'renderer/cases/remainderOf.ts#remainderOf',
    ],
    says: ['dock.says.short.do', 'dock.says.missingNoted', 'dock.yes.short'],
  },
  {
    act: 'goods are put on hold and released, and their clock goes on',
    by: [
      'renderer/actions/holdCase.ts#holdCase',
      'renderer/actions/releaseCase.ts#releaseCase',
      'shared/cases/admitFact.ts#admitFact',
    ],
    says: [
      'hold.benchReleases',
      'hold.title',
      'hold.put',
      'hold.put.go',
      'hold.clock',
      'hold.supervisorReleases',
      'workList.onHold',
      'workList.keys.hold',
    ],
  },
  {
    act: 'a piece counted before is known by its serial',
    by: ['renderer/queries/oneCase/serialSeen.ts#serialSeen'],
    says: ['dock.says.serialAgain', 'dock.says.counted.serialIn'],
  },
  {
    act: 'units are counted',
    by: ['renderer/actions/countUnits.ts#countUnits'],
    says: [
      'dock.says.counted',
      'dock.says.countedOdd',
      'dock.parcel.nothingYet',
      'bench.says.counted',
      'bench.says.countedOdd',
      'bench.nothingCounted',
      'refusal.moreThanCounted',
      'fact.unitsCounted',
    ],
  },
  {
    act: 'a photo is taken',
    by: ['renderer/actions/takePhoto.ts#takePhoto'],
    says: ['dock.says.photographed', 'bench.says.photographed'],
  },
  {
    act: 'the condition at the door is noted',
    by: ['renderer/actions/checkDoor.ts#checkDoor'],
    says: ['dock.says.doorChecked'],
  },
  {
    act: 'a record is taken back by another',
    by: ['renderer/actions/correctFact.ts#correctFact'],
    says: [
      'dock.says.undone',
      'dock.recent.takenBack',
      'bench.says.undone',
      'refusal.notCorrectable',
    ],
  },
  {
    act: 'cases and parcels wait on the list of whoever is next',
    by: [
      'renderer/queries/lists/worklist.ts#worklist',
      'renderer/queries/lists/blindParcels.ts#blindParcels',
      'shared/cases/reading/caseFile.ts#readCaseFile',
    ],
    says: [
      'dock.says.finishedUncounted.do',
      'dock.says.finishedBlind.do',
      'bench.empty.next',
      'bench.proposed.what',
      'desk.empty',
      'desk.empty.next',
      'refusal.ownHandsOnCase.do',
    ],
  },
  {
    act: 'findings not recorded yet are kept as drafts',
    by: ['renderer/actions/saveDraft.ts#saveDraft'],
    says: ['bench.begunBy'],
  },
  {
    act: 'an inspection is finished and a verdict proposed',
    by: ['renderer/actions/finishInspection.ts#finishInspection'],
    says: [
      'bench.proposed',
      'fact.inspectionFinished',
      'state.inspecting',
      'state.verdictProposed',
      'refusal.nothingInspected',
    ],
  },
  {
    act: 'a supervisor decides: approves, declines, sends back',
    by: [
      'renderer/actions/decideVerdict.ts#decideVerdict',
      'shared/cases/decisions/approval.ts#admitDecision',
    ],
    says: [
      'bench.sentBack',
      'bench.unfinished.what',
      'desk.decision.decline.hint',
      'desk.precedent',
      'state.sentBack',
      'state.approved',
      'state.declined',
    ],
  },
  {
    act: 'a signed decision is held on disk until it is sealed, called back or given up',
    by: [
      'renderer/actions/heldDecisions.ts#holdDecision',
      'renderer/actions/decisionInHand.ts#createDecisionInHand',
      'renderer/app/finishBeforeClosing.ts#finishBeforeClosing',
    ],
    says: [
      'desk.pending',
      'desk.pending.what',
      'desk.held.own',
      'desk.held.own.what',
      'desk.held.other',
      'desk.held.other.what',
      'desk.held.signedAt',
      'signIn.held',
    ],
  },
  {
    act: 'a case is held, and nobody approves it meanwhile',
    by: [
      'renderer/actions/holdCase.ts#holdCase',
      'shared/cases/decisions/approval.ts#admitDecision',
    ],
    says: ['fact.held', 'state.onHold', 'refusal.caseOnHold', 'refusal.caseOnHold.do'],
  },
  {
    act: 'a refund is registered, instructed, answered by the payment system, looked up',
    by: [
      'central/refunds/refundRows.ts#registerRefunds',
      'central/refunds/startRefunds.ts#startRefunds',
      'central/refunds/webhookPort.ts#webhookPort',
    ],
    says: [
      'desk.refund.started',
      'desk.total',
      'state.refundStarted',
      'refundState.instructed',
      'refundState.acknowledged',
      'refundState.unknown',
      'find.refund.dueBy',
      'find.refund.late',
      'find.refund.acknowledged',
      'find.refund.unknown',
    ],
  },
  {
    act: 'central is asked for cases, within seconds or not at all',
    by: [
      'renderer/screens/find/useCentralFound.ts#useCentralFound',
      'central/search/seekCases.ts#seekCases',
    ],
    says: ['find.central.unreachable', 'find.central.gone'],
  },
  {
    act: 'closed cases are decided again and nothing is changed',
    by: [
      'renderer/screens/desk/replay/useReplay.ts#useReplay',
      'central/replay/replayPage.ts#replayPage',
    ],
    says: [
      'desk.replay.lead',
      'desk.replay.same',
      'desk.replay.sum',
      'desk.replay.changed',
      'desk.replay.none',
      'desk.replay.refused',
    ],
  },
  {
    act: 'days are counted by the calendar, and from when the arrival can have been',
    by: [
      'shared/deadlines/clocks.ts#inspectionDeadline',
      'shared/deadlines/plausibleTime.ts#plausibleTime',
      'shared/deadlines/predictedBreach.ts#predictedBreach',
    ],
    says: [
      'deadline.uncounted',
      'deadline.corrected.off',
      'deadline.corrected.ahead',
      'deadline.corrected.behind',
      'deadline.proof.title',
      'deadline.proof.why',
      'desk.board.uncounted',
      'desk.board.willBreach',
      'desk.board.willBeLate',
      'desk.board.ready',
    ],
  },
  {
    act: 'the policy reads what the papers and the findings say',
    by: ['shared/policy/decide/decideCase.ts#decideCase'],
    says: [
      'policy.proposal',
      'policy.versions',
      'why.quality.inferredFromSample',
      'why.quality.otherCause',
      'why.order.wrongArticle',
      'why.order.moreShippedThanOrdered',
      'why.order.errorFound',
      'why.review.notCounted',
      'why.shipCost.ourCarrierBears',
      'why.inspect.running',
      'why.inspect.notCounted',
      'why.refund.undecided',
      'why.period.acceptedByPerson',
      'why.ask.promptlyNotDefined',
      'why.refund.due',
      'why.refund.moreThanShipped',
      'why.quality.noneRecorded',
      'why.apply.evidenceNoted',
      'why.ask.objectedLate',
      'why.ask.objectionReceiptUnknown',
      'why.ask.serialAgain',
      'policy.recharge',
      'why.ask.reviewDenied',
      'why.ask.reviewWantsMore',
    ],
  },
  {
    act: 'each portion is decided for itself, and what is left out stays open',
    by: [
      'shared/cases/decisions/choices.ts#checkChoices',
      'shared/cases/decisions/choices.ts#isGranted',
    ],
    says: [
      'desk.portion.later',
      'desk.portion.final',
      'state.partlyDecided',
      'refusal.nothingChosen',
    ],
  },
  {
    act: 'a refund waits until its photos are verified',
    by: ['central/refunds/instructionRows.ts#claimDue'],
    says: ['desk.refund.waits', 'find.refund.waits'],
  },
  {
    act: 'central enters final decisions in its register',
    by: ['shared/cases/decisions/approval.ts#admitDecision'],
    says: ['desk.grant.signed', 'desk.grant.accepted', 'find.declined'],
  },
  {
    act: 'the office said so of the application, in its own papers',
    by: ['shared/facts/documents.ts#ReturnCase'],
    says: ['state.authorised', 'state.denied', 'state.cancelled'],
  },
  {
    act: 'a finding somebody has begun stays, whatever becomes of the catalogue',
    by: [
      'renderer/screens/bench/finding/DefectChoice.tsx#DefectChoice',
      'renderer/actions/saveDraft.ts#saveDraft',
    ],
    says: ['bench.defect.withdrawn.next'],
  },
  {
    act: 'an entry of the catalogue stands for one of our codes',
    by: ['shared/cases/admitFact.ts#admitFact'],
    says: ['refusal.entryOfOtherCode'],
  },
  {
    act: 'what was recorded stays when the office changes a return, and it is decided by its papers of today',
    by: [
      'shared/office/admit/buildReturn.ts#buildReturn',
      'shared/cases/reading/policyInput.ts#policyInputOf',
    ],
    says: ['since.next'],
  },
];
