import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
// Declares what the page finds at its window.
import '../../../renderer/desktop/desktop.ts';
import { type BrowserStation, openInBrowser } from './browserStation.ts';

let folder: string;
let station: BrowserStation;

test.beforeAll(async ({ launchOptions }) => {
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-browser-'));
  station = await openInBrowser({
    folder,
    centralUrl: 'http://127.0.0.1:1',
    enrolmentCode: '',
    launchOptions,
  });
  await expect(station.page.getByRole('button').first()).toBeVisible();
});
test.afterAll(async () => {
  await station.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a photo goes to its file and comes back byte for byte', async () => {
  const photo = await station.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 48);
    canvas.getContext('2d')?.fillRect(8, 8, 30, 20);
    const image = await canvas.convertToBlob({ type: 'image/png' });
    const bytes = new Uint8Array(await image.arrayBuffer());
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const kept = await window.quayside?.keepPhoto({ sha256, bytes });
    const back = await window.quayside?.readPhoto({ sha256 });
    return { kept, same: back?.join() === bytes.join() };
  });
  expect(photo.kept?.ok).toBe(true);
  expect(photo.same).toBe(true);
});

test('the door refuses what does not fit the contract', async () => {
  const said = await station.page.evaluate(async () => {
    const asked = window.quayside?.readPhoto({ sha256: '../../etc/passwd' });
    return await asked?.catch((failure: unknown) => String(failure));
  });
  expect(said).toBe('Error: quayside readPhoto: badInput');
});

test('the page lives within the strict policy, and a breach of it is noticed', async () => {
  expect(station.complaints).toEqual([]);
  await station.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "breached"';
    document.body.append(script);
  });
  await expect.poll(() => station.complaints.join()).toMatch(/Content Security Policy/);
  expect(await station.page.title()).not.toBe('breached');
});
