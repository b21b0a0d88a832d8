import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { databaseFolder } from '../../faults/station/stationAtWork.ts';
import { demoToday } from '../demoReturns.ts';
import { deciding, signWith } from '../driver/desk.ts';
import { lookWhole } from '../driver/look.ts';
import { expectJoined, signIn } from '../driver/signIn.ts';
import { type ElectronStation, openStation } from '../electronStation.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';
import { typeKeys } from '../scan.ts';

let central: RunningCentral;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-signed-'));
  central = await runCentral(folder);
});
test.afterAll(async () => {
  await central.close();
  rmSync(folder, { recursive: true, force: true });
});

const { worker } = demoToday();
const dock = worker('NQ4107');
const supervisor = worker('NQ4101');

const open = () => openStation({ folder, centralUrl: central.url });

const queue = (page: Page) => page.getByRole('grid', { name: 'To be decided' }).getByRole('row');
/** How many wait, as the heading counts them: only the rows in sight are drawn. */
async function waiting(page: Page): Promise<number> {
  const words = await page.getByRole('heading', { name: /To be decided/ }).textContent();
  return Number(words?.replaceAll(/\D/g, ''));
}
const expectWaiting = (page: Page, count: number) =>
  expect.poll(() => waiting(page), { timeout: 30_000 }).toBe(count);
const held = (page: Page) => page.getByText('was signed and not sent');

/** Signs the first case of the queue back to the bench, and does not wait out the undo. */
async function sign(page: Page): Promise<number> {
  await expect(page.getByRole('heading', { name: /To be decided/ })).toBeVisible();
  await expect(queue(page).first()).toBeVisible();
  const before = await waiting(page);
  const decide = page.getByRole('button', { name: 'Decide' });
  await queue(page).first().click();
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(decide).toBeEnabled();
  await decide.click();
  const panel = deciding(page);
  await panel.getByRole('radiogroup').locator('label').filter({ hasText: 'Send back' }).click();
  await panel.getByRole('textbox', { name: 'Reason' }).fill('Photograph the serial plate');
  await signWith(page, supervisor.pin);
  await expect(page.getByText(/is signed in \d+ second/)).toBeVisible();
  return before;
}

/** So many seconds pass for the main process. */
function later({ app }: ElectronStation, seconds: number): Promise<void> {
  return app.evaluate((_, passed) => {
    const real = process.hrtime.bigint.bind(process.hrtime);
    process.hrtime.bigint = () => real() + BigInt(passed) * 1_000_000_000n;
  }, seconds);
}

/** The main process, which looks every second whether anybody is there, has asked its clock again. */
function looks({ app }: ElectronStation, times: number): Promise<unknown> {
  return app.evaluate((_, wanted) => {
    const before = process.hrtime.bigint.bind(process.hrtime);
    let left = wanted;
    return new Promise((resolve) => {
      process.hrtime.bigint = () => {
        left -= 1;
        if (left === 0) resolve(null);
        return before();
      };
    });
  }, times);
}

/** Of a page that was loaded anew without Playwright. What is asked of a dying page has no answer. */
function wordsOn({ app }: ElectronStation): Promise<unknown> {
  return app.evaluate(({ BrowserWindow }) =>
    Promise.race([
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      new Promise((resolve) => setTimeout(() => resolve(''), 1000)),
    ]),
  );
}

test('a decision inside its ten seconds survives hand-over, lock, closing and the death of its page', async () => {
  test.setTimeout(240_000);
  let station: ElectronStation = await open();
  await expectJoined(station.page);
  await signIn(station.page, supervisor);

  await test.step('hand-over seals it', async () => {
    const before = await sign(station.page);
    await signIn(station.page, dock);
    await expect(held(station.page)).toHaveCount(0);
    await signIn(station.page, supervisor);
    await expectWaiting(station.page, before - 1);
    await expect(held(station.page)).toHaveCount(0);
  });

  await test.step('the lock seals it', async () => {
    const before = await sign(station.page);
    // The main process watches: keys count, and a page that says nothing changes nothing.
    await later(station, 200);
    await station.page.keyboard.press('Shift');
    await looks(station, 4);
    await later(station, 200);
    await looks(station, 4);
    await expect(station.page.getByText(/Locked after/)).toBeHidden();
    // A page on a busy machine may say late that somebody worked, and their minutes begin anew.
    await expect(async () => {
      await later(station, 3600);
      await expect(station.page.getByText(/Locked after/)).toBeVisible({ timeout: 5000 });
    }).toPass();
    await typeKeys(station.page, `${supervisor.pin}\r`);
    await expectWaiting(station.page, before - 1);
    await expect(held(station.page)).toHaveCount(0);
  });

  await test.step('it locks with the screen, at once', async () => {
    await station.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
    await expect(station.page.getByText('Locked with the computer.')).toBeVisible();
    await typeKeys(station.page, `${supervisor.pin}\r`);
    await expect(station.page.getByRole('banner').getByText(supervisor.person.name)).toBeVisible();
  });

  await test.step('closing the window seals it', async () => {
    const before = await sign(station.page);
    const ended = new Promise((resolve) => station.app.process().once('exit', resolve));
    await station.app.evaluate(({ BrowserWindow }) => {
      setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
    });
    await ended;
    station = await open();
    await signIn(station.page, supervisor);
    await expectWaiting(station.page, before - 1);
    await expect(held(station.page)).toHaveCount(0);
  });

  await test.step('after the death of the page it comes back to whoever signed it', async () => {
    await sign(station.page);
    await station.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(() => wordsOn(station)).toContain('was signed and not sent');
    await station.kill();
  });

  await test.step('and after the death of the process, named to everybody', async () => {
    station = await open();
    const { page } = station;
    const theirs = `${supervisor.person.name}’s decision on`;
    await expect(page.getByText(theirs)).toBeVisible();
    await signIn(page, dock);
    await expect(page.getByText(theirs)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign it' })).toHaveCount(0);
    await signIn(page, supervisor);
    await expect(page.getByText('Your decision on')).toBeVisible();
    await lookWhole(page, 'held-decision');
    const before = await waiting(page);
    await page.getByRole('button', { name: 'Sign it' }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet).toContainText('Photograph the serial plate');
    await lookWhole(page, 'held-decision-sheet');
    for (const digit of supervisor.pin)
      await sheet.getByRole('button', { name: digit, exact: true }).click();
    await sheet.getByRole('button', { name: 'Sign it' }).click();
    await expect(sheet).toBeHidden();
    await expect(held(page)).toHaveCount(0);
    await expectWaiting(page, before - 1);
  });

  await station.close();
});

test('a decision comes back although the engine lost its whole database before the next start', {
  tag: '@release',
}, async () => {
  let station = await open();
  await signIn(station.page, supervisor);
  const before = await sign(station.page);
  await station.kill();
  rmSync(path.dirname(databaseFolder(folder)), { recursive: true, force: true });
  station = await open();
  const { page } = station;
  await expect(page.getByText(`${supervisor.person.name}’s decision on`)).toBeVisible();
  await signIn(page, supervisor);
  await expect(page.getByText('Your decision on')).toBeVisible();
  await page.getByRole('button', { name: 'Sign it' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('Photograph the serial plate');
  for (const digit of supervisor.pin)
    await sheet.getByRole('button', { name: digit, exact: true }).click();
  await sheet.getByRole('button', { name: 'Sign it' }).click();
  await expect(sheet).toBeHidden();
  await expect(held(page)).toHaveCount(0);
  await expectWaiting(page, before - 1);
  await station.close();
});
