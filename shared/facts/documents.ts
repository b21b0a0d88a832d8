/**
 * Documents the office owns. Central serves them by the change feed, stations cache them and never
 * edit them. What the warehouse itself records is in `fact.ts`.
 */
import { z } from 'zod';
import {
  CaseId,
  ClientId,
  ContractId,
  FactId,
  OrderLineId,
  PersonId,
  PhotoId,
  PolicyVersionId,
  PrecedentId,
  RefundId,
  ReturnLineId,
  SiteId,
  UnitGroupId,
  VerdictId,
} from '../ids.ts';
import { SiteLanguages } from './catalogue.ts';
import {
  ClaimReason,
  Disposition,
  RefundMethod,
  ResolutionKind,
  Role,
  Severity,
  ShotType,
} from './codes.ts';
import { Currency, MinorUnits } from './money.ts';
import { OrderedArticle, Price } from './orderedArticle.ts';
import { PaperChange } from './paperChange.ts';
import { PolicyText } from './policyText.ts';
import { Quantity, UnitOfMeasure } from './quantity.ts';
import { Instant, LocalDate, TimeZone } from './time.ts';

const text = (max: number) => z.string().max(max);
const name = text(200).min(1);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Client = z.strictObject({
  id: ClientId,
  name,
  country: z.string().length(2),
  timeZone: TimeZone,
  language: z.string().min(2).max(10),
  serviceManager: z.strictObject({ name, email: text(200) }),
});
export type Client = z.infer<typeof Client>;

/** A count of whole days; `workingDays` by the calendar named where it is used. */
export const DayPeriod = z.strictObject({
  days: z.number().int().min(0).max(3650),
  kind: z.enum(['workingDays', 'calendarDays']),
});
export type DayPeriod = z.infer<typeof DayPeriod>;

export const SamplingAgreement = z.strictObject({
  standard: z.literal('ISO 2859-1'),
  level: z.enum(['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III']),
  aqlMajor: z.number(),
  aqlMinor: z.number(),
});
export type SamplingAgreement = z.infer<typeof SamplingAgreement>;

export const Contract = z.strictObject({
  id: ContractId,
  clientId: ClientId,
  version: z.number().int().min(1),
  effectiveFrom: LocalDate,
  /** IV-PERIOD. `null` is a data error to surface, never a default. */
  returnPeriod: DayPeriod.extend({ receiptDayCounts: z.boolean() }).nullable(),
  /** II-TRANSPORT "promptly". `null` means: ask a person. */
  objectionPeriod: DayPeriod.extend({ receiptDayCounts: z.boolean() }).nullable(),
  /** III-INSPECT, as the contract counts it. `cutOff` is site-local "HH:MM": later arrivals count as the next day. */
  inspection: z.strictObject({
    receiptDayCounts: z.boolean(),
    cutOff: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullable(),
  }),
  refundMethod: RefundMethod,
  currency: Currency,
  sampling: SamplingAgreement.nullable(),
  /** Reasons for which a hold lets the inspection clock stand still; absent: none. */
  pausing: z.array(text(40)).optional(),
  /** Calendar of the client's own periods, by its key in `calendars`; absent: the site's. */
  periodCalendar: text(64).optional(),
  /** Above this worth of goods granted in one case (minor units of `currency`) two supervisors must approve. */
  secondApprovalAbove: MinorUnits.nullable(),
});
export type Contract = z.infer<typeof Contract>;

export const EvidenceRule = z.strictObject({
  reason: ClaimReason.nullable(),
  severity: Severity.nullable(),
  shots: z.array(ShotType),
});
export type EvidenceRule = z.infer<typeof EvidenceRule>;

