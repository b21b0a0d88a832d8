import { describe, expect, test } from 'vitest';
import { growBy, mostOfCase, needsOf, whyFull } from '../../../central/cases/caseBounds.ts';
import {
  dependenciesOf,
  missingDependencies,
  providedBy,
} from '../../../central/cases/dependencies.ts';
import { addToIndex } from '../../../central/cases/factsOfCase.ts';
import type { PlaceSize } from '../../../central/cases/placeSizeRows.ts';
import type { Fact, FactKind } from '../../../shared/facts/fact.ts';
import { everyField } from '../../attacks/attackers/everyField.ts';
import { everyKind } from '../../attacks/attackers/everyKind.ts';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import { arrivalId, caseId, inspectionId, photoId, unitGroupId } from '../../builders/cases/ids.ts';
import { aFinding, anArrival, aPhoto, aUnitGroup } from '../../builders/cases/recordedFacts.ts';
import { caseNumber } from '../aCompany.ts';
import { aBlindReturn } from '../aReturn.ts';
import { aBatch, acceptedAt } from './aBatch.ts';

const ofEachKind = new Map(
  [...everyField(1), ...everyKind(1).toReversed()]
    .filter((fact) => fact.caseId !== null)
    .map((fact) => [fact.kind, fact]),
);

type Row = {
  readonly on?: readonly string[];
  readonly brings?: readonly string[];
  readonly by: string;
};
const parcel = { on: ['case case-1', 'arrival arrival-1'], by: 'hands' };
const theCase = ['case case-1'];

/** What each kind waits for, what it brings beside itself, and how much of its case it is held against. */
const rows: Readonly<Record<FactKind, Row>> = {
  arrival: { on: theCase, brings: ['arrival-1'], by: 'hands' },
  doorChecked: parcel,
  handlingUnit: parcel,
  missingNoted: parcel,
  parcelDone: parcel,
  unitsCounted: { ...parcel, brings: ['group-1'] },
  photoTaken: { on: [...theCase, 'unitGroup group-1'], brings: ['photo-1'], by: 'named' },
  finding: { on: [...theCase, 'unitGroup group-1'], brings: ['finding-1'], by: 'named' },
  photoAttached: { on: [...theCase, 'photo photo-1', 'finding finding-1'], by: 'named' },
  photoAnnotated: { on: [...theCase, 'photo photo-1'], by: 'named' },
  held: { on: theCase, by: 'hands' },
  released: { on: [...theCase, 'fact fact-held-1'], by: 'named' },
  caseTaken: { on: theCase, by: 'hands' },
  caseHandedOver: { on: theCase, by: 'hands' },
  reportMade: { on: theCase, by: 'whole' },
  inspectionStarted: { on: theCase, brings: ['again-1'], by: 'named' },
  inspectionFinished: {
    on: [...theCase, 'fact fact-arrival-1', 'fact fact-finding-1', 'fact fact-group-1'],
    brings: ['verdict-1'],
    by: 'whole',
  },
  inspectionChosen: { on: [...theCase, 'verdict verdict-1'], by: 'whole' },
  verdictDecided: { on: [...theCase, 'verdict verdict-1'], by: 'whole' },
  correction: { on: [...theCase, 'fact fact-held-1'], by: 'named' },
  arrivalLinked: {
    on: ['case opened-1', 'arrival blind-1'],
    brings: ['linked-group-1'],
    by: 'hands',
  },
  caseOpened: { on: [], brings: ['opened-1'], by: 'hands' },
  acceptedAnyway: { on: [], by: 'hands' },
};

test.each(Object.entries(rows))(
  '%s waits for what it names, and brings what others name',
  (kind, row) => {
    const fact = [...ofEachKind].find(([one]) => one === kind)?.[1];
    if (!fact) throw new Error(`no ${kind}`);
    expect(dependenciesOf(fact).map((named) => `${named.kind} ${named.id}`)).toEqual(row.on);
    expect(providedBy(fact)).toEqual([fact.id, ...(row.brings ?? [])]);
    expect(needsOf(fact, new Map())).toBe(row.by);
  },
);

describe('Of its case', () => {
  const { link, opened, blind } = aBlindReturn(1);
  const undo = (fact: Fact) =>
    needsOf(aCorrection({ corrects: fact.id }), new Map([[fact.id, fact]]));
  test('all is read to take back what says whose goods are', () => {
    expect([link, opened, blind, aFinding()].map(undo)).toEqual([
      'whole',
      'whole',
      'named',
      'named',
    ]);
  });
  test('a photo of no goods reads only whose hands are on it', () => {
    const subject = { kind: 'arrival' as const, arrivalId: arrivalId('arrival-1') };
    expect(needsOf(aPhoto({ subject }), new Map())).toBe('hands');
    expect(dependenciesOf(aPhoto({ subject })).map(({ kind }) => kind)).toEqual([
      'case',
      'arrival',
    ]);
    expect(dependenciesOf(aPhoto({ subject: { kind: 'case' } })).map(({ kind }) => kind)).toEqual([
      'case',
    ]);
  });
  test('a finding of a second look waits for it', () => {
    const again = aFinding({ inspectionId: inspectionId('again-1') });
    expect(dependenciesOf(again).at(-1)).toEqual({ kind: 'inspection', id: 'again-1' });
  });
});

