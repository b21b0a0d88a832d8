/** The office's side of made-up cases: policy, contract, orders, application and review. */
import fc from 'fast-check';
import { ClaimReason, ResolutionKind, Severity, ShotType } from '../../../shared/facts/codes.ts';
import { newYorkCalendar } from './aCalendar.ts';
import { aCase, anApplication, aReturnLine } from './aCase.ts';
import { aContract } from './aContract.ts';
import { anOrderLine } from './anOrderLine.ts';
import { aPolicy } from './aPolicy.ts';
import { orderLineId, returnLineId } from './ids.ts';

export const someOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
/** Mostly present, so that most cases get past their papers. */
const rarelyAbsent = <T>(value: fc.Arbitrary<T>, freq = 8) => fc.option(value, { freq });

export const novemberDay = fc
  .integer({ min: 1, max: 30 })
  .map((day) => `2026-11-${String(day).padStart(2, '0')}`);

export const quantity = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 12_000 }).map((n) => n / 1000) },
);

export const articles = {
  ordered: { number: 'PUMP-40', name: 'Centrifugal pump 40', gtin: '09521101530001' },
  other: { number: 'PUMP-50', name: 'Centrifugal pump 50', gtin: '04012345000009' },
  never: { number: 'PEN-1', name: 'Ball pen', gtin: '04012345999993' },
} as const;

/** A parameter that older policy and contract versions do not have. */
const maybe = <T>(values: readonly T[]) => fc.option(someOf(values), { freq: 3 });

const readings = fc
  .record({
    lateRealDefect: someOf(['ask', 'accept'] as const),
    customisedOurError: someOf(['ask', 'accept'] as const),
    unknownLiability: fc.constant('ask' as const),
    blindReturn: fc.constant('ask' as const),
    evidence: maybe(['note', 'ask'] as const),
    freight: maybe(['ask', 'oursIfAny', 'proRata'] as const),
  })
  .map(({ evidence, freight, ...rest }) => ({
    ...rest,
    ...(evidence === null ? {} : { evidenceAfterInspection: evidence }),
    ...(freight === null ? {} : { mixedFreight: freight }),
  }));

const evidenceRule = fc.record({
  reason: fc.option(someOf(['defective', 'transportDamage', 'wrongGoods'] as const)),
  severity: fc.option(someOf(Severity.options)),
  shots: fc.subarray([...ShotType.options], { maxLength: 3 }),
});

export const arbitraryPolicy = fc
  .record({
    misuseIndicatorsNeeded: fc.integer({ min: 1, max: 3 }),
    reviewWorkingDays: fc.integer({ min: 0, max: 5 }),
    inspectionWorkingDays: fc.integer({ min: 1, max: 9 }),
    rounding: someOf(['halfEven', 'halfUp'] as const),
    clientEvidence: fc
      .oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        {
          weight: 2,
          arbitrary: fc.subarray(['photos', 'description', 'inspectionReport'] as const),
        },
      )
      .map((kinds) => [...kinds]),
    evidence: fc.array(evidenceRule, { maxLength: 3 }),
    readings,
  })
  .map((parameters) => aPolicy(parameters));

const period = fc.record({
  days: fc.integer({ min: 0, max: 20 }),
  kind: someOf(['workingDays', 'calendarDays'] as const),
  receiptDayCounts: fc.boolean(),
});

export const arbitrarySampling = fc.record({
  standard: fc.constant('ISO 2859-1' as const),
  level: someOf(['S-1', 'I', 'II', 'III'] as const),
  aqlMajor: someOf([0.65, 2.5, 4, 6.5]),
  aqlMinor: someOf([2.5, 6.5]),
});

