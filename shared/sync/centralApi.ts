/**
 * The whole HTTP contract with central. Routes, the station's client and the OpenAPI document are
 * made from these values. Everything is JSON below `/central` except photo bytes (tus 1.0) and
 * photo downloads. Stations authenticate with `Authorization: Bearer <station token>`, which the
 * main process adds; people are proved by the signature on each command.
 */
import { z } from 'zod';
import { Grant, Refund, SiteCalendar } from '../facts/documents.ts';
import { Refusal } from '../facts/refusal.ts';
import { Instant, LocalDate } from '../facts/time.ts';
import { administratorApi, By } from './adminApi.ts';
import { adminAuditApi } from './adminAuditApi.ts';
import { adminPeopleApi } from './adminPeopleApi.ts';
import { adminPolicyApi } from './adminPolicyApi.ts';
import { adminRefundsApi } from './adminRefundsApi.ts';
import { adminStationsApi } from './adminStationsApi.ts';
import { adminTodayApi } from './adminTodayApi.ts';
import {
  CalendarList,
  CalendarParams,
  CalendarYear,
  CalendarYearParams,
  GiveCalendar,
  GivenCalendar,
} from './calendarApi.ts';
import { Change } from './change.ts';
import { connectionApi } from './connectionApi.ts';
import { importsApi } from './importsApi.ts';
import { IssuedSlip, JoinRequest, PinTries } from './joiningApi.ts';
import { EnrolledStation, EnrolRequest, PeopleResponse } from './peopleApi.ts';
import { mostChangesPerPull, PullQuery, PullResponse } from './pullApi.ts';
import { ReplayPage, ReplayRequest } from './replayApi.ts';
import { SearchRequest, SearchResponse } from './searchApi.ts';
import { SiteStations } from './siteStationsApi.ts';

export const limits = {
  commandsPerPush: 500,
  bytesPerPush: 1024 * 1024,
  changesPerPull: mostChangesPerPull,
  photoBytes: 15 * 1024 * 1024,
} as const;

/**
 * The command contract this build speaks. It grows by adding only: central understands every
 * version it ever shipped, and lets through in requests what it does not know yet. A station that
 * set aside what it could not read asks for it again once it speaks a later one.
 *
 * 2: articles without a GTIN, RMA numbers of more than 20 characters, credit notes of more than 40.
 * 3: the company's catalogue of defects, signs, reasons and dispositions.
 * 4: cases that are taken and handed over, marks on photos, reports made of a case.
 * 5: parts of a set and limits of what is measured of an article, and findings that name missing parts.
 * 6: pictures of articles.
 */
export const contractVersion = 6;

/** Every refusal of a whole request. `code` is stable, `message` for logs only. */
export const ApiError = z.object({
  code: z.enum([
    'badRequest',
    'unauthorised',
    'revoked',
    'forbidden',
    'notFound',
    'codeUnknown',
    'codeUsed',
    'codeExpired',
    'tooLarge',
    'tooMany',
    'epochChanged',
    'stationTooOld',
    'unavailable',
    'internal',
  ]),
  message: z.string(),
  field: z.string().optional(),
});
export type ApiError = z.infer<typeof ApiError>;

/**
 * The answer to one command, kept without expiry and repeated for a duplicate.
 * `deferred`: something it names has not arrived yet; send it again later.
 * `quarantined`: central cannot read it; stored for a person, other work goes on.
 */
export const CommandResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('applied'), id: z.string(), acceptedAt: Instant }),
  z.strictObject({ kind: z.literal('duplicate'), id: z.string(), acceptedAt: Instant }),
  z.strictObject({ kind: z.literal('refused'), id: z.string(), refusal: Refusal }),
  z.strictObject({ kind: z.literal('deferred'), id: z.string(), missing: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('quarantined'), id: z.string(), reason: z.string() }),
]);
export type CommandResult = z.infer<typeof CommandResult>;

