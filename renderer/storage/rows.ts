/** What a station keeps in IndexedDB, row by row. Only this folder knows in which table. */

import type { CaseState } from '../../shared/cases/reading/caseFile.ts';
import type { Taking } from '../../shared/cases/reading/takings.ts';
import type { Deadline, DeadlineRefusal } from '../../shared/deadlines/deadline.ts';
import type { HeldDecision } from '../../shared/desktop/heldDecision.ts';
import type {
  Cause,
  ClaimReason,
  DefectCode,
  DefectGroup,
  MisuseIndicator,
  Severity,
} from '../../shared/facts/codes.ts';
import type { PolicyVersion } from '../../shared/facts/documents.ts';
import type { Fact, HeldFact, Measurement } from '../../shared/facts/fact.ts';
import type { Refusal } from '../../shared/facts/refusal.ts';
import type { Span } from '../../shared/facts/spans.ts';
import type { Instant, LocalDate } from '../../shared/facts/time.ts';
import type { Workplace } from '../../shared/facts/workplaces.ts';
import type { CaseId, CatalogueEntryId, FactId, PersonId } from '../../shared/ids.ts';
import type { Command } from '../../shared/sync/command.ts';

/** Saved here → Sent (central has it, not accepted yet) → Accepted by central, or refused. */
export type Acceptance = 'here' | 'sent' | 'accepted' | 'refused';

/** What makes a fact a command: kept with the station's own facts, so that they can be offered again. */
type Envelope = Omit<Command, 'fact'>;

export type FactRow = {
  readonly id: FactId;
  /** '' while nobody knows whose goods these are: null cannot be indexed. */
  readonly caseId: string;
  readonly kind: Fact['kind'];
  /** The arrival it is about. Nothing lies in an index for what is null, which is half of storing it. */
  readonly arrivalId: string | null;
  /** The fact it takes back, '' for none. */
  readonly corrects: string;
  /** As it was last written into the fact; `here` may have been accepted since, by a run. */
  readonly acceptance: Acceptance;
  readonly acceptedAt: Instant | null;
  /** Sequence of the own command, 0 for facts of other stations. */
  readonly sequence: number;
  readonly envelope: Envelope | null;
  readonly fact: Fact;
};

/** A command on its way. The command itself is put together from the fact's row. */
export type OutboxRow = {
  readonly sequence: number;
  readonly id: FactId;
  readonly lane: 'decision' | 'record';
  readonly bytes: number;
  readonly savedAt: Instant;
};

/**
 * Own numbers, both ends included, that central has accepted as they came; those among them that it
 * answered otherwise say so in their fact.
 */
export type AckRange = {
  readonly from: number;
  readonly through: number;
  /** Of the last of them. */
  readonly at: Instant;
};

/** What central answered no to, with its reason; until a person has seen to it. */
export type RefusedRow = {
  readonly id: FactId;
  readonly caseId: string;
  readonly kind: Fact['kind'];
  readonly refusedAt: Instant;
  readonly why:
    | { readonly kind: 'refused'; readonly refusal: Refusal }
    | { readonly kind: 'quarantined'; readonly reason: string };
  readonly seenAt: Instant | null;
};

/**
 *   waiting (`sentBytes` of it are there) → stored (central has the bytes) → verified (and their hash)
 *   Only `verified` lets the local bytes go.
 */
export type PhotoState = 'waiting' | 'stored' | 'verified';

export type PhotoRow = {
  readonly sha256: string;
  readonly caseId: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sentBytes: number;
  readonly state: PhotoState;
  /** Path at central where the upload goes on, once there is one. */
  readonly uploadUrl: string | null;
  /** The nearest deadline it serves, for the order of sending; far away when unknown. */
  readonly dueBefore: Instant;
  readonly takenAt: Instant;
  readonly verifiedAt: Instant | null;
  /** Why the last try failed, in central's words; null when none did. */
  readonly trouble: string | null;
  /** Not tried again before. */
  readonly notBefore: Instant | null;
};

/** Apart from its row, so that progress never rewrites the bytes. */
export type PhotoBytesRow = { readonly sha256: string; readonly blob: Blob };

export type IdentifierKind =
  | 'sscc'
  | 'tracking'
  | 'rma'
  | 'gtin'
  | 'serial'
  | 'article'
  | 'order'
  | 'plate'
  /** A whole label, as it was scanned at the door. */
  | 'label';
