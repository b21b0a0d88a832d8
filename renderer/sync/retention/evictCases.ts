import { acceptedMs } from '../../../shared/cases/retention.ts';
import { factsOfCases } from '../../cases/factsOfCases.ts';
import { withAcks } from '../../storage/ackRanges.ts';
import { noteSequences, setStationValues, stationValues } from '../../storage/meta.ts';
import { tidyIdentifierIndex } from '../../storage/packed/identifierIndex.ts';
import { listRowsIn, packedRowsBy, papersIn } from '../../storage/packed/packedRows.ts';
import { dropPackedRows, tidyPages } from '../../storage/packed/packRows.ts';
import { nobodyWaits } from '../../storage/peopleFirst.ts';
import type { DraftRow, FactRow, PhotoRow, RefusedRow, StationValues } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';

type Expired = StationValues['leaving'];

/** Expired cases go, unless something of them still has to stay. Returns how many went. */
export async function evictCases({ db, now }: SyncDeps): Promise<number> {
  const { leaving = [] } = await stationValues(db);
  const due = leaving.filter(({ from }) => Date.parse(from) <= now());
  let evicted = 0;
  for (const { caseId } of due)
    evicted += await db.transaction('rw', db.tables, async () => {
      const before = (await stationValues(db)).leaving ?? [];
      // It may have come back meanwhile.
      if (!before.some((one) => one.caseId === caseId)) return 0;
      if (!(await evictCase(db, caseId, now()))) return 0;
      await setStationValues(db, { leaving: before.filter((one) => one.caseId !== caseId) });
      return 1;
    });
  if (evicted > 0) await tidyStorage(db);
  return evicted;
}

/** What is packed and holds no longer goes. */
async function tidyStorage(db: StationDatabase): Promise<void> {
  await db.transaction('rw', [db.cases, db.casePages, db.identifiers], async () => {
    await tidyIdentifierIndex(db);
  });
  await tidyPages(papersIn(db), () => nobodyWaits(db));
  await tidyPages(listRowsIn(db), () => nobodyWaits(db));
}

/** Within a transaction: notes cases as expired, or as staying after all. */
export async function noteExpired(
  db: StationDatabase,
  leaving: Expired,
  staying: readonly string[],
): Promise<void> {
  if (leaving.length + staying.length === 0) return;
  const before = (await stationValues(db)).leaving ?? [];
  const named = new Set([...staying, ...leaving.map(({ caseId }) => caseId)]);
  const after = [...before.filter(({ caseId }) => !named.has(caseId)), ...leaving];
  if (after.length + before.length > 0) await setStationValues(db, { leaving: after });
}

/**
 * Within a transaction: takes a case out of the database with all that is known of it, when nothing
 * speaks against it. False: it stays, whole.
 */
export async function evictCase(
  db: StationDatabase,
  caseId: string,
  now: number,
): Promise<boolean> {
  const stored = (await factsOfCases(db, [caseId])).get(caseId) ?? [];
  const facts = await withAcks(db, stored);
  const ids = facts.map((row) => row.id);
  const pictures = facts.flatMap(({ fact }) => (fact.kind === 'photoTaken' ? [fact.sha256] : []));
  const [waiting, refused, photos, bytes, drafts, begun, held] = await Promise.all([
    db.outbox.where('id').anyOf(ids).count(),
    db.refused.bulkGet(ids),
    db.photos.bulkGet(pictures),
    db.photoBytes.where('sha256').anyOf(pictures).primaryKeys(),
    db.drafts.where('caseId').equals(caseId).toArray(),
    db.begunDecisions.where('caseId').equals(caseId).toArray(),
    db.heldDecisions.where('caseId').equals(caseId).count(),
  ]);
  const own = photos.flatMap((photo) => photo ?? []);
  const isFree =
    waiting + held === 0 &&
    facts.every((row, index) => isFactFree(row, refused[index], now)) &&
    own.every((photo) => isPhotoFree(photo, bytes)) &&
    [...drafts, ...begun].every((draft) => isDraftFree(draft, now));
  if (!isFree) return false;
  await noteSequences(db, facts);
  await Promise.all([
    db.facts.bulkDelete(ids),
    db.refused.bulkDelete(ids),
    db.identifiers.bulkDelete([`case:${caseId}`, ...ids.map((id) => `fact:${id}`)]),
    db.photos.bulkDelete(pictures),
    db.photoBytes.bulkDelete(pictures),
    db.drafts.where('caseId').equals(caseId).delete(),
    db.begunDecisions.where('caseId').equals(caseId).delete(),
    db.refunds.where('caseId').equals(caseId).delete(),
    db.grants.where('caseId').equals(caseId).delete(),
    dropPackedRows(papersIn(db), [caseId]),
    dropPackedRows(listRowsIn(db), [caseId]),
    db.casesBehind.delete(caseId),
  ]);
  return true;
}

/**
 * Within a transaction: of cases that stay for what was recorded here, those that are on a list still are
 * another site's by now. Nobody here works on them; their papers come back if they do.
 */
export async function putAway(db: StationDatabase, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  const rows = await packedRowsBy(listRowsIn(db), caseIds);
  const moved = rows.flatMap((row) => (row && row.lists.length > 0 ? [row.caseId] : []));
  if (moved.length === 0) return;
  await Promise.all([
    dropPackedRows(papersIn(db), moved),
    dropPackedRows(listRowsIn(db), moved),
    db.identifiers.bulkDelete(moved.map((id) => `case:${id}`)),
    db.casesBehind.bulkDelete(moved),
  ]);
}

/** Own ones stay for a while: a central restored from a back-up would ask for them again. */
function isFactFree(row: FactRow, refused: RefusedRow | undefined, now: number): boolean {
  if (row.acceptance === 'accepted')
    return row.sequence === 0 || isLongAgo(row.acceptedAt ?? row.fact.at.utc, now);
  return row.acceptance === 'refused' && refused !== undefined && isRefusalFree(refused, now);
}

/** A person has read it, long ago. What central could not read yet may still be accepted. */
export function isRefusalFree({ why, seenAt }: RefusedRow, now: number): boolean {
  return why.kind === 'refused' && seenAt !== null && isLongAgo(seenAt, now);
}

/** Central has verified it, and its bytes have left the station by their own rule. */
function isPhotoFree({ state, sha256 }: PhotoRow, bytes: readonly string[]): boolean {
  return state === 'verified' && !bytes.includes(sha256);
}

function isDraftFree({ savedAt }: Pick<DraftRow, 'savedAt'>, now: number): boolean {
  return isLongAgo(savedAt, now);
}

function isLongAgo(at: string, now: number): boolean {
  return Date.parse(at) < now - acceptedMs;
}
