import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FindingFact } from '../../../../shared/facts/fact.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { nameUnits } from '../../../../shared/policy/reading/portions.ts';
import { anArbitraryCase } from '../../../builders/cases/anArbitraryCase.ts';
import { factId, findingId } from '../../../builders/cases/ids.ts';

/** One finding about some units, told as two that are each about a part of them. */
function cutInTwo({ units, ...finding }: FindingFact): readonly FindingFact[] {
  const [first, ...others] = units ?? [];
  if (first === undefined) return [{ ...finding, units }];
  const middle = Math.round((first.from + first.to) * 500) / 1000;
  const sizeOf = (spans: NonNullable<FindingFact['units']>) =>
    Math.round(spans.reduce((sum, { from, to }) => sum + (to - from), 0) * 1000) / 1000;
  const rest = [{ from: middle, to: first.to }, ...others];
  return [
    { ...finding, units: [{ from: first.from, to: middle }], quantity: middle - first.from },
    {
      ...finding,
      id: factId(`${finding.id}-rest`),
      findingId: findingId(`${finding.findingId}-rest`),
      units: rest,
      quantity: sizeOf(rest),
    },
  ];
}

/** Every finding fits the units it names, and answers are about whole groups. */
function fitting(made: PolicyInput): PolicyInput {
  const input = nameUnits(made);
  return {
    ...input,
    findings: input.findings.filter(
      ({ units, quantity }) =>
        units !== undefined &&
        units.length > 0 &&
        Math.abs(units.reduce((sum, { from, to }) => sum + (to - from), 0) - quantity) < 1e-6,
    ),
    answers: input.answers.filter(({ units }) => units === undefined),
  };
}

test('cutting what was found into portions never changes who bears the freight', () => {
  fc.assert(
    fc.property(anArbitraryCase, fc.nat(6), (made, which) => {
      const input = fitting(made);
      const chosen = input.findings[which % Math.max(1, input.findings.length)];
      if (chosen === undefined) return;
      const cut = input.findings.flatMap((finding) =>
        finding.id === chosen.id ? cutInTwo(finding) : [finding],
      );
      const [whole, parts] = [decideCase(input), decideCase({ ...input, findings: cut })];
      expect(whole.ok && parts.ok).toBe(true);
      if (!whole.ok || !parts.ok) return;
      const who = ({ shippingCost: { bearer, rechargeTo, wePickUp } }: typeof whole.value) => ({
        bearer,
        rechargeTo,
        wePickUp,
      });
      expect(who(parts.value)).toEqual(who(whole.value));
    }),
    { numRuns: 1500, seed: 20261129 },
  );
});
