import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { allSettled, violationsOn } from '../driver/axe.ts';
import { takePicture } from '../driver/picture.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let server: Server;
let address = '';

/** The gallery's files by name, as they would be built if it were part of the product. */
async function galleryFiles(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  // Of a server for development started in this process, React's development JSX would be left.
  process.env['NODE_ENV'] = 'production';
  const result = await build({
    configFile: false,
    root: path.join(root, 'renderer'),
    logLevel: 'error',
    plugins: [react()],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: path.join(root, 'renderer/gallery.html') },
    },
  });
  const [made] = Array.isArray(result) ? result : [result];
  if (made === undefined || !('output' in made)) throw new Error('The gallery was not built');
  return new Map(
    made.output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : file.source,
    ]),
  );
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

test.beforeAll(async () => {
  const files = await galleryFiles();
  server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', 'http://gallery');
    const file = files.get(pathname);
    const type = types[path.extname(pathname)] ?? 'application/octet-stream';
    answer.writeHead(file === undefined ? 404 : 200, { 'content-type': type }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gallery.html`;
});
test.afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function openGallery(page: Page, asked: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${address}?${new URLSearchParams(asked).toString()}`);
  await expect(page.getByRole('heading', { name: 'Icons' })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

/**
 * Each theme once and each density once; colours and sizes do not depend on each other. Every rule
 * once, and in the other themes what colours alone can break.
 */
for (const [theme, density, least, rules] of [
  ['light', 'desk', () => 32, 'all'],
  ['dark', 'bench', (mm: number) => 12 * mm, 'colours'],
  ['contrast', 'dock', (mm: number) => 20 * mm, 'colours'],
] as const)
  test(`every component is accessible in the ${theme} theme, and its keys large enough at the ${density}`, async ({
    page,
  }) => {
    await openGallery(page, { theme, density });
    await allSettled(page);
    const violations = await violationsOn(page, rules);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await takePicture(page, `gallery/${theme}-${density}`, { isWhole: true });

    // 32 pixels, 12 and 20 millimetres, as the distance asks.
    const perMillimetre = await page.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm')),
    );
    const heights = await page
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(least(perMillimetre) - 0.5);
  });

test('nothing is cut off and nothing scrolls sideways, in long words, turned around, at 200 %', async ({
  page,
}) => {
  // 1280 pixels at 200 % are 640.
  await page.setViewportSize({ width: 640, height: 450 });
  for (const language of ['de', 'pseudoRtl']) {
    await openGallery(page, { language });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, language).toBeLessThanOrEqual(0);
  }
});
