import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type CuttableLine, layLine } from '../cuttableLine.ts';
import { demoToday } from '../demoReturns.ts';
import { expectEverythingSent, expectUnsent } from '../driver/bar.ts';
import { photographParcel, receive } from '../driver/dock.ts';
import { lookOnce } from '../driver/look.ts';
import { enrol, expectJoined, signIn } from '../driver/signIn.ts';
import { type ElectronStation, openStation } from '../electronStation.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';

const adminToken = 'admin-token-of-this-test';

let central: RunningCentral;
let line: CuttableLine;
let folder: string;

test.beforeAll(async () => {
  process.env['QUAYSIDE_ADMIN_TOKEN'] = adminToken;
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-rescued-'));
  central = await runCentral(path.join(folder, 'lost'));
  line = await layLine(central.url);
});
test.afterAll(async () => {
  await line.cut();
  await central.close();
  rmSync(folder, { recursive: true, force: true });
});

async function anotherCode(): Promise<string> {
  const answer = await fetch(`${central.url}/central/admin/enrolment-codes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` },
    body: JSON.stringify({ siteId: 'ewr' }),
  });
  const { code } = (await answer.json()) as { readonly code: string };
  return code;
}

/** Nobody is there to use the operating system's dialogs: they answer with this file. */
async function answerDialogs({ app }: ElectronStation, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

async function goToThisStation(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('link', { name: /This station/ })
    .click();
  await page.getByRole('heading', { name: 'If a station cannot send any more' }).waitFor();
}

test('unsent work of a station that died reaches central through another one', {
  tag: '@release',
}, async () => {
  const { expected, worker } = demoToday();
  const [parcel] = expected;
  if (!parcel) throw new Error('The demo announces nothing');
  const file = path.join(folder, 'dock.quayside-rescue');
  const profile = path.join(folder, 'lost');
  const lost = await openStation({ folder: profile, centralUrl: line.url });
  await expectJoined(lost.page);
  await signIn(lost.page, worker('NQ4107'));
  await expect(lost.page.getByRole('main')).toContainText(parcel.case.rma ?? '');
  await line.cut();
  await receive(lost.page, parcel);
  await photographParcel(lost.page);
  await expectUnsent(lost.page, 2);
  await answerDialogs(lost, file);
  await goToThisStation(lost.page);
  await lost.page.getByRole('heading', { name: /cannot send/ }).scrollIntoViewIfNeeded();
  await lookOnce(lost.page, 'rescue-section');
  const button = lost.page.getByRole('button', { name: 'Export unsent work' });
  await button.focus();
  await lost.page.keyboard.press('Enter', { delay: 60 });
  const shown = lost.page.getByRole('alertdialog', { name: 'Write this code down' });
  await expect(shown).toContainText('2 records, 1 photo');
  await lookOnce(lost.page, 'rescue-code');
  const code = (await shown.getByLabel('Code').textContent()) ?? '';
  expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);
  await lost.page.keyboard.press('Escape', { delay: 60 });
  await expect(shown).toBeVisible();
  await shown.getByRole('button', { name: 'The code is written down' }).click();
  await expect(shown).toBeHidden();
  await lost.kill();

  const helper = await openStation({
    folder: path.join(folder, 'helper'),
    centralUrl: central.url,
    enrolmentCode: await anotherCode(),
  });
  const { page } = helper;
  await enrol(page);
  await signIn(page, worker('NQ4107'));
  await answerDialogs(helper, file);
  await goToThisStation(page);
  await expect(page.getByRole('button', { name: 'Import a file' })).toBeDisabled();
  await signIn(page, worker('NQ4101'));
  await goToThisStation(page);
  await page.getByRole('button', { name: 'Import a file' }).click();
  const sheet = page.getByRole('dialog', { name: 'Import work from another station' });
  await expect(sheet).toContainText('2 records, 1 photo');
  await page.keyboard.type('0000 0000 0000 0000', { delay: 60 });
  await page.keyboard.press('Enter', { delay: 60 });
  await expect(sheet.getByText('This code does not fit this file')).toBeVisible();
  await lookOnce(page, 'rescue-wrong-code');
  await page.keyboard.press('Escape', { delay: 60 });
  const broken = path.join(folder, 'broken.quayside-rescue');
  const whole = readFileSync(file);
  writeFileSync(broken, whole.subarray(0, whole.length - 20_000));
  await answerDialogs(helper, broken);
  await page.getByRole('button', { name: 'Import a file' }).click();
  await sheet.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.keyboard.press('Enter', { delay: 60 });
  await expect(sheet.getByText('The file is damaged')).toBeVisible();
  await lookOnce(page, 'rescue-damaged');
  await page.keyboard.press('Escape', { delay: 60 });
  await answerDialogs(helper, file);
  await page.getByRole('button', { name: 'Import a file' }).click();
  await sheet.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase());
  await page.keyboard.press('Enter', { delay: 60 });
  await expect(sheet.getByText('2 new records, 1 new photo')).toBeVisible();
  await lookOnce(page, 'rescue-imported');
  await sheet.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('Central has everything')).toBeVisible();
  await page.getByRole('heading', { name: /cannot send/ }).scrollIntoViewIfNeeded();
  await lookOnce(page, 'rescue-handed-in');

  await line.mend();
  const back = await openStation({ folder: profile, centralUrl: line.url });
  await signIn(back.page, worker('NQ4107'));
  await expectEverythingSent(back.page);
  await back.page.evaluate(() => {
    location.hash = '#/refused';
  });
  await expect(back.page.getByText('Central has accepted everything so far')).toBeVisible();
  await back.close();
  await helper.close();
});
