import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { demoToday } from '../demoReturns.ts';
import { receive } from '../driver/dock.ts';
import { lookWhole } from '../driver/look.ts';
import { expectJoined, signIn } from '../driver/signIn.ts';
import { type ElectronStation, openStation } from '../electronStation.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';

let central: RunningCentral;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-camera-'));
  central = await runCentral(folder);
});
test.afterAll(async () => {
  await central.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = () => openStation({ folder, centralUrl: central.url, cameras: 2 });
const { expected, worker } = demoToday();
const dock = worker('NQ4107');

/** What the operating system does to the camera: takes it away, gives it to others, blinds it. */
async function camera(
  page: Page,
  next: 'gone' | 'busy' | 'black' | 'bright' | 'back' | 'ended',
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

/**
 * A fake device cannot mute, so the browser itself does: the camera comes through a connection of the
 * page to itself, and a far end that stops sending mutes its track, with the browser's own event.
 * The application lets no peer connection send anything, so this window may for once.
 */
async function throughConnection({ app, page }: ElectronStation): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.setWebRTCIPHandlingPolicy('default');
  });
  await page.evaluate(async () => {
    const devices = navigator.mediaDevices;
    const source = await MediaDevices.prototype.getUserMedia.call(devices, { video: true });
    const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
    near.onicecandidate = ({ candidate }) => candidate && void far.addIceCandidate(candidate);
    far.onicecandidate = ({ candidate }) => candidate && void near.addIceCandidate(candidate);
    const came = new Promise<MediaStreamTrack>((resolve) => {
      far.ontrack = ({ track }) => resolve(track);
    });
    const [track] = source.getVideoTracks();
    if (!track) throw new Error('no picture to send');
    const sender = near.addTransceiver(track, { direction: 'sendonly' });
    const negotiate = async (direction: 'sendonly' | 'inactive') => {
      sender.direction = direction;
      await near.setLocalDescription(await near.createOffer());
      if (near.localDescription) await far.setRemoteDescription(near.localDescription);
      await far.setLocalDescription(await far.createAnswer());
      if (far.localDescription) await near.setRemoteDescription(far.localDescription);
    };
    await negotiate('sendonly');
    const remote = await came;
    const muted: string[] = [];
    remote.addEventListener('mute', () => muted.push('mute'));
    remote.addEventListener('unmute', () => muted.push('unmute'));
    // Each asker stops what it was given.
    devices.getUserMedia = async () => new MediaStream([remote]);
    Reflect.set(window, 'far', { negotiate, muted });
  });
  await camera(page, 'ended');
}

type FarEnd = {
  readonly negotiate: (direction: 'sendonly' | 'inactive') => Promise<void>;
  readonly muted: readonly string[];
};

async function farEnd(page: Page, direction: 'sendonly' | 'inactive'): Promise<readonly string[]> {
  return await page.evaluate(async (next) => {
    const far = (window as unknown as { far: FarEnd }).far;
    await far.negotiate(next);
    return far.muted;
  }, direction);
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
      const asked = opening.result.transaction('facts').objectStore('facts').getAll();
      asked.onsuccess = () => {
        opening.result.close();
        // Their records: two alike, as of a device begun anew, are kept as one picture.
        const rows: readonly { readonly kind: string }[] = asked.result;
        resolve(rows.filter(({ kind }) => kind === 'photoTaken').length);
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

test('a camera that goes, is taken, or is blind stops the shutter with words, and comes back without signing out', {
  tag: '@release',
}, async () => {
  const [parcel] = expected;
  if (!parcel) throw new Error('The demo announces nothing to receive');
  let station = await open();
  let { page } = station;
  await expectJoined(page);
  await signIn(page, dock);
  // Before its papers are here nobody expects it.
  await expect(page.getByRole('main')).toContainText(parcel.case.rma ?? '');
  await receive(page, parcel);
  await expect(page.locator('video')).toHaveJSProperty('readyState', 4);
  await shoots(page);

  await camera(page, 'busy');
  await expect(page.getByText('The camera is used by another program')).toBeVisible();
  await lookWhole(page, 'camera-busy');
  await shootsNothing(page);

  await camera(page, 'gone');
  await expect(page.getByText('No camera found')).toBeVisible();
  await shootsNothing(page);

  await camera(page, 'black');
  await expect(page.getByText('The camera shows only black')).toBeVisible();
  await lookWhole(page, 'camera-black');
  await shootsNothing(page);
  await camera(page, 'bright');
  await expect(page.getByText('The camera shows only black')).toBeHidden();
  await shoots(page);

  await camera(page, 'back');
  await expect(page.getByText('The camera has gone')).toBeVisible();
  await expect(page.getByText('The camera has gone')).toBeHidden();
  await expect(page.locator('video')).toHaveJSProperty('readyState', 4);
  await shoots(page);

  await throughConnection(station);
  await expect(page.locator('video')).toHaveJSProperty('readyState', 4);
  await shoots(page);
  expect(await farEnd(page, 'inactive')).toContain('mute');
  await expect(page.getByText('The camera sends no picture')).toBeVisible();
  await lookWhole(page, 'camera-muted');
  await shootsNothing(page);
  await farEnd(page, 'sendonly');
  await expect(page.getByText('The camera sends no picture')).toBeHidden();
  await shoots(page);

  await camera(page, 'back');
  await expect(page.locator('video')).toHaveJSProperty('readyState', 4);
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
