import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CaseId } from '../../../shared/ids.ts';
import { decideCase } from '../../../shared/policy/decideCase.ts';
import type {
  CaseDecision,
  GroupDecision,
  PolicyInput,
  Why,
} from '../../../shared/policy/decision.ts';
import { questionAnswers } from '../../../shared/policy/questionAnswers.ts';
import { whyCodes } from '../../../shared/policy/whyCodes.ts';
import { Answer } from '../../../shared/returns/decisionFacts.ts';
import {
  Client,
  Contract,
  OrderLine,
  PolicyVersion,
  ReturnCase,
  SiteCalendar,
} from '../../../shared/returns/documents.ts';
import {
  ArrivalFact,
  FindingFact,
  HeldFact,
  PhotoTakenFact,
  UnitsCountedFact,
} from '../../../shared/returns/fact.ts';
import { sumQuantities } from '../../../shared/returns/quantity.ts';
import { LocalDate } from '../../../shared/returns/time.ts';
import { canonicalJson } from '../../../shared/sync/canonicalJson.ts';
import { anApplication } from '../../builders/aCase.ts';
import { anArbitraryCase } from '../../builders/anArbitraryCase.ts';
import { aDefect } from '../../builders/recordedFacts.ts';

/** The input as it crosses the boundary, by the schemas of both sides. */
const Sent = z.strictObject({
  policy: PolicyVersion,
  returnCase: ReturnCase,
  client: Client.nullable(),
  contract: Contract.nullable(),
  orderLines: z.array(OrderLine),
  calendar: SiteCalendar,
  arrivals: z.array(ArrivalFact),
  unitGroups: z.array(UnitsCountedFact.extend({ caseId: CaseId })),
  findings: z.array(FindingFact),
  photos: z.array(PhotoTakenFact),
  holds: z.array(HeldFact),
  clockHolds: z.array(
    z.strictObject({ heldOn: LocalDate, releasedOn: LocalDate.nullable(), reason: z.string() }),
  ),
  answers: z.array(Answer),
  asOf: LocalDate,
});

