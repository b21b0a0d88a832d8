import { z } from 'zod';

/** A non-negative decimal with at most three places, in the unit of its article (UN/ECE Rec 20). */
export const Quantity = z
  .number()
  .min(0)
  .max(1_000_000_000)
  .refine((n) => Math.abs(n * 1000 - Math.round(n * 1000)) < 1e-6, 'at most three decimal places');
export const UnitOfMeasure = z.enum(['EA', 'KG', 'M', 'L', 'PR']);
export type UnitOfMeasure = z.infer<typeof UnitOfMeasure>;

/** Thousandths of a unit: the integer every sum and comparison of quantities is made in. */
export function toThousandths(quantity: number): number {
  return Math.round(quantity * 1000);
}

export function fromThousandths(thousandths: number): number {
  return thousandths / 1000;
}

/** Sum without binary rounding drift. */
export function sumQuantities(quantities: readonly number[]): number {
  return fromThousandths(quantities.reduce((sum, q) => sum + toThousandths(q), 0));
}
