/** Part of the contract with central: what wants somebody today, counted and with the first few by name. */
import { z } from 'zod';
import { Instant, LocalDate } from '../facts/time.ts';

const Count = z.number().int().min(0);

/** How many of each are named; the counts say how many there are. */
export const todayLimits = {
  named: 8,
  stations: 50,
  sites: 200,
  blindLookedAt: 1000,
  refusedDays: 7,
} as const;

const SiteToday = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The day it is there. */
  today: LocalDate,
  /** When its deadlines were worked out last; null: not yet. */
  countedAt: Instant.nullable(),
  late: Count,
  dueToday: Count,
  /** The days that follow within a week, with how many are due on each. */
  next: z.array(z.strictObject({ on: LocalDate, cases: Count })),
  /** Goods are here, and their days cannot be counted. */
  uncounted: Count,
  /** The most urgent of those that are late or due within a week. */
  first: z.array(
    z.strictObject({
      caseId: z.string(),
      rma: z.string().nullable(),
      client: z.string().nullable(),
      dueOn: LocalDate,
    }),
  ),
});
export type SiteToday = z.infer<typeof SiteToday>;

const StationToday = z.strictObject({
  id: z.string(),
  name: z.string(),
  siteName: z.string(),
  lastContactAt: Instant.nullable(),
  /** As it said at its last contact; null: it never said. */
  unsent: Count.nullable(),
  version: z.string().nullable(),
  /** How far its clock was ahead of central's then; null: it did not say. */
  skewMs: z.number().int().nullable(),
  /** Numbers missing in its records, behind which its work waits. */
  waitsFrom: z.number().int().nullable(),
});
export type StationToday = z.infer<typeof StationToday>;

const CommandToday = z.strictObject({
  id: z.string(),
  stationName: z.string(),
  siteName: z.string(),
  receivedAt: Instant,
  status: z.enum(['refused', 'deferred', 'quarantined']),
  /** Why it was refused, by its code. */
  code: z.string().nullable(),
});
export type CommandToday = z.infer<typeof CommandToday>;

export const Today = z.strictObject({
  time: Instant,
  /** Central's own, to compare the stations' with. */
  version: z.string(),
  sites: z.array(SiteToday),
  stations: z.strictObject({ all: Count, worst: z.array(StationToday) }),
  commands: z.strictObject({
    /** Within the last days alone: a refusal stays for ever. */
    refused: Count,
    deferred: Count,
    quarantined: Count,
    first: z.array(CommandToday),
  }),
  blind: z.strictObject({
    all: Count,
    first: z.array(
      z.strictObject({ arrivalId: z.string(), siteName: z.string(), receivedAt: Instant }),
    ),
  }),
  refunds: z.strictObject({ failed: Count, unknown: Count, waiting: Count }),
  calendars: z.array(
    z.strictObject({
      key: z.string(),
      siteName: z.string().nullable(),
      validUntil: LocalDate.nullable(),
    }),
  ),
});
export type Today = z.infer<typeof Today>;

export const adminTodayApi = {
  today: {
    method: 'GET',
    path: '/central/admin/today',
    auth: 'admin',
    scope: 'read',
    response: Today,
    says: 'What wants somebody today: deadlines, stations, refused and waiting records, goods without papers, refunds, calendars.',
  },
} as const;
