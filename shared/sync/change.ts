/** What central tells stations: documents and facts in commit order. `body: null` is a tombstone. */
import { z } from 'zod';
import { CatalogueEntry } from '../facts/catalogue.ts';
import {
  Client,
  Contract,
  Grant,
  OrderLine,
  Person,
  PolicyVersion,
  Precedent,
  Refund,
  ReturnCase,
  Site,
  SiteCalendar,
} from '../facts/documents.ts';
import { Fact } from '../facts/fact.ts';
import { Instant } from '../facts/time.ts';

const document = <C extends string, S extends z.ZodType>(collection: C, body: S) =>
  z.strictObject({ collection: z.literal(collection), id: z.string(), body: body.nullable() });

/** A fact that central accepted, with its own time stamp. */
export const AcceptedFact = z.strictObject({ fact: Fact, acceptedAt: Instant });
export type AcceptedFact = z.infer<typeof AcceptedFact>;

export const Change = z.discriminatedUnion('collection', [
  document('clients', Client),
  document('contracts', Contract),
  document('policyVersions', PolicyVersion),
  document('orderLines', OrderLine),
  document('cases', ReturnCase),
  document('sites', Site),
  document('calendars', SiteCalendar),
  document('people', Person),
  document('precedents', Precedent),
  document('refunds', Refund),
  document('grants', Grant),
  document('catalogue', CatalogueEntry),
  document('facts', AcceptedFact),
]);
export type Change = z.infer<typeof Change>;
export type Collection = Change['collection'];
