/** Cases as fast-check makes them up: every field the policy may look at, in every combination. */
import fc from 'fast-check';
import type { PolicyInput } from '../../shared/policy/decision.ts';
import { questionAnswers } from '../../shared/policy/questionAnswers.ts';
import {
  Cause,
  ClaimReason,
  MisuseIndicator,
  ResolutionKind,
  Severity,
  ShotType,
} from '../../shared/returns/codes.ts';
import type { Answer } from '../../shared/returns/decisionFacts.ts';
import type { Observation } from '../../shared/returns/fact.ts';
import { aCase, anApplication, aReturnLine } from './aCase.ts';
import { aClient } from './aClient.ts';
import { aContract } from './aContract.ts';
import { anOrderLine } from './anOrderLine.ts';
import { aPolicy } from './aPolicy.ts';
import { aPolicyInput } from './aPolicyInput.ts';
import {
  arrivalId,
  factId,
  findingId,
  orderLineId,
  photoId,
  returnLineId,
  unitGroupId,
} from './ids.ts';
import { aFinding, aHold, anArrival, aPhoto, aUnitGroup, recordedOn } from './recordedFacts.ts';

const someOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const quantity = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 12_000 }).map((n) => n / 1000) },
);
const novemberDay = fc
  .integer({ min: 1, max: 30 })
  .map((day) => `2026-11-${String(day).padStart(2, '0')}`);
const groupNames = ['group-1', 'group-2', 'group-3'] as const;

const policy = fc
  .record({
    misuseIndicatorsNeeded: fc.integer({ min: 1, max: 3 }),
    rounding: someOf(['halfEven', 'halfUp'] as const),
    late: someOf(['ask', 'accept'] as const),
    customised: someOf(['ask', 'accept'] as const),
    clientEvidence: fc.subarray(['photos', 'description', 'inspectionReport'] as const, {
      maxLength: 1,
    }),
    shots: fc.subarray([...ShotType.options]),
  })
  .map(({ late, customised, clientEvidence, shots, ...rest }) =>
    aPolicy({
      ...rest,
      clientEvidence: [...clientEvidence],
      evidence: [{ reason: null, severity: 'major', shots }],
      readings: {
        lateRealDefect: late,
        customisedOurError: customised,
        unknownLiability: 'ask',
        blindReturn: 'ask',
      },
    }),
  );

const period = fc.record({
  days: fc.integer({ min: 0, max: 20 }),
  kind: someOf(['workingDays', 'calendarDays'] as const),
  receiptDayCounts: fc.boolean(),
});
const contract = fc.option(
  fc
    .record({
      returnPeriod: fc.option(period, { freq: 8 }),
      objectionPeriod: fc.option(period, { freq: 3 }),
      sampling: fc.option(
        fc.record({
          standard: fc.constant('ISO 2859-1' as const),
          level: someOf(['S-1', 'I', 'II'] as const),
          aqlMajor: someOf([0.65, 1.5, 4]),
          aqlMinor: someOf([2.5, 6.5]),
        }),
        { freq: 1 },
      ),
    })
    .map(aContract),
  { freq: 12 },
);

const orderLine = (name: string) =>
  fc
    .record({
      orderedQuantity: quantity,
      shippedQuantity: quantity,
      unitPrice: fc.integer({ min: 0, max: 100_000 }),
      customised: fc.boolean(),
      clientReceivedOn: fc.option(novemberDay, { freq: 6 }),
      selectedBy: someOf(['us', 'us', 'client', 'unknown'] as const),
    })
    .map(({ selectedBy, ...rest }) =>
      anOrderLine({ ...rest, id: orderLineId(name), carrier: { name: 'Northline', selectedBy } }),
    );

const returnLine = (name: string) =>
  fc
    .record({
      orderLineId: fc.option(someOf(['order-1', 'order-2']).map(orderLineId), { freq: 8 }),
      claimedReason: someOf(ClaimReason.options),
      requestedQuantity: quantity,
      approvedQuantity: fc.option(quantity),
      wanted: fc.option(someOf(ResolutionKind.options)),
    })
    .map((line) => aReturnLine({ ...line, id: returnLineId(name) }));

