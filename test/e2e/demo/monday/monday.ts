/**
 * Monday morning at a made-up company: an empty central, its own spreadsheets, and one return of its own from
 * the door to a started refund. It knows our documents and pages, and nothing of the demo.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { startCentral } from '../../../../build/run/runningCentral.mjs';
import { badgeCodeOf, slipCodeOf } from '../../../../shared/barcodes/barcodeOwn.ts';
import { readBase32, totpCode, totpStep } from '../../../../shared/node/totp.ts';
import { expectEverythingSent } from '../../driver/bar.ts';
import {
  choose,
  finishInspection,
  openOnBench,
  recordFinding,
  takeWantedPhotos,
} from '../../driver/bench.ts';
import { openOnDesk, signWith } from '../../driver/desk.ts';
import { openStation } from '../../electronStation.ts';
import { type Acts, countedActs } from './acts.ts';
import { writeSheets } from './sheets.ts';

export type Monday = {
  readonly folder: string;
  /** Of an empty database at a PostgreSQL; left out: the one inside central. */
  readonly databaseUrl?: string;
  readonly browser: Browser;
  readonly step: (title: string, page: Page, action: () => Promise<unknown>) => Promise<void>;
};

const passphrase = 'Gleitlager laufen am besten im Öl';
const ownDefect = 'Rundlauf außerhalb der Toleranz';
const rma = 'ML-26-00471';
const tracking = '00340434161094022115';
const pin = { joerg: '274916', sabine: '508237', oemer: '916402' };

/** Brings one return from spreadsheet to refund; how many commands and clicks it took. */
export async function playMonday(monday: Monday): Promise<number> {
  const { folder, browser, step } = monday;
  const central = await startCentral({
    folder,
    isEmpty: true,
    ...(monday.databaseUrl !== undefined && { databaseUrl: monday.databaseUrl }),
  });
  const tokenFile = path.join(folder, 'central/admin-token');
  const acts = countedActs({ QUAYSIDE_ADMIN_TOKEN_FILE: tokenFile });
  acts.note();
  const office = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  try {
    await step('The first administrator opens the link of the first start', office, () =>
      firstAdministrator(office, acts, link(folder)),
    );
    await step('The policy, as it is shipped', office, async () => {
      await acts.click(office, 'button', 'Do it: A draft of the policy');
      await acts.click(office, 'button', 'Save');
      await expect(office.getByText('Done · 1').first()).toBeVisible();
    });
    const { slips, code, secondLink } = await theRest(acts, central.url, folder);
    await secondPerson(monday, acts, secondLink);
    await step('Everything is in place', office, async () => {
      await office.reload();
      await expect(office.getByText('One parcel through the door')).toBeVisible();
    });
    await atTheDoor({ ...monday, acts, slips, code, centralUrl: central.url });
    await step('The refund stands at central', office, async () => {
      await office.reload();
      await expect(office.getByText('The company is set up')).toBeVisible();
    });
  } finally {
    await office.close();
    await central.stop();
  }
  return acts.count();
}

const link = (folder: string) =>
  readFileSync(path.join(folder, 'central/sign-in-link'), 'utf8').trim();

async function firstAdministrator(page: Page, acts: Acts, address: string): Promise<void> {
  await acts.act(page.goto(address));
  await acts.fill(page, 'First and last name', 'Petra Lüdtke');
  await setsUp(page, acts, passphrase);
}

/** Somebody else, in a browser of their own, reads the draft and puts it in force. */
async function secondPerson(monday: Monday, acts: Acts, address: string): Promise<void> {
  const context = await monday.browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  try {
    await monday.step('The second person opens a link of his own', page, async () => {
      await acts.act(page.goto(address));
      await expect(page.getByText('Uwe Brandt').first()).toBeVisible();
      await setsUp(page, acts, 'Vier Augen sehen mehr als zwei');
    });
    await monday.step('He reads the policy and puts it in force', page, async () => {
      await acts.click(page, 'button', /^Do it: .*second person/i);
      await expect(page.getByRole('heading', { name: 'Return policy' })).toBeVisible();
      await acts.click(page, 'button', 'Check it');
      await acts.act(
        page
          .getByRole('dialog')
          .getByRole('button', { name: /checked it/ })
          .click(),
      );
      await expect(page.getByRole('article').getByText('In force')).toBeVisible();
    });
  } finally {
    await context.close();
  }
}

/** A passphrase and a second factor behind a one-time link. */
async function setsUp(page: Page, acts: Acts, words: string): Promise<void> {
  await acts.fill(page, 'Passphrase', words);
  await acts.fill(page, 'The same once more', words);
  const letters = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText();
  const secret = readBase32(letters.replaceAll(' ', '')) ?? Buffer.alloc(0);
  await acts.fill(page, 'Code from your authenticator', totpCode(secret, totpStep(Date.now())));
  await acts.click(page, 'button', 'Set up and sign in');
  await expect(page.getByRole('heading', { name: 'The first hour' })).toBeVisible();
}

