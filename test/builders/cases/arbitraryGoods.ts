/** The warehouse's side of made-up cases: units, serials, findings about named units, photos. */
import fc from 'fast-check';
import { Cause, MisuseIndicator, Severity, ShotType } from '../../../shared/facts/codes.ts';
import type { Observation } from '../../../shared/facts/fact.ts';
import type { UnitSpan } from '../../../shared/facts/recorded.ts';
import { articles, novemberDay, quantity, someOf } from './arbitraryPapers.ts';
import { arrivalId, factId, findingId, photoId, returnLineId, unitGroupId } from './ids.ts';
import { aFinding, aHold, anArrival, aPhoto, aUnitGroup, recordedOn } from './recordedFacts.ts';

export const groupNames = ['group-1', 'group-2', 'group-3'] as const;
const serial = someOf(['S1', 'S2', 'S3', 'S4', 'S5', 'S6']);

/** Few bounds, so that the spans of findings and answers meet often. */
export const unitSpans: fc.Arbitrary<UnitSpan[]> = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.subarray([0, 1, 2, 4, 5, 8, 10, 12], { minLength: 2, maxLength: 4 }),
    },
    { weight: 1, arbitrary: fc.constantFrom([0, 0.5], [1.25, 3], [0, 2.001, 3, 4.5]) },
  )
  .map((bounds) =>
    bounds.flatMap((from, at) => {
      const to = bounds[at + 1];
      return at % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    }),
  );

const unitGroup = (name: string) =>
  fc
    .record({
      returnLineId: fc.option(someOf(['line-1', 'line-1', 'line-2']).map(returnLineId), {
        freq: 12,
      }),
      quantity,
      serials: fc.oneof(
        { weight: 4, arbitrary: fc.constant<string[]>([]) },
        { weight: 2, arbitrary: fc.array(serial, { maxLength: 5 }) },
      ),
      article: someOf([articles.ordered, articles.ordered, articles.other, articles.never]),
      identity: someOf([
        'match',
        'match',
        'match',
        'match',
        'mismatch_instance',
        'mismatch_quantity',
      ] as const),
    })
    .map((group) =>
      aUnitGroup({
        ...group,
        unitGroupId: unitGroupId(name),
        // Mostly one unit for each serial; now and then one label that says it holds several.
        quantity:
          [group.quantity, Math.ceil(group.quantity) + 1][group.serials.length] ??
          group.serials.length,
        // Goods of another article never match; what else is wrong with them may be said first.
        identity:
          group.article !== articles.ordered && group.identity === 'match'
            ? 'mismatch_class'
            : group.identity,
      }),
    );

/** Up to three groups; now and then one was counted in two scans. */
export const arbitraryUnitGroups = fc
  .tuple(
    fc.tuple(unitGroup('group-1'), unitGroup('group-2'), unitGroup('group-3')),
    fc.subarray([0, 1, 2]),
    fc.option(fc.integer({ min: 1, max: 3 }), { freq: 1 }),
  )
  .map(([all, kept, again]) => {
    const groups = all.filter((_, at) => kept.includes(at));
    const first = groups[0];
    return first === undefined || again === null || first.serials.length > 0
      ? groups
      : [...groups, { ...first, id: factId(`${first.id}-again`), quantity: again }];
  });

const defect = fc.record({
  kind: fc.constant('defect' as const),
  code: someOf([
    'function.leak',
    'material.crack',
    'transport.crushed',
    'transport.unitMissing',
    'quantity.partsMissing',
    'specification.wrongModel',
  ] as const),
  severity: someOf(Severity.options),
  cause: someOf([...Cause.options, 'manufacturing', 'orderError', 'outboundTransport'] as const),
  indicators: fc.array(someOf(MisuseIndicator.options), { maxLength: 4 }),
  claimed: fc.boolean(),
});
const observation: fc.Arbitrary<Observation> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ kind: 'noDefect' as const }) },
  { weight: 3, arbitrary: defect },
);

/** Mostly what a sample may speak of: sound, or badly made. */
export const sampledFinding = fc.record({
  quantity: fc.integer({ min: 1, max: 6 }),
  observation: fc.oneof(
    { weight: 6, arbitrary: fc.constant({ kind: 'noDefect' as const }) },
    { weight: 6, arbitrary: defect.map((one) => ({ ...one, cause: 'manufacturing' as const })) },
    { weight: 1, arbitrary: defect },
  ),
});

/** About spans of units, about serials, or about a mere quantity as before portions. */
const whichUnits = fc.oneof(
  {
    weight: 5,
    arbitrary: unitSpans.map((units) => ({
      units,
      quantity: Math.round(units.reduce((sum, { from, to }) => sum + (to - from), 0) * 1000) / 1000,
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(serial, { minLength: 1, maxLength: 3 })
      .map((serials) => ({ serials, quantity: serials.length })),
  },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }).map((n) => ({ quantity: n })) },
  { weight: 1, arbitrary: fc.integer({ min: 4, max: 9 }).map((n) => ({ quantity: n })) },
);

const photoIds = fc.subarray(['photo-0', 'photo-1', 'photo-9']).map((ids) => ids.map(photoId));
const anyFindings = fc.array(
  fc.record({
    unitGroupId: someOf(groupNames).map(unitGroupId),
    which: whichUnits,
    observation,
    photoIds,
  }),
  { maxLength: 7 },
);

/** From before portions: mere quantities of one group, which together say more than there is as often as not. */
const olderFindings = someOf(groupNames).chain((name) =>
  fc.array(
    fc.record({
      unitGroupId: fc.constant(unitGroupId(name)),
      which: fc.record({ quantity: fc.integer({ min: 1, max: 6 }) }),
      observation: fc.oneof(fc.constant({ kind: 'noDefect' as const }), defect),
      photoIds,
    }),
    { minLength: 2, maxLength: 5 },
  ),
);

export const arbitraryFindings = fc
  .oneof({ weight: 5, arbitrary: anyFindings }, { weight: 1, arbitrary: olderFindings })
  .map((list) =>
    list.map(({ which, ...finding }, index) =>
      aFinding({ ...finding, ...which, findingId: findingId(`finding-${index}`) }),
    ),
  );

export const arbitraryPhotos = fc
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
      // Now and then one picture is recorded as two.
      sha256: someOf(['a', 'b', 'c', 'd', 'e', 'f']).map((letter) => letter.repeat(64)),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map((photo, index) => aPhoto({ ...photo, photoId: photoId(`photo-${index}`) })),
  );

export const arbitraryArrivals = fc.array(novemberDay, { maxLength: 2 }).map((days) =>
  days.map((day, index) =>
    anArrival({
      id: factId(`fact-arrival-${index + 1}`),
      arrivalId: arrivalId(`arrival-${index + 1}`),
      at: recordedOn(day),
    }),
  ),
);

export const arbitraryHolds = fc.subarray([
  aHold({ reason: 'hazard' }),
  aHold({ id: factId('fact-hold-2'), pausesClock: true }),
]);

export const arbitraryClockHolds = fc.array(
  fc.record({
    heldOn: novemberDay,
    releasedOn: fc.option(novemberDay),
    reason: someOf(['awaitingClient', 'hazard', 'other']),
  }),
  { maxLength: 2 },
);
