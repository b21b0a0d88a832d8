import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../shared/facts/decisionFacts.ts';
import { sumQuantities } from '../../../../shared/facts/quantity.ts';
import { unitGroupsOf } from '../../../../shared/facts/unitGroups.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import { invoicedFor } from '../../../../shared/policy/decide/eligible.ts';
import { questionAnswers } from '../../../../shared/policy/reading/questionAnswers.ts';
import { whyCodes } from '../../../../shared/policy/whyCodes.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { anArbitraryCase } from '../../../builders/cases/anArbitraryCase.ts';
import { unitGroupId } from '../../../builders/cases/ids.ts';
import { aDefect, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';
import {
  allCited,
  allReasons,
  answerTo,
  backwards,
  capping,
  check,
  decided,
  eligibleOf,
  everythingThere,
  grantedOf,
  lineOne,
  ofLine,
  ofOrderLine,
  runs,
  speaksAgainst,
  withoutOne,
  worthOf,
} from '../anyCase.ts';
import { isDecidedAlike } from './decidedAlike.ts';

describe('for any case whatever', () => {
  test('deciding gives an answer, and the same one again', () => {
    check((input) => {
      expect(decideCase(input)).toStrictEqual(decideCase(input));
    });
  });

  test('the order in which facts arrived does not matter', () => {
    check((input) => {
      expect(decideCase(backwards(input))).toStrictEqual(decideCase(input));
    });
  });

  test('a station and central reach the same decision from the facts as sent', () => {
    fc.assert(fc.property(anArbitraryCase, isDecidedAlike), { ...runs, numRuns: 500 });
  });

  test('an explanation cites only what is there, also after any one fact is taken away', () => {
    check((input) => {
      for (const less of [input, ...withoutOne(input)]) {
        const there = new Set(everythingThere(less));
        expect(allCited(decided(less)).filter((cited) => !there.has(cited))).toEqual([]);
      }
    });
  });

  test('the same fact told twice counts once', () => {
    check((input) => {
      const twice = <T>(facts: readonly T[]) => [...facts, ...facts];
      expect(
        decideCase({
          ...input,
          arrivals: twice(input.arrivals),
          unitGroups: twice(input.unitGroups),
          findings: twice(input.findings),
          photos: twice(input.photos),
          holds: twice(input.holds),
          answers: twice(input.answers),
        }),
      ).toStrictEqual(decideCase(input));
    });
  });

  test('the portions of a group are all of its units, each once', () => {
    check((input) => {
      const { portions } = decided(input);
      for (const group of unitGroupsOf(input.unitGroups)) {
        const own = portions.filter((p) => p.unitGroupId === group.unitGroupId);
        const spans = own.flatMap((p) => [...p.units]).sort((a, b) => a.from - b.from);
        expect(sumQuantities(own.map((p) => p.quantity))).toBe(group.quantity);
        expect(sumQuantities(spans.map(({ from, to }) => to - from))).toBe(group.quantity);
        spans.forEach(({ from }, index) => {
          expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0);
        });
      }
    });
  });

  test('a group of no units asks nothing and holds nothing', () => {
    check((input) => {
      const unitGroups = input.unitGroups.map((group) => ({ ...group, quantity: 0, serials: [] }));
      const { portions, questions, refundAmount } = decided({ ...input, unitGroups });
      expect([portions, questions, refundAmount]).toEqual([[], [], 0]);
    });
  });

  test('every clause is spoken of exactly once per portion or case', () => {
    check((input) => {
      const decision = decided(input);
      expect(decision.clauses.map((c) => c.clause)).toEqual([
        'III-REVIEW',
        'III-SHIPCOST',
        'III-INSPECT',
        'V-CSM',
        'V-IMPROVE',
      ]);
      for (const portion of decision.portions)
        expect(portion.clauses.map((c) => c.clause)).toEqual([
          'II-QUALITY',
          'II-ORDER',
          'II-TRANSPORT',
          'III-APPLY',
          'III-REFUND',
          'IV-CUSTOM',
          'IV-PERIOD',
        ]);
    });
  });

  test('every reason is a published code with exactly its data', () => {
    const published: Readonly<Record<string, readonly string[]>> = whyCodes;
    check((input) => {
      for (const { code, data } of allReasons(decided(input)))
        expect([code, Object.keys(data).sort()]).toEqual([
          code,
          [...(published[code] ?? [])].sort(),
        ]);
    });
  });

  test('the refund is the sum of its portions, and each offers what it is worth', () => {
    check((input) => {
      const decision = decided(input);
      expect(decision.refundAmount).toBe(
        decision.portions.reduce((sum, portion) => sum + portion.eligibleAmount, 0),
      );
      for (const portion of decision.portions)
        for (const option of portion.resolutions)
          expect([option.kind, option.amount]).toEqual([
            option.kind,
            worthOf(option.kind, portion),
          ]);
    });
  });

  test('eligible is never more than counted, approved, or shipped and not granted elsewhere', () => {
    check((input) => {
      const { portions } = decided(input);
      for (const line of input.returnCase.lines) {
        const eligible = sumQuantities(ofLine(portions, input, line.id).map(eligibleOf));
        expect(eligible).toBeLessThanOrEqual(line.approvedQuantity ?? line.requestedQuantity);
      }
      for (const orderLine of input.orderLines) {
        const eligible = sumQuantities(ofOrderLine(portions, input, orderLine.id).map(eligibleOf));
        const granted = grantedOf(input, orderLine.id).quantity;
        expect(eligible).toBeLessThanOrEqual(Math.max(0, orderLine.shippedQuantity - granted));
      }
      for (const portion of portions)
        expect(portion.eligibleQuantity).toBeLessThanOrEqual(portion.quantity);
    });
  });

  test('of an order line never more is granted than was invoiced and is left', () => {
    check((input) => {
      const { portions } = decided(input);
      for (const orderLine of input.orderLines) {
        const own = ofOrderLine(portions, input, orderLine.id);
        const left = Math.max(0, invoicedFor(orderLine) - grantedOf(input, orderLine.id).value);
        const most = own.map((p) => Math.max(0, ...p.resolutions.map((option) => option.value)));
        expect(most.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(left);
        expect(own.reduce((sum, p) => sum + p.eligibleAmount, 0)).toBeLessThanOrEqual(left);
      }
    });
  });

  test('money moves only for what is upheld', () => {
    check((input) => {
      const others = decided(input).portions.filter((portion) => portion.standing !== 'upheld');
      expect(others.filter((portion) => portion.eligibleAmount !== 0)).toEqual([]);
    });
  });

  test('nothing goes back on the shelf that was not seen, or that anything but a wrong article was found on', () => {
    check((input) => {
      for (const { clauses, dispositions, intact } of decided(input).portions)
        if (dispositions.includes('restock')) {
          expect(intact).toBe(true);
          expect(clauses.filter((c) => c.fired && c.clause.startsWith('II-'))).toMatchObject([
            { clause: 'II-ORDER' },
          ]);
        }
    });
  });

  test('every refusal names at least one clause that speaks against it', () => {
    check((input) => {
      for (const { clauses, standing } of decided(input).portions)
        if (standing === 'notUpheld') expect(clauses.filter(speaksAgainst)).not.toEqual([]);
    });
  });

  test('every cap names its clause, with what was granted and what there was', () => {
    check((input) => {
      for (const portion of decided(input).portions) {
        const refund = portion.clauses.find((c) => c.clause === 'III-REFUND');
        const isCapped =
          portion.standing === 'upheld' &&
          portion.eligibleQuantity > 0 &&
          portion.eligibleQuantity < portion.quantity;
        const isOfWorth = refund?.why.code === 'refund.worthGrantedElsewhere';
        if (isCapped && !isOfWorth) {
          expect(refund).toMatchObject({
            fired: true,
            why: { data: { granted: portion.eligibleQuantity, of: portion.quantity } },
          });
          expect(refund?.why.code).toMatch(capping);
        }
        if (!isCapped && !isOfWorth && portion.standing === 'upheld')
          expect(refund?.why.code).not.toMatch(capping);
      }
    });
  });

  test('what is undecided says what it waits for, and what is decided waits for nothing', () => {
    check((input) => {
      for (const portion of decided(input).portions) {
        const waits = portion.questions.length > 0 ? 'needsPerson' : 'needsFacts';
        if (portion.claimUpheld === null) expect(portion.standing).toBe(waits);
        else expect([portion.questions, portion.missing]).toEqual([[], []]);
      }
    });
  });

  test('the day of asking moves the clocks only', () => {
    check((input) => {
      const later = decided({ ...input, asOf: '2026-12-31' });
      const now = decided(input);
      expect(later.portions).toStrictEqual(now.portions);
      expect(later.refundAmount).toBe(now.refundAmount);
      expect(later.standing).toBe(now.standing);
    });
  });

  test('freight is borne to the last cent, or by nobody yet', () => {
    check((input) => {
      const { amount, bearer, parts } = decided(input).shippingCost;
      const borne = parts.reduce((sum, part) => sum + part.amount, 0);
      expect(borne).toBe(bearer === 'undetermined' ? 0 : (amount ?? 0));
    });
  });

  test('every question can be answered, and then is gone', () => {
    check((input) => {
      const answers: Answer[] = [];
      for (let round = 0; round < 6; round += 1) {
        const { questions } = decided({ ...input, answers });
        if (questions.length === 0) return;
        for (const asked of questions) {
          expect(asked.answers).toEqual(questionAnswers[asked.question]);
          answers.push(answerTo(asked, round));
        }
      }
      expect(decided({ ...input, answers }).questions).toEqual([]);
    });
  });
});

describe('whom the policy protects', () => {
  test('misuse without the signs the policy wants never denies a claim', () => {
    check((input) => {
      const needed = input.policy.parameters.misuseIndicatorsNeeded;
      const onlyWeakMisuse = {
        ...input,
        answers: [],
        findings: input.findings.map((finding) => ({
          ...finding,
          observation: aDefect({
            cause: 'misuse',
            indicators: (['overload', 'impactMark'] as const).slice(0, needed - 1),
          }),
        })),
      };
      const found = new Set(onlyWeakMisuse.findings.map((f) => f.unitGroupId));
      const denied = decided(onlyWeakMisuse).portions.filter(
        (portion) => found.has(portion.unitGroupId) && portion.negative === 'notUsedAsIntended',
      );
      expect(denied).toEqual([]);
    });
  });

  test.each(['manufacturing', 'orderError', 'outboundTransport'] as const)(
    'a late application never takes away by itself what the cause %s gives',
    (cause) => {
      check((input) => {
        const lateAndOurs = {
          ...input,
          answers: [],
          orderLines: input.orderLines.map((line) => ({
            ...line,
            carrier: { name: 'Northline', selectedBy: 'us' as const },
          })),
          returnCase: {
            ...input.returnCase,
            application: anApplication({ receivedOn: '2026-12-24' }),
          },
          findings: input.findings.map((finding) => ({
            ...finding,
            observation: aDefect({ cause }),
          })),
        };
        const denied = decided(lateAndOurs).portions.filter(
          (portion) => portion.negative === 'timeLimitExceeded',
        );
        expect(denied).toEqual([]);
      });
    },
  );

  test('goods still to be inspected hold no others and take nothing from them', () => {
    check((given) => {
      const input = {
        ...given,
        // Without a surplus, which is nobody's units in particular.
        orderLines: given.orderLines.map((line) => ({
          ...line,
          orderedQuantity: Math.max(line.orderedQuantity, line.shippedQuantity),
        })),
      };
      const open = aUnitGroup({ unitGroupId: unitGroupId('a-first'), returnLineId: lineOne });
      const beside = decided({ ...input, unitGroups: [open, ...input.unitGroups] }).portions;
      expect(beside.filter((p) => p.unitGroupId !== open.unitGroupId)).toStrictEqual(
        decided(input).portions,
      );
    });
  });
});
