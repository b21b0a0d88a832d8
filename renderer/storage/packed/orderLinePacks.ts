import type { OrderLine } from '../../../shared/facts/documents.ts';
import { countUpTo, keysUnder } from '../byIndex.ts';
import { isWriting } from '../isWriting.ts';
import { putInBulk } from '../putInBulk.ts';
import type { OrderLinePack } from '../rows.ts';
import type { StationDatabase } from '../stationDatabase.ts';
import { mayBePut, notePut } from './putSinceEmpty.ts';

/*
 * A station knows tens of thousands of order lines and looks at a few. Row by row they take twelve
 * times as long to store, so they lie packed as text. New lines go to the end unasked; where a line
 * is in several packs, the newest holds.
 */

const linesInAPack = 200;
const mostCached = 32;
/** So many stay by themselves: each line of the pack they would join is indexed once more. */
const fewestApart = 25;

/** The lines under these ids, in their order; undefined where there is none. */
export async function orderLinesBy(
  db: StationDatabase,
  ids: readonly string[],
): Promise<readonly (OrderLine | undefined)[]> {
  if (ids.length === 0) return [];
  // What a transaction has written may yet be undone, and another pack get the same key.
  const mayRemember = !isWriting();
  return await db.transaction('r', db.orderLinePacks, async () => {
    const around = ids.length >= manyIds && isWriting() ? await linesAround(db, ids) : null;
    if (around) return ids.map((id) => around.get(id));
    const keys = (await packsWith(db, ids)).map((found) => found.at(-1));
    const packs = await openPacks(
      db,
      new Set(keys.flatMap((key) => (key === undefined ? [] : [key]))),
      mayRemember,
    );
    return ids.map((id, index) => packs.get(keys[index] ?? -1)?.get(id));
  });
}

/** Within a transaction. Later lines replace earlier ones of the same id. */
export async function putOrderLines(
  db: StationDatabase,
  lines: readonly OrderLine[],
): Promise<void> {
  if (lines.length === 0) return;
  notePut(
    db.orderLinePacks,
    lines.map(({ id }) => id),
  );
  if (lines.length < fewestApart)
    await db.orderLinePacks.bulkAdd(packed(await joinedToNewest(db, lines)));
  else await putInBulk(db.orderLinePacks, packed(lines), { fewest: 1 });
}

const worthNoting = 16;

/** Within a transaction. Of many lines those that may be stored. */
export async function mayBeStored(
  db: StationDatabase,
  ids: readonly string[],
): Promise<readonly string[]> {
  return ids.length < worthNoting ? ids : await mayBePut(db.orderLinePacks, ids);
}

/** Within a transaction. */
export async function dropOrderLines(db: StationDatabase, ids: readonly string[]): Promise<void> {
  const found = await packsWith(db, ids);
  const gone = new Set(ids);
  await rewrite(db, [...new Set(found.flat())], (id) => !gone.has(id));
}

/** Within a transaction: lets every line go that is not named; whether one did. */
export async function keepOrderLines(
  db: StationDatabase,
  isNamed: (id: string) => boolean,
): Promise<boolean> {
  let isOneGone = false;
  for (const key of await db.orderLinePacks.toCollection().primaryKeys())
    if (await rewrite(db, [key], isNamed)) isOneGone = true;
  return isOneGone;
}

/** Many small changes do not leave many small packs: the newest is filled first. */
async function joinedToNewest(
  db: StationDatabase,
  lines: readonly OrderLine[],
): Promise<readonly OrderLine[]> {
  const [newest] = await db.orderLinePacks.toCollection().reverse().limit(1).primaryKeys();
  const pack = newest === undefined ? undefined : await db.orderLinePacks.get(newest);
  if (newest === undefined || !pack || pack.ids.length + lines.length > linesInAPack) return lines;
  await db.orderLinePacks.delete(newest);
  return [...unpacked(pack), ...lines];
}