/** Commands are parsed one by one at central, so one unreadable command cannot block a batch. */
export const PushRequest = z.object({
  contractVersion: z.number().int().min(1),
  epoch: z.string().max(64).nullable(),
  commands: z.array(z.unknown()).max(limits.commandsPerPush),
});
export const PushResponse = z.strictObject({
  results: z.array(CommandResult),
  /** Set when the batch did not start at the next sequence of this station: send from here. */
  expectedSequence: z.number().int().min(1).nullable(),
  epoch: z.string(),
  time: Instant,
});
export type PushResponse = z.infer<typeof PushResponse>;

/** Metadata of a tus upload: `sha256` (hex) and `mediaType`, base64 as tus prescribes. */
const PhotoState = z.strictObject({
  sha256: z.string(),
  state: z.enum(['missing', 'stored', 'verified']),
});
export const PhotoStatesRequest = z.object({
  sha256: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(500),
});

const Health = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  database: z.enum(['pglite', 'postgres']),
  version: z.string(),
  time: Instant,
  /**
   * Calendars that end within 90 days or are missing, and the nearest end. Not yet an illness:
   * cases are decided all the same, and a balancer has nothing to do with it.
   */
  calendarsToRenew: z.number().int(),
  calendarEndsOn: LocalDate.nullable(),
});

/**
 * name → method, path and schemas. Paths use `:name` for parameters. What an administrator needs for a route
 * is its `scope`; null: to be named.
 */
