import { describe, expect, test } from 'vitest';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import { ownWords, sayDetails } from '../../../../renderer/workflow/history/sayDetails.ts';
import { Fact, type FactKind, type FactOf } from '../../../../shared/facts/fact.ts';
import { intentions } from '../../../architecture/intentions.ts';
import {
  aCorrection,
  aDecision,
  aFinishedInspection,
  aPerson,
} from '../../../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  factId,
  findingId,
  personId,
  photoId,
  returnLineId,
  verdictId,
} from '../../../builders/cases/ids.ts';
import {
  aFinding,
  aHold,
  anArrival,
  aPhoto,
  aRelease,
  aUnitGroup,
} from '../../../builders/cases/recordedFacts.ts';

const {
  id: _id,
  kind: _kind,
  note: _note,
  reason: _reason,
  pausesClock: _p,
  ...recorded
} = aHold();
const gone = [{ returnLineId: returnLineId('line-1'), quantity: 2 }];

/** One record of each kind; a kind without one does not compile. */
const records: { readonly [K in FactKind]: FactOf<K> } = {
  arrival: anArrival({ condition: 'wet', packages: 2 }),
  doorChecked: {
    ...recorded,
    id: factId('f-door'),
    kind: 'doorChecked',
    arrivalId: arrivalId('arrival-1'),
    carrier: 'Northline',
    packages: 2,
    seal: { number: 'S-1', intact: false },
    condition: 'wet',
    note: 'Water on the floor',
  },
  arrivalLinked: {
    ...recorded,
    id: factId('f-link'),
    kind: 'arrivalLinked',
    caseId: anArrival().caseId ?? aFinding().caseId,
    arrivalId: arrivalId('arrival-1'),
    reason: 'Same order number',
  },
  caseOpened: {
    ...recorded,
    id: factId('f-open'),
    kind: 'caseOpened',
    caseId: aFinding().caseId,
    clientId: null,
    note: 'No papers',
  },
  handlingUnit: {
    ...recorded,
    id: factId('f-unit'),
    kind: 'handlingUnit',
    handlingUnitId: 'unit-1' as FactOf<'handlingUnit'>['handlingUnitId'],
    arrivalId: arrivalId('arrival-1'),
    parentId: null,
    sscc: null,
    licencePlate: 'PLT-7',
  },
  unitsCounted: aUnitGroup({ serials: ['P1', 'P2'], quantity: 2, identity: 'mismatch_instance' }),
  photoTaken: aPhoto(),
  finding: aFinding({ note: 'Split along the seam' }),
  photoAttached: {
    ...recorded,
    id: factId('f-attach'),
    kind: 'photoAttached',
    caseId: aFinding().caseId,
    photoId: photoId('photo-1'),
    findingId: findingId('finding-1'),
  },
  photoAnnotated: {
    ...recorded,
    id: factId('f-marks'),
    kind: 'photoAnnotated',
    caseId: aFinding().caseId,
    photoId: photoId('photo-1'),
    shapes: [{ kind: 'text', at: { x: 0.5, y: 0.5 }, text: 'Crack, 12 mm' }],
    over: [],
  },
  inspectionStarted: {
    ...recorded,
    id: factId('f-start'),
    kind: 'inspectionStarted',
    caseId: aFinding().caseId,
    inspectionId: aFinishedInspection().inspectionId,
    inspection: 'dispute',
    reason: 'The client disagrees',
  },
  inspectionFinished: aFinishedInspection(),
  inspectionChosen: {
    ...recorded,
    id: factId('f-chosen'),
    kind: 'inspectionChosen',
    caseId: aFinding().caseId,
    verdictId: verdictId('verdict-1'),
    over: [verdictId('verdict-2')],
    reason: 'Better light',
  },
  verdictDecided: aDecision({
    reason: 'As proposed',
    answers: [
      { question: 'lateRealDefect', unitGroupId: null, answer: 'acceptLate', reason: 'Old client' },
    ],
  }),
  held: aHold({ note: 'Waits for an answer' }),
  released: aRelease({ note: 'They answered' }),
  missingNoted: {
    ...recorded,
    id: factId('f-missing'),
    kind: 'missingNoted',
    caseId: aFinding().caseId,
    arrivalId: arrivalId('arrival-1'),
    missing: gone,
    expectedUntil: '2026-11-25',
  },
  parcelDone: {
    ...recorded,
    id: factId('f-done'),
    kind: 'parcelDone',
    arrivalId: arrivalId('arrival-1'),
    missing: gone,
    expectedUntil: null,
  },
  correction: aCorrection(),
  acceptedAnyway: {
    ...recorded,
    id: factId('f-anyway'),
    kind: 'acceptedAnyway',
    accepts: anArrival().id,
    hash: 'a'.repeat(64),
    hands: null,
    reason: 'I saw it come',
  },
  caseTaken: {
    ...recorded,
    id: factId('f-taken'),
    kind: 'caseTaken',
    caseId: aFinding().caseId,
    place: 'Bench 2',
    after: [],
  },
  reportMade: {
    ...recorded,
    id: factId('f-report'),
    kind: 'reportMade',
    caseId: aFinding().caseId,
    number: 2,
    version: 'client',
    language: 'de',
    paper: 'A4',
    sha256: 'a'.repeat(64),
    bytes: 180_000,
    recordsHash: 'b'.repeat(64),
  },
  caseHandedOver: {
    ...recorded,
    id: factId('f-handed'),
    kind: 'caseHandedOver',
    caseId: aFinding().caseId,
    from: personId('ivan'),
    to: null,
    ends: [],
    after: [],
    note: 'End of shift',
  },
};
const all: readonly Fact[] = Object.values(records);
const around = {
  facts: new Map<string, Fact>(all.map((fact) => [fact.id, fact])),
  people: new Map([['ivan', aPerson()]]),
};
const kinds = Fact.options.map((option) => option.shape.kind.value);

