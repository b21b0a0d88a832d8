/** What central and the stations hold, put so that it can be compared. */
import { createHash } from 'node:crypto';
import { asc } from 'drizzle-orm';
import { z } from 'zod';
import type { CentralDatabase } from '../../central/database/openDatabase.ts';
import { commands, facts } from '../../central/database/schema.ts';
import type { StationDatabase } from '../../renderer/storage/stationDatabase.ts';
import { canonicalJson } from '../../shared/sync/canonicalJson.ts';
import { storedRows } from '../builders/station/storedCases.ts';

const Digests = z.record(z.string(), z.string());

/** A station's own view; every fact and case by its id, with a digest of what is known of it. */
export const StationHolds = z.object({
  stationId: z.string(),
  facts: Digests,
  cases: Digests,
  outbox: z.number(),
  refused: z.number(),
  /** Of its journal: how many commands it has ever sealed. */
  lastSequence: z.number(),
});
export type StationHolds = z.infer<typeof StationHolds>;

export type CentralHolds = {
  readonly facts: Readonly<Record<string, string>>;
  /** By station, the sequences and answers of its commands in their order. */
  readonly answered: ReadonlyMap<string, readonly { sequence: number | null; status: string }[]>;
};

export async function stationHolds(
  db: StationDatabase,
  stationId: string,
  lastSequence: number,
): Promise<StationHolds> {
  const [rows, cases] = await Promise.all([db.facts.toArray(), storedRows(db)]);
  return {
    stationId,
    lastSequence,
    facts: Object.fromEntries(
      rows.map(({ id, acceptance, fact }) => [id, digest({ acceptance, fact })]),
    ),
    // Revisions count a station's own changes.
    cases: Object.fromEntries(cases.map((row) => [row.caseId, digest({ ...row, revision: 0 })])),
    outbox: await db.outbox.count(),
    refused: await db.refused.count(),
  };
}

export async function centralHolds({ rows }: CentralDatabase): Promise<CentralHolds> {
  const [kept, said] = await Promise.all([
    rows.select({ id: facts.id, body: facts.body }).from(facts),
    rows.select().from(commands).orderBy(asc(commands.sequence)),
  ]);
  const answered = new Map<string, { sequence: number | null; status: string }[]>();
  for (const { stationId, sequence, status } of said)
    answered.set(stationId, [...(answered.get(stationId) ?? []), { sequence, status }]);
  return {
    facts: Object.fromEntries(
      kept.map(({ id, body }) => [id, digest({ acceptance: 'accepted', fact: body })]),
    ),
    answered,
  };
}

/** Everything in which they differ, in words; empty when all of them hold the same, exactly once. */
export function differences(
  central: CentralHolds,
  stations: readonly StationHolds[],
  saved: ReadonlySet<string>,
): readonly string[] {
  const found: string[] = [];
  for (const id of saved) if (!(id in central.facts)) found.push(`saved, not at central: ${id}`);
  const sealed = stations.reduce((sum, { lastSequence }) => sum + lastSequence, 0);
  const kept = Object.keys(central.facts).length;
  if (kept !== sealed) found.push(`${sealed} commands were sealed, central holds ${kept} facts`);
  const [first] = stations;
  for (const station of stations) {
    const { stationId, outbox, refused, lastSequence } = station;
    if (outbox > 0 || refused > 0)
      found.push(`${stationId}: ${outbox} wait, ${refused} are refused`);
    const answered = central.answered.get(stationId) ?? [];
    const inOrder = answered.every((it, at) => it.sequence === at + 1 && it.status === 'applied');
    if (answered.length !== lastSequence || !inOrder)
      found.push(`${stationId}: not each of its ${lastSequence} commands was applied once`);
    for (const id of differing(central.facts, station.facts))
      found.push(`${stationId} and central differ in fact ${id}`);
    for (const id of differing(first?.cases ?? {}, station.cases))
      found.push(`${stationId} and ${first?.stationId} differ in case ${id}`);
  }
  return found;
}

function differing(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): readonly string[] {
  const ids = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...ids].filter((id) => one[id] !== other[id]);
}

function digest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 16);
}
