import type { Answer } from '../../facts/decisionFacts.ts';
import { covers, spansOf } from '../../facts/spans.ts';
import type { QuestionId } from '../decision.ts';
import type { Portion } from './portions.ts';

/** What a supervisor may answer to each question. Stable codes; `wording` has the sentences. */
export const questionAnswers = {
  lateRealDefect: ['acceptLate', 'refuseLate'],
  intactMeaning: ['payInFull', 'refuseNotIntact'],
  customisedOurError: ['acceptCustomised', 'refuseCustomised'],
  promptlyUndefined: ['objectedPromptly', 'objectedTooLate'],
  responsibleUnknown: ['us', 'ourCarrier', 'client', 'clientCarrier', 'sharedHalf'],
  mixedFreight: ['us', 'ourCarrier', 'client', 'clientCarrier', 'sharedHalf', 'proRata'],
  noReturnPeriod: ['treatAsInTime', 'treatAsLate'],
  blindReturn: ['acceptAsReturn', 'refuseAsReturn'],
  evidenceMissing: ['acceptWithout', 'waitForPapers'],
  serialAgain: ['countAgain', 'refuseAgain'],
} as const satisfies Readonly<Record<QuestionId, readonly string[]>>;

export type AnswerTo<Q extends QuestionId> = (typeof questionAnswers)[Q][number];

/**
 * The answer given to one question about one portion (null: about the whole case), or null while it
 * is open. An answer that names no units is about all of its group. Answers that contradict each
 * other, or that were never offered, answer nothing.
 */
export function answerTo<Q extends QuestionId>(
  question: Q,
  portion: Portion | null,
  answers: readonly Answer[],
): AnswerTo<Q> | null {
  const offered: readonly AnswerTo<Q>[] = questionAnswers[question];
  let given: AnswerTo<Q> | null = null;
  for (const answer of answers) {
    if (answer.question !== asAsked(question, portion, answer)) continue;
    if (!isAbout(answer, portion)) continue;
    const known = offered.find((code) => code === answer.answer);
    if (known === undefined || (given !== null && given !== known)) return null;
    given = known;
  }
  return given;
}

/** The freight of a mixed parcel was once asked under the name of the responsible party. */
function asAsked(question: QuestionId, portion: Portion | null, answer: Answer): string {
  return question === 'mixedFreight' && portion === null && answer.question === 'responsibleUnknown'
    ? answer.question
    : question;
}

function isAbout(answer: Answer, portion: Portion | null): boolean {
  if (portion === null) return answer.unitGroupId === null;
  if (answer.unitGroupId !== portion.group.unitGroupId) return false;
  return answer.units === undefined || covers(spansOf(answer.units), portion.spans);
}