export const arbitraryContract = rarelyAbsent(
  fc
    .record({
      returnPeriod: rarelyAbsent(period),
      objectionPeriod: fc.option(period, { freq: 3 }),
      sampling: fc.option(arbitrarySampling, { freq: 1 }),
      inspection: fc.record({
        receiptDayCounts: fc.boolean(),
        cutOff: someOf([null, '09:00', '10:00', '10:01', '18:00']),
      }),
      pausing: maybe([[], ['awaitingClient'], ['hazard', 'awaitingClient']]),
    })
    .map(({ pausing, ...rest }) =>
      aContract({ ...rest, ...(pausing === null ? {} : { pausing }) }),
    ),
  14,
);

/** Of the client's country: one more day off than the site has. */
export const arbitraryPeriodCalendar = fc.option(
  fc.subarray(['2026-11-06', '2026-11-10', '2026-11-13', '2026-11-25']).map((dates) =>
    newYorkCalendar({
      version: 7,
      weekendDays: [7],
      closures: dates.map((date) => ({ date, name: 'Closed' })),
      extraWorkingDays: [{ date: '2026-11-22', name: 'Market' }],
    }),
  ),
  { freq: 1 },
);

const money = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 30 }));

export const arbitraryOrderLine = (name: string) =>
  fc
    .record({
      orderedQuantity: quantity,
      shipped: fc.oneof(
        { weight: 3, arbitrary: fc.constant(null) },
        { weight: 2, arbitrary: quantity },
      ),
      unitPrice: money,
      invoiced: fc.option(fc.record({ net: money, tax: money })),
      shippedArticle: someOf([null, null, articles.ordered, articles.other] as const),
      customised: someOf([true, false, false]),
      clientReceivedOn: rarelyAbsent(novemberDay),
      selectedBy: someOf(['us', 'us', 'us', 'client', 'unknown'] as const),
    })
    .map(({ selectedBy, shipped, invoiced, shippedArticle, ...rest }) =>
      anOrderLine({
        ...rest,
        id: orderLineId(name),
        orderNumber: `SO-${name}`,
        article: articles.ordered,
        shippedQuantity: shipped ?? rest.orderedQuantity,
        ...(invoiced === null ? {} : { invoiced }),
        ...(shippedArticle === null ? {} : { shippedArticle }),
        carrier: { name: 'Northline', selectedBy },
      }),
    );

const arbitraryReturnLine = (name: string) =>
  fc
    .record({
      orderLineId: rarelyAbsent(someOf(['order-1', 'order-1', 'order-2']).map(orderLineId), 12),
      claimedReason: someOf(ClaimReason.options),
      requestedQuantity: quantity,
      approvedQuantity: fc.option(quantity),
      wanted: fc.option(someOf(ResolutionKind.options)),
    })
    .map((line) => aReturnLine({ ...line, id: returnLineId(name) }));

const review = fc.record({
  outcome: someOf([
    'authorised',
    'authorised',
    'authorised',
    'authorised',
    'partlyAuthorised',
    'denied',
    'moreInformation',
  ] as const),
  sentOn: novemberDay,
});

const clientEvidence = fc
  .subarray(['photo', 'description', 'inspectionReport'] as const)
  .map((kinds) => kinds.map((kind) => ({ photoId: null, sha256: null, kind, caption: '' })));

export const arbitraryReturnCase = fc
  .record({
    application: rarelyAbsent(
      fc
        .record({
          receivedOn: novemberDay,
          description: someOf(['', '  ', 'It leaks.']),
          evidence: clientEvidence,
        })
        .map((papers) => anApplication(papers)),
    ),
    objection: someOf(['made', 'made', 'notMade', 'unknown'] as const),
    objectedOn: novemberDay,
    review: rarelyAbsent(review),
    lines: fc.tuple(arbitraryReturnLine('line-1'), arbitraryReturnLine('line-2')),
    freight: fc.option(fc.integer({ min: 0, max: 20_000 }), { freq: 3 }),
  })
  .map(({ objection, objectedOn, ...rest }) =>
    aCase({
      ...rest,
      objectedOn: objection === 'made' ? objectedOn : null,
      ...(objection === 'notMade' ? { objection } : {}),
    }),
  );