const unitGroup = (name: string) =>
  fc
    .record({
      returnLineId: fc.option(someOf(['line-1', 'line-2']).map(returnLineId), { freq: 8 }),
      quantity,
      identity: someOf([
        'match',
        'match',
        'match',
        'mismatch_class',
        'mismatch_instance',
        'mismatch_quantity',
      ] as const),
    })
    .map((group) => aUnitGroup({ ...group, unitGroupId: unitGroupId(name) }));

const observation: fc.Arbitrary<Observation> = fc.oneof(
  fc.constant({ kind: 'noDefect' as const }),
  fc.record({
    kind: fc.constant('defect' as const),
    code: someOf(['function.leak', 'transport.crushed', 'quantity.partsMissing'] as const),
    severity: someOf(Severity.options),
    cause: someOf(Cause.options),
    indicators: fc.array(someOf(MisuseIndicator.options), { maxLength: 4 }),
    claimed: fc.boolean(),
  }),
);

const findings = fc
  .array(
    fc.record({
      unitGroupId: someOf(groupNames).map(unitGroupId),
      quantity,
      observation,
      photoIds: fc.subarray(['photo-0', 'photo-1', 'photo-9']).map((ids) => ids.map(photoId)),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map((finding, index) =>
      aFinding({ ...finding, findingId: findingId(`finding-${index}`) }),
    ),
  );

const photos = fc
  .array(
    fc.record({
      shot: someOf(ShotType.options),
      subject: fc.oneof(
        someOf(groupNames).map((name) => ({
          kind: 'unitGroup' as const,
          unitGroupId: unitGroupId(name),
        })),
        fc.constant({ kind: 'arrival' as const, arrivalId: arrivalId('arrival-1') }),
        fc.constant({ kind: 'case' as const }),
      ),
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map((photo, index) => aPhoto({ ...photo, photoId: photoId(`photo-${index}`) })),
  );

const answer: fc.Arbitrary<Answer> = someOf(Object.entries(questionAnswers)).chain(
  ([question, codes]) =>
    fc.record({
      question: fc.constant(question),
      unitGroupId: fc.option(someOf(groupNames).map(unitGroupId)),
      answer: someOf<string>([...codes, 'neverOffered']),
      reason: fc.constant('because'),
    }),
);

const returnCase = fc
  .record({
    applied: fc.option(novemberDay, { freq: 8 }),
    objectedOn: fc.option(novemberDay),
    review: fc.option(
      fc.record({
        outcome: someOf([
          'authorised',
          'authorised',
          'authorised',
          'partlyAuthorised',
          'denied',
          'moreInformation',
        ] as const),
        sentOn: novemberDay,
      }),
      { freq: 8 },
    ),
    lines: fc.tuple(returnLine('line-1'), returnLine('line-2')),
    freight: fc.option(fc.integer({ min: 0, max: 20_000 })),
  })
  .map(({ applied, ...rest }) =>
    aCase({
      ...rest,
      application: applied === null ? null : anApplication({ receivedOn: applied }),
    }),
  );

/** Well-formed input of any shape; the policy may answer anything, but must answer. */
export const anArbitraryCase: fc.Arbitrary<PolicyInput> = fc
  .record({
    policy,
    contract,
    returnCase,
    client: fc.option(fc.constant(aClient())),
    orderLines: fc.tuple(orderLine('order-1'), orderLine('order-2')),
    unitGroups: fc
      .tuple(unitGroup('group-1'), unitGroup('group-2'), unitGroup('group-3'))
      .chain((all) => fc.subarray(all)),
    findings,
    photos,
    arrivals: fc.array(novemberDay, { maxLength: 2 }).map((days) =>
      days.map((day, index) =>
        anArrival({
          id: factId(`fact-arrival-${index + 1}`),
          arrivalId: arrivalId(`arrival-${index + 1}`),
          at: recordedOn(day),
        }),
      ),
    ),
    holds: fc.subarray([aHold({ reason: 'hazard' }), aHold({ id: factId('fact-hold-2') })]),
    clockHolds: fc.array(
      fc.record({
        heldOn: novemberDay,
        releasedOn: fc.option(novemberDay),
        reason: fc.constant('awaitingClient'),
      }),
      { maxLength: 1 },
    ),
    answers: fc.array(answer, { maxLength: 4 }),
    asOf: novemberDay,
  })
  .map(aPolicyInput);
