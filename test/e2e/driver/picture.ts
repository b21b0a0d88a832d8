import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { projectRoot } from '../../../build/system/dependencies.mjs';

/** `npm test` looks at no pictures, and takes none. */
const takesPictures = process.env['QUAYSIDE_NO_PICTURES'] !== '1';

/** For looking at, below `out/`: half a second less each than a loss-free one. */
export async function takePicture(
  page: Page,
  file: string,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): Promise<void> {
  expect.soft(await longerThanFrame(page), `${file}: the frame lies still`).toEqual([]);
  if (!takesPictures) return;
  const place = path.join(projectRoot, 'out', `${file}.jpg`);
  await page.screenshot({ path: place, type: 'jpeg', quality: 85, fullPage: isWhole });
}

/**
 * What makes the page longer than the frame it is drawn in, which then moves as a whole whenever something
 * below takes the focus. A page without a frame as high as the window may be long.
 */
async function longerThanFrame(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const root = document.documentElement;
    const frame = document.querySelector('header')?.parentElement?.getBoundingClientRect();
    const isFramed = frame !== undefined && Math.abs(frame.height - root.clientHeight) <= 1;
    if (!isFramed || root.scrollHeight <= root.clientHeight + 1) return [];
    const below = [...document.querySelectorAll('body *')].filter((one) => {
      const { bottom } = one.getBoundingClientRect();
      const isFree = getComputedStyle(one).position === 'absolute';
      return isFree && bottom + root.scrollTop > root.clientHeight + 1;
    });
    return [
      `${root.scrollHeight - root.clientHeight} px longer`,
      ...below.map((one) => `${one.parentElement?.outerHTML.slice(0, 160)}`),
    ].slice(0, 6);
  });
}