function packed(lines: readonly OrderLine[]): readonly OrderLinePack[] {
  const last = [...new Map(lines.map((line) => [line.id, line])).values()];
  return Array.from({ length: Math.ceil(last.length / linesInAPack) }, (_, index) =>
    packOf(last.slice(index * linesInAPack, (index + 1) * linesInAPack)),
  );
}

function packOf(lines: readonly OrderLine[]): OrderLinePack {
  return { ids: lines.map((line) => line.id), lines: JSON.stringify(lines) };
}

function unpacked(pack: OrderLinePack): readonly OrderLine[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by its schema when it was packed
  return JSON.parse(pack.lines) as OrderLine[];
}

/** For each of these ids the keys of the packs it lies in, the newest last. */
async function packsWith(
  db: StationDatabase,
  ids: readonly string[],
): Promise<readonly (readonly number[])[]> {
  const packs = await keysUnder(db.orderLinePacks, 'ids', ids);
  return ids.map((id) => packs.get(id) ?? []);
}

const manyIds = 200;

/**
 * All lines of the packs that hold anything between the first and the last of many ids, the newest
 * of each: what comes together lies together, and to ask for each by itself takes longer than to
 * open them all. null where that is much more than was asked for.
 */
async function linesAround(
  db: StationDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrderLine> | null> {
  const sorted = ids.toSorted();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  const range = () => db.orderLinePacks.where('ids').between(first, last, true, true);
  const many = await countUpTo(range(), 4 * ids.length + 1);
  if (many === 0) return new Map();
  if (many > 4 * ids.length) return null;
  const keys = [...new Set(await range().primaryKeys())].sort((a, b) => a - b);
  const packs = await db.orderLinePacks.bulkGet(keys);
  const lines = packs.flatMap((pack) => (pack ? unpacked(pack) : []));
  return new Map(lines.map((line) => [line.id, line]));
}

/** Under the same key, so that the newest stays the newest; whether a line went. */
async function rewrite(
  db: StationDatabase,
  keys: readonly number[],
  stays: (id: string) => boolean,
): Promise<boolean> {
  let isOneGone = false;
  const packs = await db.orderLinePacks.bulkGet([...keys]);
  for (const [index, key] of keys.entries()) {
    const pack = packs[index];
    if (!pack || pack.ids.every(stays)) continue;
    isOneGone = true;
    const left = unpacked(pack).filter((line) => stays(line.id));
    if (left.length === 0) await db.orderLinePacks.delete(key);
    else await db.orderLinePacks.put(packOf(left), key);
  }
  return isOneGone;
}

type OpenPack = ReadonlyMap<string, OrderLine>;
const cachedPacks = new WeakMap<StationDatabase, Map<number, OpenPack>>();

/**
 * A pack never gets other lines under the same key, it can only lose some (and then is no longer
 * asked for them): what was read once may be used again.
 */
async function openPacks(
  db: StationDatabase,
  keys: ReadonlySet<number>,
  mayRemember: boolean,
): Promise<ReadonlyMap<number, OpenPack>> {
  const cached = cachedPacks.get(db) ?? new Map<number, OpenPack>();
  cachedPacks.set(db, cached);
  const open = new Map<number, OpenPack>();
  for (const key of keys) {
    const pack = cached.get(key);
    if (pack) open.set(key, pack);
  }
  const missing = [...keys].filter((key) => !open.has(key));
  const rows = missing.length === 0 ? [] : await db.orderLinePacks.bulkGet(missing);
  for (const [index, key] of missing.entries()) {
    const row = rows[index];
    if (row) open.set(key, new Map(unpacked(row).map((line) => [line.id, line])));
  }
  if (mayRemember) remember(cached, open);
  return open;
}

function remember(mind: Map<number, OpenPack>, used: ReadonlyMap<number, OpenPack>): void {
  for (const [key, pack] of used) {
    mind.delete(key);
    mind.set(key, pack);
  }
  for (const key of mind.keys()) {
    if (mind.size <= mostCached) break;
    mind.delete(key);
  }
}
