/**
 * What the warehouse records. Facts are immutable and additive: a mistake is corrected by another
 * fact that names it. The state of a case is always derived (`caseFile.ts`), never stored as truth.
 */
import { z } from 'zod';
import { rawLimit } from '../barcodes/rawLimit.ts';
import {
  ArrivalId,
  type CaseId,
  CatalogueEntryId,
  ClientId,
  FactId,
  FindingId,
  HandlingUnitId,
  InspectionId,
  PhotoId,
  ReturnLineId,
  UnitGroupId,
  VerdictId,
} from '../ids.ts';
import { PhotoAnnotatedFact } from './annotationFacts.ts';
import {
  Cause,
  DefectCode,
  HoldReason,
  MisuseIndicator,
  PhotoHint,
  ReleaseReason,
  Severity,
  ShotType,
} from './codes.ts';
import { VerdictDecidedFact } from './decisionFacts.ts';
import { PartName } from './orderedArticle.ts';
import { Quantity } from './quantity.ts';
import { caseId, note, recorded, Sha256, units } from './recorded.ts';
import { CaseHandedOverFact, CaseTakenFact, ReportMadeFact } from './takingFacts.ts';
import { LocalDate, RecordedTime } from './time.ts';

const rawScan = z.string().max(rawLimit).nullable();

/** A parcel or pallet came through the door. The seven days start here, III-INSPECT. */
export const ArrivalFact = z.strictObject({
  ...recorded,
  kind: z.literal('arrival'),
  caseId: caseId.nullable(),
  arrivalId: ArrivalId,
  dock: z.string().min(1).max(20),
  carrier: z.string().max(60).nullable(),
  trackingNumber: z.string().max(40).nullable(),
  sscc: z
    .string()
    .regex(/^\d{18}$/)
    .nullable(),
  packages: z.number().int().min(1).max(999),
  seal: z.strictObject({ number: z.string().max(40), intact: z.boolean() }).nullable(),
  condition: z.enum(['good', 'opened', 'deformed', 'wet', 'leaking']),
  raw: rawScan,
  note,
});

/** What the dock saw at the door, once looked at: said after the arrival, so that the clock never waits for it. */
const DoorCheckedFact = z.strictObject({
  ...recorded,
  kind: z.literal('doorChecked'),
  caseId: caseId.nullable(),
  arrivalId: ArrivalId,
  carrier: z.string().max(60).nullable(),
  packages: z.number().int().min(1).max(999),
  seal: z.strictObject({ number: z.string().max(40), intact: z.boolean() }).nullable(),
  condition: z.enum(['good', 'opened', 'deformed', 'wet', 'leaking']),
  note,
});

const Identity = z.enum(['match', 'mismatch_class', 'mismatch_instance', 'mismatch_quantity']);

/** A blind arrival finds its case. */
const ArrivalLinkedFact = z.strictObject({
  ...recorded,
  kind: z.literal('arrivalLinked'),
  caseId,
  arrivalId: ArrivalId,
  reason: note,
  /** How the units counted before anybody knew whose they are stand against the papers of this case. */
  units: z
    .array(
      z.strictObject({
        countId: FactId,
        unitGroupId: UnitGroupId,
        returnLineId: ReturnLineId.nullable(),
        identity: Identity,
      }),
    )
    .max(2000)
    .optional(),
});

/** The warehouse opens a case for goods nobody announced. */
const CaseOpenedFact = z.strictObject({
  ...recorded,
  kind: z.literal('caseOpened'),
  caseId,
  clientId: ClientId.nullable(),
  note,
});

/** A pallet, carton or tote. One may hold several cases, so it belongs to an arrival first. */
const HandlingUnitFact = z.strictObject({
  ...recorded,
  kind: z.literal('handlingUnit'),
  caseId: caseId.nullable(),
  handlingUnitId: HandlingUnitId,
  arrivalId: ArrivalId,
  parentId: HandlingUnitId.nullable(),
  sscc: z
    .string()
    .regex(/^\d{18}$/)
    .nullable(),
  licencePlate: z.string().max(30).nullable(),
});

/** Announced and not in this parcel, as counted. */
const missing = z
  .array(z.strictObject({ returnLineId: ReturnLineId, quantity: Quantity }))
  .max(500);

/** The dock has seen that some of what was announced did not come; it stays expected. */
const MissingNotedFact = z.strictObject({
  ...recorded,
  kind: z.literal('missingNoted'),
  caseId,
  arrivalId: ArrivalId,
  missing,
  /** Site-local: until then the rest is expected, after that it is overdue. */
  expectedUntil: LocalDate,
});