export type Identifier = { readonly kind: IdentifierKind; readonly value: string };

/** Every identifier of a case's papers (`case:…`) or of one recorded fact (`fact:…`). */
export type IdentifierRow = {
  readonly owner: string;
  readonly caseId: string;
  readonly arrivalId: string;
  /** As `identifierKey.ts` writes them, each indexed. */
  readonly values: readonly string[];
  /** Of a row that stands for many cases (`page:…`); they are found through `ownersUnder`. */
  readonly page?: IdentifierPage;
};
type IdentifierPage = {
  readonly cases: readonly string[];
  /** A line for each case, its values apart by spaces. */
  readonly values: string;
};

/** What lists need of a case, made anew by a pure function whenever the case changes. */
export type CaseProjection = {
  readonly caseId: CaseId;
  readonly siteId: string;
  readonly rma: string | null;
  readonly clientId: string | null;
  readonly clientName: string;
  readonly articles: readonly string[];
  readonly state: CaseState;
  /** Its calendar is not repeated in every row; the reader puts it back. */
  readonly deadline: Omit<Deadline, 'calendar'> | null;
  /** Goods are here and nobody can count their days, and why. */
  readonly uncounted: DeadlineRefusal | null;
  /** First instant that is late; before all others when it cannot be told, behind them when no clock runs. */
  readonly dueBefore: Instant;
  /** A hold keeps moving the deadline day by day: the reader must work it out anew. */
  readonly runningPause: boolean;
  readonly targets: PolicyVersion['parameters']['targets'] | null;
  readonly endedOn: LocalDate | null;
  readonly expectedOn: LocalDate | null;
  /** What did not come with its parcel and stays expected, with its own day. */
  readonly remainder: { readonly quantity: number; readonly until: LocalDate } | null;
  readonly amount: number | null;
  readonly currency: string | null;
  /** Numbers of its own facts stored as `here`, and how many central has put off. */
  readonly waiting: { readonly here: readonly number[]; readonly sent: number };
  readonly hasQuestion: boolean;
  readonly hasRefusal: boolean;
  /** Who has it on their bench, whoever came first in front. */
  readonly heldBy: readonly Pick<Taking, 'personId' | 'since' | 'place'>[];
  /** Why it waits, while it is on hold. */
  readonly holds: readonly Pick<HeldFact, 'reason' | 'note'>[];
  /** Only while it is on the desk's list. */
  readonly desk: DeskFigures | null;
  /** Which work lists it is on. */
  readonly lists: readonly Worklist[];
  /** `collection:id` of what it would show and has not come yet. */
  readonly documents: readonly string[];
  /** Hashes of its pictures, the client's and the stations', while it is on a list. */
  readonly pictures: readonly string[];
};

/** What the desk's queue says of a case besides, and what it is filtered by. */
export type DeskFigures = {
  /**
   * `second`: one of two signatures is there. `agreement`: two contradict each other. `choice`:
   * inspections do. `release`: it is on hold. `bench`: it was sent back. `more`: it was declined, and goods
   * are here that was not about. `nothing`: it is decided.
   */
  readonly wants:
    | 'decision'
    | 'second'
    | 'agreement'
    | 'choice'
    | 'release'
    | 'bench'
    | 'more'
    | 'nothing';
  /** Whose signatures wait for another, contradict each other, or sent it back. */
  readonly signed: readonly PersonId[];
  /** Whom the first of two asks for the second. */
  readonly asks: PersonId | null;
  /** The papers changed since: whoever signed may sign again. */
  readonly isAnew: boolean;
  /** By four eyes they do not decide it. */
  readonly received: readonly PersonId[];
  readonly inspected: readonly PersonId[];
  readonly reasons: readonly ClaimReason[];
  readonly carriers: readonly string[];
};

/** Every place of work has a list. */
export type Worklist = Workplace;

/**
 * Nobody else's revision is the same, so a row that kept its own was not made anew. Below zero: the
 * number of the own command that made it; above: counted by the station.
 */
export type CaseListRow = CaseProjection & { readonly revision: number };

/** Its list row was made before facts that are here by now. */
export type CaseBehind = { readonly caseId: string };

/** Rows of one table as one row: each a line of JSON, in the order of `ids`. */
export type RowPage = {
  readonly ids: readonly string[];
  readonly rows: string;
  /** What any of its rows waits for. */
  readonly documents: readonly string[];
};

