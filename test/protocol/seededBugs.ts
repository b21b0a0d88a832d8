/** Realistic mistakes, each switched into the model where the real protocol does otherwise. */
export const bugs = {
  cursorBeforeData: 'the station saves the cursor before the page it belongs to',
  outboxClearedOnSend: 'the station clears the outbox when it sends instead of when it is answered',
  everyAnswerPlain: 'the station takes any answer for a yes when it notes the run',
  answersNotForgotten: 'the station offers a command again and still believes the old answer',
  settledByWatermark: 'the station settles all up to the last answer although one was put off',
  epochIgnored: 'the station goes on after a restore as if nothing had happened',
  journalNotRead: 'the station does not read its journal after its database was lost',
  answersByPosition: 'the station takes a late answer for the present one, result by result',
  catchUpNotBegunAgain: 'the station goes on with a full catch-up that a crash broke off',
  ownDroppedWithUnnamed: 'the station drops its own facts too when central no longer names them',
  duplicateNotKnown: 'central does not look up whether it has seen a command',
  gapAccepted: 'central takes a command although the one before it is missing',
  naiveCursor: 'central shows its feed up to the highest number, whoever is still writing below it',
  refundBeside: 'central writes the refund after the transaction of its approval',
  quarantineBlocks: 'central gives an unreadable command no place in the order',
  answeredBeforeCommit: 'central answers before it has committed',
} as const;
export type Bug = keyof typeof bugs;
