import { expect, type Page } from '@playwright/test';
import type { Fact, FactKind, FactOf } from '../../../shared/facts/fact.ts';
import type { TwelveUnits } from '../mixedReturn.ts';
import { factsAtCentral, photoStatesAtCentral } from './factsAtCentral.ts';

/**
 * What central holds of the mixed twelve, to the unit: eight upheld, three sound, one of improper use.
 * `misused`: the number of that one among the second lot.
 */
export async function expectTwelveAtCentral(
  page: Page,
  { caseId, lots, serials }: TwelveUnits,
  misused: number,
): Promise<void> {
  const held = async () => await factsAtCentral(page, caseId);
  await expect
    .poll(async () => (await held()).at(-1)?.kind, { timeout: 300_000 })
    .toBe('inspectionFinished');
  const facts = await held();
  const counted = ofKind(facts, 'unitsCounted');
  expect(counted.filter(({ identity }) => identity !== 'match')).toEqual([]);
  const piecesIn = (lot: string) =>
    counted.filter((one) => one.lot === lot).reduce((sum, { quantity }) => sum + quantity, 0);
  expect(lots.map(piecesIn)).toEqual([5, 4]);
  expect(counted.filter(({ lot }) => lot === null).flatMap((one) => one.serials)).toEqual(serials);
  expect(counted.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(12);

  const groupOf = (unitGroupId: string) =>
    counted.find((one) => one.unitGroupId === unitGroupId)?.lot ?? 'set';
  const findings = ofKind(facts, 'finding');
  const faulty = (code: string, cause: string) => ({
    kind: 'defect',
    code,
    severity: 'major',
    cause,
    indicators: cause === 'misuse' ? ['liquidTrace', 'overload'] : [],
    claimed: true,
  });
  expect(
    findings.map(({ unitGroupId, quantity, observation, missingParts = [], ...named }) => ({
      of: groupOf(unitGroupId),
      quantity,
      units:
        named.serials?.map((serial) => serials.findIndex((one) => one === serial) + 1) ??
        named.units?.flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, at) => from + at + 1),
        ),
      observation,
      missingParts,
    })),
  ).toEqual([
    {
      of: lots[0],
      quantity: 5,
      units: [1, 2, 3, 4, 5],
      observation: faulty('function.leak', 'manufacturing'),
      missingParts: [],
    },
    {
      of: lots[1],
      quantity: 1,
      units: [misused],
      observation: faulty('function.leak', 'misuse'),
      missingParts: [],
    },
    {
      of: lots[1],
      quantity: 3,
      units: [1, 2, 3, 4].filter((unit) => unit !== misused),
      observation: { kind: 'noDefect' },
      missingParts: [],
    },
    {
      of: 'set',
      quantity: 2,
      units: [1, 2],
      observation: faulty('material.crack', 'manufacturing'),
      missingParts: [],
    },
    {
      of: 'set',
      quantity: 1,
      units: [3],
      observation: faulty('quantity.partsMissing', 'manufacturing'),
      missingParts: ['Coupling'],
    },
  ]);
  await expectPictures(page, facts, groupOf);
  const rested = new Set(ofKind(facts, 'inspectionFinished').flatMap(({ basis }) => basis));
  expect([...findings, ...counted].filter(({ id }) => !rested.has(id))).toEqual([]);
}

const everyShot = ['defectCloseUp', 'label', 'packaging', 'serialPlate', 'wholeItem'];

/** Each shot of each group once, a close-up for every defect, and their bytes behind their hashes. */
async function expectPictures(
  page: Page,
  facts: readonly Fact[],
  groupOf: (unitGroupId: string) => string,
): Promise<void> {
  const photos = ofKind(facts, 'photoTaken');
  const attached = ofKind(facts, 'photoAttached');
  const shots = new Map<string, string[]>();
  for (const { subject, shot } of photos) {
    const of = subject.kind === 'unitGroup' ? groupOf(subject.unitGroupId) : subject.kind;
    shots.set(of, [...(shots.get(of) ?? []), shot].toSorted());
  }
  const [first, second, set] = [...shots].filter(([of]) => of !== 'arrival').map(([, all]) => all);
  expect(first).toEqual(everyShot);
  expect(second).toEqual(everyShot);
  // The second defect of the sets has its own.
  expect(set).toEqual(['defectCloseUp', ...everyShot]);
  for (const finding of ofKind(facts, 'finding')) {
    if (finding.observation.kind !== 'defect') continue;
    const joined = attached.filter(({ findingId }) => findingId === finding.findingId);
    const ids = [...finding.photoIds, ...joined.map(({ photoId }) => photoId)];
    const shown = photos.filter(({ photoId }) => ids.includes(photoId)).map(({ shot }) => shot);
    expect(shown, finding.observation.code).toContain('defectCloseUp');
  }
  const unproved = async () =>
    (await photoStatesAtCentral(page, photos)).filter(({ state }) => state !== 'verified');
  await expect.poll(unproved, { timeout: 300_000 }).toEqual([]);
}

function ofKind<K extends FactKind>(facts: readonly Fact[], kind: K): readonly FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}
