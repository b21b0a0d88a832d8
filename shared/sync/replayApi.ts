/** The past decided again under a draft policy, page by page. */
import { z } from 'zod';
import { PolicyVersion } from '../facts/documents.ts';
import { Currency, MinorUnits } from '../facts/money.ts';

/** A page of decided cases of the station's site, decided again under a draft policy. */
export const ReplayRequest = z.strictObject({
  draft: PolicyVersion,
  /** The last case of the page before; null begins. */
  after: z.string().max(64).nullable(),
  limit: z.number().int().min(1).max(2000),
});
export type ReplayRequest = z.infer<typeof ReplayRequest>;
const ReplayedStanding = z.enum(['upheld', 'notUpheld', 'needsPerson', 'needsFacts', 'refused']);
export const ReplayPage = z.strictObject({
  /** How many of the site's decided cases there are in all. */
  total: z.number().int(),
  replayed: z.number().int(),
  /** Minor units per currency: what the policy granted then and would grant now. */
  money: z.record(Currency, z.strictObject({ before: MinorUnits, after: MinorUnits })),
  /** Only the cases whose decision changes. */
  changed: z.array(
    z.strictObject({
      caseId: z.string(),
      rma: z.string().nullable(),
      before: ReplayedStanding,
      after: ReplayedStanding,
      amountBefore: MinorUnits,
      amountAfter: MinorUnits,
      currency: Currency,
    }),
  ),
  /** Ask again with this; null: that was all. */
  next: z.string().nullable(),
});
export type ReplayPage = z.infer<typeof ReplayPage>;
