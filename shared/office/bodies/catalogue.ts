/** What the company calls defects, signs of improper use, reasons and dispositions. */
import { z } from 'zod';
import { CatalogueCode, CatalogueEntry, CatalogueNames, X12Code } from '../../facts/catalogue.ts';
import { LocalDate } from '../../facts/time.ts';

const { code, productGroups } = CatalogueEntry.shape;

/**
 * Under the id `quayside:material.crack` it is about our own code; under any other it says one of our
 * codes more exactly. Withdrawing it keeps it for what was recorded with it.
 */
export const CatalogueBody = z.strictObject({
  /** Our code, which the policy decides on. */
  of: CatalogueCode,
  /** The company's own code. */
  code: code.default(null),
  names: CatalogueNames.default({}),
  /** Only for articles of these; empty: for all. */
  productGroups: productGroups.max(100).default([]),
  validFrom: LocalDate.nullable().default(null),
  /** Left out: as of our code. */
  x12: X12Code.optional(),
});
export type CatalogueBody = z.infer<typeof CatalogueBody>;
