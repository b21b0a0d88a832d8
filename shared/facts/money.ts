import { z } from 'zod';

/** Three letters as in ISO 4217; `currencies.ts` knows which are in use and how many decimals they have. */
export const Currency = z.string().regex(/^[A-Z]{3}$/);
/** Whole minor units of ISO 4217: cents of USD, yen of JPY, thousandths of KWD. */
export const MinorUnits = z.number().int().min(-1e12).max(1e12);
export const Money = z.strictObject({ minor: MinorUnits, currency: Currency });
export type Currency = z.infer<typeof Currency>;

/** ISO 4217's code where no money is involved: a refusal grants none in any currency. */
export const noCurrency: Currency = 'XXX';
export type Money = z.infer<typeof Money>;
