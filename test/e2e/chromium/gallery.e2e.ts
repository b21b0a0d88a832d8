import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';

const root = path.resolve(import.meta.dirname, '../../..');
let server: ViteDevServer;
let address = '';

test.beforeAll(async () => {
  server = await createServer({
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, strictPort: false },
  });
  await server.listen();
  address = server.resolvedUrls?.local[0] ?? '';
});
test.afterAll(async () => {
  await server.close();
});

/** Each theme once and each density once; colours and sizes do not depend on each other. */
for (const [theme, density] of [
  ['light', 'desk'],
  ['dark', 'bench'],
  ['contrast', 'dock'],
] as const) {
  test(`every component is accessible in the ${theme} theme, at the ${density}`, async ({
    page,
  }) => {
    await page.goto(`${address}gallery.html?theme=${theme}&density=${density}`);
    await expect(page.getByRole('heading', { name: 'Icons' })).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await page.screenshot({
      path: path.join(root, `out/gallery/${theme}-${density}.png`),
      fullPage: true,
    });
  });
}

test('nothing is cut off and nothing scrolls sideways, in long words, turned around, at 200 %', async ({
  page,
}) => {
  // 1280 pixels at 200 % are 640.
  await page.setViewportSize({ width: 640, height: 450 });
  for (const language of ['de', 'pseudoRtl']) {
    await page.goto(`${address}gallery.html?language=${language}`);
    await expect(page.getByRole('heading', { name: 'Icons' })).toBeVisible();
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, language).toBeLessThanOrEqual(0);
  }
});

test('keys are as large as the distance asks: 32 pixels, 12 and 20 millimetres', async ({
  page,
}) => {
  for (const [density, least] of [
    ['desk', () => 32],
    ['bench', (mm: number) => 12 * mm],
    ['dock', (mm: number) => 20 * mm],
  ] as const) {
    await page.goto(`${address}gallery.html?density=${density}`);
    await expect(page.getByRole('heading', { name: 'Icons' })).toBeVisible();
    const perMillimetre = await page.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm')),
    );
    const heights = await page
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(least(perMillimetre) - 0.5);
  }
});
