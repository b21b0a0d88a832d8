import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../../..');

export async function looksRight(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // What the component library reads out names a button that may be gone by now.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze();
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
  await page.screenshot({ path: path.join(root, `out/office/${name}.png`) });
}

export async function appear(page: Page, theme: 'Light' | 'Dark' | 'High contrast'): Promise<void> {
  await page.getByRole('button', { name: 'Language and appearance' }).click();
  await page.getByRole('radio', { name: theme }).click({ force: true });
  await page.keyboard.press('Escape');
}
