/** Cases as fast-check makes them up: every field the policy may look at, in every combination. */
import fc from 'fast-check';
import type { Answer } from '../../../shared/facts/decisionFacts.ts';
import type { PolicyInput } from '../../../shared/policy/decision.ts';
import { questionAnswers } from '../../../shared/policy/reading/questionAnswers.ts';
import { aClient } from './aClient.ts';
import { aContract } from './aContract.ts';
import { aPolicyInput } from './aPolicyInput.ts';
import {
  arbitraryArrivals,
  arbitraryClockHolds,
  arbitraryFindings,
  arbitraryHolds,
  arbitraryPhotos,
  arbitraryUnitGroups,
  groupNames,
  sampledFinding,
  unitSpans,
} from './arbitraryGoods.ts';
import {
  arbitraryContract,
  arbitraryOrderLine,
  arbitraryPeriodCalendar,
  arbitraryPolicy,
  arbitraryReturnCase,
  arbitrarySampling,
  novemberDay,
  quantity,
  someOf,
} from './arbitraryPapers.ts';
import { caseId, findingId, orderLineId, unitGroupId } from './ids.ts';
import { aFinding } from './recordedFacts.ts';
import { repairs } from './repairs.ts';

/** About the case, a whole group or some of its units; now and then one that was never offered. */
const answer: fc.Arbitrary<Answer> = someOf(Object.entries(questionAnswers)).chain(
  ([question, codes]) =>
    fc
      .record({
        unitGroupId: fc.option(someOf(groupNames).map(unitGroupId)),
        units: fc.option(unitSpans, { freq: 1 }),
        answer: someOf<string>([...codes, ...codes, 'neverOffered']),
      })
      .map(({ units, ...about }) => ({
        question,
        reason: 'because',
        ...about,
        ...(units === null || about.unitGroupId === null ? {} : { units }),
      })),
);

const grantedElsewhere = fc.array(
  fc.record({
    orderLineId: someOf(['order-1', 'order-2']).map(orderLineId),
    quantity,
    value: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200_000 })),
  }),
  { maxLength: 2 },
);

const picturesElsewhere = fc.uniqueArray(
  fc.record({
    sha256: fc.constantFrom('a', 'b', 'c').map((letter) => letter.repeat(64)),
    caseId: fc.constant(caseId('case-9')),
  }),
  { selector: ({ sha256 }) => sha256, maxLength: 2 },
);
const serialsElsewhere = fc.array(
  fc.record({
    unitGroupId: someOf(groupNames).map(unitGroupId),
    serial: someOf(['S1', 'S2', 'S9']),
    caseId: someOf(['case-8', 'case-9']).map(caseId),
  }),
  { maxLength: 2 },
);

/** The same fact twice is the same fact. */
function withSomeTwice<T>(facts: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> {
  return fc.tuple(facts, fc.option(fc.nat(9), { freq: 1 })).map(([all, at]) => {
    const twice = at === null ? undefined : all[at];
    return twice === undefined ? all : [...all, twice];
  });
}

/** Anything at all, most of which never gets as far as money. */
const wild = fc
  .record({
    policy: arbitraryPolicy,
    contract: arbitraryContract,
    returnCase: arbitraryReturnCase,
    client: fc.option(fc.constant(aClient()), { freq: 8 }),
    orderLines: fc.tuple(arbitraryOrderLine('order-1'), arbitraryOrderLine('order-2')),
    periodCalendar: arbitraryPeriodCalendar,
    unitGroups: withSomeTwice(arbitraryUnitGroups),
    findings: withSomeTwice(arbitraryFindings),
    photos: withSomeTwice(arbitraryPhotos),
    arrivals: withSomeTwice(arbitraryArrivals),
    holds: arbitraryHolds,
    clockHolds: arbitraryClockHolds,
    answers: fc.array(answer, { maxLength: 5 }),
    grantedElsewhere: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: grantedElsewhere },
    ),
    picturesElsewhere: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: picturesElsewhere },
    ),
    serialsElsewhere: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: serialsElsewhere },
    ),
    asOf: novemberDay,
  })
  .map(aPolicyInput);

/** A sample agreed with the client: the first units of a lot looked at, and the rest not. */
const sampled = fc
  .tuple(
    wild,
    arbitrarySampling,
    fc.integer({ min: 2, max: 30 }),
    fc.array(sampledFinding, { minLength: 1, maxLength: 5 }),
  )
  .map(([input, sampling, lot, found]) => {
    const better = repairs.reduce((repaired, repair) => repair(repaired), input);
    const [group] = better.unitGroups;
    let seen = 0;
    return {
      ...better,
      contract: { ...(better.contract ?? aContract()), sampling },
      unitGroups: group === undefined ? [] : [{ ...group, quantity: lot }],
      findings: found.flatMap(({ quantity: n, observation }, index) => {
        const [from, to] = [seen, Math.min(lot, seen + n)];
        seen = to;
        return group === undefined || to === from
          ? []
          : aFinding({
              unitGroupId: group.unitGroupId,
              findingId: findingId(`sampled-${index}`),
              quantity: to - from,
              units: [{ from, to }],
              observation,
            });
      }),
    };
  });

/** Well-formed input of any shape; the policy may answer anything, but must answer. */
export const anArbitraryCase: fc.Arbitrary<PolicyInput> = fc.oneof(
  { weight: 1, arbitrary: wild },
  { weight: 1, arbitrary: sampled },
  {
    weight: 4,
    arbitrary: fc
      .tuple(wild, fc.subarray([...repairs], { minLength: 6 }))
      .map(([input, chosen]) => chosen.reduce((better, repair) => repair(better), input)),
  },
);
