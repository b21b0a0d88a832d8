import type { Claim } from './claim.ts';

/** What the desk's queue and its deciding say that somebody did. */
export const claimsOfDesk: readonly Claim[] = [
  {
    act: 'the queue says from whom a case comes, and for whom it waits',
    by: [
      'renderer/cases/deskFigures.ts#deskFiguresOf',
      'renderer/queries/deskQueue/askOf.ts#askOf',
    ],
    says: [
      'queue.from.inspected',
      'queue.from.signed',
      'queue.waits.sentBack',
      'queue.waits.moreCame',
      'queue.waits.toSend',
      'queue.waits.central',
    ],
  },
  {
    act: 'the queue is filtered by what central has not accepted yet',
    by: ['renderer/queries/deskQueue/queueFilter.ts#passes'],
    says: ['queue.filter.unaccepted'],
  },
  {
    act: 'what is signed at the desk waits ten seconds, and can be called back',
    by: ['renderer/actions/decisionInHand.ts#createDecisionInHand'],
    says: ['queue.inHand'],
  },
  {
    act: 'what will be late at this pace is foreseen',
    by: ['shared/deadlines/predictedBreach.ts#predictedBreach'],
    says: ['desk.day.forecast', 'desk.day.inTime'],
  },
  {
    act: 'what other stations have not sent is told by central, and said to be unknown where it does not answer',
    by: [
      'renderer/screens/desk/OtherStations.tsx#OtherStations',
      'central/people/stationContactRows.ts#otherStationsOf',
    ],
    says: ['desk.stations.unknown', 'desk.stations.notTold'],
  },
  {
    act: 'two signatures that disagree free nothing, until one is replaced or the case is sent back',
    by: [
      'shared/cases/decisions/approval.ts#admitDecision',
      'shared/cases/decisions/signatures.ts#contradictions',
    ],
    says: ['desk.contested', 'desk.contested.do'],
  },
  {
    act: 'of rival inspections one counts, and the others stay on file',
    by: ['renderer/actions/chooseInspection.ts#chooseInspection'],
    says: ['desk.rivals.what'],
  },
  {
    act: 'central pays only what it computes itself and what was signed',
    by: ['shared/cases/decisions/approval.ts#admitDecision'],
    says: ['refusal.signedDiffers', 'refusal.changedSinceSigned', 'instead.money'],
  },
];
