import type { Precedent } from '../returns/documents.ts';
import type { Question } from './decision.ts';

/** How an open question was answered before. */
export type PrecedentOffer = {
  readonly answer: string;
  readonly times: number;
  /** The cases it was given in, the latest first, each with its reason. */
  readonly precedents: readonly Precedent[];
};

/**
 * What supervisors answered to the same question before, the most frequent answer first. It is an
 * offer to read, never an answer: `decideCase` does not know precedents. Answers no longer on offer
 * are left out.
 */
export function precedentsFor(
  question: Pick<Question, 'question' | 'answers'>,
  precedents: readonly Precedent[],
): readonly PrecedentOffer[] {
  return question.answers
    .map((answer) => {
      const given = precedents
        .filter((p) => p.question === question.question && p.answer === answer)
        .sort(latestFirst);
      return { answer, times: given.length, precedents: given };
    })
    .filter((offer) => offer.times > 0)
    .sort((a, b) => b.times - a.times);
}

function latestFirst(a: Precedent, b: Precedent): number {
  if (a.decidedAt !== b.decidedAt) return a.decidedAt > b.decidedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
