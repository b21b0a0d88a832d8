/** What the return policy makes of a case: per unit group four decisions, each with its reasons. */
import type { ClockHold } from '../deadlines/pauses.ts';
import type {
  Disposition,
  NegativeOutcome,
  ResolutionKind,
  Severity,
  ShotType,
} from '../facts/codes.ts';
import type { Answer } from '../facts/decisionFacts.ts';
import type {
  Client,
  Contract,
  OrderLine,
  PolicyVersion,
  ReturnCase,
  SiteCalendar,
} from '../facts/documents.ts';
import type {
  ArrivalFact,
  FindingFact,
  HeldFact,
  PhotoTakenFact,
  UnitsCountedFact,
} from '../facts/fact.ts';
import type { ClauseId } from '../facts/policyText.ts';
import type { UnitSpan } from '../facts/recorded.ts';
import type { Instant, LocalDate } from '../facts/time.ts';
import type { CaseId, OrderLineId, UnitGroupId } from '../ids.ts';

/** Everything the decision may look at. Order of facts never matters. No clock: `asOf` is given. */
export type PolicyInput = {
  readonly policy: PolicyVersion;
  readonly returnCase: ReturnCase;
  readonly client: Client | null;
  readonly contract: Contract | null;
  readonly orderLines: readonly OrderLine[];
  readonly calendar: SiteCalendar;
  readonly arrivals: readonly ArrivalFact[];
  /** Those whose goods are promised still; absent: all. */
  readonly arrivalsOnClock?: readonly ArrivalFact[];
  readonly unitGroups: readonly UnitsCountedFact[];
  readonly findings: readonly FindingFact[];
  readonly photos: readonly PhotoTakenFact[];
  /** Holds nobody released yet. */
  readonly holds: readonly HeldFact[];
  /** Holds that let the inspection clock stand still, those released since included. */
  readonly clockHolds: readonly ClockHold[];
  readonly answers: readonly Answer[];
  /** Calendar of the client's own periods; null: the site's. */
  readonly periodCalendar: SiteCalendar | null;
  /** What other cases were already granted of the order lines of this one. */
  readonly grantedElsewhere: readonly GrantedOnLine[];
  /** Serials of this case that another case returned before, and that were not shipped again since. */
  readonly serialsElsewhere: readonly SerialElsewhere[];
  /** Pictures of this case that prove another one's claim. */
  readonly picturesElsewhere?: readonly PictureElsewhere[];
  /** When central accepted each arrival, as far as is known here: no clock can be later. */
  readonly acceptedAt?: ReadonlyMap<string, Instant>;
  /** Site-local day of asking; only the clocks' clauses (review, inspection) may depend on it. */
  readonly asOf: LocalDate;
};

/** Quantity in the article's unit, worth in minor units of the line's currency. */
export type GrantedOnLine = {
  readonly orderLineId: OrderLineId;
  readonly quantity: number;
  readonly value: number;
  /** Absent: the line's. */
  readonly currency?: string;
};

export type SerialElsewhere = {
  readonly unitGroupId: UnitGroupId;
  readonly serial: string;
  readonly caseId: CaseId;
};

export type PictureElsewhere = { readonly sha256: string; readonly caseId: CaseId };

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

/** The places where the text is silent or contradicts itself (policy.md): a person decides. */
export const questionIds = [
  'lateRealDefect',
  'intactMeaning',
  'customisedOurError',
  'promptlyUndefined',
  'responsibleUnknown',
  'mixedFreight',
  'noReturnPeriod',
  'blindReturn',
  'evidenceMissing',
  'serialAgain',
] as const;
export type QuestionId = (typeof questionIds)[number];

export type Question = {
  readonly question: QuestionId;
  readonly clauses: readonly [ClauseId, ClauseId];
  readonly why: Why;
  /** null: about the whole case. */
  readonly unitGroupId: UnitGroupId | null;
  /** The portion it is about; empty: the whole case. */
  readonly units: readonly UnitSpan[];
  /** What a person may answer. Stable codes. */
  readonly answers: readonly string[];
  readonly facts: readonly string[];
};

