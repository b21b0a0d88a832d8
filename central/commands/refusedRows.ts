import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Person } from '../../shared/facts/documents.ts';
import type { Rows } from '../database/rows.ts';
import { audit, commands, stations } from '../database/schema.ts';
import { documentsOf } from '../documents/documentRows.ts';
import { goodKeysOf } from '../people/goodKeyRows.ts';
import { retiredKeysOf } from '../people/keyPeriodRows.ts';
import type { Decided } from './batch.ts';
import { readCommand, type SentCommand } from './readCommand.ts';
import type { RefusedRecord } from './refusedRecord.ts';
import { verifyRetired, verifySignatures } from './verifySignatures.ts';

/** Hundreds are read at once; floor work is a hundredth of it. */
const largestAccepted = 256 * 1024;

/** The refused records of a site that these commands would accept, by id. */
export async function recordsToAccept(
  rows: Rows,
  siteId: string,
  given: readonly SentCommand[],
  now: Date,
): Promise<ReadonlyMap<string, RefusedRecord>> {
  const named = given.flatMap(({ command }) =>
    command?.fact.kind === 'acceptedAnyway' ? [command.fact] : [],
  );
  if (named.length === 0) return new Map();
  const ids = [...new Set(named.map(({ accepts }) => accepts))];
  const hashes = [...new Set(named.map(({ hash }) => hash))];
  const found = await rows
    .select({ envelope: commands.envelope })
    .from(commands)
    .innerJoin(stations, eq(stations.id, commands.stationId))
    .where(
      and(
        inArray(commands.id, ids),
        inArray(commands.contentHash, hashes),
        inArray(commands.status, ['refused', 'applied']),
        eq(stations.siteId, siteId),
        sql`octet_length(${commands.envelope}) <= ${largestAccepted}`,
      ),
    );
  const sent = found
    .map(({ envelope }) => readCommand(JSON.parse(envelope)))
    // Changed since it was sealed, it is nobody's.
    .filter(({ hash, contentHash }) => hash === contentHash);
  const signers = await signersOf(rows, sent, now);
  return new Map(
    sent.flatMap((one) =>
      one.command
        ? [[one.id, { sent: one, fact: one.command.fact, signer: signers.get(one) ?? null }]]
        : [],
    ),
  );
}

async function signersOf(
  rows: Rows,
  sent: readonly SentCommand[],
  now: Date,
): Promise<ReadonlyMap<SentCommand, Person>> {
  const ids = [...new Set(sent.flatMap(({ command }) => command?.fact.personId ?? []))];
  const people = await documentsOf(rows, 'people', ids);
  const proved = await verifySignatures(sent, await goodKeysOf(rows, ids, now));
  const kept = (await retiredKeysOf(rows, ids)).filter(({ why }) => why !== 'compromised');
  const retired = await verifyRetired(
    sent.filter((one) => !proved.has(one)),
    kept,
  );
  return new Map(
    sent.flatMap((one): [SentCommand, Person][] => {
      const present =
        proved.has(one) && one.command ? people.get(one.command.fact.personId) : undefined;
      const signer = present ?? retired.get(one)?.person;
      return signer ? [[one, signer]] : [];
    }),
  );
}

/** A refused record that counts now is answered so, to whichever station asks again; and why is on file. */
export async function answerAnew(
  rows: Rows,
  decided: readonly Decided[],
  now: Date,
): Promise<void> {
  for (const { sent, accepted } of decided) {
    const fact = sent.command?.fact;
    if (!accepted || fact?.kind !== 'acceptedAnyway') continue;
    const { record } = accepted;
    const changed = await rows
      .select({ stationId: commands.stationId, result: commands.result })
      .from(commands)
      .where(
        and(eq(commands.id, record.sent.id), eq(commands.contentHash, record.sent.contentHash)),
      );
    await rows
      .update(commands)
      .set({
        status: 'applied',
        result: { kind: 'applied', id: record.sent.id, acceptedAt: now.toISOString() },
      })
      .where(
        and(eq(commands.id, record.sent.id), eq(commands.contentHash, record.sent.contentHash)),
      );
    await rows.insert(audit).values({
      at: now,
      actor: `person: ${fact.personId}`,
      verb: 'accept refused record',
      object: record.fact.id,
      detail: {
        reason: fact.reason,
        kind: record.fact.kind,
        recordedBy: record.fact.personId,
        refused: changed.map(({ stationId, result }) => ({ stationId, result })),
      },
    });
  }
}
