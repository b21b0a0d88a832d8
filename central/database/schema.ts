/** Central's tables, the same on PostgreSQL 15 and on PGlite. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Person, Refund } from '../../shared/facts/documents.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { CommandResult } from '../../shared/sync/centralApi.ts';

/** A full transaction id, as a string of digits: it outgrows what a number holds exactly. */
const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const changeSequence = pgSequence('change_sequence');

/** What there is one of: central's id, the epoch, the admin token's hash. */
export const meta = pgTable('meta', { key: text().primaryKey(), value: text().notNull() });

/** The newest version of every document the office owns, and of every refund. */
export const documents = pgTable(
  'documents',
  {
    collection: text().notNull(),
    id: text().notNull(),
    /** Sites that may see it; null: every site. */
    siteIds: text('site_ids').array(),
    body: jsonb().$type<unknown>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.collection, t.id] }),
    /** A label names a case by its RMA number. */
    index('documents_rma').on(sql`(${t.body} ->> 'rma')`).where(sql`${t.collection} = 'cases'`),
    /** Which cases draw on an order line. */
    index('documents_case_lines')
      .using('gin', sql`(${t.body} -> 'lines') jsonb_path_ops`)
      .where(sql`${t.collection} = 'cases'`),
    index('documents_case_numbers')
      .using('gin', sql`case_numbers(${t.body})`)
      .where(sql`${t.collection} = 'cases'`),
    index('documents_line_numbers')
      .using('gin', sql`order_line_numbers(${t.body})`)
      .where(sql`${t.collection} = 'orderLines'`),
    index('documents_line_gtin')
      .on(sql`(${t.body} #>> '{article,gtin}')`)
      .where(sql`${t.collection} = 'orderLines'`),
    index('documents_line_packs')
      .using('gin', sql`(${t.body} #> '{article,gtins}') jsonb_path_ops`)
      .where(sql`${t.collection} = 'orderLines'`),
    index('documents_line_words')
      .using(
        'gin',
        sql`to_tsvector('simple'::regconfig, coalesce(${t.body} #>> '{article,name}', ''))`,
      )
      .where(sql`${t.collection} = 'orderLines'`),
  ],
);

/**
 * The feed: for every site, when each document and fact last changed. The body is read from its
 * own table. `siteId` is '*' for what every site may see; `gone` tells a site that it may not any
 * more. Rows are read in the order of (xid, sequence) below the oldest transaction still running,
 * because sequences alone commit out of order.
 */
export const changes = pgTable(
  'changes',
  {
    siteId: text('site_id').notNull(),
    collection: text().notNull(),
    id: text().notNull(),
    gone: boolean().notNull().default(false),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    sequence: bigint({ mode: 'number' }).notNull().default(sql`nextval('change_sequence')`),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.collection, t.id] }),
    index('changes_in_commit_order').on(t.siteId, t.xid, t.sequence),
  ],
);

/**
 * Four eyes: whose hands a case went through. The key lets one person hold one kind of hand on a case, and
 * every fact that is made by hands points here: whoever touched the goods cannot decide.
 */
export const caseHands = pgTable(
  'case_hands',
  {
    caseId: text('case_id').notNull(),
    personId: text('person_id').notNull(),
    hand: text({ enum: ['touched', 'decided'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.personId] }),
    unique('case_hands_hand').on(t.caseId, t.personId, t.hand),
    index('case_hands_by_person').on(t.personId),
    check('case_hands_kinds', sql`${t.hand} in ('touched', 'decided')`),
  ],
);

/** Facts central accepted. Append-only, held by a trigger. */
export const facts = pgTable(
  'facts',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    siteId: text('site_id').notNull(),
    caseId: text('case_id'),
    /** The arrival it is or names; for a correction, the arrival of what it corrects. */
    arrivalId: text('arrival_id'),
    personId: text('person_id').notNull(),
    hand: text({ enum: ['touched', 'decided'] }),
    acceptedAt: moment('accepted_at').notNull(),
    /** Station's time, corrected by its offset, minus central's: above zero it ran ahead. */
    skewMs: bigint('skew_ms', { mode: 'number' }).notNull(),
    body: jsonb().$type<Fact>().notNull(),
  },
  (t) => [
    index('facts_by_case').on(t.caseId, t.kind, t.personId),
    index('facts_counts_with_serials')
      .on(t.caseId)
      .where(sql`${t.kind} = 'unitsCounted' and jsonb_array_length(${t.body} -> 'serials') > 0`),
    index('facts_corrections')
      .on(sql`(${t.body} ->> 'corrects')`)
      .where(sql`${t.kind} = 'correction'`),
    index('facts_photos').on(sql`(${t.body} ->> 'photoId')`).where(sql`${t.kind} = 'photoTaken'`),
    index('facts_findings').on(sql`(${t.body} ->> 'findingId')`).where(sql`${t.kind} = 'finding'`),
    index('facts_by_arrival').on(t.arrivalId),
    index('facts_blind').on(t.acceptedAt).where(sql`${t.kind} = 'arrival' and ${t.caseId} is null`),
    index('facts_pictures').on(sql`(${t.body} ->> 'sha256')`).where(sql`${t.kind} = 'photoTaken'`),
    index('facts_serials')
      .using('gin', sql`serials_of(${t.body})`)
      .where(sql`${t.kind} = 'unitsCounted'`),
    foreignKey({
      name: 'facts_hand',
      columns: [t.caseId, t.personId, t.hand],
      foreignColumns: [caseHands.caseId, caseHands.personId, caseHands.hand],
    }),
    check(
      'facts_decisions_have_hands',
      sql`${t.kind} <> 'verdictDecided'
        or (${t.hand} is not distinct from 'decided' and ${t.caseId} is not null)`,
    ),
  ],
);