export const centralApi = {
  enrol: {
    method: 'POST',
    path: '/central/enrol',
    auth: 'none',
    body: EnrolRequest,
    response: EnrolledStation,
    says: 'Exchange a one-time code (10 minutes, single use) for a station token.',
  },
  rotateToken: {
    method: 'POST',
    path: '/central/token',
    auth: 'station',
    body: z.strictObject({}),
    response: z.strictObject({ token: z.string(), goodUntil: Instant }),
    says: 'A new token; the old one stays good for five minutes.',
  },
  people: {
    method: 'GET',
    path: '/central/people',
    auth: 'station',
    response: PeopleResponse,
    says: 'Everybody who may work at this site, with the public keys that sign for them at this station.',
  },
  join: {
    method: 'POST',
    path: '/central/people/:id/keys',
    auth: 'station',
    params: z.strictObject({ id: z.string() }),
    body: JoinRequest,
    response: z.strictObject({ joined: z.literal(true) }),
    says: "A key born at this station becomes this person's, vouched for by a slip or by another key of theirs.",
  },
  pinTries: {
    method: 'POST',
    path: '/central/people/pin-tries',
    auth: 'station',
    body: z.object({ tries: z.array(PinTries).max(500) }),
    response: z.strictObject({ tries: z.array(PinTries) }),
    says: "What the station counted of its people's PIN tries, for what central knows of them.",
  },
  demoSlip: {
    method: 'POST',
    path: '/central/demo/people/:id/joining-slips',
    auth: 'station',
    params: z.strictObject({ id: z.string() }),
    body: z.strictObject({}),
    response: IssuedSlip,
    says: 'A joining slip for one of the demo company, where central runs it and nowhere else.',
  },
  push: {
    method: 'POST',
    path: '/central/commands',
    auth: 'station',
    body: PushRequest,
    response: PushResponse,
    says: 'Commands in station order; each is applied in its own transaction, once.',
  },
  pull: {
    method: 'GET',
    path: '/central/changes',
    auth: 'station',
    query: PullQuery,
    response: PullResponse,
    says: 'Changes after a cursor, gap-free, in commit order; who begins is told first what is expected.',
  },
  photoStates: {
    method: 'POST',
    path: '/central/photo-states',
    auth: 'station',
    body: PhotoStatesRequest,
    response: z.strictObject({ photos: z.array(PhotoState) }),
    says: 'Which photos are stored and verified by hash.',
  },
  case: {
    method: 'GET',
    path: '/central/cases/:id',
    auth: 'station',
    params: z.strictObject({ id: z.string() }),
    response: z.strictObject({ changes: z.array(Change) }),
    says: "One case of the station's site by its id or RMA number, whole, though it left the feed.",
  },
  refund: {
    method: 'GET',
    path: '/central/cases/:id/refunds',
    auth: 'station',
    params: z.strictObject({ id: z.string() }),
    response: z.strictObject({
      refunds: z.array(Refund),
      /** Its final decisions, those that move no money as well. */
      grants: z.array(Grant).optional(),
    }),
    says: 'The register of one case: what was refunded, and what was decided.',
  },
  replay: {
    method: 'POST',
    path: '/central/replay',
    auth: 'station',
    /** Whoever is signed in there has to have it, and proves it with each request. */
    role: 'supervisor',
    body: ReplayRequest,
    response: ReplayPage,
    says: "For a signed-in supervisor: which of the site's decided cases a draft policy would decide otherwise. Changes nothing.",
  },
  search: {
    method: 'POST',
    path: '/central/search',
    auth: 'station',
    role: 'anybody',
    body: SearchRequest,
    response: SearchResponse,
    says: "For whoever is signed in: cases of the station's site by any of their numbers, their client, what was ordered or who worked on them, with how far each has come; sums for inspectors and supervisors. Changes nothing.",
  },
  siteStations: {
    method: 'GET',
    path: '/central/site-stations',
    auth: 'station',
    role: 'supervisor',
    response: SiteStations,
    says: 'For a signed-in supervisor: the other stations of the site, when each was heard from last and how much it had not sent then. Changes nothing.',
  },
  calendar: {
    method: 'GET',
    path: '/central/sites/:id/calendar',
    auth: 'station',
    params: z.strictObject({ id: z.string() }),
    response: SiteCalendar,
    says: "The newest calendar of a site the station's people work at.",
  },
  calendars: {
    method: 'GET',
    path: '/central/admin/calendars',
    auth: 'admin',
    scope: 'read',
    response: CalendarList,
    says: 'Every site with its calendar and how long it still reaches; then those of countries.',
  },
  giveCalendar: {
    method: 'POST',
    path: '/central/admin/calendars/:key',
    auth: 'admin',
    scope: 'policy',
    params: CalendarParams,
    body: GiveCalendar,
    response: GivenCalendar,
    says: 'Gives a site, or `country:DE-BY`, its calendar, or renews it: the next version.',
  },
  calendarYear: {
    method: 'GET',
    path: '/central/admin/calendars/:key/years/:year',
    auth: 'admin',
    scope: 'read',
    params: CalendarYearParams,
    response: CalendarYear,
    says: 'One year of a calendar: its days off, extra working days and working days a month.',
  },
  ...adminPeopleApi,
  ...adminStationsApi,
  ...connectionApi,
  gaps: {
    method: 'GET',
    path: '/central/admin/gaps',
    auth: 'admin',
    scope: 'read',
    response: z.strictObject({
      gaps: z.array(
        z.strictObject({
          stationId: z.string(),
          stationName: z.string(),
          /** The missing numbers, both included. */
          from: z.number().int(),
          through: z.number().int(),
          seenAt: Instant,
        }),
      ),
    }),
    says: 'Stations whose work waits behind records that nobody brought yet.',
  },
  stepOver: {
    method: 'POST',
    path: '/central/admin/stations/:id/step-over',
    auth: 'admin',
    scope: 'enrol',
    params: z.strictObject({ id: z.string() }),
    body: z.strictObject({
      /** The first number that is missing. */
      sequence: z.number().int().min(1),
      /** Who decided it, and why: kept for ever, and shown to who brings the record later. */
      by: By,
      why: z.string().trim().min(1).max(500),
    }),
    response: z.strictObject({
      from: z.number().int(),
      through: z.number().int(),
      by: z.string(),
      at: Instant,
    }),
    says: "Waits no longer for records missing in a station's chain; what is behind them goes on.",
  },
  ...adminPolicyApi,
  ...adminRefundsApi,
  ...adminTodayApi,
  ...adminAuditApi,
  ...administratorApi,
  ...importsApi,
  health: {
    method: 'GET',
    path: '/central/health',
    auth: 'none',
    response: Health,
    says: 'Is central up and is its database answering.',
  },
} as const;
export type CentralRoute = keyof typeof centralApi;

/** tus endpoint for photo bytes (POST, HEAD, PATCH), the original's address, and what pages show of it. */
export const photoUploadPath = '/central/photos';
export const photoPath = (sha256: string) => `/central/photos/by-hash/${sha256}`;
export const shownPhotoPath = (sha256: string) => `/central/photos/shown/${sha256}`;
