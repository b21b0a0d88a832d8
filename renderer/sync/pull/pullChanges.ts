import { stationSilenceMs } from '../../../shared/cases/retention.ts';
import { contractVersion, limits } from '../../../shared/sync/centralApi.ts';
import type { ReadPull } from '../../../shared/sync/tolerant.ts';
import { restorePhotos } from '../../cases/restorePhotos.ts';
import { setStationValues, startOver, stationValues } from '../../storage/meta.ts';
import { prefetchIdentifierIndex } from '../../storage/packed/identifierIndex.ts';
import { adoptEpoch } from '../push/adoptEpoch.ts';
import { CentralTrouble } from '../transport/centralClient.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';
import { applyInParts } from './applyInParts.ts';
import { catchRowsUp } from './catchRowsUp.ts';
import { dropUnnamed } from './dropUnnamed.ts';
import { recentLines } from './recentLines.ts';

/** Fewer are there before anybody has read how many. */
const worthCounting = 2_000;
/** Reading a page holds the interface's thread: no longer than a person notices. */
const changesAtOnce = Math.min(500, limits.changesPerPull);

/** Takes over every change since the cursor, page by page, each with its cursor in one transaction. */
export async function pullChanges(deps: SyncDeps): Promise<{ readonly people: boolean }> {
  try {
    return await pullToTheEnd(deps);
  } catch (cause) {
    // As far as it came, lists show it.
    await catchRowsUp(deps);
    throw cause;
  }
}

async function pullToTheEnd(deps: SyncDeps): Promise<{ readonly people: boolean }> {
  const { db, desktop } = deps;
  let people = false;
  await askAgainForUnread(deps);
  await startOverAfterLongSilence(deps);
  const named = new Set<string>();
  const { resyncing = false } = await stationValues(db);
  // A full catch-up that was broken off begins again: what it had seen is forgotten.
  const from = resyncing ? null : ((await stationValues(db)).cursor ?? null);
  const isFirst = from === null && !resyncing;
  let asked = pull(deps, from, true);
  let far = { done: 0, all: 0 };
  const lines = recentLines();
  for (;;) {
    const page = await asked;
    if (page.left !== undefined) far = { done: 0, all: page.changes.length + page.left };
    const { epoch } = await stationValues(db);
    if (epoch !== page.epoch) {
      await adoptEpoch(deps, page.epoch);
      // The first epoch ever changes nothing; another one means to begin again.
      if (epoch !== undefined) return await pullToTheEnd(deps);
    }
    people ||= page.changes.some((change) => change.collection === 'people');
    if (page.more) asked = aheadOfTime(pull(deps, page.cursor));
    const isLong = far.all >= worthCounting;
    const own = await applyInParts(db, { ...page, isLong, recentLines: lines }, deps.now);
    await noteUnread(deps, page.unread.length);
    await prefetchIdentifierIndex(db);
    far = { ...far, done: far.done + page.changes.length };
    if (isLong && page.more) deps.brought?.(far);
    if (own.length > 0) await desktop.settleCommands({ ids: [...own] });
    if (resyncing)
      for (const { collection, id } of [...page.changes, ...page.unread])
        named.add(`${collection}:${id}`);
    if (!page.more) break;
  }
  await catchRowsUp(deps, isFirst);
  if (far.all >= worthCounting) deps.brought?.(null);
  await prefetchIdentifierIndex(db);
  if (resyncing) {
    await dropUnnamed(db, named, deps.now());
    // Pictures whose fact was only known to central until now: their files wait to be sent.
    await restorePhotos(db, desktop);
  }
  return { people };
}

/**
 * Under way while the page before is being stored: where the feed is read from still moves with that
 * page alone. Trouble with it is told when its turn comes, and not at all when that page failed.
 */
function aheadOfTime<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => {});
  return asked;
}

async function pull(deps: SyncDeps, cursor: string | null, countsLeft = false): Promise<ReadPull> {
  const askedAt = deps.now();
  const page = await deps.central.pull({ cursor, limit: changesAtOnce, countsLeft });
  deps.heard(page.time, askedAt);
  if (page.minimumContractVersion > contractVersion)
    throw new CentralTrouble('refused', 'this build is too old for central', {
      code: 'stationTooOld',
    });
  return page;
}

/**
 * Central evicts finished cases without naming every fact of them: who was away for longer than that
 * asks for everything that is there now.
 */
async function startOverAfterLongSilence({ db, now }: SyncDeps): Promise<void> {
  const { lastContact, cursor } = await stationValues(db);
  if (lastContact === undefined || cursor === undefined) return;
  if (now() - Date.parse(lastContact) > stationSilenceMs) await startOver(db);
}

/** What an older build could not read, this one can. */
async function askAgainForUnread({ db }: SyncDeps): Promise<void> {
  const { unread } = await stationValues(db);
  if (unread === undefined || unread.contractVersion >= contractVersion) return;
  await startOver(db);
  await setStationValues(db, { unread: { contractVersion, changes: 0 } });
}

async function noteUnread({ db }: SyncDeps, more: number): Promise<void> {
  if (more === 0) return;
  const { unread } = await stationValues(db);
  const changes = (unread?.changes ?? 0) + more;
  await setStationValues(db, { unread: { contractVersion, changes } });
}
