import { z } from 'zod';
import { CaseId, FactId, PersonId, SiteId, StationId } from '../ids.ts';
import { Quantity } from './quantity.ts';
import { RecordedTime } from './time.ts';

export const note = z.string().max(300);
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What every fact carries. `caseId` is null while nobody knows whose goods these are. */
export const recorded = {
  id: FactId,
  siteId: SiteId,
  stationId: StationId,
  personId: PersonId,
  at: RecordedTime,
};
export const caseId = CaseId;

/**
 * Units of one group, half-open and in the article's unit: those counted with a serial come first, in
 * the order of their serials, the others after them. Where units have no serials, which is which is a
 * convention that lets two findings speak of the same units or of others.
 */
export const UnitSpan = z
  .strictObject({ from: Quantity, to: Quantity })
  .refine((span) => span.from < span.to, 'a span holds units');
export type UnitSpan = z.infer<typeof UnitSpan>;
export const units = z.array(UnitSpan).min(1).max(200);