/** The dock is done with a parcel; with pieces missing, whoever records it has confirmed them. */
const ParcelDoneFact = z.strictObject({
  ...recorded,
  kind: z.literal('parcelDone'),
  caseId: caseId.nullable(),
  arrivalId: ArrivalId,
  missing,
  /** null: nothing is missing. */
  expectedUntil: LocalDate.nullable(),
});

/**
 * A quantity of like units that share one identity; outcomes belong to the group. Counts naming the
 * same group add up: at the dock every scan is one.
 */
export const UnitsCountedFact = z.strictObject({
  ...recorded,
  kind: z.literal('unitsCounted'),
  /** null: counted before anybody knew whose they are; they go where their arrival is linked to. */
  caseId: caseId.nullable(),
  unitGroupId: UnitGroupId,
  arrivalId: ArrivalId,
  returnLineId: ReturnLineId.nullable(),
  article: z.strictObject({
    gtin: z
      .string()
      .regex(/^\d{14}$/)
      .nullable(),
    number: z.string().max(40).nullable(),
    name: z.string().max(200),
  }),
  lot: z.string().max(20).nullable(),
  serials: z.array(z.string().max(40)).max(1000),
  quantity: Quantity,
  identity: Identity,
  identifiedBy: z.enum(['scan', 'manual']),
  raw: rawScan,
});

/** What a photo is of. */
const PhotoSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('arrival'), arrivalId: ArrivalId }),
  z.strictObject({ kind: z.literal('unitGroup'), unitGroupId: UnitGroupId }),
  z.strictObject({ kind: z.literal('case') }),
]);

const pixels = {
  width: z.number().int().min(1).max(20_000),
  height: z.number().int().min(1).max(20_000),
};

/** The bytes travel by themselves under their SHA-256, taken at capture. */
export const PhotoTakenFact = z.strictObject({
  ...recorded,
  kind: z.literal('photoTaken'),
  caseId: caseId.nullable(),
  photoId: PhotoId,
  subject: PhotoSubject,
  shot: ShotType,
  sha256: Sha256,
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  bytes: z
    .number()
    .int()
    .min(1)
    .max(15 * 1024 * 1024),
  ...pixels,
  /** What the camera gave, where that was more than is kept; absent: what is kept. */
  given: z.strictObject(pixels).optional(),
  /** What may be wrong with it; absent: nothing, or nobody looked. */
  hints: z.array(PhotoHint).min(1).max(3).optional(),
});

const limit = z.number().min(-1e9).max(1e9).optional();
const Measurement = z.strictObject({
  what: z.string().min(1).max(60),
  value: z.number(),
  unit: z.string().max(12),
  /** In the same unit, both allowed themselves; absent: no limit on that side. */
  least: limit,
  most: limit,
});
export type Measurement = z.infer<typeof Measurement>;

export const Observation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('defect'),
    code: DefectCode,
    /** What the company's catalogue says more exactly; absent: nothing, or recorded before there was one. */
    entry: CatalogueEntryId.optional(),
    severity: Severity,
    cause: Cause,
    indicators: z.array(MisuseIndicator).max(7),
    /** Is this what the client complained of? Damage beyond the claim makes goods "not intact". */
    claimed: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('noDefect') }),
]);
export type Observation = z.infer<typeof Observation>;

/** What an inspector found true of some units. A negative finding can always be recorded. */
export const FindingFact = z.strictObject({
  ...recorded,
  kind: z.literal('finding'),
  caseId,
  findingId: FindingId,
  unitGroupId: UnitGroupId,
  quantity: Quantity,
  /** The layer it belongs to; absent: the first inspection. */
  inspectionId: InspectionId.optional(),
  /**
   * Which units, `quantity` of them. With both absent (findings older than portions) quantities of
   * one group add up.
   */
  units: units.optional(),
  serials: z.array(z.string().max(40)).min(1).max(1000).optional(),
  observation: Observation,
  measurements: z.array(Measurement).max(20),
  /** Of the parts its article consists of those that are not there; absent: nobody named any. */
  missingParts: z.array(PartName).min(1).max(40).optional(),
  photoIds: z.array(PhotoId).max(50),
  note,
});

/** A photo taken later, or forgotten, joins a finding. Nothing is taken from either. */
const PhotoAttachedFact = z.strictObject({
  ...recorded,
  kind: z.literal('photoAttached'),
  caseId,
  photoId: PhotoId,
  findingId: FindingId,
});