/** One edition of the return policy: the text's hash and the numbers and readings it is applied with. */
export const PolicyVersion = z.strictObject({
  id: PolicyVersionId,
  version: z.number().int().min(1),
  title: name,
  status: z.enum(['inForce', 'draft']),
  effectiveFrom: LocalDate,
  /** Of the words: the shipped text's, or of `text` as canonical JSON. */
  textSha256: Sha256,
  /** Absent: the shipped text, or one whose words were never said. */
  text: PolicyText.optional(),
  parameters: z.strictObject({
    reviewWorkingDays: z.number().int().min(0).max(60),
    inspectionWorkingDays: z.number().int().min(1).max(60),
    targets: z.strictObject({
      verdictByDay: z.number().int(),
      approvalByDay: z.number().int(),
      redOnDay: z.number().int(),
    }),
    misuseIndicatorsNeeded: z.number().int().min(1).max(7),
    /** Shots the warehouse must hold before a verdict may be approved; every matching rule applies. */
    evidence: z.array(EvidenceRule),
    /** What the client must send with the application, III-APPLY. */
    clientEvidence: z.array(z.enum(['photos', 'description', 'inspectionReport'])),
    /** Named readings of silent or contradictory places; `ask` sends them to a person. */
    readings: z.strictObject({
      lateRealDefect: z.enum(['ask', 'accept']),
      customisedOurError: z.enum(['ask', 'accept']),
      unknownLiability: z.enum(['ask']),
      blindReturn: z.enum(['ask']),
      /** The client's papers are missing, but our own inspection proved a ground. Absent: `note`. */
      evidenceAfterInspection: z.enum(['note', 'ask']).optional(),
      /** Return freight of a parcel that is ours only in part. Absent: `ask`. */
      mixedFreight: z.enum(['ask', 'oursIfAny', 'proRata']).optional(),
    }),
    rounding: z.enum(['halfEven', 'halfUp']),
  }),
});
export type PolicyVersion = z.infer<typeof PolicyVersion>;

export const OrderLine = z.strictObject({
  id: OrderLineId,
  orderNumber: text(40).min(1),
  lineNumber: z.number().int().min(1),
  clientId: ClientId,
  article: OrderedArticle,
  /** What the delivery says was shipped; absent: what was ordered. */
  shippedArticle: OrderedArticle.optional(),
  lot: text(20).nullable(),
  serials: z.array(text(40)),
  orderedQuantity: Quantity,
  shippedQuantity: Quantity,
  unit: UnitOfMeasure,
  /** Minor units per unit, for show where `invoiced` is known and `price` is not. */
  unitPrice: MinorUnits,
  /** For show alone: `unitPrice` may be rounded from it, and no money is ever counted by it. */
  price: Price.optional(),
  /** What was invoiced for the whole shipped quantity, discounts taken off; absent: `unitPrice × shippedQuantity`. */
  invoiced: z.strictObject({ net: MinorUnits, tax: MinorUnits }).optional(),
  currency: Currency,
  customised: z.boolean(),
  /** Approved sample or drawing the bench compares with. */
  drawing: text(200).nullable(),
  carrier: z.strictObject({ name, selectedBy: z.enum(['us', 'client', 'unknown']) }),
  clientReceivedOn: LocalDate.nullable(),
  /** What the office said otherwise before, the newest last; absent: nothing. */
  changes: z.array(PaperChange).optional(),
});
export type OrderLine = z.infer<typeof OrderLine>;

export const ReturnLine = z.strictObject({
  id: ReturnLineId,
  /** Unknown for blind returns until a person links it. */
  orderLineId: OrderLineId.nullable(),
  claimedReason: ClaimReason,
  requestedQuantity: Quantity,
  /** What the review authorised; null before the review. */
  approvedQuantity: Quantity.nullable(),
  wanted: ResolutionKind.nullable(),
});
export type ReturnLine = z.infer<typeof ReturnLine>;

/** A file the client sent with the application. `sha256` is the photo's address at central. */
export const ClientEvidence = z.strictObject({
  photoId: PhotoId.nullable(),
  sha256: Sha256.nullable(),
  kind: z.enum(['photo', 'description', 'inspectionReport']),
  caption: text(300),
});
export type ClientEvidence = z.infer<typeof ClientEvidence>;

