import { expect, type Page, test } from '@playwright/test';
import { demoToday } from '../demoReturns.ts';
import { expectEverythingSent } from '../driver/bar.ts';
import {
  answerDefect,
  finishInspection,
  openOnBench,
  recordFinding,
  takeWantedPhotos,
} from '../driver/bench.ts';
import { approve, openOnDesk } from '../driver/desk.ts';
import { countPieces, parcelDone, receive } from '../driver/dock.ts';
import { factsAtCentral } from '../driver/factsAtCentral.ts';
import { lookOnce } from '../driver/look.ts';
import { agreeWithNames, savedPdf } from '../driver/paper.ts';
import { signIn } from '../driver/signIn.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

const opened = joinedStationOnLine('report');
test.beforeAll(() => agreeWithNames(opened().app));

const { expected, worker, clientOf } = demoToday();
const [dock, inspector, supervisor] = [worker('NQ4107'), worker('NQ4118'), worker('NQ4101')];
const note = 'Housing rattles when it is shaken';
const written = 'Rattles here';

test('what is found is printed for the client without names and notes, and for ourselves with them', {
  tag: '@release',
}, async () => {
  const { page } = opened();
  const [parcel] = expected;
  if (!parcel) throw new Error('The demo announces nothing to receive');
  const rma = parcel.case.rma ?? '';
  const pieces = parcel.line.approvedQuantity ?? parcel.line.requestedQuantity;
  await test.step('received, inspected with a note and a marked photo, approved', async () => {
    await signIn(page, dock);
    await receive(page, parcel);
    await countPieces(page, parcel, pieces);
    await parcelDone(page);
    await signIn(page, inspector);
    await openOnBench(page, parcel.tracking);
    await answerDefect(page, {
      kind: 'Function',
      defect: 'Does not work',
      severity: 'Major',
      cause: 'Manufacturing',
    });
    await page.getByRole('textbox', { name: 'Note' }).fill(note);
    await recordFinding(page);
    await takeWantedPhotos(page);
    await markPhoto(page);
    await finishInspection(page);
    await signIn(page, supervisor);
    await openOnDesk(page, rma);
    await approve(page, supervisor.pin);
    await expect(page.getByRole('heading', { name: 'Refund at central' })).toBeVisible();
    await expectEverythingSent(page);
  });

  await page.getByRole('button', { name: 'Report', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Inspection report as PDF' });
  await sheet.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'English' }).click();
  await sheet.locator('label').filter({ hasText: /^A4/ }).click();
  const made = sheet.getByRole('listitem');
  const make = async (forWhom: string, number: string) => {
    await sheet.locator('label').filter({ hasText: forWhom }).click();
    await sheet.getByRole('button', { name: 'Make the PDF' }).click();
    const file = await savedPdf(page, new RegExp(`report ${number}-`));
    await expect(made.first()).toContainText(file.sha256);
    await expect(made.first()).toContainText(`${number}-`);
    return file;
  };
  const forClient = await make('The client', '1');
  const forUs = await make('Ourselves', '2');
  await expect(made).toHaveCount(2);
  await expectEverythingSent(page);
  await lookOnce(page, 'report-sheet');

  const facts = await factsAtCentral(page, parcel.case.id);
  expect(facts.flatMap((f) => (f.kind === 'reportMade' ? [f.sha256] : []))).toEqual([
    forClient.sha256,
    forUs.sha256,
  ]);
  const photos = facts.flatMap((f) => (f.kind === 'photoTaken' ? [f.sha256] : []));
  const amount = `USD ${((parcel.order.unitPrice * pieces) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;
  const inBoth = [
    rma,
    'Decided, and accepted by central.',
    clientOf(parcel).name,
    parcel.order.article.name,
    'Does not work',
    'Major',
    'Manufacturing',
    amount,
    ...photos.flatMap((sha256) => [sha256, `· ${sha256.slice(0, 12)}`]),
  ];
  const amongOurselves = [
    ...[dock, inspector, supervisor].map(({ person }) => person.name),
    note,
    written,
  ];
  expect(photos.length).toBeGreaterThan(0);
  for (const { name, text } of [forClient, forUs])
    if (text !== null)
      expect(
        inBoth.filter((said) => !text.includes(said)),
        name,
      ).toEqual([]);
  if (forClient.text !== null && forUs.text !== null) {
    expect(amongOurselves.filter((said) => forClient.text?.includes(said))).toEqual([]);
    expect(amongOurselves.filter((said) => !forUs.text?.includes(said))).toEqual([]);
  }
});

test('cards for commands and findings, and a sheet to try a scanner with, are printed at the station', {
  tag: '@release',
}, async () => {
  const { page } = opened();
  await page.keyboard.press('Escape', { delay: 60 });
  await signIn(page, dock);
  await page
    .getByRole('banner')
    .getByRole('link', { name: /This station/ })
    .click();
  const section = page
    .locator('section')
    .filter({ has: page.getByText('Cards and codes to print') });
  const print = async (button: string) => {
    await section.getByRole('button', { name: button }).click();
    return (await savedPdf(page, new RegExp(button))).text;
  };
  const lacking = (text: string | null, words: readonly string[]) =>
    text === null ? [] : words.filter((word) => !text.includes(word));
  expect(lacking(await print('Command cards'), ['Undo', 'QS-CMD-UNDO', 'QS-CMD-SWITCH'])).toEqual(
    [],
  );
  expect(
    lacking(await print('Cards of the bench'), [
      'QS-F-N-12',
      'Does not work',
      'QS-F-D-FUNCTION.DEAD',
      'Traces of liquid',
      'QS-F-RECORD',
    ]),
  ).toEqual([]);
  expect(lacking(await print('Scanner sheet'), ['9521101530001', 'Az-09/.+$'])).toEqual([]);
  await section.scrollIntoViewIfNeeded();
  await lookOnce(page, 'station-cards');
});

/** An arrow and a word on the last photo taken, by keys. */
async function markPhoto(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Mark and join/ })
    .last()
    .click();
  const stage = page.getByRole('application');
  await stage.focus();
  await page.keyboard.press('a', { delay: 60 });
  await page.keyboard.press('t', { delay: 60 });
  const words = page.getByRole('textbox', { name: 'Text of this mark' });
  await expect(words).toBeFocused();
  await words.fill(written);
  await stage.focus();
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowUp', { delay: 20 });
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
