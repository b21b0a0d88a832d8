import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { dutyOf } from '../../shared/cases/reading/duties.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { storeGrants } from '../cases/grantRows.ts';
import type { WorkingSet } from '../cases/workingSet.ts';
import { rowsFrom } from '../database/ask.ts';
import { restoredAt } from '../database/metaRows.ts';
import type { Rows } from '../database/rows.ts';
import { caseHands, commands, facts, stations } from '../database/schema.ts';
import { putDocuments } from '../documents/documentRows.ts';
import { appendChanges } from '../feed/changeRows.ts';
import { republish } from '../feed/republishRows.ts';
import { registerRefunds } from '../refunds/refundRows.ts';
import type { Admitted, Chain, Decided, KnownCommand } from './batch.ts';
import { bringsOf } from './decideCommands.ts';
import { answerAnew } from './refusedRows.ts';

type CommandRow = typeof commands.$inferInsert;

/** Locks a station for this transaction: its commands are applied by one at a time. */
export async function lockStation(
  rows: Rows,
  stationId: string,
): Promise<{
  readonly siteId: string;
  readonly revokedAt: string | null;
  readonly chain: Chain;
} | null> {
  const [found] = await rows
    .select()
    .from(stations)
    .where(eq(stations.id, stationId))
    .for('update');
  return found
    ? {
        siteId: found.siteId,
        revokedAt: found.revokedAt?.toISOString() ?? null,
        chain: {
          lastSequence: found.lastSequence,
          lastHash: found.lastHash,
          recordedThrough: found.recordedThrough,
        },
      }
    : null;
}

/** What a station sent before under these ids, or what another one's counts for. */
export async function knownCommands(
  rows: Rows,
  stationId: string,
  ids: readonly string[],
): Promise<Map<string, KnownCommand>> {
  if (ids.length === 0) return new Map();
  const found = await rows
    .select({
      id: commands.id,
      contentHash: commands.contentHash,
      status: commands.status,
      result: commands.result,
    })
    .from(commands)
    .where(
      and(
        inArray(commands.id, [...ids]),
        or(eq(commands.stationId, stationId), inArray(commands.status, ['applied', 'deferred'])),
      ),
    )
    // The station's own last: it is the one that stays in the map.
    .orderBy(sql`${commands.stationId} = ${stationId}`);
  return new Map(found.map(({ id, ...known }) => [id, known]));
}

/** Writes what was decided, and everything that follows from it. */
export async function storeDecided(
  rows: Rows,
  stationId: string,
  chain: Chain,
  decided: readonly Decided[],
  workingSet: WorkingSet,
  now: Date,
): Promise<void> {
  const admitted = decided.flatMap((d) => [
    ...(d.accepted ? [d.accepted.admitted] : []),
    ...(d.admitted ? [d.admitted] : []),
  ]);
  await storeCommands(rows, stationId, decided, now);
  await answerAnew(rows, decided, now);
  await storeHands(rows, admitted, workingSet);
  if (admitted.length > 0)
    await rows.execute(
      sql`insert into ${facts} ${rowsFrom(
        facts,
        admitted.map((one) => factRow(one, now)),
      )}`,
    );
  await putDocuments(
    rows,
    admitted.flatMap(({ fact, opensCase }) => {
      const opened =
        opensCase && fact.caseId !== null ? workingSet.cases.get(fact.caseId) : undefined;
      return opened ? [{ collection: 'cases' as const, body: opened }] : [];
    }),
  );
  await appendChanges(
    rows,
    admitted.map(({ fact }) => ({ siteId: fact.siteId, collection: 'facts', id: fact.id })),
  );
  for (const siteId of new Set(admitted.map(({ fact }) => fact.siteId))) {
    const here = admitted.filter(({ fact }) => fact.siteId === siteId);
    await republish(rows, siteId, {
      caseIds: here.flatMap(({ fact }) => fact.caseId ?? []),
      arrivalIds: here.flatMap((one) => (one.fact.caseId === null ? (one.arrivalId ?? []) : [])),
    });
  }
  await storeRefunds(rows, admitted);
  await storeGrants(
    rows,
    admitted.flatMap(({ grant }) => grant ?? []),
  );
  await rows
    .update(stations)
    .set({ ...chain, lastContactAt: now })
    .where(eq(stations.id, stationId));
}

async function storeCommands(
  rows: Rows,
  stationId: string,
  decided: readonly Decided[],
  now: Date,
): Promise<void> {
  const values = new Map<string, CommandRow>();
  for (const { sent, result, keep, numbered, keptFor = stationId } of decided) {
    if (!keep || result.kind === 'duplicate') continue;
    const key = `${keptFor} ${sent.id}`;
    values.set(key, {
      id: sent.id,
      stationId: keptFor,
      sequence: numbered ? sent.sequence : (values.get(key)?.sequence ?? null),
      contentHash: sent.contentHash,
      status: result.kind,
      result,
      brings: [...bringsOf(sent)],
      envelope: sent.envelope ?? '',
      receivedAt: now,
    });
  }
  if (values.size === 0) return;
  await rows.execute(
    sql`insert into ${commands} ${rowsFrom(commands, [...values.values()])}
      on conflict (id, station_id) do update
      set status = excluded.status, result = excluded.result, brings = excluded.brings`,
  );
}

/** Hands laid on a blind arrival count for the case it is linked to. */
async function storeHands(
  rows: Rows,
  admitted: readonly Admitted[],
  workingSet: WorkingSet,
): Promise<void> {
  const hands = admitted.flatMap(({ fact, duty }) => {
    if (fact.kind === 'arrivalLinked') {
      const blind = workingSet.facts.blindByArrival.get(fact.arrivalId) ?? [];
      return blind
        .filter((f) => dutyOf(f) !== null)
        .map((f) => ({ caseId: fact.caseId, personId: f.personId, hand: 'touched' as const }));
    }
    return duty === null || fact.caseId === null
      ? []
      : [{ caseId: fact.caseId, personId: fact.personId, hand: duty }];
  });
  if (hands.length > 0)
    await rows.execute(
      sql`insert into ${caseHands} ${rowsFrom(caseHands, hands)} on conflict do nothing`,
    );
}

/** What was approved before a back-up was put in service may have been instructed already. */
async function storeRefunds(rows: Rows, admitted: readonly Admitted[]): Promise<void> {
  const due = admitted.flatMap(({ fact, refund }) => (refund ? [{ fact, refund }] : []));
  if (due.length === 0) return;
  const restored = await restoredAt(rows);
  const margin = 5 * 60_000;
  await registerRefunds(
    rows,
    due.map(({ fact, refund }) => ({
      refund,
      lookUpFirst: restored !== null && skewOf(fact, new Date(Date.parse(restored) + margin)) < 0,
    })),
  );
}

function factRow({ fact, duty, arrivalId }: Admitted, now: Date): typeof facts.$inferInsert {
  return {
    id: fact.id,
    kind: fact.kind,
    siteId: fact.siteId,
    caseId: fact.caseId,
    arrivalId,
    personId: fact.personId,
    hand: duty,
    acceptedAt: now,
    skewMs: skewOf(fact, now),
    body: fact,
  };
}

function skewOf(fact: Fact, now: Date): number {
  return Date.parse(fact.at.utc) + (fact.at.offsetMs ?? 0) - now.getTime();
}
