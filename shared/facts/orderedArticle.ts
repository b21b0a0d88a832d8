/** An article as an order line names it, and what was agreed to pay for it. */
import { z } from 'zod';
import { Quantity } from './quantity.ts';

const Gtin = z.string().regex(/^\d{14}$/);

const Limit = z.number().min(-1e9).max(1e9).optional();

/** What is measured of an article, and the limits it has to keep; both allowed themselves. */
export const Characteristic = z.strictObject({
  what: z.string().min(1).max(60),
  unit: z.string().max(12),
  /** Absent: no limit on that side. */
  least: Limit,
  most: Limit,
});
export type Characteristic = z.infer<typeof Characteristic>;

export const PartName = z.string().min(1).max(60);

export const OrderedArticle = z.strictObject({
  number: z.string().max(40).min(1),
  name: z.string().min(1).max(200),
  /** Of one `unit`. Null: the article has none; its number is on its label. */
  gtin: Gtin.nullable(),
  /** Further ones, of packs or of the same unit: each with how many units are in it. */
  gtins: z
    .array(z.strictObject({ gtin: Gtin, quantity: Quantity.refine((units) => units > 0) }))
    .max(20)
    .optional(),
  /** By which defects are offered; absent: of none. */
  productGroup: z.string().max(60).optional(),
  /** What a set consists of; absent: it is one thing. */
  parts: z.array(PartName).min(1).max(40).optional(),
  /** SHA-256 of a picture of one as it should be; absent: there is none. */
  picture: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Absent: nothing is said of what is measured. */
  characteristics: z.array(Characteristic).min(1).max(20).optional(),
});
export type OrderedArticle = z.infer<typeof OrderedArticle>;

/** A price as it was agreed: `amount` major units of the currency for `per` units. */
export const Price = z.strictObject({
  amount: z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{1,6})?$/),
  per: z.number().int().min(1).max(1_000_000),
});
export type Price = z.infer<typeof Price>;