test('the kinds are those people can write', () => {
  const written = new Set(intentions.flatMap(({ writes }) => writes ?? []));
  expect([...written].filter((kind) => !kinds.some((known) => known === kind))).toEqual([]);
  expect(Object.keys(records).toSorted()).toEqual([...kinds].toSorted());
});

describe.each(['en', 'de', 'es', 'zh'] as const)('History in %s', (language) => {
  const wording = createWording({ language, zone: 'America/New_York' });

  test.each(all)('has words for $kind, and shows no code', (fact) => {
    const kind = wording.t(`fact.${fact.kind}`);
    expect(kind).not.toContain('fact.');
    const said = sayDetails(wording, fact, around);
    expect(`${kind} ${said}`).not.toMatch(
      /undefined|\{|mismatch_|[a-z]+\.[a-z]+[A-Z]|awaitingClient|acceptLate|function\.leak|\bivan\b/,
    );
  });
});

test('what each record says', () => {
  const wording = createWording({ language: 'en', zone: 'America/New_York' });
  expect(
    Object.fromEntries(all.map((fact) => [fact.kind, sayDetails(wording, fact, around)])),
  ).toEqual({
    arrival: '1Z999 · Northline · 2 packages · Wet · dock D1',
    doorChecked: 'Northline · 2 packages · Wet · Seal broken',
    arrivalLinked: '',
    caseOpened: '',
    handlingUnit: 'PLT-7',
    unitsCounted: '2 × Centrifugal pump 40 · Lot AB-123 · P1 and P2 · Another serial number',
    photoTaken: 'Defect close up, with scale',
    finding: '10 × Leaks · Major · Manufacturing',
    photoAnnotated: 'Crack, 12 mm',
    photoAttached: '10 × Leaks · Major · Manufacturing',
    inspectionStarted: 'After a dispute',
    inspectionFinished: 'First inspection',
    inspectionChosen: 'First inspection',
    verdictDecided: 'Approve · Refund · Our fault counts: take it back although late',
    held: 'Waiting for the client',
    released: 'Answered',
    missingNoted: '2 missing, expected until Wed 25 Nov',
    parcelDone: '2 missing',
    correction: 'Finding: 10 × Leaks · Major · Manufacturing',
    acceptedAnyway: 'Arrival: 1Z999 · Northline · 2 packages · Wet · dock D1',
    caseTaken: 'Bench 2',
    reportMade: '2-VV9C · for the client · de · A4',
    caseHandedOver: 'from Ivan Petrov · back to the list',
  });
});

test('what a person wrote in their own words is kept apart', () => {
  const words = all.map(ownWords).filter((said) => said !== '');
  expect(words).toEqual([
    'Water on the floor',
    'Same order number',
    'No papers',
    'Split along the seam',
    'The client disagrees',
    'Better light',
    'As proposed',
    'Waits for an answer',
    'They answered',
    'Mistyped',
    'I saw it come',
    'End of shift',
  ]);
});
