import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { aCorrection, aDecision, aFinishedInspection } from '../../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  factId,
  findingId,
  inspectionId,
  personId,
  photoId,
  unitGroupId,
  verdictId,
} from '../../builders/cases/ids.ts';
import {
  aFinding,
  aHold,
  anArrival,
  aPhoto,
  aRelease,
  aUnitGroup,
} from '../../builders/cases/recordedFacts.ts';
import { aStation, type TestStation, verdictsOf } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const kinds = [
  'count',
  'serials',
  'finding',
  'photo',
  'held',
  'released',
  'started',
  'finished',
  'sentBack',
  'correction',
  'correction',
  'correction',
] as const;

/** One act: of which kind, about which earlier one, how many, by whom. */
const act = fc.record({
  kind: fc.constantFrom(...kinds),
  of: fc.nat(30),
  many: fc.integer({ min: 1, max: 4 }),
  bySara: fc.boolean(),
});
const runs = 10;
/** Before whatever comes, so that something rests on something. */
const inspectedOnce: readonly Act['kind'][] = ['count', 'count', 'finding', 'finished'];
/** Among many more. */
const everyAnswer = [
  'correction applied',
  'correction refused underVerdict',
  'correction refused foundOnIt',
  'correction refused notCorrectable',
  'finding refused moreThanCounted',
  'inspectionStarted applied',
  'released applied',
];
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
const pushes = fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), {
  minLength: 3,
  maxLength: 8,
});

/** The same acts for any case, under ids of its own. */
function told(history: readonly (readonly Act[])[], number: number): readonly (readonly Fact[])[] {
  const theCase = caseId(`case-${number}`);
  const parcel = { caseId: theCase, arrivalId: arrivalId(`arrival-${number}`) };
  const arrival = anArrival({ ...parcel, id: factId(`fact-arrival-${number}`) });
  const before: Fact[] = [];
  const begun = inspectedOnce.map((kind, of) => make({ kind, of, many: 2, bySara: false }));
  return [[arrival, ...begun], ...history.map((push) => push.map(make))];

  function make({ kind, of, many, bySara }: Act): Fact {
    const name = `${number}-${String(before.length).padStart(3, '0')}`;
    const shared = { id: factId(`fact-${name}`), caseId: theCase };
    const unitGroup = unitGroupId(`group-${number}-${of % 2}`);
    const made: Readonly<Record<Act['kind'], () => Fact>> = {
      count: () => aUnitGroup({ ...shared, ...parcel, unitGroupId: unitGroup, quantity: many }),
      serials: () =>
        aUnitGroup({
          ...shared,
          ...parcel,
          unitGroupId: unitGroup,
          quantity: many,
          serials: [`S${number}-${of % 5}`, `S${number}-${of % 3}`],
        }),
      finding: () => {
        const again = bySara ? earlier(of, 'inspectionStarted') : undefined;
        return aFinding({
          ...shared,
          findingId: findingId(`finding-${name}`),
          unitGroupId: unitGroup,
          quantity: many,
          ...(again && { inspectionId: again.inspectionId }),
        });
      },
      photo: () =>
        aPhoto({
          ...shared,
          photoId: photoId(`photo-${name}`),
          subject: { kind: 'unitGroup', unitGroupId: unitGroup },
        }),
      held: () => aHold(shared),
      released: () =>
        aRelease({
          ...shared,
          heldFactId: earlier(of, 'held')?.id ?? shared.id,
          personId: personId('sara'),
        }),
      started: () => {
        const { siteId, stationId, at } = aHold(shared);
        return {
          ...shared,
          siteId,
          stationId,
          at,
          personId: personId('sara'),
          kind: 'inspectionStarted',
          inspectionId: inspectionId(`again-${name}`),
          inspection: 'reInspection',
          reason: 'Looked at again',
        };
      },
      finished: () =>
        aFinishedInspection({
          ...shared,
          inspectionId: inspectionId(`inspection-${name}`),
          verdictId: verdictId(`verdict-${name}`),
          basis: before.flatMap(({ id }, place) => ((place + of) % 3 > 0 ? [id] : [])).toSorted(),
        }),
      sentBack: () =>
        aDecision({
          ...shared,
          verdictId: earlier(of, 'inspectionFinished')?.verdictId ?? verdictId('none'),
          decision: 'sendBack',
          choices: [],
          reason: 'Look again',
        }),
      correction: () => {
        const target = before[of % Math.max(1, before.length)];
        const own = target?.personId ?? personId('ivan');
        const corrects = target?.id ?? shared.id;
        return aCorrection({ ...shared, corrects, personId: bySara ? personId('sara') : own });
      },
    };
    const fact = made[kind]();
    before.push(fact);
    return fact;
  }

  function earlier<K extends Fact['kind']>(of: number, kind: K): FactOf<K> | undefined {
    const some = before.filter((fact): fact is FactOf<K> => fact.kind === kind);
    return some[of % Math.max(1, some.length)];
  }
}

/** Waits for a verdict that never comes; meanwhile its whole case is read. */
function wantsAllOf({ caseId: theCase, siteId, stationId, at }: Fact, nth: number): Fact {
  return {
    siteId,
    stationId,
    at,
    id: factId(`chosen-${theCase}-${nth}`),
    personId: personId('sara'),
    kind: 'inspectionChosen',
    caseId: theCase ?? caseId('none'),
    verdictId: verdictId('never'),
    over: [verdictId('other')],
    reason: 'None',
  };
}

onEachDatabase(
  'A record held against what it names',
  (ground) => {
    test('is answered as if it were held against its whole case', async () => {
      const { central, keys, nextCase } = ground();
      const station: TestStation = await aStation(central, keys);
      const seen = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(pushes, async (history) => {
          const [named, whole] = [told(history, nextCase()), told(history, nextCase())];
          for (const [nth, push] of named.entries()) {
            const other = whole[nth] ?? [];
            const first = other.slice(0, 1).map((fact) => wantsAllOf(fact, nth));
            const answers = verdictsOf(await station.record(...push));
            const [waits, ...expected] = verdictsOf(await station.record(...first, ...other));
            expect(waits).toBe('deferred');
            expect(push.map(({ kind }, i) => `${kind} ${answers[i]}`)).toEqual(
              other.map(({ kind }, i) => `${kind} ${expected[i]}`),
            );
            for (const [i, { kind }] of push.entries()) {
              const answered = `${kind} ${answers[i]}`;
              seen.set(answered, (seen.get(answered) ?? 0) + 1);
            }
          }
        }),
        { numRuns: runs, seed: 20_261_130, endOnFailure: true },
      );
      for (const wanted of everyAnswer) expect(seen.get(wanted) ?? 0, wanted).toBeGreaterThan(0);
    }, 300_000);
  },
  { limits: { requests: 1_000_000, enrolments: 1_000_000 } },
);
