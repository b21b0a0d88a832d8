import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { projectRoot } from '../../../build/system/dependencies.mjs';

const pictures = path.join(projectRoot, 'out/screenshots');
/** All in `npm run e2e`; `npm test` looks once, since no other theme or size has other rules. */
const isThorough = process.env['QUAYSIDE_EVERY_DRIVE'] === '1';
const themes = isThorough ? (['light', 'dark', 'contrast'] as const) : (['light'] as const);
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
type Size = (typeof sizes)[number];
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
): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  for (const size of within) {
    await page.setViewportSize(size);
    for (const theme of size === sizes[0] ? themes : themes.slice(0, 1)) {
      await page.evaluate((wanted) => {
        document.documentElement.dataset['theme'] = wanted;
      }, theme);
      await allSettled(page);
      // Half a second less each than a loss-free picture; these are for looking at.
      const file = `${name}-${size.width}-${theme}.jpg`;
      await page.screenshot({ path: path.join(pictures, file), type: 'jpeg', quality: 85 });
      if (size === sizes[0]) await expectAccessible(page, `${name}, ${theme}`, theme === 'light');
    }
  }
  await page.setViewportSize(zoomed);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(wider, `${name} scrolls sideways at 200 %`).toBeLessThanOrEqual(0);
  expect.soft(await wordsOutside(page), `${name} holds all its words at 200 %`).toEqual([]);
  const zoomedFile = path.join(pictures, `${name}-zoomed.jpg`);
  await page.screenshot({ path: zoomedFile, type: 'jpeg', quality: 85 });
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

/** A sheet half there, or a key on its way from one theme's colours to the next, is not to be judged. */
async function allSettled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) =>
          one.playState !== 'running' ||
          one.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
      ),
  );
}

type Found = {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: { html: string }[];
};

/** Every rule once; in the other themes only what colours can break. */
async function expectAccessible(page: Page, what: string, allRules: boolean): Promise<void> {
  await bringAxe(page);
  const violations = await page.evaluate(
    async ({ excluded, only }) => {
      const { axe } = globalThis as unknown as { readonly axe: Axe };
      const options = { resultTypes: ['violations'], ...(only && { runOnly: only }) };
      return (await axe.run({ exclude: [excluded] }, options)).violations;
    },
    // What the component library has said aloud of a button that is gone lingers for some seconds.
    { excluded: '[data-live-announcer]', only: allRules ? null : ['color-contrast'] },
  );
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  expect.soft(serious, what).toEqual([]);
}

type Axe = {
  readonly run: (context: unknown, options: unknown) => Promise<{ violations: readonly Found[] }>;
};

/** Past the page's own policy, once: bringing it takes as long as a run of every rule. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return;
  // The other mode opens a page of its own, which a desktop application does not have.
  await new AxeBuilder({ page }).setLegacyMode(true).withRules(['document-title']).analyze();
}

/** At the size of most stations only. */
export async function lookOnce(page: Page, name: string): Promise<void> {
  await look(page, name, [sizes[0]]);
}
