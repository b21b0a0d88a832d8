/** A wheel that turns over the list for three seconds. */
import type { Page } from '@playwright/test';
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { OpenedStation } from '../station.ts';
import { droppedFrames } from '../watch.ts';

const turns = 90;
const turnPx = 120;
const everyMs = 33;
const fromTopPx = 300;
/** Of what the wheel was turned: a list that ends sooner is a bit shorter, one that stands moved nothing. */
const leastMoved = 0.2;

export async function scrolling({ page }: OpenedStation, where: string): Promise<Figures> {
  const place = await page.locator('main').first().boundingBox();
  if (!place) throw new Error('nothing to scroll');
  // It may be longer than the window.
  await page.mouse.move(place.x + place.width / 2, place.y + Math.min(place.height / 2, fromTopPx));
  let furthest = 0;
  const before = await scrolled(page);
  const dropped = await droppedFrames(page, async () => {
    const due = Date.now();
    for (let turn = 1; turn <= turns; turn += 1) {
      await page.mouse.wheel(0, turn <= turns / 2 ? turnPx * 4 : -turnPx * 4);
      await delay(due + turn * everyMs - Date.now());
      if (turn === turns / 2) furthest = (await scrolled(page)) - before;
    }
  });
  // Where nothing turns, no frame is dropped either.
  if (furthest < (turns / 2) * turnPx * 4 * leastMoved)
    throw new Error(`${where} was scrolled by ${furthest} px only`);
  return { [`frames dropped while scrolling ${(turns * everyMs) / 1000} s, ${where}`]: [dropped] };
}

/** CSS pixels, of everything that scrolls. */
async function scrolled(page: Page): Promise<number> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('*')].reduce((sum, { scrollTop }) => sum + scrollTop, 0),
  );
}