/**
 * The goods are looked at again. A second inspection never adds to the first: its findings form a
 * layer of their own, and a verdict rests on one layer.
 */
const InspectionStartedFact = z.strictObject({
  ...recorded,
  kind: z.literal('inspectionStarted'),
  caseId,
  inspectionId: InspectionId,
  inspection: z.enum(['reInspection', 'blindSecond', 'dispute']),
  reason: note,
});

/** Of rival verdicts, the one that counts, by a supervisor's word. */
const InspectionChosenFact = z.strictObject({
  ...recorded,
  kind: z.literal('inspectionChosen'),
  caseId,
  verdictId: VerdictId,
  /** The rivals it was chosen over, as the supervisor saw them. */
  over: z.array(VerdictId).min(1).max(50),
  reason: z.string().min(1).max(1000),
});

/** Of a case: sealed and sent in one piece, with the longest ids there are. */
export const mostFactsInBasis = 15_000;

/** The inspector is done; the policy's verdict over `basis` is thereby proposed as `verdictId`. */
export const InspectionFinishedFact = z.strictObject({
  ...recorded,
  kind: z.literal('inspectionFinished'),
  caseId,
  inspectionId: InspectionId,
  verdictId: VerdictId,
  inspection: z.enum(['first', 'reInspection', 'blindSecond', 'dispute']),
  checklistVersion: z.number().int().min(1),
  startedAt: RecordedTime,
  /** Every fact the verdict rests on, sorted. */
  basis: z.array(FactId).max(mostFactsInBasis),
  note,
});

export const HeldFact = z.strictObject({
  ...recorded,
  kind: z.literal('held'),
  /** null: goods nobody knows the owner of; the hold goes where their arrival is linked to. */
  caseId: caseId.nullable(),
  arrivalId: ArrivalId.optional(),
  reason: HoldReason,
  /** Whether the inspection clock stands still meanwhile; only where the contract lets it. */
  pausesClock: z.boolean(),
  note,
});

const ReleasedFact = z.strictObject({
  ...recorded,
  kind: z.literal('released'),
  caseId: caseId.nullable(),
  arrivalId: ArrivalId.optional(),
  heldFactId: FactId,
  /** Absent in records of before reasons had codes. */
  because: ReleaseReason.optional(),
  note,
});

/** Takes back an earlier fact by naming it. Both stay on record. */
const CorrectionFact = z.strictObject({
  ...recorded,
  kind: z.literal('correction'),
  caseId: caseId.nullable(),
  corrects: FactId,
  reason: note,
});

/**
 * A supervisor's word that a refused record of floor work is true all the same: it counts from then
 * on as it was recorded, under the name of whoever recorded it. Nothing but who and when is overruled.
 */
const AcceptedAnywayFact = z.strictObject({
  ...recorded,
  kind: z.literal('acceptedAnyway'),
  caseId: caseId.nullable(),
  arrivalId: ArrivalId.optional(),
  accepts: FactId,
  /** Of the command as it was sealed: this record and no other of its name. */
  hash: Sha256,
  /** Whoever accepts it answers for it, and cannot decide about the money then. */
  hands: z.enum(['received', 'inspected']).nullable(),
  reason: z.string().min(1).max(300),
});

export const Fact = z.discriminatedUnion('kind', [
  ArrivalFact,
  DoorCheckedFact,
  ArrivalLinkedFact,
  CaseOpenedFact,
  HandlingUnitFact,
  UnitsCountedFact,
  PhotoTakenFact,
  FindingFact,
  PhotoAttachedFact,
  InspectionStartedFact,
  InspectionFinishedFact,
  InspectionChosenFact,
  VerdictDecidedFact,
  HeldFact,
  ReleasedFact,
  MissingNotedFact,
  ParcelDoneFact,
  CorrectionFact,
  AcceptedAnywayFact,
  CaseTakenFact,
  CaseHandedOverFact,
  PhotoAnnotatedFact,
  ReportMadeFact,
]);
export type Fact = z.infer<typeof Fact>;
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;
export type ArrivalFact = FactOf<'arrival'>;
/** Units of a known case, as its file shows them. */
export type UnitsCountedFact = FactOf<'unitsCounted'> & { readonly caseId: CaseId };
export type PhotoTakenFact = FactOf<'photoTaken'>;
export type FindingFact = FactOf<'finding'>;
export type InspectionFinishedFact = FactOf<'inspectionFinished'>;
export type VerdictDecidedFact = FactOf<'verdictDecided'>;
export type HeldFact = FactOf<'held'>;
