import { z } from 'zod';

/** ISO 4217. */
export const Currency = z.string().regex(/^[A-Z]{3}$/);
/** Integer minor units (cents of USD). */
export const MinorUnits = z.number().int().min(-1e12).max(1e12);
export const Money = z.strictObject({ minor: MinorUnits, currency: Currency });
export type Currency = z.infer<typeof Currency>;
export type Money = z.infer<typeof Money>;
