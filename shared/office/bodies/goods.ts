/** What the company makes, and what it delivered. */
import { z } from 'zod';
import { OrderLine } from '../../facts/documents.ts';
import { Characteristic, OrderedArticle, PartName } from '../../facts/orderedArticle.ts';
import { Quantity, UnitOfMeasure } from '../../facts/quantity.ts';
import { LocalDate } from '../../facts/time.ts';
import { CurrencyInUse, Decimal } from '../decimal.ts';
import { Reference } from '../externalId.ts';
import { Gtin } from './words.ts';

const { orderNumber, lineNumber, article, lot, serials, carrier, drawing } = OrderLine.shape;
const { number, name } = article.shape;

export const ArticleBody = z.strictObject({
  number,
  name,
  /** By language: { "de": "Kreiselpumpe" }. */
  names: z.record(z.string().min(2).max(10), name).optional(),
  /** None at all, one, or one of each pack level with how many pieces are in it. */
  gtins: z
    .array(
      z.strictObject({ gtin: Gtin, quantity: Quantity.refine((units) => units > 0).default(1) }),
    )
    .max(20)
    .default([]),
  unit: UnitOfMeasure.default('EA'),
  productGroup: z.string().max(60).optional(),
  /** What a set consists of; the bench ticks each. */
  parts: z
    .array(PartName)
    .max(40)
    .refine((parts) => new Set(parts).size === parts.length, 'each once')
    .default([]),
  /** What the bench measures, and the limits it has to keep. */
  characteristics: z
    .array(
      Characteristic.extend({ unit: Characteristic.shape.unit.default('') }).refine(
        ({ least, most }) => least === undefined || most === undefined || least <= most,
        { path: ['most'], error: 'not below the least' },
      ),
    )
    .max(20)
    .default([]),
  serialControlled: z.boolean().default(false),
  lotControlled: z.boolean().default(false),
  /** What it looks like as it should: SHA-256 of a picture brought to `/office/v1/pictures`. */
  picture: OrderedArticle.shape.picture,
  hazard: z.string().max(60).nullable().default(null),
  weightGrams: z.number().int().min(0).max(1e9).optional(),
});
export type ArticleBody = z.infer<typeof ArticleBody>;

/** One line of an order with what was delivered of it. */
export const OrderLineBody = z.strictObject({
  client: Reference,
  orderNumber,
  lineNumber,
  article: Reference,
  /** What the delivery says was shipped; left out: what was ordered. */
  shippedArticle: Reference.optional(),
  lot: lot.default(null),
  serials: serials.max(50_000).default([]),
  orderedQuantity: Quantity,
  shippedQuantity: Quantity,
  unit: UnitOfMeasure.optional(),
  currency: CurrencyInUse,
  /** For `pricePer` of them, before discount; more decimals than the currency has are kept. */
  price: Decimal,
  pricePer: z.number().int().min(1).max(1_000_000).default(1),
  discountPercent: Decimal.default('0').refine((it) => Number(it) <= 100, 'at most 100'),
  /** Of the invoiced line, as the invoice says it; both or neither. */
  net: Decimal.optional(),
  tax: Decimal.optional(),
  customised: z.boolean().default(false),
  carrier: carrier.default({ name: 'unknown', selectedBy: 'unknown' }),
  deliveryNumber: z.string().max(40).optional(),
  deliveredOn: LocalDate.nullable().default(null),
  /** Approved sample or drawing the bench compares with. */
  drawing: drawing.default(null),
});
export type OrderLineBody = z.infer<typeof OrderLineBody>;
