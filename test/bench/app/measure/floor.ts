/** What everything else stands beside: the same keys on a page that does next to nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openPage } from '../../sync/engines.ts';
import { buildPages, servePages } from '../../sync/pages.ts';
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import { bandSays } from '../sights.ts';
import { type Engine, instrumented, type OpenedStation } from '../station.ts';
import { blocksSince, seen, seenAfter, sinceKey, typedSince } from '../watch.ts';
import { scrolling } from './scrolling.ts';

const scans = 40;

export async function floor(engine: Engine, rows: number): Promise<Figures> {
  await buildPages(['appFloor']);
  const server = await servePages();
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-bench-floor-'));
  const startedAt = Date.now();
  const address = `${server.origin}/appFloor?rows=${rows}`;
  const { page, close } = await openPage(engine, path.join(folder, 'profile'), address);
  try {
    await page.locator('main').waitFor();
    const drawn = Date.now() - startedAt;
    const station = {
      ...(await instrumented(page)),
      startedAt,
      mainMemory: async () => null,
      memory: async () => null,
      close,
    };
    const plain = await scanned(station, (n) => ({ text: `k${n}`, says: `k${n}` }));
    const read = await scanned(station, (n) => ({ text: `?l${n}`, says: `found l${n}` }));
    const typed = await typing(station);
    return {
      'floor: window with that many rows in Dexie': [drawn],
      'floor: scan → painted, React alone': plain,
      'floor: scan → painted, one plain Dexie read': read,
      'floor: key → paint in a field': typed,
      'floor: a block of 100 ms, as it is seen': [await plantedBlock(page)],
      ...(await scrolling(station, 'floor: a bare virtual list')),
    };
  } finally {
    await close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function scanned(
  { page, keys }: OpenedStation,
  each: (n: number) => { readonly text: string; readonly says: string },
): Promise<readonly number[]> {
  const took: number[] = [];
  for (let n = 1; n <= scans; n += 1) {
    const { text, says } = each(n);
    let entered = 0;
    const { said } = await seenAfter(
      page,
      { said: { ...bandSays(says), isWhole: true } },
      async () => {
        entered = await keys.scan(text);
      },
    );
    took.push(sinceKey(said, entered));
    await delay(100);
  }
  return took;
}

async function typing({ page, keys }: OpenedStation): Promise<readonly number[]> {
  await seen(page, { field: { selector: 'textarea' } });
  await page.locator('textarea').focus();
  await typedSince(page);
  for (let n = 0; n < scans; n += 1) {
    await keys.press('a');
    await delay(40);
  }
  return await typedSince(page, scans);
}

/** Where it is not seen, "no block" says nothing. */
export async function plantedBlock(page: Page): Promise<number> {
  const began = Date.now();
  await page.evaluate(() => {
    setTimeout(() => {
      const until = performance.now() + 100;
      while (performance.now() < until);
    });
  });
  await delay(300);
  const [block] = await blocksSince(page, began);
  if (!block) throw new Error('a block that was planted was not seen');
  return block.ms;
}
