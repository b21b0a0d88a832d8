/** What the return policy makes of a case: per unit group four decisions, each with its reasons. */
import type { ClockHold } from '../deadlines/pauses.ts';
import type { UnitGroupId } from '../ids.ts';
import type {
  Disposition,
  Liability,
  NegativeOutcome,
  ResolutionKind,
  ShotType,
} from '../returns/codes.ts';
import type {
  Client,
  Contract,
  OrderLine,
  PolicyVersion,
  ReturnCase,
  SiteCalendar,
} from '../returns/documents.ts';
import type {
  Answer,
  ArrivalFact,
  FindingFact,
  HeldFact,
  PhotoTakenFact,
  UnitsCountedFact,
} from '../returns/fact.ts';
import type { Instant, LocalDate } from '../returns/time.ts';

export const clauseIds = [
  'II-QUALITY',
  'II-ORDER',
  'II-TRANSPORT',
  'III-APPLY',
  'III-REVIEW',
  'III-SHIPCOST',
  'III-INSPECT',
  'III-REFUND',
  'IV-CUSTOM',
  'IV-PERIOD',
  'V-CSM',
  'V-IMPROVE',
] as const;
export type ClauseId = (typeof clauseIds)[number];

/** Everything the decision may look at. Order of facts never matters. No clock: `asOf` is given. */
export type PolicyInput = {
  readonly policy: PolicyVersion;
  readonly returnCase: ReturnCase;
  readonly client: Client | null;
  readonly contract: Contract | null;
  readonly orderLines: readonly OrderLine[];
  readonly calendar: SiteCalendar;
  readonly arrivals: readonly ArrivalFact[];
  readonly unitGroups: readonly UnitsCountedFact[];
  readonly findings: readonly FindingFact[];
  readonly photos: readonly PhotoTakenFact[];
  /** Holds nobody released yet. */
  readonly holds: readonly HeldFact[];
  /** Holds that let the inspection clock stand still, those released since included. */
  readonly clockHolds: readonly ClockHold[];
  readonly answers: readonly Answer[];
  /** When central accepted each arrival, as far as is known here: no clock can be later. */
  readonly acceptedAt?: ReadonlyMap<string, Instant>;
  /** Site-local day of asking; only the clocks' clauses (review, inspection) may depend on it. */
  readonly asOf: LocalDate;
};

/** Why a clause fired or did not: a stable code with the data a sentence needs. `wording` speaks. */
export type Why = {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
};

export type ClauseOutcome = {
  readonly clause: ClauseId;
  readonly fired: boolean;
  readonly why: Why;
  /** Ids of the facts and documents it looked at: fact ids, `case:…`, `contract:…`, `orderLine:…`. */
  readonly facts: readonly string[];
};

/** One of the eight places where the text is silent or contradicts itself (policy.md). */
export const questionIds = [
  'lateRealDefect',
  'intactMeaning',
  'customisedOurError',
  'promptlyUndefined',
  'startedLate',
  'responsibleUnknown',
  'noReturnPeriod',
  'blindReturn',
] as const;
export type QuestionId = (typeof questionIds)[number];

export type Question = {
  readonly question: QuestionId;
  readonly clauses: readonly [ClauseId, ClauseId];
  readonly why: Why;
  readonly unitGroupId: UnitGroupId | null;
  /** What a person may answer. Stable codes. */
  readonly answers: readonly string[];
  readonly facts: readonly string[];
};

export type ResolutionOption = {
  readonly kind: ResolutionKind;
  readonly quantity: number;
  /** Minor units of the contract's currency; 0 where no money moves. */
  readonly amount: number;
};

export type Standing = 'upheld' | 'notUpheld' | 'needsPerson' | 'needsFacts';

export type GroupDecision = {
  readonly unitGroupId: UnitGroupId;
  readonly standing: Standing;
  /** null: not known yet. */
  readonly claimUpheld: boolean | null;
  readonly intact: boolean | null;
  readonly liability: Liability;
  readonly negative: NegativeOutcome | null;
  readonly eligibleQuantity: number;
  readonly eligibleAmount: number;
  /** What would be paid if all units of the group were eligible; what an open group puts at risk. */
  readonly amountAtStake: number;
  readonly resolutions: readonly ResolutionOption[];
  readonly dispositions: readonly Disposition[];
  readonly clauses: readonly ClauseOutcome[];
  readonly questions: readonly Question[];
  /** What is still to be recorded before the policy can speak, e.g. `finding`, `cause`. */
  readonly missing: readonly string[];
};

export type MissingEvidence = {
  readonly shot: ShotType;
  readonly unitGroupId: UnitGroupId | null;
  readonly because: Why;
};

export type CaseDecision = {
  readonly policyVersionId: string;
  readonly policyVersion: number;
  readonly contractId: string | null;
  readonly contractVersion: number | null;
  readonly currency: string;
  readonly groups: readonly GroupDecision[];
  /** Questions of the whole case and of its groups. */
  readonly questions: readonly Question[];
  readonly clauses: readonly ClauseOutcome[];
  /** Blocks approval, never capture. */
  readonly missingEvidence: readonly MissingEvidence[];
  readonly shippingCost: {
    readonly bearer: Liability;
    readonly rechargeTo: 'ourCarrier' | 'clientCarrier' | 'client' | null;
    /** Return freight actually charged, minor units; null while nobody knows it. */
    readonly amount: number | null;
    /** How the freight is borne; sums to `amount`. Empty while it or the bearer is unknown. */
    readonly parts: readonly { readonly bearer: Liability; readonly amount: number }[];
    readonly wePickUp: boolean;
  };
  readonly refundAmount: number;
  readonly standing: Standing;
};

/** Bad input named by its field; nothing is guessed. */
export type PolicyRefusal = {
  readonly code:
    | 'unknownArticle'
    | 'negativeQuantity'
    | 'missingReturnPeriod'
    | 'calendarEnds'
    | 'calendarStartsLater'
    | 'badZone'
    | 'badLength'
    | 'currencyMismatch'
    | 'unknownOrderLine'
    | 'policyNotInForce'
    | 'badDate';
  readonly field: string;
  readonly found: string;
};

/** One smallest change of facts that turns a negative or undecided answer. */
export type Turn = {
  readonly unitGroupId: UnitGroupId;
  readonly changes: readonly Why[];
  readonly becomes: Standing;
  readonly amount: number;
};
