import { count, inArray, isNull, sql } from 'drizzle-orm';
import { type OfficeKind, officeKinds } from '../../shared/office/kinds.ts';
import type { HowFar } from '../../shared/office/officePageApi.ts';
import { officeRecords } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';
import { documents, facts, stations } from '../database/schema.ts';

/** Where each kind is kept for the stations; articles go along with their order lines. */
const collectionOf: Readonly<Partial<Record<OfficeKind, string>>> = {
  sites: 'sites',
  calendars: 'calendars',
  people: 'people',
  clients: 'clients',
  contracts: 'contracts',
  catalogue: 'catalogue',
  'order-lines': 'orderLines',
  returns: 'cases',
};

/** Counted when it is asked: a page somebody looks at in the first hour, and seldom after it. */
export async function howFar(rows: Rows): Promise<HowFar> {
  const said = await rows
    .select({ kind: officeRecords.kind, state: officeRecords.state, count: count() })
    .from(officeRecords)
    .groupBy(officeRecords.kind, officeRecords.state);
  const kept = await rows
    .select({ collection: documents.collection, count: count() })
    .from(documents)
    .groupBy(documents.collection);
  const [policies] = await rows
    .select({ count: count() })
    .from(documents)
    .where(sql`collection = 'policyVersions' and body ->> 'status' = 'inForce'`);
  const [joined] = await rows
    .select({ count: count() })
    .from(stations)
    .where(isNull(stations.revokedAt));
  const [arrived] = await rows.select({ count: count() }).from(facts).where(isOf('arrival'));
  const [decided] = await rows.select({ count: count() }).from(facts).where(isOf('verdictDecided'));
  const saidOf = (kind: OfficeKind, state: string) =>
    said.find((it) => it.kind === kind && it.state === state)?.count ?? 0;
  const keptOf = (kind: OfficeKind) =>
    kept.find(({ collection }) => collection === collectionOf[kind])?.count ?? 0;
  return {
    kinds: officeKinds.map((kind) => ({
      kind,
      current: Math.max(saidOf(kind, 'current'), keptOf(kind)),
      drafts: saidOf(kind, 'draft'),
    })),
    policiesInForce: policies?.count ?? 0,
    stations: joined?.count ?? 0,
    arrivals: arrived?.count ?? 0,
    decisions: decided?.count ?? 0,
  };
}

function isOf(kind: string) {
  return inArray(facts.kind, [kind]);
}