const runs = { numRuns: 400, seed: 20_261_123 };

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

  test('a station and central reach the same decision from the facts as sent, 10 000 times', () => {
    fc.assert(
      fc.property(anArbitraryCase, (input) => {
        const atCentral = backwards(Sent.parse(JSON.parse(canonicalJson(input))));
        return JSON.stringify(decideCase(atCentral)) === JSON.stringify(decideCase(input));
      }),
      { ...runs, numRuns: 10_000 },
    );
  }, 120_000);

  test('an explanation cites only what is there, also after any one fact is taken away', () => {
    check((input) => {
      for (const less of [input, ...withoutOne(input)]) {
        const there = new Set(everythingThere(less));
        expect(allCited(decided(less)).filter((cited) => !there.has(cited))).toEqual([]);
      }
    });
  });

  test('every clause is spoken of exactly once per group or case', () => {
    check((input) => {
      const decision = decided(input);
      expect(decision.clauses.map((c) => c.clause)).toEqual([
        'III-REVIEW',
        'III-SHIPCOST',
        'III-INSPECT',
        'V-CSM',
        'V-IMPROVE',
      ]);
      for (const group of decision.groups)
        expect(group.clauses.map((c) => c.clause)).toEqual([
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

  test('the refund is the sum of its groups, and each group offers what it is worth', () => {
    check((input) => {
      const decision = decided(input);
      expect(decision.refundAmount).toBe(
        decision.groups.reduce((sum, group) => sum + group.eligibleAmount, 0),
      );
      for (const group of decision.groups)
        for (const option of group.resolutions)
          expect([option.kind, option.amount]).toEqual([option.kind, worthOf(option.kind, group)]);
    });
  });

  test('eligible is never more than counted, approved or shipped', () => {
    check((input) => {
      const { groups } = decided(input);
      for (const line of input.returnCase.lines) {
        const eligible = eligibleOf(groups, input, (id) => id === line.id);
        expect(eligible).toBeLessThanOrEqual(line.approvedQuantity ?? line.requestedQuantity);
      }
      for (const orderLine of input.orderLines) {
        const lines = input.returnCase.lines.filter((l) => l.orderLineId === orderLine.id);
        const eligible = eligibleOf(groups, input, (id) => lines.some((l) => l.id === id));
        expect(eligible).toBeLessThanOrEqual(orderLine.shippedQuantity);
      }
      for (const group of groups)
        expect(group.eligibleQuantity).toBeLessThanOrEqual(countedOf(group, input)?.quantity ?? 0);
    });
  });

  test('money moves only for what is upheld', () => {
    check((input) => {
      const others = decided(input).groups.filter((group) => group.standing !== 'upheld');
      expect(others.filter((group) => group.eligibleAmount !== 0)).toEqual([]);
    });
  });

  test('what is undecided says what it waits for, and what is decided waits for nothing', () => {
    check((input) => {
      for (const group of decided(input).groups) {
        const waits = group.questions.length > 0 ? 'needsPerson' : 'needsFacts';
        if (group.claimUpheld === null) expect(group.standing).toBe(waits);
        else expect([group.questions, group.missing]).toEqual([[], []]);
      }
    });
  });

  test('the day of asking moves the clocks only', () => {
    check((input) => {
      const later = decided({ ...input, asOf: '2026-12-31' });
      const now = decided(input);
      expect(later.groups).toStrictEqual(now.groups);
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
        for (const { question, unitGroupId, answers: offered } of questions) {
          expect(offered).toEqual(questionAnswers[question]);
          const answer = offered[round % offered.length] ?? '';
          answers.push({ question, unitGroupId, answer, reason: 'because' });
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
      const denied = decided(onlyWeakMisuse).groups.filter(
        (group) => found.has(group.unitGroupId) && group.negative === 'notUsedAsIntended',
      );
      expect(denied).toEqual([]);
    });
  });

  test('a late application never denies a real defect by itself', () => {
    check((input) => {
      const lateAndReal = {
        ...input,
        answers: [],
        returnCase: {
          ...input.returnCase,
          application: anApplication({ receivedOn: '2026-12-24' }),
        },
        findings: input.findings.map((finding) => ({ ...finding, observation: aDefect() })),
      };
      const found = new Set(
        lateAndReal.findings.filter((f) => f.quantity > 0).map((f) => f.unitGroupId),
      );
      const denied = decided(lateAndReal).groups.filter(
        (group) => found.has(group.unitGroupId) && group.negative === 'timeLimitExceeded',
      );
      expect(denied).toEqual([]);
    });
  });
});

function check(property: (input: PolicyInput) => void): void {
  fc.assert(fc.property(anArbitraryCase, property), runs);
}

function decided(input: PolicyInput): CaseDecision {
  const decision = decideCase(input);
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
  return decision.value;
}

function backwards(input: PolicyInput): PolicyInput {
  return {
    ...input,
    unitGroups: input.unitGroups.toReversed(),
    findings: input.findings.toReversed(),
    photos: input.photos.toReversed(),
    holds: input.holds.toReversed(),
    arrivals: input.arrivals.toReversed(),
    answers: input.answers.toReversed(),
    orderLines: input.orderLines.toReversed(),
  };
}

function withoutOne(input: PolicyInput): readonly PolicyInput[] {
  return [
    { ...input, findings: input.findings.slice(1) },
    { ...input, photos: input.photos.slice(1) },
    { ...input, unitGroups: input.unitGroups.slice(1) },
    { ...input, arrivals: input.arrivals.slice(1) },
    { ...input, answers: input.answers.slice(1) },
    { ...input, contract: null },
  ];
}

function everythingThere(input: PolicyInput): readonly string[] {
  const facts = [...input.unitGroups, ...input.findings, ...input.photos, ...input.arrivals];
  return [
    ...facts.map((fact) => fact.id),
    ...input.orderLines.map((line) => `orderLine:${line.id}`),
    ...input.returnCase.lines.map((line) => `line:${line.id}`),
    ...input.answers.map((answer) => `answer:${answer.question}`),
    ...(input.contract ? [`contract:${input.contract.id}@${input.contract.version}`] : []),
    ...(input.client ? [`client:${input.client.id}`] : []),
    `case:${input.returnCase.id}`,
    `policy:${input.policy.id}@${input.policy.version}`,
    `calendar:${input.calendar.siteId}@${input.calendar.version}`,
  ];
}

function allCited({ clauses, groups, questions }: CaseDecision): readonly string[] {
  const outcomes = [...clauses, ...groups.flatMap((group) => group.clauses)];
  return [...outcomes, ...questions].flatMap((spoken) => spoken.facts);
}

function allReasons({ clauses, groups, missingEvidence, questions }: CaseDecision): readonly Why[] {
  return [
    ...[...clauses, ...groups.flatMap((group) => group.clauses)].map((outcome) => outcome.why),
    ...questions.map((question) => question.why),
    ...missingEvidence.map((missing) => missing.because),
  ];
}

function worthOf(kind: string, group: GroupDecision): number {
  return kind === 'refund' || kind === 'compensation' ? group.eligibleAmount : 0;
}

function countedOf(group: GroupDecision, input: PolicyInput) {
  return input.unitGroups.find((counted) => counted.unitGroupId === group.unitGroupId);
}

function eligibleOf(
  groups: readonly GroupDecision[],
  input: PolicyInput,
  isOfLine: (returnLineId: string | null) => boolean,
): number {
  return sumQuantities(
    groups
      .filter((group) => isOfLine(countedOf(group, input)?.returnLineId ?? null))
      .map((group) => group.eligibleQuantity),
  );
}
