import { countUpTo, keysUnder } from '../byIndex.ts';
import type { PackedRows } from './packedRows.ts';
import { linesOf, rowIn } from './rowPage.ts';

/** Within a transaction: rows that wait for one of these documents, and some that did and are overruled. */
export async function rowsWaitingFor<T>(
  { own, pages, idOf, documentsOf }: PackedRows<T>,
  documents: readonly string[],
): Promise<readonly string[]> {
  if (documents.length === 0) return [];
  const [apart, together] = await Promise.all([
    keysUnder(own, 'documents', documents),
    keysUnder(pages, 'documents', documents),
  ]);
  const found = new Set([...apart.values()].flat());
  const keys = [...new Set([...together.values()].flat())];
  const wanted = new Set(documents);
  const read = keys.length === 0 ? [] : await pages.bulkGet(keys);
  for (const page of read)
    for (const line of page ? linesOf(page) : []) {
      const row = rowIn<T>(line);
      if (documentsOf(row).some((name) => wanted.has(name))) found.add(idOf(row));
    }
  return [...found];
}

/** At least so many rows or pages of rows, as far as one question of each tells. */
export async function areManyWaiting<T>(
  { own, pages }: PackedRows<T>,
  first: string,
  last: string,
  many: number,
): Promise<boolean> {
  const [apart, together] = await Promise.all([
    countUpTo(own.where('documents').between(first, last, true, true), many),
    countUpTo(pages.where('documents').between(first, last, true, true), many),
  ]);
  return apart + together >= many;
}
