import type { Question } from '../../../../shared/policy/decision.ts';
import { type AnswerDraft, type DecisionDraft, keyOf } from './decisionDraft.ts';

/** Questions one answer settles. Signed per portion all the same. */
export type Alike = readonly [Question, ...Question[]];

/** The same question of several portions of one group stands once, where it came first. */
export function alikeAmong(questions: readonly Question[]): readonly Alike[] {
  const sets = new Map<string, [Question, ...Question[]]>();
  for (const question of questions) {
    const key = question.units.length === 0 ? keyOf(question) : keyOfAlike(question);
    const set = sets.get(key);
    if (set) set.push(question);
    else sets.set(key, [question]);
  }
  return [...sets.values()];
}

export function keyOfAlike({ question, unitGroupId }: Question): string {
  return `${question} ${unitGroupId ?? ''}`;
}

/** What was said to all of them; null where they were answered differently. */
export function answerToAll(alike: Alike, answers: DecisionDraft['answers']): AnswerDraft | null {
  const [first, ...others] = alike;
  const given = answers[keyOf(first)] ?? { question: first, answer: null, reason: '' };
  const isSame = others.every((question) => {
    const other = answers[keyOf(question)] ?? { answer: null, reason: '' };
    return other.answer === given.answer && other.reason === given.reason;
  });
  return isSame ? given : null;
}

/** The answers with this said to each of them. */
export function answeredAll(
  alike: Alike,
  said: Pick<AnswerDraft, 'answer' | 'reason'>,
  answers: DecisionDraft['answers'],
): DecisionDraft['answers'] {
  return {
    ...answers,
    ...Object.fromEntries(alike.map((question) => [keyOf(question), { question, ...said }])),
  };
}
