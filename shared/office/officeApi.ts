/** The office's door: `/office/v1/…`, its own contract, for an ERP, an import and central's page. */
import { z } from 'zod';
import { Instant } from '../facts/time.ts';
import { ExternalId } from './externalId.ts';
import type { OfficeKind } from './kinds.ts';

export const officeRoot = '/office/v1';

export const officeLimits = {
  rowsPerBatch: 500,
  bytesPerBatch: 16 * 1024 * 1024,
  bytesPerRow: 4 * 1024 * 1024,
  rowsPerPage: 500,
} as const;

/** What an administrator needs for a kind, to read it and to write it. */
export function scopeOf(kind: OfficeKind): 'records' | 'people' | 'policy' {
  if (kind === 'people') return 'people';
  return kind === 'policies' || kind === 'calendars' ? 'policy' : 'records';
}

const Reason = z.string().trim().min(1).max(500);
const Version = z.number().int().min(0);

export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z
    .array(z.strictObject({ field: z.string(), code: z.string(), says: z.string() }))
    .optional(),
});
export type Problem = z.infer<typeof Problem>;

export const RecordAnswer = z.strictObject({
  ...ExternalId.shape,
  /** Ours: stations, the register and the pages speak of it by this. */
  ownId: z.string(),
  version: Version,
  state: z.enum(['current', 'draft', 'withdrawn']),
  changedAt: Instant,
  changedBy: z.string(),
  /** The administrator's id; null: written with the first token, by a system, or before ids were kept. */
  changedById: z.string().nullable(),
  body: z.unknown(),
});

/** A picture of the company's own, as it is kept. */
export const KeptPicture = z.strictObject({
  sha256: z.string(),
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  bytes: z.number().int(),
});
export type KeptPicture = z.infer<typeof KeptPicture>;

export const RecordPage = z.strictObject({
  records: z.array(RecordAnswer),
  /** Of the next page; null: this is the last. */
  cursor: z.string().nullable(),
});

export const WriteAnswer = z.strictObject({
  outcome: z.enum(['created', 'updated', 'unchanged', 'withdrawn']),
  version: Version,
  ownId: z.string(),
});

export const History = z.strictObject({
  changes: z.array(
    z.strictObject({
      version: Version,
      outcome: z.enum(['created', 'updated', 'withdrawn']),
      state: z.string(),
      body: z.unknown(),
      by: z.string(),
      reason: z.string(),
      at: Instant,
    }),
  ),
});

/** A row of a batch: a body to put, or `withdraw` with why. */
export const BatchRow = z.strictObject({
  source: z.string(),
  id: z.string(),
  expectedVersion: Version.optional(),
  body: z.unknown().optional(),
  withdraw: z.strictObject({ reason: Reason }).optional(),
});
export type BatchRow = z.infer<typeof BatchRow>;

export const Batch = z.strictObject({
  rows: z.array(BatchRow).min(1).max(officeLimits.rowsPerBatch),
  reason: Reason.optional(),
  /** Who decided it, where the token names nobody. */
  by: z.string().trim().min(1).max(80).optional(),
  /** Says what would become of each row and writes nothing. */
  test: z.boolean().default(false),
  /** One refusal, and no row is written. */
  allOrNothing: z.boolean().default(false),
});

export const RowAnswer = z.strictObject({
  source: z.string(),
  id: z.string(),
  outcome: z.enum(['created', 'updated', 'unchanged', 'withdrawn', 'refused']),
  version: Version.optional(),
  errors: z
    .array(z.strictObject({ field: z.string(), code: z.string(), says: z.string() }))
    .optional(),
});
export type RowAnswer = z.infer<typeof RowAnswer>;

export const BatchAnswer = z.strictObject({ rows: z.array(RowAnswer), written: z.boolean() });

export const ListQuery = z.strictObject({
  source: z.string().max(40).optional(),
  state: z.enum(['current', 'draft', 'withdrawn']).optional(),
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(officeLimits.rowsPerPage).default(100),
});

/** Why, and who decided it where the token names nobody. */
export const SaidWith = z.strictObject({
  reason: Reason.optional(),
  by: z.string().trim().min(1).max(80).optional(),
});