/**
 * The answer to every command ever sent, kept without expiry; per station, so that nobody can use
 * up another one's ids with commands that are refused.
 */
export const commands = pgTable(
  'commands',
  {
    id: text().notNull(),
    stationId: text('station_id').notNull(),
    sequence: bigint({ mode: 'number' }),
    /** SHA-256 of the canonical command without hash and signature: tells a reused id. */
    contentHash: text('content_hash').notNull(),
    status: text({ enum: ['applied', 'refused', 'deferred', 'quarantined'] }).notNull(),
    result: jsonb().$type<CommandResult>().notNull(),
    /** Ids the fact would have brought into the world; what names them waits or falls with it. */
    brings: text().array().notNull(),
    /** The command as JSON text (an unreadable one may hold what jsonb refuses). */
    envelope: text().notNull(),
    receivedAt: moment('received_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.stationId] }),
    uniqueIndex('commands_station_sequence').on(t.stationId, t.sequence),
    index('commands_not_applied').on(t.status, t.receivedAt).where(sql`status <> 'applied'`),
    index('commands_brings')
      .using('gin', t.brings)
      .where(sql`status in ('refused', 'quarantined')`),
  ],
);

export const stations = pgTable('stations', {
  id: text().primaryKey(),
  siteId: text('site_id').notNull(),
  name: text().notNull(),
  enrolledAt: moment('enrolled_at').notNull(),
  revokedAt: moment('revoked_at'),
  lastSequence: bigint('last_sequence', { mode: 'number' }).notNull().default(0),
  /** Null after an unreadable command without a hash: the next one anchors the chain anew. */
  lastHash: text('last_hash'),
  lastContactAt: moment('last_contact_at'),
  /** What it proves each request with (SPKI, base64url); null until its first proof. */
  proofKey: text('proof_key'),
  /** The latest moment anything in its chain says it was recorded at. */
  recordedThrough: moment('recorded_through'),
  /** As it said when it asked last: its version, the last number it sealed, how far its clock is ahead. */
  version: text(),
  sealed: bigint({ mode: 'number' }),
  clockSkewMs: bigint('clock_skew_ms', { mode: 'number' }),
});

/**
 * Numbers a station's chain lacks while something behind them was offered. While open, its work
 * waits there; stepped over, they are refused for ever.
 */
export const stationGaps = pgTable(
  'station_gaps',
  {
    stationId: text('station_id')
      .notNull()
      .references(() => stations.id),
    /** The first number that is missing, and the lowest that was offered behind it. */
    sequence: bigint({ mode: 'number' }).notNull(),
    behind: bigint({ mode: 'number' }).notNull(),
    seenAt: moment('seen_at').notNull(),
    steppedOverAt: moment('stepped_over_at'),
    steppedOverBy: text('stepped_over_by'),
  },
  (t) => [primaryKey({ columns: [t.stationId, t.sequence] })],
);

/** What each station brought in each hour; hours that are over are one row, of 1970. */
export const stationUsage = pgTable(
  'station_usage',
  {
    stationId: text('station_id').notNull(),
    hour: moment('hour').notNull(),
    commandBytes: bigint('command_bytes', { mode: 'number' }).notNull().default(0),
    photoBytes: bigint('photo_bytes', { mode: 'number' }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.stationId, t.hour] })],
);

/** Uploads of photos that were begun and not finished. */
export const openUploads = pgTable(
  'open_uploads',
  {
    id: text().primaryKey(),
    stationId: text('station_id').notNull(),
    begunAt: moment('begun_at').notNull(),
  },
  (t) => [index('open_uploads_by_station').on(t.stationId)],
);

export const stationTokens = pgTable(
  'station_tokens',
  {
    hash: text().primaryKey(),
    stationId: text('station_id')
      .notNull()
      .references(() => stations.id),
    goodUntil: moment('good_until').notNull(),
    /** A token may be exchanged for a new one a while after it went stale. */
    rotatableUntil: moment('rotatable_until').notNull(),
    replaces: text(),
    firstUsedAt: moment('first_used_at'),
  },
  (t) => [index('station_tokens_by_station').on(t.stationId)],
);

