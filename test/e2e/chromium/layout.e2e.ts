import { expect, type Page, test } from '@playwright/test';

import { enrolling, signIn } from '../../bench/app/measure/signingIn.ts';
import { seededCentral } from '../../bench/app/seed/seededCentral.ts';
import { benchList, onBench } from '../../bench/app/sights.ts';
import { type Ground, type OpenedStation, prepareGround } from '../../bench/app/station.ts';
import { seenAfter } from '../../bench/app/watch.ts';

/**
 * A grid asks more than once how high what is in it will be, and so does each grid within it. In the
 * Chromium that comes next, tiles that were grids themselves made four seconds of that when a case was
 * opened at the bench (at load 10; 12 ms when nothing of it was new).
 */
let ground: Ground;
let station: OpenedStation;

test.beforeAll(async () => {
  ground = await prepareGround('chromium', await seededCentral('compact'));
  station = await ground.open();
  await enrolling(ground, station);
});
test.afterAll(async () => {
  await station.close();
  await ground.clear();
});

test('to lay out an open case with its pictures is not many times what it is without them', {
  tag: '@release',
}, async () => {
  const { page, keys } = station;
  await signIn(ground, station, 'person-zielinski', benchList);
  const [parcel] = ground.manifest.bench;
  if (!parcel) throw new Error('nothing on the bench');
  await seenAfter(page, { opened: onBench(parcel.rma) }, () => keys.scan(parcel.tracking));
  await expect(page.locator('figure img').first()).toBeVisible();
  const { whole, without } = await laidOut(page);
  expect(whole / without, `${whole} ms with, ${without} without`).toBeLessThan(30);
});

/** From nothing, milliseconds, the least of some. */
async function laidOut(page: Page): Promise<{ readonly whole: number; readonly without: number }> {
  return await page.evaluate(() => {
    const pictures = [...document.querySelectorAll<HTMLElement>('figure')];
    const show = (element: HTMLElement, isShown: boolean) => {
      element.style.display = isShown ? '' : 'none';
    };
    const anew = () => {
      const all = pictures[0]?.closest<HTMLElement>('body > *');
      if (!all) return Number.NaN;
      show(all, false);
      void document.body.offsetHeight;
      show(all, true);
      const began = performance.now();
      void document.body.offsetHeight;
      return performance.now() - began;
    };
    const least = () => Math.min(anew(), anew(), anew());
    const whole = least();
    for (const one of pictures) show(one, false);
    return { whole, without: least() };
  });
}
