/** What central's page asks besides `/office/v1` and the administrators' routes. */
import { z } from 'zod';
import { OfficeKind } from './kinds.ts';
import { RecordAnswer } from './officeApi.ts';

export const officePagePaths = { search: '/office/search', setUp: '/office/set-up' } as const;

export const mostFound = 100;

/** `q`: words that all stand in a number, a name or an address of the record; left out: what changed last. */
export const SearchQuery = z.strictObject({
  q: z.string().max(200).default(''),
  kind: OfficeKind.optional(),
});

export const Found = z.strictObject({
  found: z.array(RecordAnswer.extend({ kind: OfficeKind })).max(mostFound),
  /** There are more than these. */
  isCut: z.boolean(),
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
