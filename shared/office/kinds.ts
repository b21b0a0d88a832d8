import { z } from 'zod';

/** What a company tells Quayside of, in an order in which each names only what stands before it. */
export const OfficeKind = z.enum([
  'sites',
  'calendars',
  'policies',
  'people',
  'clients',
  'contracts',
  'articles',
  'catalogue',
  'order-lines',
  'returns',
]);
export type OfficeKind = z.infer<typeof OfficeKind>;

export const officeKinds = OfficeKind.options;
