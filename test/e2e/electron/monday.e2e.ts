import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { systemChromium } from '../../../build/system/chromium.mjs';
import { playMonday } from '../demo/monday/monday.ts';

test('a company begins with its own spreadsheets, and before lunch a return of its own is paid', {
  tag: '@release',
}, async () => {
  // Eight commands and two programs one after the other: beside two other drives on two cores 240 s end at the dock.
  test.setTimeout(600_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-monday-'));
  const browser = await chromium.launch(systemChromium);
  try {
    const acts = await playMonday({
      folder,
      browser,
      step: (title, _page, action) => test.step(title, async () => void (await action())),
    });
    expect(acts).toBeLessThanOrEqual(60);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
