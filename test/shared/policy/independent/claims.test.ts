import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { PortionDecision } from '../../../../shared/policy/decision.ts';
import { whyCodes } from '../../../../shared/policy/whyCodes.ts';
import { anArbitraryCase } from '../../../builders/cases/anArbitraryCase.ts';
import { caseClaims, portionClaims } from './claims.ts';
import { shown } from './decideIndependently.ts';
import { unitsOf } from './looked.ts';

/** Ordinary runs take these; ORACLE_RUNS=10000 the ten thousand. */
const numRuns = Number(process.env['ORACLE_RUNS'] ?? 800);
const seed = Number(process.env['ORACLE_SEED'] ?? 20261130);

/** Not sentences of clauses. */
const elsewhere = /^(ask|turn|evidence)\./;

/** Speaks against paying: a ground that fails, a period, a person, a cap. */
function speaksAgainst(portion: PortionDecision): boolean {
  return portion.clauses.some(
    ({ clause, fired }) =>
      (clause.startsWith('II-') && !fired) ||
      (clause.startsWith('IV-') && fired) ||
      (clause.startsWith('III-') && !fired),
  );
}

describe('Every sentence of a decision', () => {
  it('has a predicate that says what it claims', () => {
    const known = new Set([...Object.keys(portionClaims), ...Object.keys(caseClaims)]);
    expect(
      Object.keys(whyCodes).filter((code) => !known.has(code) && !elsewhere.test(code)),
    ).toEqual([]);
  });

  it('is true of the facts it is said of', () => {
    fc.assert(
      fc.property(anArbitraryCase, (input) => {
        const decided = decideCase(input);
        if (!decided.ok) return;
        const units = unitsOf(input);
        decided.value.portions.forEach((portion, at) => {
          const own = units[at];
          if (own === undefined) throw new Error(`No units for ${shown(portion.units)}`);
          for (const { why, clause } of portion.clauses) {
            if (elsewhere.test(why.code)) continue;
            const holds = portionClaims[why.code]?.({ input, data: why.data, units: own, portion });
            if (holds !== true) expect.fail(`${clause} ${why.code} ${JSON.stringify(why.data)}`);
          }
        });
        for (const { why } of decided.value.clauses)
          if (caseClaims[why.code]?.(input, decided.value, why.data) !== true)
            expect.fail(`${why.code} ${JSON.stringify(why.data)}`);
      }),
      { numRuns, seed },
    );
  }, 1_200_000);

  it('is there for every refusal and every cap; questions never repeat; portions sum to their group', () => {
    fc.assert(
      fc.property(anArbitraryCase, (input) => {
        const decided = decideCase(input);
        if (!decided.ok) return;
        const { portions, questions } = decided.value;
        for (const portion of portions) {
          if (portion.standing === 'notUpheld') expect(speaksAgainst(portion)).toBe(true);
          const granted = portion.eligibleQuantity;
          const codes = portion.clauses.map(({ why }) => why.code);
          if (portion.standing === 'upheld' && granted > 0 && granted < portion.quantity)
            expect(codes.some((code) => /moreThan|grantedElsewhere/i.test(code))).toBe(true);
        }
        const asked = questions.map(({ question, unitGroupId, units }) =>
          JSON.stringify([question, unitGroupId, units]),
        );
        expect(new Set(asked).size).toBe(asked.length);
        for (const { group } of unitsOf(input)) {
          const own = portions.filter(({ unitGroupId }) => unitGroupId === group.count.unitGroupId);
          const sum = own.reduce((total, { quantity }) => total + Math.round(quantity * 1000), 0);
          expect(sum).toBe(group.total);
        }
      }),
      { numRuns, seed },
    );
  }, 1_200_000);
});