const Application = z.strictObject({
  receivedAt: Instant,
  /** The day of `receivedAt` where the client's contract is counted. */
  receivedOn: LocalDate,
  description: text(2000),
  evidence: z.array(ClientEvidence),
});

export const ReturnCase = z.strictObject({
  id: CaseId,
  rma: text(40).nullable(),
  siteId: SiteId,
  clientId: ClientId.nullable(),
  contractId: ContractId.nullable(),
  contractVersion: z.number().int().min(1).nullable(),
  application: Application.nullable(),
  /** When the client objected to the carrier's damage, II-TRANSPORT. */
  objectedOn: LocalDate.nullable(),
  /** Absent: made on `objectedOn`, or not known. "Not made" is an answer, not a missing fact. */
  objection: z.enum(['notMade']).optional(),
  review: z
    .strictObject({
      outcome: z.enum(['authorised', 'partlyAuthorised', 'denied', 'moreInformation']),
      sentOn: LocalDate,
    })
    .nullable(),
  lines: z.array(ReturnLine),
  expectedOn: LocalDate.nullable(),
  trackingNumbers: z.array(text(40)),
  ssccs: z.array(z.string().regex(/^\d{18}$/)),
  /** Return freight actually charged, minor units of the contract's currency; null when not known. */
  freight: MinorUnits.nullable(),
  cancelled: z.strictObject({ reason: text(300) }).nullable(),
  /** What the office said otherwise before, the newest last; absent: nothing. */
  changes: z.array(PaperChange).optional(),
});
export type ReturnCase = z.infer<typeof ReturnCase>;

/**
 * How a company writes its RMA numbers. What `pattern` and `check` may say is in `rmaForm.ts`; a form
 * a station does not understand claims no label, and papers are found by their numbers all the same.
 */
export const RmaForm = z.strictObject({
  pattern: text(60).min(1),
  /** Named as in `rmaCheck.ts`; absent: without. */
  check: text(20).min(1).optional(),
  /** What stands before the number on labels, and is no part of it. */
  prefixes: z.array(text(60).min(1)).max(10).optional(),
});
export type RmaForm = z.infer<typeof RmaForm>;

export const Site = z.strictObject({
  id: SiteId,
  name,
  city: name,
  country: z.string().length(2),
  timeZone: TimeZone,
  docks: z.array(text(20)),
  /** Absent: the product's own form, `RMA-26-0004711`. */
  rma: RmaForm.optional(),
  languages: SiteLanguages.optional(),
  /** Without work for so long a station locks, by where it is used; absent: as the product thinks. */
  lockAfterMinutes: z
    .strictObject({
      dock: z.number().int().min(1).max(240),
      bench: z.number().int().min(1).max(240),
      desk: z.number().int().min(1).max(240),
    })
    .optional(),
});
export type Site = z.infer<typeof Site>;

/**
 * What a site counts as a working day. `weekendDays` are ISO weekdays, Monday 1 to Sunday 7. A
 * calendar of a country or region without a site has the key `country:DE` or `country:DE-BY`.
 */
export const SiteCalendar = z.strictObject({
  siteId: SiteId,
  version: z.number().int().min(1),
  timeZone: TimeZone,
  weekendDays: z.array(z.number().int().min(1).max(7)),
  holidays: z.array(z.strictObject({ date: LocalDate, name })),
  closures: z.array(z.strictObject({ date: LocalDate, name })),
  extraWorkingDays: z.array(z.strictObject({ date: LocalDate, name })),
  validFrom: LocalDate,
  validUntil: LocalDate,
  /** Days that became something else on a day (`on`) after the calendar was first given. */
  changes: z
    .array(
      z.strictObject({ on: LocalDate, date: LocalDate, was: z.enum(['working', 'off']), name }),
    )
    .optional(),
  /** Days, both included, whose public holidays were not published when this was made. */
  unpublished: z.array(z.strictObject({ from: LocalDate, until: LocalDate })).optional(),
  /** Whose public holidays it began with, to renew it by. */
  seed: z
    .strictObject({ country: z.string().length(2), region: text(20).min(1).nullable() })
    .optional(),
});
export type SiteCalendar = z.infer<typeof SiteCalendar>;