/** Some two hundred order lines, stored and travelling from disk as one text. */
export type OrderLinePack = {
  readonly ids: readonly string[];
  /** JSON of the lines, in the order of `ids`. */
  readonly lines: string;
};

/** Which units a finding is about. */
export type NamedUnits =
  /** So many of those nobody has looked at. */
  | { readonly kind: 'rest' }
  /** A piece of the bar that was found something about already. */
  | { readonly kind: 'piece'; readonly spans: readonly Span[] }
  /** As typed or scanned: numbers and serials. */
  | { readonly kind: 'these'; readonly typed: string };

/** A finding while it is being put together. Every step is one press; nothing is typed but a note. */
export type FindingDraft = {
  readonly what: 'defect' | 'noDefect' | null;
  readonly group: DefectGroup | null;
  readonly code: DefectCode | null;
  /** What the company's catalogue says more exactly; absent in drafts of before, and for our own codes. */
  readonly entry?: CatalogueEntryId | null;
  readonly severity: Severity | null;
  readonly cause: Cause | null;
  readonly indicators: readonly MisuseIndicator[];
  readonly claimed: boolean;
  /** null: nobody has said how many, so all that are left, however many those become. */
  readonly quantity: number | null;
  /** Absent in drafts of before, which were about the rest. */
  readonly naming?: NamedUnits;
  readonly note: string;
  /** Absent in drafts of before. */
  readonly measurements?: readonly Measurement[];
  /** Of the parts of a set; absent: nobody looked, or all are there. */
  readonly missingParts?: readonly string[];
};

/** Kept for whoever goes on with it: the same person, another one, or after a crash. */
export type DraftRow = {
  /** `case group` */
  readonly key: string;
  readonly caseId: string;
  readonly personId: PersonId;
  readonly savedAt: Instant;
  readonly draft: FindingDraft;
};

/** A decision somebody signed and could still call back; the main process has the same on disk. */
export type HeldDecisionRow = HeldDecision;

/** The station's single values, all in one row; what was never set is absent. */
export type StationValues = {
  readonly cursor: string;
  readonly epoch: string;
  /** Whose numbers and signatures its own commands carry. */
  readonly stationId: string;
  readonly lastContact: Instant;
  /** Oldest build that may read this database. */
  readonly minimumReader: number;
  /**
   * An own sequence once stored, at least that of any fact that has left; the facts here may have
   * higher ones. An empty database next to a full journal was wiped.
   */
  readonly lastSequence: number;
  /** Central's clock minus ours, milliseconds, at the last contact. */
  readonly offsetMs: number;
  readonly photosPaused: boolean;
  /** Most bits per second that photos may take of the line; null: no limit. */
  readonly photoCap: number | null;
  /** By which edition of the projection the list rows were made. */
  readonly projection: number;
  /** The last one counted for list rows. */
  readonly revision: number;
  /** Order lines or facts have come that list rows were made without. */
  readonly linesBehind: boolean;
  /** Every document is being asked for anew; what is not named by the end is gone. */
  readonly resyncing: boolean;
  /** It was rebuilt, and nobody has signed in since to be told. */
  readonly lossUntold: boolean;
  /** Unsent pictures that were lost with it. */
  readonly photosGone: number;
  readonly preferences: Preferences;
  /** Cases central needs here no more; each goes once nothing of it waits, not before `from`. */
  readonly leaving: readonly { readonly caseId: string; readonly from: Instant }[];
  /**
   * Changes a newer central sent that this build cannot read, and the contract it speaks: a build
   * of a later contract asks for everything anew.
   */
  readonly unread: { readonly contractVersion: number; readonly changes: number };
};
export type MetaRow = { readonly key: 'station' } & Partial<StationValues>;

type Preferences = {
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly language: 'en' | 'de' | 'es' | 'zh';
  readonly sound: { readonly on: boolean; readonly volume: number };
  readonly stationType: Workplace;
  /** Absent before one could be chosen; null: at no dock. */
  readonly dock?: string | null;
  /** CSS pixels per millimetre, measured with a bank card; null before calibration. */
  readonly pixelsPerMillimetre: number | null;
  /** Absent before one could be chosen. */
  readonly camera?: { readonly id: string; readonly name: string } | null;
  /** Absent before views of the desk's queue could be kept. */
  readonly deskViews?: Readonly<
    Record<
      string,
      readonly { readonly name: string; readonly filter: Readonly<Record<string, string>> }[]
    >
  >;
};
