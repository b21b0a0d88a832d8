import type { UnitGroupId } from '../ids.ts';
import type { Answer } from '../returns/fact.ts';
import type { QuestionId } from './decision.ts';

/** What a supervisor may answer to each question. Stable codes; `wording` has the sentences. */
export const questionAnswers = {
  lateRealDefect: ['acceptLate', 'refuseLate'],
  intactMeaning: ['payInFull', 'refuseNotIntact'],
  customisedOurError: ['acceptCustomised', 'refuseCustomised'],
  promptlyUndefined: ['objectedPromptly', 'objectedTooLate'],
  startedLate: ['startNow', 'agreeNewDateWithClient'],
  responsibleUnknown: ['us', 'ourCarrier', 'client', 'clientCarrier', 'sharedHalf'],
  noReturnPeriod: ['treatAsInTime', 'treatAsLate'],
  blindReturn: ['acceptAsReturn', 'refuseAsReturn'],
} as const satisfies Readonly<Record<QuestionId, readonly string[]>>;

export type AnswerTo<Q extends QuestionId> = (typeof questionAnswers)[Q][number];

/**
 * The answer given to one question about one unit group (null: about the whole case), or null while
 * it is open. Answers that contradict each other, or that were never offered, answer nothing.
 */
export function answerTo<Q extends QuestionId>(
  question: Q,
  unitGroupId: UnitGroupId | null,
  answers: readonly Answer[],
): AnswerTo<Q> | null {
  const offered: readonly AnswerTo<Q>[] = questionAnswers[question];
  let given: AnswerTo<Q> | null = null;
  for (const answer of answers) {
    if (answer.question !== question || answer.unitGroupId !== unitGroupId) continue;
    const known = offered.find((code) => code === answer.answer);
    if (known === undefined || (given !== null && given !== known)) return null;
    given = known;
  }
  return given;
}
