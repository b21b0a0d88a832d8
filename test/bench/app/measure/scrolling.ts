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
/** Of all there is to scroll, where that is less. */
const mostLeft = 0.8;

export async function scrolling({ page }: OpenedStation, where: string): Promise<Figures> {
  const place = await page.locator('main').first().boundingBox();
  if (!place) throw new Error('nothing to scroll');
  // It may be longer than the window.
  await page.mouse.move(place.x + place.width / 2, place.y + Math.min(place.height / 2, fromTopPx));
  let furthest = 0;
  const { at: before, left } = await scrolled(page);
  const dropped = await droppedFrames(page, async () => {
    const due = Date.now();
    for (let turn = 1; turn <= turns; turn += 1) {
      await page.mouse.wheel(0, turn <= turns / 2 ? turnPx * 4 : -turnPx * 4);
      await delay(due + turn * everyMs - Date.now());
      if (turn === turns / 2) furthest = (await scrolled(page)).at - before;
    }
  });
  // Where nothing turns, no frame is dropped either.
  if (furthest < Math.min((turns / 2) * turnPx * 4 * leastMoved, Math.max(left * mostLeft, 1)))
    throw new Error(`${where} was scrolled by ${furthest} px only`);
  return { [`frames dropped while scrolling ${(turns * everyMs) / 1000} s, ${where}`]: [dropped] };
}

/** CSS pixels, of everything that scrolls: how far, and how much further it could be. */
async function scrolled(page: Page): Promise<{ readonly at: number; readonly left: number }> {
  return await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')].filter(
      (one) =>
        one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowY),
    );
    return {
      at: all.reduce((sum, { scrollTop }) => sum + scrollTop, 0),
      left: Math.max(0, ...all.map((one) => one.scrollHeight - one.clientHeight - one.scrollTop)),
    };
  });
}
