import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { printedForm } from '../../../shared/barcodes/lookup/lookupForms.ts';
import { publicNumbers } from '../../builders/cases/publicNumbers.ts';
import { withCheckDigit } from '../../builders/withCheckDigit.ts';
import { joinedStation, parcel } from '../../faults/station/stationAtWork.ts';
import { announce, ownFacts } from '../announced.ts';
import { type CuttableLine, layLine } from '../cuttableLine.ts';
import type { ElectronStation } from '../electronStation.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';
import { scan } from '../scan.ts';

test.setTimeout(600_000);

let central: RunningCentral;
let line: CuttableLine;
let folder: string;
let station: ElectronStation;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-labels-'));
  central = await runCentral(folder);
  line = await layLine(central.url);
  station = await joinedStation({ folder, centralUrl: line.url });
  await line.cut();
});
test.afterAll(async () => {
  await station.close();
  await line.cut();
  await central.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each number once, however often it is written. */
const every = [...new Map(publicNumbers.map((one) => [printedForm(one.printed), one])).values()];
/** One or two of each kind of number; all of them with `QUAYSIDE_EVERY_NUMBER=1`. */
const ofEachKind = process.env['QUAYSIDE_EVERY_DRIVE'] === '1' ? 2 : 1;
const numbers =
  process.env['QUAYSIDE_EVERY_NUMBER'] === '1'
    ? every
    : every.filter(
        (one) => every.filter(({ kind }) => kind === one.kind).indexOf(one) < ofEachKind,
      );
const announced = numbers.filter((_, index) => index % 2 === 0);
const unknown = numbers.filter((_, index) => index % 2 === 1);
/** The company's own way of writing an RMA number. */
const rmaOf = (index: number) => `R/2026/${100 + index}`;
/** What its bars carry most. */
const barsOf = (bars: readonly string[]) => bars.reduce((a, b) => (b.length > a.length ? b : a));

async function expectedHere(page: Page): Promise<number> {
  const words = await page.getByRole('heading', { name: /Expected here/ }).textContent();
  return Number(words?.replaceAll(/\D/g, ''));
}

test('the public test numbers of the carriers, scanned and typed: 0 lost, 0 refused, 0 counted', {
  tag: '@release',
}, async () => {
  const { page } = station;
  const before = (await expectedHere(page)) + announced.length;
  await announce(page, parcel.case, [
    ...announced.map(({ printed }, index) => ({ rma: rmaOf(index), trackingNumbers: [printed] })),
    { rma: 'RMA00012345' },
  ]);
  // Only the rows in sight are drawn; the heading counts them all.
  await expect.poll(() => expectedHere(page), { timeout: 30_000 }).toBeGreaterThan(before);

  await test.step('announced: the bars receive, the print is a repeat', async () => {
    for (const [index, { printed, bars }] of announced.entries()) {
      const itsCase = page.getByRole('heading', { name: rmaOf(index), exact: true });
      await scan(page, barsOf(bars));
      await said(page, 'Received');
      await expect(itsCase, printed).toBeVisible();
      await type(page, printed.toLowerCase());
      await said(page, 'Here already');
      await expect(itsCase, printed).toBeVisible();
    }
  });
  await test.step('not announced: asked about, kept, and a repeat however they come again', async () => {
    for (const { printed, bars } of unknown) {
      await scan(page, barsOf(bars));
      await said(page, 'Not expected today');
      await scan(page, 'QS-CMD-OK');
      await said(page, 'Kept as unexpected');
      await type(page, printed);
      await said(page, 'Here already');
    }
  });
  await test.step('the RMA number in the company’s own form, and what nobody can read', async () => {
    await scan(page, 'QS-CMD-DONE');
    await scan(page, 'rma00012345');
    await said(page, 'Received');
    for (const raw of ['https://example.com/t?id=4711', '&(weather)', 'x'.repeat(60)]) {
      await scan(page, raw);
      await said(page, 'Not expected today');
      await scan(page, 'QS-CMD-OK');
      await said(page, 'Kept as unexpected');
      await scan(page, raw);
      await said(page, 'Here already');
    }
  });
  await test.step('a wrong check digit is said, and is no dead end', async () => {
    await type(page, '1Z5R89390357567128');
    await expect(page.getByText('The check digit of this UPS number is wrong.')).toBeVisible();
    await page.screenshot({ path: 'out/e2e/dock-typed-wrong.png' });
    await scan(page, 'QS-CMD-UNDO');
  });
  const { arrival, unitsCounted, correction } = await ownFacts(page);
  expect({ arrival, unitsCounted, correction }).toEqual({
    arrival: numbers.length + 4,
    unitsCounted: undefined,
    correction: undefined,
  });
});

test('second barcodes, outer cases and goods by weight', { tag: '@release' }, async () => {
  const { page } = station;
  const gtin = parcel.order.article.gtin ?? '';
  await scan(page, parcel.tracking);
  await said(page, 'Received');
  const piece = (text: string) => page.getByRole('listitem').filter({ hasText: text }).first();
  await scan(page, gtin.replace(/^0/, ''));
  await expect(piece('1 of')).toBeVisible();
  await scan(page, '(21)SN-4711');
  await expect.poll(async () => (await ownFacts(page))['correction']).toBe(1);
  await expect(piece('1 of')).toBeVisible();

  await scan(page, '036000291452');
  await said(page, 'Article or parcel?');
  await page.screenshot({ path: 'out/e2e/dock-article-or-parcel.png' });
  await scan(page, 'QS-CMD-OK');
  await said(page, 'Counted, set apart');

  await scan(page, `]I1${withCheckDigit(`1${gtin.slice(1, 13)}`)}`);
  await expect(page.getByRole('dialog')).toContainText('Pieces in this case');
  await page.screenshot({ path: 'out/e2e/dock-outer-case.png' });
  await page.keyboard.type('2', { delay: 80 });
  await page.getByRole('button', { name: 'Count', exact: true }).click();
  await expect.poll(async () => (await ownFacts(page))['unitsCounted']).toBe(4);
});

async function said(page: Page, words: string): Promise<void> {
  const answer = page.getByRole('status').or(page.getByRole('alert'));
  await expect(answer.filter({ hasText: words }).first()).toBeVisible();
}

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Type a number' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(text);
  await page.getByRole('button', { name: 'Take it as scanned' }).click();
}
