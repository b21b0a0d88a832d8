import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { demoToday } from '../demoReturns.ts';
import { receive } from '../driver/dock.ts';
import { look } from '../driver/look.ts';
import { enrol, signIn } from '../driver/signIn.ts';
import { openStation } from '../electronStation.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';

let central: RunningCentral;
let folder: string;

test.beforeAll(async () => {
  central = await runCentral();
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-camera-'));
});
test.afterAll(async () => {
  await central.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = () =>
  openStation({
    folder,
    centralUrl: central.url,
    enrolmentCode: central.enrolmentCode,
    cameras: 2,
  });
const { expected, worker } = demoToday();
const dock = worker('NQ4107');

/** What the operating system does to the camera: takes it away, gives it to others, blinds it. */
async function camera(
  page: Page,
  next: 'gone' | 'busy' | 'black' | 'bright' | 'back',
): Promise<void> {
  await page.evaluate((what) => {
    const devices = navigator.mediaDevices;
    const real = MediaDevices.prototype.getUserMedia.bind(devices);
    const refusing = (name: string) => () => Promise.reject(new DOMException('no', name));
    if (what === 'gone') devices.getUserMedia = refusing('NotFoundError');
    if (what === 'busy') devices.getUserMedia = refusing('NotReadableError');
    if (what === 'back') devices.getUserMedia = real;
    if (what === 'black' || what === 'bright') {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      [canvas.width, canvas.height] = [640, 360];
      const paint = () => {
        if (!context) return;
        context.fillStyle = Reflect.get(window, 'light') === true ? '#999' : '#000';
        context.fillRect(0, 0, 640, 360);
      };
      Reflect.set(window, 'light', what === 'bright');
      if (what === 'black') {
        setInterval(paint, 50);
        devices.getUserMedia = async () => canvas.captureStream(20);
      }
    }
    if (what === 'bright') return;
    const video = document.querySelector('video');
    if (video?.srcObject instanceof MediaStream)
      for (const track of video.srcObject.getTracks()) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
  }, next);
}

const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Photo saved' });
const refused = (page: Page) => page.getByText('No picture').first();
const unsentOf = (page: Page) => page.evaluate(countPhotos);

/** Pictures recorded here, sent or not. */
async function countPhotos(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const opening = indexedDB.open('quayside');
    opening.onerror = () => reject(new Error('no database'));
    opening.onsuccess = () => {
      const asked = opening.result.transaction('photos').objectStore('photos').count();
      asked.onsuccess = () => {
        opening.result.close();
        resolve(asked.result);
      };
    };
  });
}

async function shootsNothing(page: Page): Promise<void> {
  const before = await unsentOf(page);
  await page.keyboard.press('F7', { delay: 60 });
  await expect(refused(page)).toBeVisible();
  expect(await unsentOf(page)).toBe(before);
}

async function shoots(page: Page): Promise<void> {
  const before = await unsentOf(page);
  await page.keyboard.press('F7', { delay: 60 });
  await expect.poll(() => unsentOf(page)).toBe(before + 1);
  await expect(saved(page).first()).toBeVisible();
}

test('a camera that goes, is taken, or is blind stops the shutter with words, and comes back without signing out', async () => {
  const [parcel] = expected;
  if (!parcel) throw new Error('The demo announces nothing to receive');
  let station = await open();
  let { page } = station;
  await enrol(page);
  await signIn(page, dock);
  await receive(page, parcel);
  await expect(page.locator('video')).toHaveJSProperty('readyState', 4);
  await shoots(page);

  await camera(page, 'busy');
  await expect(page.getByText('The camera is used by another program')).toBeVisible();
  await look(page, 'camera-busy');
  await shootsNothing(page);

  await camera(page, 'gone');
  await expect(page.getByText('No camera found')).toBeVisible();
  await shootsNothing(page);

  await camera(page, 'black');
  await expect(page.getByText('The camera shows only black')).toBeVisible();
  await look(page, 'camera-black');
  await shootsNothing(page);
  await camera(page, 'bright');
  await expect(page.getByText('The camera shows only black')).toBeHidden();
  await shoots(page);

  await camera(page, 'back');
  await expect(page.getByText('The camera has gone')).toBeVisible();
  await expect(page.getByText('The camera has gone')).toBeHidden();
  await expect(page.locator('video')).toHaveJSProperty('readyState', 4);
  await shoots(page);

  const choice = page.getByRole('button', { name: 'Camera' });
  const other = 'fake_device_1';
  await choice.click();
  await page.getByRole('option', { name: other }).click();
  await expect(choice).toContainText(other);
  await shoots(page);
  await station.close();

  station = await open();
  ({ page } = station);
  await signIn(page, dock);
  await receive(page, parcel, 'Here already');
  await expect(page.getByRole('button', { name: 'Camera' })).toContainText(other);
  await station.close();
});
