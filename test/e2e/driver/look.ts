import { expect, type Page } from '@playwright/test';
import { allSettled, violationsOn } from './axe.ts';
import { cutWords, notUsable, outOfPlace, rowsOfBar } from './lookedAt.ts';
import { takePicture } from './picture.ts';

/** All in `npm run e2e`; `npm test` looks once, since no other theme or size has other rules. */
const isThorough = process.env['QUAYSIDE_EVERY_DRIVE'] === '1';
const themes = isThorough ? (['light', 'dark', 'contrast'] as const) : (['light'] as const);
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
type Size = (typeof sizes)[number];
/** The smallest computer the application is promised for, 1024 × 700 with the frame of its window. */
const smallest = { width: 1024, height: 672 };
/** 1366 pixels at 200 %. */
const zoomed = { width: 683, height: 384 };

/**
 * One screen in every theme, and once more on a larger display: a picture each, nothing serious from
 * axe, nothing sideways.
 */
export async function look(
  page: Page,
  name: string,
  within: readonly Size[] = isThorough ? sizes : [sizes[0]],
  isHeldWhole = false,
): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  if (isHeldWhole)
    await expect
      .configure({ soft: true })
      .poll(() => outOfPlace(page), { message: name, timeout: 2_000 })
      .toEqual([]);
  for (const size of within) {
    await page.setViewportSize(size);
    for (const theme of size === sizes[0] ? themes : themes.slice(0, 1)) {
      await page.evaluate((wanted) => {
        document.documentElement.dataset['theme'] = wanted;
      }, theme);
      await allSettled(page);
      if (isHeldWhole && theme === 'light')
        expect.soft(await cutWords(page), `${name} at ${size.width}`).toEqual([]);
      await takePicture(page, `screenshots/${name}-${size.width}-${theme}`);
      if (size === sizes[0])
        await expectAccessible(page, `${name}, ${theme}`, theme === 'light', isHeldWhole);
    }
  }
  if (isThorough && isHeldWhole) {
    await page.setViewportSize(smallest);
    await allSettled(page);
    expect.soft(await notUsable(page), `${name} at 1024 × 700`).toEqual([]);
    await takePicture(page, `screenshots/${name}-1024`);
  }
  await page.setViewportSize(zoomed);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(wider, `${name} scrolls sideways at 200 %`).toBeLessThanOrEqual(0);
  expect.soft(await wordsOutside(page), `${name} holds all its words at 200 %`).toEqual([]);
  if (isHeldWhole)
    expect.soft(await rowsOfBar(page), `rows of the bar, ${name} at 200 %`).toBeLessThanOrEqual(1);
  await takePicture(page, `screenshots/${name}-zoomed`);
  await page.setViewportSize(sizes[0]);
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'light';
  });
}

/** Bands, notices and tags whose words stand out of their own coloured box. */
function wordsOutside(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-tone]')]
      .filter((box) => box.scrollHeight > box.clientHeight + 1 && box.clientHeight > 0)
      .map((box) => box.textContent.trim().slice(0, 60)),
  );
}

const ofWholePages = ['landmark-one-main', 'page-has-heading-one'];

/** Every rule once; in the other themes only what colours can break. */
async function expectAccessible(
  page: Page,
  what: string,
  allRules: boolean,
  isHeldWhole: boolean,
): Promise<void> {
  const violations = await violationsOn(page, allRules ? 'all' : 'colours');
  // What lies behind a sheet is hidden from everybody. The rules leave it out where they see one, by
  // what covers a few points of the window, and do not always see it.
  const isBehindSheet = (await page.getByRole('dialog').count()) > 0;
  const serious = violations
    .filter(({ id }) => !isBehindSheet || !ofWholePages.includes(id))
    .filter(
      ({ impact }) =>
        impact === 'serious' || impact === 'critical' || (isHeldWhole && impact === 'moderate'),
    )
    .flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => `${impact} ${id}: ${node.html.slice(0, 160)}`),
    );
  expect.soft(serious, what).toEqual([]);
}

/**
 * The same of the screens one walks through, and more: one main, one banner, the focus on something,
 * nothing moderate from axe, no word torn or cut, and at 1024 × 700 everything in reach.
 */
export async function lookWhole(page: Page, name: string): Promise<void> {
  await look(page, name, undefined, true);
}

/** At the size of most stations only. */
export async function lookOnce(page: Page, name: string): Promise<void> {
  await look(page, name, [sizes[0]]);
}
