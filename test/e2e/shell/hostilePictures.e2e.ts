/**
 * The application's page shows what central made of hostile pictures, and answers keys meanwhile. Stations
 * are handed nothing else of them (`electron/station/forward.test.ts`). QUAYSIDE_PICTURES says how many.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { startReencoder } from '../../../central/photos/reencoder.ts';
import { hostilePictures } from '../../attacks/attackers/hostilePictures.ts';
import { openStation } from '../electronStation.ts';

const wanted = Number(process.env['QUAYSIDE_PICTURES'] ?? 48);

/** What central shows of them; for each it shows nothing of, the largest it ever makes: noise throughout. */
async function shownOf(count: number): Promise<readonly Buffer[]> {
  const reencoder = startReencoder();
  try {
    const made: Buffer[] = [];
    for await (const { bytes } of hostilePictures(count)) {
      const shown = await reencoder.reencode('bad', async () => bytes);
      if (shown.ok) made.push(Buffer.from(shown.value));
    }
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const whole = await sharp({
      create: { width: 3000, height: 3000, channels: 3, background: 'white', noise },
    })
      .jpeg({ quality: 95 })
      .toBuffer();
    const largest = await reencoder.reencode('bad', async () => whole);
    if (!largest.ok) throw new Error('the largest is none');
    while (made.length < count) made.push(Buffer.from(largest.value));
    return made;
  } finally {
    await reencoder.stop();
  }
}

/** From each key to what was painted after it, the longest in milliseconds, while all are drawn and scrolled by. */
async function keysMeanwhile(
  page: Page,
): Promise<{ shown: number; longest: number; keys: number }> {
  const over = page.evaluate(async () => {
    const took: number[] = [];
    const hear = ({ timeStamp }: Event) =>
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => took.push(performance.now() - timeStamp);
        painted.port2.postMessage(null);
      });
    addEventListener('keydown', hear, true);
    const held = Reflect.get(window, 'held') as Blob[];
    const grid = document.createElement('div');
    grid.className = 'hostile';
    for (const side of ['top', 'left', 'right', 'bottom']) grid.style.setProperty(side, '0');
    grid.style.position = 'fixed';
    grid.style.overflow = 'auto';
    document.body.append(grid);
    const drawn = held.map(async (blob) => {
      const image = new Image(320, 240);
      const settled = new Promise<boolean>((settle) => {
        image.addEventListener('load', () => settle(true));
        image.addEventListener('error', () => settle(false));
      });
      image.src = URL.createObjectURL(blob);
      grid.append(image);
      return settled;
    });
    const shown = (await Promise.all(drawn)).filter(Boolean).length;
    for (let at = 0; at < grid.scrollHeight; at += 480) {
      grid.scrollTop = at;
      await new Promise((resolve) => {
        setTimeout(resolve, 60);
      });
    }
    removeEventListener('keydown', hear, true);
    grid.remove();
    return { shown, longest: Math.round(Math.max(...took)), keys: took.length };
  });
  const drawing = { isOver: false };
  void over.finally(() => {
    drawing.isOver = true;
  });
  while (!drawing.isOver) await page.keyboard.press('Tab');
  return await over;
}

test('the page answers within a second while it shows hostile pictures', {
  tag: '@release',
}, async () => {
  test.setTimeout(1_800_000);
  const pictures = await shownOf(wanted);
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-pictures-'));
  const { page, close } = await openStation({ folder, centralUrl: 'http://127.0.0.1:1' });
  await expect(page.getByRole('button').first()).toBeVisible();
  await page.evaluate(() => Reflect.set(window, 'held', []));
  for (const picture of pictures)
    await page.evaluate((text) => {
      const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
      (Reflect.get(window, 'held') as Blob[]).push(new Blob([bytes], { type: 'image/jpeg' }));
    }, picture.toString('base64'));
  const seen = await keysMeanwhile(page);
  const bytes = pictures.reduce((sum, { length }) => sum + length, 0);
  process.stdout.write(
    `pictures ${JSON.stringify({ pictures: pictures.length, megabytes: Math.round(bytes / 1e6), ...seen })}\n`,
  );
  expect(seen.shown).toBe(pictures.length);
  expect(seen.keys).toBeGreaterThan(5);
  expect(seen.longest).toBeLessThan(1000);
  await close();
  rmSync(folder, { recursive: true, force: true });
});