/** The spreadsheets, a link for a second person, and what a station and its people need to come in. */
async function theRest(acts: Acts, url: string, folder: string) {
  const at = ['--url', url];
  const sheets = writeSheets(path.join(folder, 'tables'), { rma, tracking }, new Date());
  const files = sheets.map(({ file }) => file);
  const said = await acts.command('central/tools/import.ts', ...at, ...files);
  for (const { file, kind } of sheets) expect(said).toContain(`${file}: ${kind}`);
  expect(
    said.match(/\d+ new, 0 changed, 0 the same, 0 withdrawn, 0 refused, 0 waiting/g),
  ).toHaveLength(sheets.length);
  const quality = ['name', 'uwe.brandt', '--name', 'Uwe Brandt', '--scopes', 'policy'];
  const secondLink = (
    await acts.command('central/tools/administrators.ts', ...at, ...quality, '--link')
  ).trim();
  const people = ['erp:P-101', 'erp:P-102', 'erp:P-103'];
  const slips = (await acts.command('central/tools/people.ts', ...at, 'slip', ...people))
    .trim()
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '');
  const code = await acts.command('central/tools/stations.ts', ...at, 'code', 'erp:W01');
  const [joerg = '', sabine = '', oemer = ''] = slips;
  return { slips: { joerg, sabine, oemer }, code: code.trim(), secondLink };
}

async function atTheDoor(
  parts: Monday & {
    readonly acts: Acts;
    readonly centralUrl: string;
    readonly code: string;
    readonly slips: Readonly<Record<keyof typeof pin, string>>;
  },
): Promise<void> {
  const { acts, folder, centralUrl, code, slips, step } = parts;
  const { page, close } = await openStation({ folder, centralUrl, env: { QUAYSIDE_DEMO: '' } });
  acts.note();
  const joins = async (badge: string, who: keyof typeof pin, name: string) => {
    await acts.scan(page, badgeCodeOf(badge));
    await expect(page.getByRole('textbox', { name: 'Slip from the office' })).toBeVisible();
    await acts.scan(page, slipCodeOf(slips[who]));
    await expect(page.getByRole('group', { name: 'Number pad' })).toBeVisible();
    await acts.pin(page, pin[who]);
    await expect(page.getByText('The same PIN once more')).toBeVisible();
    await acts.pin(page, pin[who]);
    await expect(page.getByRole('banner').getByText(name)).toBeVisible();
  };
  try {
    await step('A station joins with a one-time code', page, async () => {
      await acts.fill(page, 'One-time code', code);
      await acts.fill(page, 'Name of this station', 'Tor 1');
      await acts.click(page, 'button', 'Enrol');
      await acts.click(page, 'button', 'This is our site');
      await acts.click(page, 'button', 'Tor 1');
      await expect(page.getByRole('heading', { name: 'Who is working here?' })).toBeVisible();
    });
    await step(
      'The dock worker joins with a badge, a slip and a PIN of his own',
      page,
      async () => {
        await joins('JOERG101', 'joerg', 'Jörg Überschär');
        await expect(page.getByRole('main')).toContainText(rma);
      },
    );
    await step('The parcel’s label is scanned', page, async () => {
      await acts.scan(page, tracking);
      await expect(page.getByRole('heading', { name: rma })).toBeVisible();
    });
    await step('Two shafts without a GTIN are counted by their article number', page, async () => {
      for (const piece of [1, 2]) {
        await acts.scan(page, 'WEL-0815');
        const row = page.getByRole('listitem').filter({ hasText: `${piece} of` });
        await expect(row.first()).toBeVisible();
      }
    });
    await step('The parcel is photographed and done', page, async () => {
      await acts.scan(page, 'QS-CMD-PHOTO');
      await expect(page.getByText('Photo saved').first()).toBeVisible();
      await acts.scan(page, 'QS-CMD-DONE');
      await expect(page.getByText('Parcel done').first()).toBeVisible();
    });
    await step('The inspector takes over', page, () =>
      joins('SABIN102', 'sabine', 'Sabine Grünwald'),
    );
    await step('What was found, by the company’s own code', page, async () => {
      await acts.act(openOnBench(page, tracking));
      await acts.fill(page, 'Find by name or code', 'f-217');
      await acts.act(page.getByText(ownDefect).first().click());
      await acts.act(choose(page, 'Severity', 'Major'));
      await acts.act(choose(page, 'Cause', 'Manufacturing'));
      await acts.act(recordFinding(page));
      await expect(page.getByRole('list', { name: 'Findings' })).toContainText(ownDefect);
    });
    await step('The photos the finding needs', page, async () => {
      const wanted = page.getByRole('region', { name: 'What we found' }).getByRole('listitem');
      const photos = await wanted.filter({ hasText: 'not yet' }).count();
      await acts.act(takeWantedPhotos(page), photos);
    });
    await step('The inspection is finished', page, () => acts.act(finishInspection(page)));
    await step('The supervisor takes over', page, () => joins('OEMER103', 'oemer', 'Ömer Yildiz'));
    await step('The verdict with its clauses and the money of the invoice', page, async () => {
      await acts.act(openOnDesk(page, rma));
      await expect(page.getByText('Claim upheld').first()).toBeVisible();
      await expect(page.getByRole('article').first()).toContainText(ownDefect);
    });
    await step('Approved', page, async () => {
      // The ten seconds in which it could be undone are waited out.
      await acts.act(page.keyboard.press('d', { delay: 60 }));
      await acts.act(signWith(page, pin.oemer), 2);
      await expect(page.getByRole('button', { name: 'Sign now' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Sign now' })).toBeHidden({ timeout: 30_000 });
      await expectEverythingSent(page);
    });
    await step('Central has started the refund', page, async () => {
      await openOnDesk(page, rma);
      await expect(page.getByRole('heading', { name: 'Refund at central' })).toBeVisible();
      await expect(page.getByText(/996/).first()).toBeVisible();
    });
  } finally {
    await close();
  }
}