export const enrolmentCodes = pgTable('enrolment_codes', {
  hash: text().primaryKey(),
  siteId: text('site_id').notNull(),
  goodUntil: moment('good_until').notNull(),
  usedAt: moment('used_at'),
});

/** People as they were until somebody changed whether, as what or where they work. Never deleted. */
export const earlierPeople = pgTable(
  'earlier_people',
  {
    personId: text('person_id').notNull(),
    until: moment('until').notNull(),
    person: jsonb().$type<Person>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.until] })],
);

/** Filled only where central runs the demo company. */
export const demoPins = pgTable('demo_pins', {
  personId: text('person_id').primaryKey(),
  pin: text().notNull(),
});

export const photos = pgTable('photos', {
  sha256: text().primaryKey(),
  mediaType: text('media_type').notNull(),
  bytes: integer().notNull(),
  storedAt: moment('stored_at').notNull(),
  /** Sites that may see it; null: every site. */
  siteIds: text('site_ids').array(),
  /** What pages show of it: decoded and encoded again here, kept under a hash of its own. */
  shownSha256: text('shown_sha256'),
  /** No decoder of ours reads it: it stays as evidence, and no page shows it. */
  cannotBeShown: boolean('cannot_be_shown').notNull().default(false),
});

/**
 * The refund register: one row per decision that pays, for ever. What it grants never changes and is
 * what the ledger entries of its grant pay together, both held by triggers.
 */
export const refunds = pgTable(
  'refunds',
  {
    id: text().primaryKey(),
    verdictId: text('verdict_id').notNull(),
    caseId: text('case_id').notNull(),
    siteId: text('site_id').notNull(),
    state: text({ enum: ['due', 'instructed', 'acknowledged', 'failed', 'unknown'] }).notNull(),
    /** What was granted, as approved; the state lives in the column above. */
    granted: jsonb().$type<Omit<Refund, 'state' | 'startedAt'>>().notNull(),
    dueOn: text('due_on'),
    approvedAt: moment('approved_at').notNull(),
    startedAt: moment('started_at'),
    /** How it was instructed; null while due. */
    port: text({ enum: ['register', 'webhook'] }),
    /** While set and in the future, one worker is talking about it. */
    claimedUntil: moment('claimed_until'),
    lookUps: integer('look_ups').notNull().default(0),
    /** Approved before a restored back-up was put in service: it may have been instructed already. */
    lookUpFirst: boolean('look_up_first').notNull().default(false),
    /** An admin asked for it after it had failed: a look-up that finds the failure does not end it. */
    sendAgain: boolean('send_again').notNull().default(false),
    lastError: text('last_error'),
    /** SHA-256 of photos, one of each list to be verified before it is instructed; those that were are left out. */
    waitsForPhotos: jsonb('waits_for_photos')
      .$type<readonly (readonly string[])[]>()
      .notNull()
      .default([]),
  },
  (t) => [
    index('refunds_by_case').on(t.caseId),
    index('refunds_by_verdict').on(t.verdictId),
    index('refunds_newest').on(t.approvedAt, t.id),
    index('refunds_of_state').on(t.state, t.approvedAt, t.id),
    index('refunds_waiting').on(t.id).where(sql`state = 'due' and waits_for_photos <> '[]'`),
    index('refunds_open').on(t.claimedUntil).where(sql`state in ('due', 'instructed', 'unknown')`),
    check(
      'refunds_states',
      sql`${t.state} in ('due', 'instructed', 'acknowledged', 'failed', 'unknown')`,
    ),
    check('refunds_due_not_started', sql`${t.state} <> 'due' or ${t.startedAt} is null`),
  ],
);

/** At which stations each person recorded something, by the minute: see `twoStationsRows.ts`. */
export const personMinutes = pgTable(
  'person_minutes',
  {
    personId: text('person_id').notNull(),
    minute: moment('minute').notNull(),
    stationId: text('station_id').notNull(),
    siteId: text('site_id').notNull(),
    fromAt: moment('from_at').notNull(),
    throughAt: moment('through_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.minute, t.stationId] }),
    index('person_minutes_by_minute').on(t.minute),
  ],
);

/** A person was active at two stations at a time: once a day and pair, for whoever runs central. */
export const twoStations = pgTable(
  'two_stations',
  {
    personId: text('person_id').notNull(),
    /** In UTC. */
    day: text().notNull(),
    /** The pair, in the order of their ids. */
    stationId: text('station_id').notNull(),
    otherStationId: text('other_station_id').notNull(),
    seenAt: moment('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.day, t.stationId, t.otherStationId] })],
);

/** Who enrolled, revoked or stepped over what, and why. Append-only, held by a trigger. */
export const audit = pgTable('audit', {
  sequence: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: moment('at').notNull(),
  actor: text().notNull(),
  verb: text().notNull(),
  object: text().notNull(),
  detail: jsonb().$type<unknown>(),
});