/** A person as everybody may see them; keys and PINs travel by another door. */
export const Person = z.strictObject({
  id: PersonId,
  name,
  badge: z.string().regex(/^[A-Z0-9]{4,16}$/),
  roles: z.array(Role).min(1),
  siteIds: z.array(SiteId),
  active: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** A supervisor's answer to a question the policy leaves open, offered next time, never applied by itself. */
export const Precedent = z.strictObject({
  id: PrecedentId,
  question: text(60),
  answer: text(60),
  reason: text(1000),
  caseId: CaseId,
  personId: PersonId,
  decidedAt: Instant,
});
export type Precedent = z.infer<typeof Precedent>;

/**
 *   due → instructed → acknowledged
 *              ├──────→ failed
 *              └──────→ unknown → (looked up) → acknowledged | failed
 */
export const RefundState = z.enum(['due', 'instructed', 'acknowledged', 'failed', 'unknown']);
export const Refund = z.strictObject({
  id: RefundId,
  caseId: CaseId,
  verdictId: VerdictId,
  siteId: SiteId,
  /** Only what this verdict adds to earlier ones of the same unit groups. */
  amount: MinorUnits,
  currency: Currency,
  method: RefundMethod,
  creditNote: text(60),
  /** How the amount is made up; sums to `amount`. */
  lines: z.array(
    z.strictObject({
      unitGroupId: UnitGroupId,
      amount: MinorUnits,
      orderLineId: OrderLineId.optional(),
    }),
  ),
  /**
   * Photos (SHA-256) that must be verified at central before it is instructed: one of each list.
   * Those that were are left out.
   */
  waitsForPhotos: z.array(z.array(Sha256).min(1)).optional(),
  clauses: z.array(text(20)),
  state: RefundState,
  arrivedAt: Instant.nullable(),
  dueOn: LocalDate.nullable(),
  approvedAt: Instant,
  startedAt: Instant.nullable(),
});
export type Refund = z.infer<typeof Refund>;

/**
 * What one final decision granted, as central accepted it: an entry of the register of instructions
 * and of the ledger of its order lines. Only the decision that made it final has one.
 */
export const Grant = z.strictObject({
  /** The id of the decision (`verdictDecided`). */
  id: FactId,
  caseId: CaseId,
  verdictId: VerdictId,
  siteId: SiteId,
  decision: z.enum(['approve', 'decline', 'override']),
  currency: Currency,
  /** What was decided, per portion; amounts in minor units, before earlier grants are taken off. */
  portions: z.array(
    z.strictObject({
      unitGroupId: UnitGroupId,
      units: z.array(z.strictObject({ from: Quantity, to: Quantity })),
      orderLineId: OrderLineId.nullable(),
      resolution: ResolutionKind,
      disposition: Disposition,
      quantity: Quantity,
      value: MinorUnits,
      amount: MinorUnits,
    }),
  ),
  /** What it added to each order line: quantity and worth granted, money paid. */
  added: z.array(
    z.strictObject({
      orderLineId: OrderLineId,
      quantity: Quantity,
      value: MinorUnits,
      paid: MinorUnits,
      /** What of `value` goes out as goods; absent: nothing. Money and goods never stand for each other. */
      exchanged: MinorUnits.optional(),
    }),
  ),
  /** The order lines of `added`, for who looks for what is left of one. */
  orderLines: z.array(OrderLineId),
  refundId: RefundId.nullable(),
  /** Whoever signed it, one or two. */
  signedBy: z.array(PersonId).min(1).max(2),
  acceptedAt: Instant,
});
export type Grant = z.infer<typeof Grant>;
