/** What central's page asks besides `/office/v1` and the administrators' routes. */
import { z } from 'zod';
import { ExternalId } from './externalId.ts';
import { OfficeKind, officeKinds } from './kinds.ts';
import { RecordAnswer } from './officeApi.ts';

export const officePagePaths = {
  search: '/office/search',
  uses: '/office/uses',
  setUp: '/office/set-up',
} as const;

/** Of one kind, where only that is asked for; and of each, where all are. */
export const mostFound = 100;
export const mostOfKind = 20;

/**
 * `q`: a number, whole or its beginning, or words that all begin words of the record, without marks and
 * in small letters; left out: what changed last.
 */
export const SearchQuery = z.strictObject({
  q: z.string().max(200).default(''),
  kind: OfficeKind.optional(),
});

/** Which records name this one: `source` and `id` as their sender has them. */
export const UsesQuery = z.strictObject({
  kind: OfficeKind,
  source: ExternalId.shape.source,
  id: ExternalId.shape.id,
});

/** Only of kinds and sites that whoever asks may read. */
export const Found = z.strictObject({
  /** Kind by kind; in each first what is called so, then what changed last. */
  found: z
    .array(RecordAnswer.extend({ kind: OfficeKind }))
    .max(Math.max(mostFound, mostOfKind * officeKinds.length)),
  /** Of these kinds there are more. */
  cut: z.array(OfficeKind),
});
export type Found = z.infer<typeof Found>;
export type FoundRecord = Found['found'][number];

const Count = z.number().int().min(0);

/** How far a company has come: what it has of each kind, and what its stations did with it. */
export const HowFar = z.strictObject({
  kinds: z.array(z.strictObject({ kind: OfficeKind, current: Count, drafts: Count })),
  policiesInForce: Count,
  stations: Count,
  arrivals: Count,
  decisions: Count,
});
export type HowFar = z.infer<typeof HowFar>;
