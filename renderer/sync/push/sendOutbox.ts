import { contractVersion, limits, type PushResponse } from '../../../shared/sync/centralApi.ts';
import {
  afterAnswer,
  mayGo,
  nextBatch,
  roundEnds,
  type Sending,
  sendingBegins,
} from '../../protocol/sending.ts';
import { commandOf } from '../../storage/factRows.ts';
import { stationValues } from '../../storage/meta.ts';
import { ownFacts } from '../../storage/ownFacts.ts';
import { nobodyWaits } from '../../storage/peopleFirst.ts';
import type { FactRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';
import { adoptEpoch } from './adoptEpoch.ts';
import { applyPushResults } from './applyPushResults.ts';
import { offerAgainFrom } from './offerAgain.ts';

/**
 * Sends what waits, in the station's order, until nothing does (`empty`) or central needs something
 * else first (`waiting`). What it puts off does not hold up the rest. Safe to break off and repeat
 * at any point: central knows each id.
 */
export async function sendOutbox(deps: SyncDeps): Promise<'empty' | 'waiting'> {
  const { db } = deps;
  let sending = sendingBegins;
  let ahead: Promise<readonly FactRow[]> | null = null;
  for (;;) {
    const readAhead = (await ahead) ?? [];
    const facts = readAhead.length > 0 ? readAhead : await batchOf(db, sending, 0);
    const last = facts.at(-1)?.sequence;
    if (last === undefined) return roundEnds(sending);
    // While central works on these the next are read.
    ahead = batchOf(db, sending, last);
    ahead.catch(() => {});
    const response = await push(deps, facts);
    // Whose answers they are is known before they count: a restore in between must not go unnoticed.
    const { epoch } = await stationValues(db);
    if (epoch !== response.epoch) await adoptEpoch(deps, response.epoch);
    await nobodyWaits(db);
    await applyPushResults(deps, facts, response.results);

    const after = afterAnswer(sending, response);
    const isAsSent = after.sending.putOff === sending.putOff && epoch === response.epoch;
    if (!isAsSent || response.results.length < facts.length) ahead = null;
    sending = after.sending;
    if (after.next.kind === 'wait') return 'waiting';
    if (after.next.kind === 'goOn') continue;
    ahead = null;
    const isThere = await offerAgainFrom(deps, after.next.from);
    if (!isThere && after.next.orWait) return 'waiting';
  }
}

async function push(deps: SyncDeps, facts: readonly FactRow[]): Promise<PushResponse> {
  const commands = facts.flatMap((row) => commandOf(row) ?? []);
  const { epoch = null } = await stationValues(deps.db);
  const askedAt = deps.now();
  const response = await deps.central.push({ contractVersion, epoch, commands });
  deps.heard(response.time, askedAt);
  return response;
}

/** Envelope of the request and the commas between commands. */
const spareBytes = 1024 + limits.commandsPerPush;
const most = {
  commands: limits.commandsPerPush,
  bytes: limits.bytesPerPush - spareBytes,
} as const;

/** The next commands that may go, of those behind `after`. */
async function batchOf(
  db: StationDatabase,
  sending: Sending,
  after: number,
): Promise<readonly FactRow[]> {
  // Some more instead of a filter: a filter is asked row by row.
  const enough = most.commands + sending.putOff.size;
  const waiting = await db.outbox.where('sequence').above(after).limit(enough).toArray();
  const going = waiting.filter((row) => mayGo(sending, row)).slice(0, most.commands);
  const rows = await ownFacts(
    db,
    nextBatch(going, most).map((row) => row.sequence),
  );
  return rows.filter((row) => row.envelope !== null);
}
