import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers, keyOfUnits, overlaps, spansOf } from '../../../../shared/facts/spans.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { PolicyInput, PortionDecision, Turn } from '../../../../shared/policy/decision.ts';
import { counterfactuals } from '../../../../shared/policy/explain/counterfactuals.ts';
import { nameUnits } from '../../../../shared/policy/reading/portions.ts';
import { anArbitraryCase } from '../../../builders/cases/anArbitraryCase.ts';
import { asIf } from '../../../builders/cases/asIf.ts';

/** Ordinary runs take these; each decides hundreds of times. */
const numRuns = Number(process.env['TURN_RUNS'] ?? 100);
/** More of them may take longer. */
const longest = Math.max(60_000, numRuns * 1000);

describe('for any case whatever', () => {
  test(
    'what is said would turn it does, to that very standing and amount',
    () => {
      check((input, portions) => {
        const named = nameUnits(input);
        for (const turn of counterfactuals(input, someOf(portions))) {
          const changed = decideCase(asIf(named, turn));
          if (!changed.ok) throw new Error(changed.refusal.code);
          expect([turn.changes, became(changed.value.portions, turn)]).toEqual([
            turn.changes,
            { standings: [turn.becomes], amount: turn.amount },
          ]);
        }
      });
    },
    longest,
  );

  test(
    'no negative answer stands without something that would turn it',
    () => {
      check((input, portions) => {
        const refused = portions.filter((p) => p.standing === 'notUpheld');
        const told = counterfactuals(input, ({ group, units }) =>
          refused.some((p) => isOf(p, { unitGroupId: group.unitGroupId, units })),
        );
        expect(refused.filter((p) => !told.some((turn) => isOf(p, turn)))).toEqual([]);
      });
    },
    longest,
  );

  test(
    'no two changes of a portion are said in the same words',
    () => {
      check((input, portions) => {
        const told = counterfactuals(input, someOf(portions)).map(
          ({ changes, unitGroupId: id, units }) => JSON.stringify([id, units, changes]),
        );
        expect(told.filter((one, index) => told.indexOf(one) !== index)).toEqual([]);
      });
    },
    longest,
  );
});

/** Cases that can be decided, their order lines numbered apart as orders number them. */
function check(property: (input: PolicyInput, portions: readonly PortionDecision[]) => void): void {
  fc.assert(
    fc.property(anArbitraryCase, (given) => {
      const orderLines = given.orderLines.map((o, index) => ({ ...o, lineNumber: index + 1 }));
      const input = { ...given, orderLines };
      const decided = decideCase(input);
      if (decided.ok) property(input, decided.value.portions);
    }),
    { numRuns, seed: 20_261_129 },
  );
}

/** The refused ones and the first other: enough to see, and quick. */
function someOf(portions: readonly PortionDecision[]) {
  const open = portions.filter((p) => p.standing === 'needsPerson' || p.standing === 'needsFacts');
  const chosen = [...portions.filter((p) => p.standing === 'notUpheld'), ...open.slice(0, 1)];
  return ({ group, units }: Parameters<NonNullable<Parameters<typeof counterfactuals>[1]>>[0]) =>
    chosen.some((p) => isOf(p, { unitGroupId: group.unitGroupId, units }));
}

type Units = Pick<Turn, 'unitGroupId' | 'units'>;

function isOf(a: Units, b: Units): boolean {
  return a.unitGroupId === b.unitGroupId && keyOfUnits(a.units) === keyOfUnits(b.units);
}

/** What became of the units of a turn, also where they are part of a larger portion now. */
function became(portions: readonly PortionDecision[], turn: Turn) {
  const these = spansOf(turn.units);
  const own = portions.filter(
    (p) => p.unitGroupId === turn.unitGroupId && overlaps(spansOf(p.units), these),
  );
  const inside = own.filter((p) => covers(these, spansOf(p.units)));
  const size = (units: Turn['units']) => units.reduce((sum, { from, to }) => sum + to - from, 0);
  const amount =
    inside.length === own.length
      ? own.reduce((sum, p) => sum + p.eligibleAmount, 0)
      : own.reduce(
          (sum, p) => sum + Math.round((p.eligibleAmount * size(turn.units)) / size(p.units)),
          0,
        );
  return { standings: [...new Set(own.map((p) => p.standing))], amount };
}
