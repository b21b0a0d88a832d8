import { contractVersion, limits, type PushResponse } from '../../shared/sync/centralApi.ts';
import type { Command } from '../../shared/sync/command.ts';
import { commandOf } from '../storage/factRows.ts';
import { stationValues } from '../storage/meta.ts';
import type { OutboxRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { adoptEpoch } from './adoptEpoch.ts';
import { offerAgainFrom } from './offerAgain.ts';
import { settle } from './settle.ts';
import type { SyncParts } from './syncParts.ts';

/**
 * Sends what waits, in the station's order, until nothing does (`empty`) or central needs something
 * else first (`waiting`). What it puts off does not hold up the rest. Safe to break off and repeat
 * at any point: central knows each id.
 */
export async function sendOutbox(parts: SyncParts): Promise<'empty' | 'waiting'> {
  const { db } = parts;
  const putOff = new Set<string>();
  let resumedFrom: number | null = null;
  for (;;) {
    const commands = await nextBatch(db, putOff);
    if (commands.length === 0) return putOff.size === 0 ? 'empty' : 'waiting';
    const response = await push(parts, commands);
    await settle(parts, response.results);
    for (const result of response.results) if (result.kind === 'deferred') putOff.add(result.id);
    const { epoch } = await stationValues(db);
    if (epoch !== response.epoch) await adoptEpoch(parts, response.epoch);

    const expected = response.expectedSequence;
    const stands = response.results.length === 0;
    if (stands && (expected === null || expected === resumedFrom)) return 'waiting';
    if (expected !== null && !(await offerAgainFrom(db, expected)) && stands) return 'waiting';
    resumedFrom = expected;
  }
}

async function push(parts: SyncParts, commands: readonly Command[]): Promise<PushResponse> {
  const { epoch = null } = await stationValues(parts.db);
  const askedAt = parts.now();
  const response = await parts.central.push({ contractVersion, epoch, commands: [...commands] });
  parts.heard(response.time, askedAt);
  return response;
}

/** Envelope of the request and the commas between commands. */
const spareBytes = 1024 + limits.commandsPerPush;

async function nextBatch(
  db: StationDatabase,
  putOff: ReadonlySet<string>,
): Promise<readonly Command[]> {
  const waiting = await db.outbox
    .orderBy('sequence')
    .filter((row) => !putOff.has(row.id))
    .limit(limits.commandsPerPush)
    .toArray();
  const batch = withinBytes(waiting, limits.bytesPerPush - spareBytes);
  const rows = await db.facts.bulkGet(batch.map((row) => row.id));
  return rows.flatMap((row) => (row && commandOf(row)) ?? []);
}

/** As many as fit, in order; one at least, so that a large one cannot stand still for ever. */
function withinBytes(rows: readonly OutboxRow[], most: number): readonly OutboxRow[] {
  let bytes = 0;
  const end = rows.findIndex((row, index) => {
    bytes += row.bytes;
    return bytes > most && index > 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}
