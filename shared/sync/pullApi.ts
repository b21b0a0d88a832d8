import { z } from 'zod';
import { Instant } from '../facts/time.ts';
import { Change } from './change.ts';

export const mostChangesPerPull = 1000;

export const PullQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(mostChangesPerPull).optional(),
  /** Says how many come after this page. */
  count: z.literal('left').optional(),
});

export const PullResponse = z.strictObject({
  changes: z.array(Change),
  /** Opaque, in commit order; store it in the same transaction as the changes. */
  cursor: z.string().max(200),
  more: z.boolean(),
  /** How many changes come after these, where it was asked: to say how far a catch-up has come. */
  left: z.number().int().optional(),
  /** Changes when central was restored from a back-up: offer accepted commands again. */
  epoch: z.string(),
  minimumContractVersion: z.number().int(),
  time: Instant,
});
export type PullResponse = z.infer<typeof PullResponse>;
