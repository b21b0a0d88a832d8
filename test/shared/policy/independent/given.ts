/** What a supervisor answered, about the case or about some units. */
import type { PolicyInput, QuestionId } from '../../../../shared/policy/decision.ts';
import { questionAnswers } from '../../../../shared/policy/reading/questionAnswers.ts';
import { thousandths } from './cells.ts';

/** Half-open spans in thousandths of one group. */
export type Place = {
  readonly groupId: string;
  readonly spans: readonly (readonly [number, number])[];
};

/** Answers that contradict each other, or were never on offer, say nothing. */
export function given(
  input: PolicyInput,
  question: QuestionId,
  about: Place | null,
): string | null {
  const asked = input.answers.filter(
    (answer) =>
      (answer.question === question ||
        // The freight of a mixed parcel was once asked under this name.
        (question === 'mixedFreight' && answer.question === 'responsibleUnknown')) &&
      (about === null
        ? answer.unitGroupId === null
        : answer.unitGroupId === about.groupId &&
          (answer.units === undefined ||
            about.spans.every(([from, to]) => covered(from, to, answer.units ?? [])))),
  );
  const offered: readonly string[] = questionAnswers[question];
  if (asked.some(({ answer }) => !offered.includes(answer))) return null;
  const different = [...new Set(asked.map(({ answer }) => answer))];
  return different.length === 1 ? (different[0] ?? null) : null;
}

function covered(
  from: number,
  to: number,
  spans: readonly { readonly from: number; readonly to: number }[],
): boolean {
  let at = from;
  for (const span of [...spans].sort((a, b) => a.from - b.from))
    if (thousandths(span.from) <= at) at = Math.max(at, thousandths(span.to));
  return at >= to;
}
