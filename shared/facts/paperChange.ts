import { z } from 'zod';
import { ReturnLineId } from '../ids.ts';
import { Currency } from './money.ts';
import { Instant } from './time.ts';

/**
 * Something of a paper that was otherwise before `at` (central's time). `what` is a word of
 * `withChanges.ts`; one a reader does not know says nothing to it. Money is in minor units.
 */
export const PaperChange = z.strictObject({
  at: Instant,
  what: z.string().max(40),
  lineId: ReturnLineId.nullable(),
  was: z.union([z.string().max(200), z.number()]).nullable(),
  currency: Currency.optional(),
});
export type PaperChange = z.infer<typeof PaperChange>;