export type ResolutionOption = {
  readonly kind: ResolutionKind;
  readonly quantity: number;
  /** Money paid, minor units of the contract's currency; 0 where no money moves. For compensation the most a person may enter. */
  readonly amount: number;
  /** Worth of the goods granted by it, minor units: what limits and the ledger count. */
  readonly value: number;
};

export type Standing = 'upheld' | 'notUpheld' | 'needsPerson' | 'needsFacts';

/** Towards the client there are only these; a carrier we chose is us, plus a recharge. */
export type Responsible = 'us' | 'client' | 'shared' | 'undetermined';

/** A sample agreed with the client, and what it said. Units, not thousandths. */
export type Inferred = {
  readonly upheld: boolean;
  readonly inspected: number;
  /** Units of the sample with a defect. */
  readonly defective: number;
  /** The class that failed, with its own sample and limit; null: all passed. */
  readonly failed: {
    readonly severity: Severity;
    readonly sample: number;
    readonly found: number;
    readonly accept: number;
  } | null;
};

/** Units of one group that share everything found about them: what an outcome belongs to. */
export type PortionDecision = {
  readonly unitGroupId: UnitGroupId;
  /** Which units, in the article's unit. Portions of a group sum to it. */
  readonly units: readonly UnitSpan[];
  readonly serials: readonly string[];
  readonly quantity: number;
  readonly standing: Standing;
  /** null: not known yet. */
  readonly claimUpheld: boolean | null;
  readonly intact: boolean | null;
  readonly liability: Responsible;
  readonly rechargeTo: 'ourCarrier' | 'clientCarrier' | 'client' | null;
  readonly negative: NegativeOutcome | null;
  readonly eligibleQuantity: number;
  readonly eligibleAmount: number;
  /** What would be paid if all its units were eligible; what an open portion puts at risk. */
  readonly amountAtStake: number;
  readonly resolutions: readonly ResolutionOption[];
  readonly dispositions: readonly Disposition[];
  readonly clauses: readonly ClauseOutcome[];
  readonly questions: readonly Question[];
  /** What is still to be recorded before the policy can speak, e.g. `finding`, `cause`. */
  readonly missing: readonly string[];
  /** Set for units nobody looked at, of which an agreed sample speaks. */
  readonly inferred: Inferred | null;
};

export type MissingEvidence = {
  readonly shot: ShotType;
  readonly unitGroupId: UnitGroupId | null;
  /** Whose decision waits for it: one portion for a close-up, else all of the group that want it. */
  readonly units: readonly UnitSpan[];
  readonly because: Why;
};

export type CaseDecision = {
  readonly policyVersionId: string;
  readonly policyVersion: number;
  readonly contractId: string | null;
  readonly contractVersion: number | null;
  readonly currency: string;
  /** By unit group id, then by unit. */
  readonly portions: readonly PortionDecision[];
  /** Questions of the whole case and of its portions. */
  readonly questions: readonly Question[];
  readonly clauses: readonly ClauseOutcome[];
  /** Blocks approval, never capture. */
  readonly missingEvidence: readonly MissingEvidence[];
  readonly shippingCost: {
    readonly bearer: Responsible;
    readonly rechargeTo: 'ourCarrier' | 'clientCarrier' | 'client' | null;
    /** Return freight actually charged, minor units; null while nobody knows it. */
    readonly amount: number | null;
    /** How the freight is borne; sums to `amount`. Empty while it or the bearer is unknown. */
    readonly parts: readonly { readonly bearer: Responsible; readonly amount: number }[];
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
    | 'notWhole'
    | 'beyondCounting'
    | 'badSampling'
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
  readonly units: readonly UnitSpan[];
  readonly changes: readonly Why[];
  readonly becomes: Standing;
  readonly amount: number;
};
