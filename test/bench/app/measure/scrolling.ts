/** A wheel that turns over the list for three seconds. */
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { OpenedStation } from '../station.ts';
import { droppedFrames } from '../watch.ts';

const turns = 90;
const turnPx = 120;
const everyMs = 33;
const fromTopPx = 300;

export async function scrolling({ page }: OpenedStation, where: string): Promise<Figures> {
  const place = await page.locator('main').first().boundingBox();
  if (!place) throw new Error('nothing to scroll');
  // It may be longer than the window.
  await page.mouse.move(place.x + place.width / 2, place.y + Math.min(place.height / 2, fromTopPx));
  await page.mouse.wheel(0, turnPx);
  // Where nothing turns, no frame is dropped either.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('*')].some((element) => element.scrollTop > 0),
  );
  const dropped = await droppedFrames(page, async () => {
    const due = Date.now();
    for (let turn = 1; turn <= turns; turn += 1) {
      await page.mouse.wheel(0, turn <= turns / 2 ? turnPx * 4 : -turnPx * 4);
      await delay(due + turn * everyMs - Date.now());
    }
  });
  return { [`frames dropped while scrolling ${(turns * everyMs) / 1000} s, ${where}`]: [dropped] };
}
