import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { anArbitraryCase } from '../../../builders/cases/anArbitraryCase.ts';
import { decideIndependently } from './decideIndependently.ts';
import { sameShape } from './sameShape.ts';

/** Ordinary runs take these; ORACLE_RUNS=10000 the ten thousand, ORACLE_SEED any others. */
const numRuns = Number(process.env['ORACLE_RUNS'] ?? 800);
const seed = Number(process.env['ORACLE_SEED'] ?? 20261129);

/** Answers a person could give next, one of each question that is open. */
function answered(input: PolicyInput, pick: number): PolicyInput | null {
  const decided = decideCase(input);
  if (!decided.ok) return null;
  const { questions } = decided.value;
  const asked = questions[pick % Math.max(1, questions.length)];
  const answer = asked?.answers[pick % asked.answers.length];
  if (asked === undefined || answer === undefined) return null;
  const { question, unitGroupId, units } = asked;
  return {
    ...input,
    answers: [
      ...input.answers.filter(
        (given) => given.question !== question || given.unitGroupId !== unitGroupId,
      ),
      {
        question,
        unitGroupId,
        ...(unitGroupId === null ? {} : { units: [...units] }),
        answer,
        reason: 'because',
      },
    ],
  };
}

describe('Two implementations of the return policy', () => {
  it('agree in every field on made-up cases, and on what follows from the answers given', () => {
    fc.assert(
      fc.property(anArbitraryCase, fc.nat(59), (made, pick) => {
        for (
          let input: PolicyInput | null = made, turn = 0;
          input !== null && turn < 4;
          turn += 1
        ) {
          const decided = decideCase(input);
          expect(decided.ok).toBe(true);
          if (!decided.ok) return;
          const [one, other] = [sameShape(decided.value), decideIndependently(input)];
          if (JSON.stringify(one) !== JSON.stringify(other)) expect(one).toEqual(other);
          input = answered(input, pick + turn);
        }
      }),
      { numRuns, seed },
    );
  }, 1_200_000);
});
