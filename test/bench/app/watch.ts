/** Asks the watch in the page (page/installWatch.ts). */
import type { Page } from '@playwright/test';
import { type Block, installWatch, type Seen, type Sights } from './page/installWatch.ts';

/** Again after each load of the page; a second time does nothing. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(installWatch);
}

/**
 * Waits for all of them. `act` runs between looking and waiting, so nothing it brings is missed;
 * with `freshOnly` what stood there before does not count until it has been drawn anew.
 */
export async function seenAfter<Name extends string>(
  page: Page,
  sights: Sights<Name>,
  act: () => Promise<unknown>,
  { freshOnly = false, patienceMs = 180_000 } = {},
): Promise<Seen<Name>> {
  const asked: { sights: Sights<string>; freshOnly: boolean; patienceMs: number } = {
    sights,
    freshOnly,
    patienceMs,
  };
  await page.evaluate(
    (given) => window.benchWatch?.expect(given.sights, given.freshOnly, given.patienceMs),
    asked,
  );
  await act();
  return (await page.evaluate(() => window.benchWatch?.seen())) as Seen<Name>;
}

export async function seen<Name extends string>(
  page: Page,
  sights: Sights<Name>,
  patienceMs = 300_000,
): Promise<Seen<Name>> {
  return await seenAfter(page, sights, async () => undefined, { patienceMs });
}

/** Everything over 50 ms that held the interface's thread since then. */
export async function blocksSince(page: Page, from: number): Promise<readonly Block[]> {
  return (await page.evaluate((since) => window.benchWatch?.blocks(since), from)) ?? [];
}

/** From each key's own time stamp to the paint of what it wrote, since the last call. */
export async function typedSince(page: Page): Promise<readonly number[]> {
  return (await page.evaluate(() => window.benchWatch?.typed())) ?? [];
}

/** What the application itself has measured under this name since the last call. */
export async function measuredSince(page: Page, name: string): Promise<readonly number[]> {
  return (await page.evaluate((asked) => window.benchWatch?.measured(asked), name)) ?? [];
}

/** Frames that were due and not drawn while `act` ran, by the display's own pace. */
export async function droppedFrames(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => window.benchWatch?.framesBegin());
  await act();
  const gaps = (await page.evaluate(() => window.benchWatch?.framesEnd())) ?? [];
  return gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frameMs) - 1), 0);
}

const frameMs = 1000 / 60;
