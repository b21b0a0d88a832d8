import { keysUnder } from '../byIndex.ts';
import { putPages } from '../putInBulk.ts';
import type { PackedRows } from './packedRows.ts';
import { mayBePut, notePut } from './putSinceEmpty.ts';
import { pageOf, pageWithout } from './rowPage.ts';

const fewestOnAPage = 8;
const mostOnAPage = 100;

/** Within a transaction. Later rows replace earlier ones of the same id. */
export async function putPackedRows<T>(packed: PackedRows<T>, rows: readonly T[]): Promise<void> {
  if (rows.length === 0) return;
  const { own, pages, idOf, documentsOf } = packed;
  const last = [...new Map(rows.map((row) => [idOf(row), row])).values()];
  const ids = last.map(idOf);
  if (last.length < fewestOnAPage) {
    // A key that lies in the row is not given beside it.
    await own.bulkPut(last, own.schema.primKey.keyPath ? undefined : ids);
    return;
  }
  const there = [...(await keysUnder(own, ':id', ids))].flatMap(([, keys]) => keys);
  await dropCoveredPages(packed, ids);
  notePut(pages, ids);
  const count = Math.ceil(last.length / mostOnAPage);
  const made = Array.from({ length: count }, (_, index) =>
    pageOf(last.slice(index * mostOnAPage, (index + 1) * mostOnAPage), idOf, documentsOf),
  );
  await putPages(pages, made, { table: own, keys: ids, rows: last, there });
}

/** Within a transaction. Of these ids those that may have a row, as far as one or two questions tell. */
export async function mayHaveRows<T>(
  { own, pages }: PackedRows<T>,
  ids: readonly string[],
): Promise<readonly string[]> {
  const paged = new Set(await mayBePut(pages, ids));
  const others = ids.filter((id) => !paged.has(id));
  // Nothing is awaited that asks the database nothing: the transaction would end behind it.
  const apart = others.length === 0 ? null : await keysUnder(own, ':id', others);
  return ids.filter((id) => paged.has(id) || (apart?.get(id)?.length ?? 0) > 0);
}

/** Within a transaction: these rows go, wherever they lie. */
export async function dropPackedRows<T>(
  { own, pages }: PackedRows<T>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const gone = new Set(ids);
  const found = await keysUnder(pages, 'ids', ids);
  await own.bulkDelete([...ids]);
  for (const key of new Set([...found.values()].flat()))
    await keepOnPage({ pages }, key, (id) => !gone.has(id));
}

/**
 * Pages half of whose rows hold no longer lose those, each in a transaction of its own. What was
 * overruled once stays so, whatever is written meanwhile.
 */
export async function tidyPages<T>(
  { own, pages }: PackedRows<T>,
  before: () => Promise<void>,
): Promise<void> {
  const overruled = new Set(await own.toCollection().primaryKeys());
  for (const key of (await pages.toCollection().primaryKeys()).toReversed()) {
    await before();
    const ids = (await pages.get(key))?.ids ?? [];
    const left = ids.filter((id) => !overruled.has(id));
    const isDue = left.length * 2 <= ids.length;
    const dead = new Set(isDue ? ids.filter((id) => overruled.has(id)) : []);
    for (const id of ids) overruled.add(id);
    if (dead.size > 0)
      await own.db.transaction('rw', pages, async () => {
        await keepOnPage({ pages }, key, (id) => !dead.has(id));
      });
  }
}

/** Pages all of whose rows come anew. */
async function dropCoveredPages<T>(
  { pages }: PackedRows<T>,
  ids: readonly string[],
): Promise<void> {
  const known = await mayBePut(pages, ids);
  if (known.length === 0) return;
  const coming = new Set(ids);
  const times = new Map<number, number>();
  for (const keys of (await keysUnder(pages, 'ids', known)).values())
    for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  // No page is so small unless it has lost rows: `tidyPages` sees to those.
  const likely = [...times].flatMap(([key, many]) => (many >= fewestOnAPage ? [key] : []));
  const found = likely.length === 0 ? [] : await pages.bulkGet(likely);
  const covered = likely.filter((_, index) => found[index]?.ids.every((id) => coming.has(id)));
  if (covered.length > 0) await pages.bulkDelete(covered);
}

/** Under the same key, so that the newest stays the newest. */
async function keepOnPage(
  { pages }: Pick<PackedRows<never>, 'pages'>,
  key: number,
  stays: (id: string) => boolean,
): Promise<void> {
  const page = await pages.get(key);
  if (!page) return;
  const left = pageWithout(page, stays);
  if (left) await pages.put(left, key);
  else await pages.delete(key);
}
