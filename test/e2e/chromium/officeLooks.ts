import { expect, type Page } from '@playwright/test';
import { allSettled, violationsOn } from '../driver/axe.ts';
import { takePicture } from '../driver/picture.ts';

export async function looksRight(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await allSettled(page);
  const violations = await violationsOn(page);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  // What scrolls of itself hides what is too wide for it from the page around it.
  const wider = await page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('main, main > *')].map(
        (one) => one.scrollWidth - one.clientWidth,
      ),
    ),
  );
  expect(wider, name).toBeLessThanOrEqual(0);
  await takePicture(page, `office/${name}`);
}

/** In `npm test` each of central's rooms is looked at in the light theme. */
export const looksInEveryTheme = process.env['QUAYSIDE_EVERY_DRIVE'] === '1';

export async function appear(page: Page, theme: 'Light' | 'Dark' | 'High contrast'): Promise<void> {
  await page.getByRole('button', { name: 'Language and appearance' }).click();
  await page.getByRole('radio', { name: theme }).click({ force: true });
  await page.keyboard.press('Escape');
}
