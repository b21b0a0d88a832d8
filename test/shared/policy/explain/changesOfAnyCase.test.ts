import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Answer } from '../../../../shared/facts/decisionFacts.ts';
import { OrderLine, ReturnCase } from '../../../../shared/facts/documents.ts';
import { Fact } from '../../../../shared/facts/fact.ts';
import { type PolicyInput, questionIds } from '../../../../shared/policy/decision.ts';
import type { Portion } from '../../../../shared/policy/reading/portions.ts';
import { answerTo } from '../../../../shared/policy/reading/questionAnswers.ts';
import { anArbitraryCase } from '../../../builders/cases/anArbitraryCase.ts';
import { changesTried, type Tried } from './changesTried.ts';

describe('a change of any case whatever', () => {
  test('leaves facts and documents that stations and the office could have recorded', () => {
    check(({ input, changed }) => {
      if (notRecordable(input).length === 0) expect(notRecordable(changed)).toEqual([]);
    });
  });

  test('touches nothing of other lines, other groups and other orders', () => {
    check(({ input, changed, portion: { elsewhere, group, line, orderLine, findings } }) => {
      const here = new Set<string>(findings.map(({ id }) => id));
      const untouched = (of: PolicyInput) => ({
        lines: of.returnCase.lines.filter(({ id }) => id !== line?.id),
        orderLines: of.orderLines.filter(({ id }) => id !== orderLine?.id),
        groups: of.unitGroups.filter((g) => g.unitGroupId !== group.unitGroupId),
        findings: of.findings.filter(({ id }) => !here.has(id) && !isMadeUp(id)),
        photos: of.photos.filter(({ id }) => !isMadeUp(id)),
        answers: of.answers.filter(
          (a) => a.unitGroupId !== null && a.unitGroupId !== group.unitGroupId,
        ),
        granted: of.grantedElsewhere.filter((g) => g.orderLineId !== orderLine?.id),
        serials: of.serialsElsewhere.filter((s) => s.serial !== elsewhere?.serial),
      });
      expect(untouched(changed)).toEqual(untouched(input));
    });
  });

  test('leaves what was answered about other units, and to other questions', () => {
    check(({ input, changed, others, portion }) => {
      const about = (of: PolicyInput, portions: readonly (Portion | null)[]) =>
        questionIds.map((id) => portions.map((one) => answerTo(id, one, of.answers)));
      expect(about(changed, others)).toEqual(about(input, others));
      const [before, after] = [about(input, [portion, null]), about(changed, [portion, null])];
      const differ = before.filter((one, at) => one.join() !== after[at]?.join());
      expect(differ.length).toBeLessThanOrEqual(1);
    });
  });
});

function notRecordable(of: PolicyInput): readonly unknown[] {
  const facts = [...of.findings, ...of.photos, ...of.unitGroups];
  return [
    ...facts.flatMap((fact) => Fact.safeParse(fact).error ?? []),
    ...of.answers.flatMap((answer) => Answer.safeParse(answer).error ?? []),
    ...of.orderLines.flatMap((line) => OrderLine.safeParse(line).error ?? []),
    ...[ReturnCase.safeParse(of.returnCase).error ?? []].flat(),
  ];
}

function isMadeUp(id: string): boolean {
  return id.startsWith('hypothetical');
}

type Changed = Omit<Tried, 'changes'> & { readonly changed: PolicyInput };

function check(property: (tried: Changed) => void): void {
  fc.assert(
    fc.property(anArbitraryCase, (given) => {
      for (const { changes, ...tried } of changesTried(given))
        for (const change of changes.flat())
          property({ ...tried, changed: change.apply(tried.input) });
    }),
    { numRuns: 60, seed: 20_261_129 },
  );
}
