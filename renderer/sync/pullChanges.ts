import { contractVersion, limits, type PullResponse } from '../../shared/sync/centralApi.ts';
import { restorePhotos } from '../cases/restorePhotos.ts';
import { stationValues } from '../storage/meta.ts';
import { watched } from '../storage/watchdog.ts';
import { adoptEpoch } from './adoptEpoch.ts';
import { applyChanges } from './applyChanges.ts';
import { CentralTrouble } from './centralClient.ts';
import { dropUnnamed } from './dropUnnamed.ts';
import type { SyncParts } from './syncParts.ts';

const pageMs = 60_000;

/** Takes over every change since the cursor, page by page, each with its cursor in one transaction. */
export async function pullChanges(parts: SyncParts): Promise<{ readonly people: boolean }> {
  const { db, desktop } = parts;
  let people = false;
  const named = new Set<string>();
  const { resyncing = false } = await stationValues(db);
  // A full catch-up that was broken off begins again: what it had seen is forgotten.
  let cursor = resyncing ? null : ((await stationValues(db)).cursor ?? null);
  for (;;) {
    const page = await pull(parts, cursor);
    const { epoch } = await stationValues(db);
    if (epoch !== page.epoch) {
      await adoptEpoch(parts, page.epoch);
      // The first epoch ever changes nothing; another one means to begin again.
      if (epoch !== undefined) return await pullChanges(parts);
    }
    people ||= page.changes.some((change) => change.collection === 'people');
    const own = await watched(applyChanges(db, page, parts.now()), pageMs);
    if (own.length > 0) await desktop.settleCommands({ ids: [...own] });
    if (resyncing) for (const { collection, id } of page.changes) named.add(`${collection}:${id}`);
    cursor = page.cursor;
    if (!page.more) break;
  }
  if (resyncing) {
    await dropUnnamed(db, named, parts.now());
    // Pictures whose fact was only known to central until now: their files wait to be sent.
    await restorePhotos(db, desktop);
  }
  return { people };
}

async function pull(parts: SyncParts, cursor: string | null): Promise<PullResponse> {
  const askedAt = parts.now();
  const page = await parts.central.pull({ cursor, limit: limits.changesPerPull });
  parts.heard(page.time, askedAt);
  if (page.minimumContractVersion > contractVersion)
    throw new CentralTrouble('refused', 'this build is too old for central', {
      code: 'stationTooOld',
    });
  return page;
}
