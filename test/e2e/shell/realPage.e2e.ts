import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openStation } from '../electronStation.ts';

test('the page of the application lives within the strict policy', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-page-'));
  const { page, close } = await openStation({ folder, centralUrl: 'http://127.0.0.1:1' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (failure) => complaints.push(failure.message));
  await page.reload();
  await expect(page.getByRole('button').first()).toBeVisible();
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((font) => font.status === 'loaded').length;
  });
  expect(fonts).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
  await close();
  rmSync(folder, { recursive: true, force: true });
});
