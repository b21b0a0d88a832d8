/** What a station recorded: arrivals, counted units, photos, findings, holds. */
import type {
  ArrivalFact,
  FactOf,
  FindingFact,
  HeldFact,
  Observation,
  PhotoTakenFact,
  UnitsCountedFact,
} from '../../../shared/facts/fact.ts';
import type { RecordedTime } from '../../../shared/facts/time.ts';
import {
  arrivalId,
  caseId,
  factId,
  findingId,
  personId,
  photoId,
  returnLineId,
  siteId,
  stationId,
  unitGroupId,
} from './ids.ts';

/** A station's time stamp at 15:00 UTC, 10:00 in New York, of a day. */
export function recordedOn(localDate: string): RecordedTime {
  return {
    utc: `${localDate}T15:00:00.000Z`,
    zone: 'America/New_York',
    localDate,
    monotonicMs: 1000,
    bootId: 'boot-1',
    offsetMs: 0,
  };
}

const recorded = {
  siteId: siteId('site-1'),
  stationId: stationId('station-1'),
  at: recordedOn('2026-11-18'),
};

/** One good parcel on Wed 2026-11-18. */
export function anArrival(overrides: Partial<ArrivalFact> = {}): ArrivalFact {
  return {
    ...recorded,
    id: factId('fact-arrival-1'),
    personId: personId('dora'),
    kind: 'arrival',
    caseId: caseId('case-1'),
    arrivalId: arrivalId('arrival-1'),
    dock: 'D1',
    carrier: 'Northline',
    trackingNumber: '1Z999',
    sscc: null,
    packages: 1,
    seal: null,
    condition: 'good',
    raw: null,
    note: '',
    ...overrides,
  };
}

/** Ten pumps that match the order line. */
export function aUnitGroup(overrides: Partial<UnitsCountedFact> = {}): UnitsCountedFact {
  return {
    ...recorded,
    id: factId(`fact-${overrides.unitGroupId ?? 'group-1'}`),
    personId: personId('ivan'),
    kind: 'unitsCounted',
    caseId: caseId('case-1'),
    unitGroupId: unitGroupId('group-1'),
    arrivalId: arrivalId('arrival-1'),
    returnLineId: returnLineId('line-1'),
    article: { gtin: '09521101530001', number: 'PUMP-40', name: 'Centrifugal pump 40' },
    lot: 'AB-123',
    serials: [],
    quantity: 10,
    identity: 'match',
    identifiedBy: 'scan',
    raw: null,
    ...overrides,
  };
}

/** A finding about all ten units of group-1; says `observation` of them. */
export function aFinding(overrides: Partial<FindingFact> = {}): FindingFact {
  return {
    ...recorded,
    id: factId(`fact-${overrides.findingId ?? 'finding-1'}`),
    personId: personId('ivan'),
    kind: 'finding',
    caseId: caseId('case-1'),
    findingId: findingId('finding-1'),
    unitGroupId: unitGroupId('group-1'),
    quantity: 10,
    observation: aDefect(),
    measurements: [],
    photoIds: [],
    note: '',
    ...overrides,
  };
}

/** The claimed leak, made in manufacturing. */
export function aDefect(
  overrides: Partial<Extract<Observation, { kind: 'defect' }>> = {},
): Observation {
  return {
    kind: 'defect',
    code: 'function.leak',
    severity: 'major',
    cause: 'manufacturing',
    indicators: [],
    claimed: true,
    ...overrides,
  };
}

/** A close-up of group-1. */
export function aPhoto(overrides: Partial<PhotoTakenFact> = {}): PhotoTakenFact {
  return {
    ...recorded,
    id: factId(`fact-${overrides.photoId ?? 'photo-1'}`),
    personId: personId('ivan'),
    kind: 'photoTaken',
    caseId: caseId('case-1'),
    photoId: photoId('photo-1'),
    subject: { kind: 'unitGroup', unitGroupId: unitGroupId('group-1') },
    shot: 'defectCloseUp',
    // A picture of its own.
    sha256: Buffer.from(`${overrides.id ?? ''}${overrides.photoId ?? 'photo-1'}`)
      .toString('hex')
      .padStart(64, 'c')
      .slice(-64),
    mediaType: 'image/jpeg',
    bytes: 180_000,
    width: 1280,
    height: 720,
    ...overrides,
  };
}

export function aHold(overrides: Partial<HeldFact> = {}): HeldFact {
  return {
    ...recorded,
    id: factId('fact-hold-1'),
    personId: personId('dora'),
    kind: 'held',
    caseId: caseId('case-1'),
    reason: 'awaitingClient',
    pausesClock: false,
    note: '',
    ...overrides,
  };
}

/** Ends `aHold`. */
export function aRelease(overrides: Partial<FactOf<'released'>> = {}): FactOf<'released'> {
  return {
    ...recorded,
    id: factId('fact-release-1'),
    personId: personId('sara'),
    kind: 'released',
    caseId: caseId('case-1'),
    heldFactId: factId('fact-hold-1'),
    because: 'answered',
    note: '',
    ...overrides,
  };
}
