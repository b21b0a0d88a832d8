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
];
