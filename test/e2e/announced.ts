import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { ReturnCase } from '../../shared/facts/documents.ts';

/**
 * Puts returns among the papers of a station, as the office would announce them, and starts its page
 * anew: it makes its lists and what it finds them by from its papers, as after an update.
 */
export async function announce(
  page: Page,
  like: ReturnCase,
  returns: readonly Partial<ReturnCase>[],
): Promise<void> {
  const papers = returns.map((one) => ({
    ...like,
    id: v7(),
    trackingNumbers: [],
    ssccs: [],
    ...one,
  }));
  await page.evaluate(async (bodies) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('not written')));
      });
    const database = await done(indexedDB.open('quayside'));
    const writing = database.transaction(['cases', 'meta'], 'readwrite');
    for (const body of bodies) await done(writing.objectStore('cases').put(body, body.id));
    const meta = writing.objectStore('meta');
    const station: unknown = await done(meta.get('station'));
    await done(meta.put({ ...Object(station), projection: 0 }));
    database.close();
  }, papers);
  await page.reload();
}

/** How many facts of each kind the station holds of its own. */
export async function ownFacts(page: Page): Promise<Readonly<Record<string, number>>> {
  const read = await page.evaluate(async (): Promise<unknown> => {
    const done = (request: IDBRequest) =>
      new Promise<unknown>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('unreadable')));
      });
    const opening = indexedDB.open('quayside');
    await done(opening);
    const facts = opening.result
      .transaction('facts')
      .objectStore('facts')
      .index('envelope.sequence');
    const rows = await done(facts.getAll(IDBKeyRange.lowerBound(1)));
    opening.result.close();
    return rows;
  });
  const counts: Record<string, number> = {};
  for (const { kind } of Rows.parse(read)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

const Rows = z.array(z.object({ kind: z.string() }));