describe('What central knows', () => {
  const other = { caseId: caseId('case-2') };
  const { link, counted, finding } = aBlindReturn(1);
  const again = everyKind(1).find((fact) => fact.kind === 'inspectionStarted');
  const rival = everyField(1).find((fact) => fact.kind === 'inspectionChosen');
  const inspection = everyKind(1).find((fact) => fact.kind === 'inspectionFinished');
  const attached = everyKind(1).find((fact) => fact.kind === 'photoAttached');
  if (!again || !rival || !inspection || !attached) throw new Error('not every kind');
  const lacking = (fact: Fact, ...known: readonly Fact[]) => {
    const { workingSet } = aBatch();
    workingSet.cases.set('opened-1', caseNumber(1, { id: caseId('opened-1') }));
    for (const one of known) addToIndex(workingSet.facts, one, acceptedAt);
    return missingDependencies(workingSet, fact).map(({ kind }) => kind);
  };
  const ofAgain = aFinding({ inspectionId: inspectionId('again-1') });

  test.each<[string, Fact, readonly Fact[], readonly string[]]>([
    ['a case by its papers', anArrival(), [], []],
    ['no case without them', anArrival({ caseId: caseId('case-9') }), [], ['case']],
    ['an arrival wherever it belongs', aUnitGroup(), [anArrival(other)], []],
    ['a group counted in the case', aFinding(), [aUnitGroup()], []],
    ['no group counted in another', aFinding(), [aUnitGroup(other)], ['unitGroup']],
    [
      'no group but the one named',
      aFinding(),
      [aUnitGroup({ unitGroupId: unitGroupId('group-2') })],
      ['unitGroup'],
    ],
    ['a group of goods linked to the case', finding, [counted, link], []],
    ['no group a link does not name', finding, [counted, { ...link, units: [] }], ['unitGroup']],
    [
      'no group without a case',
      aPhoto({ caseId: null }),
      [{ ...aUnitGroup(), caseId: null }],
      ['unitGroup'],
    ],
    ['a verdict of the case', rival, [inspection], []],
    ['no verdict of another', rival, [{ ...inspection, ...other }], ['verdict']],
    ['a photo wherever it was taken', attached, [aPhoto(other), aFinding()], []],
    ['a finding of the case', attached, [aPhoto()], ['finding']],
    ['no finding of another', attached, [aPhoto(), aFinding(other)], ['finding']],
    ['no other photo', attached, [aPhoto({ photoId: photoId('photo-2') }), aFinding()], ['photo']],
    ['a second look of the case', ofAgain, [aUnitGroup(), again], []],
    ['no second look of another', ofAgain, [aUnitGroup(), { ...again, ...other }], ['inspection']],
    ['a fact wherever it is', aCorrection(), [aFinding(other)], []],
    ['no fact that never came', aCorrection(), [], ['fact']],
  ])('is %s', (_, fact, known, missing) => {
    expect(lacking(fact, ...known)).toEqual(missing);
  });
});

describe('A case', () => {
  const { byAnybody, bySupervisor } = mostOfCase;
  const held = (facts: number, bytes = 0): PlaceSize => ({ facts, bytes });
  const full = (
    sizes: readonly (readonly [string, PlaceSize])[],
    by: keyof typeof mostOfCase,
    fact: Fact = anArrival(),
    known: readonly Fact[] = [],
  ) => {
    const { workingSet } = aBatch({ workingSet: { sizes: new Map(sizes) } });
    for (const one of known) addToIndex(workingSet.facts, one, acceptedAt);
    return whyFull(workingSet, fact, by);
  };
  const own = (fact: Fact) => Buffer.byteLength(JSON.stringify(fact));

  test('takes so many facts by anybody, and some more by a supervisor', () => {
    const holding = (facts: number) => [['case-1', held(facts)] as const];
    expect(full(holding(byAnybody.facts - 1), 'byAnybody')).toBe(null);
    expect(full(holding(byAnybody.facts), 'byAnybody')).toEqual({
      code: 'caseFull',
      most: byAnybody.facts,
    });
    expect(full(holding(byAnybody.facts), 'bySupervisor')).toBe(null);
    expect(full(holding(bySupervisor.facts), 'bySupervisor')).toMatchObject({ code: 'caseFull' });
    expect(full([['case-2', held(byAnybody.facts)]], 'byAnybody')).toBe(null);
  });

  test('takes so many bytes, and says how many facts they are', () => {
    const at = (bytes: number) => full([['case-1', held(7, bytes)]], 'byAnybody');
    const room = byAnybody.bytes - own(anArrival());
    expect(at(room)).toBe(null);
    expect(at(room + 1)).toEqual({ code: 'caseFull', most: 7 });
  });

  test('takes linked goods with all that was recorded of them, once', () => {
    const { link } = aBlindReturn(1);
    const sizes = [
      ['opened-1', held(byAnybody.facts - 5)],
      ['blind-1', held(5)],
    ] as const;
    const back = aCorrection({ caseId: link.caseId, corrects: link.id });
    expect(full(sizes, 'byAnybody', link)).toMatchObject({ code: 'caseFull' });
    expect(full(sizes, 'byAnybody', link, [link])).toBe(null);
    expect(full(sizes, 'byAnybody', link, [link, back])).toMatchObject({ code: 'caseFull' });
    expect(full(sizes, 'byAnybody', link, [{ ...link, caseId: caseId('case-1') }])).toMatchObject({
      code: 'caseFull',
    });
    const four = [sizes[0], ['blind-1', held(4)]] as const;
    expect(full(four, 'byAnybody', link)).toBe(null);
  });

  test('grows by what it takes; goods without one grow by their arrival', () => {
    const sizes = new Map([['case-1', held(3, 10)]]);
    const { workingSet } = aBatch({ workingSet: { sizes } });
    const blind = anArrival({ caseId: null });
    growBy(workingSet, anArrival());
    growBy(workingSet, blind);
    growBy(workingSet, blind);
    expect(Object.fromEntries(sizes)).toEqual({
      'case-1': held(4, 10 + own(anArrival())),
      'arrival-1': held(2, 2 * own(blind)),
    });
  });
});
