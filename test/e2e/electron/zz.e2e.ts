import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@playwright/test';
import { demoToday } from '../demoReturns.ts';
import { look } from '../driver/look.ts';
import { expectJoined, signIn } from '../driver/signIn.ts';
import { openStation } from '../electronStation.ts';
import { runCentral } from '../runningCentral.ts';

test('zz', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-zz-'));
  const central = await runCentral(folder);
  const { worker } = demoToday();
  const station = await openStation({ folder, centralUrl: central.url });
  const { page } = station;
  await expectJoined(page);
  await signIn(page, worker(process.env['ZZ_BADGE'] ?? 'NQ4118'));
  await page.waitForTimeout(4000);
  await look(page, 'zz-list');
  const row = page.getByRole('row').nth(1);
  await row.click();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(3000);
  await look(page, 'zz-bench');
  await page.keyboard.press('F7', { delay: 30 });
  await page.waitForTimeout(2500);
  await look(page, 'zz-photo');
  await page
    .getByRole('button', { name: /^Mark and join/ })
    .first()
    .click();
  await page.waitForTimeout(1500);
  const stage = page.getByRole('application');
  const box = await stage.boundingBox();
  if (!box) throw new Error('no stage');
  await page.mouse.move(box.x + 120, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 260, box.y + 190, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.press('b');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('c');
  for (let i = 0; i < 12; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('t');
  await page.waitForTimeout(300);
  await page.keyboard.type('Crack, 12 mm', { delay: 80 });
  await page.waitForTimeout(500);
  await look(page, 'zz-marks');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  console.log('focus', await page.evaluate(() => document.activeElement?.getAttribute('role')));
  await page.getByRole('button', { name: 'Close' }).last().click();
  await page.waitForTimeout(1500);
  await look(page, 'zz-after');
  await station.close();
  await central.close();
});
