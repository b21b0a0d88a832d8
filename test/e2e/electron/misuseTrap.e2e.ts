import { expect, type Page, test } from '@playwright/test';
import { demoToday } from '../demoReturns.ts';
import { expectEverythingSent } from '../driver/bar.ts';
import {
  answerDefect,
  answerNoDefect,
  finishInspection,
  nameUnits,
  openOnBench,
  recordFinding,
  sayHowMany,
} from '../driver/bench.ts';
import { answerQuestion, approve, openOnDesk } from '../driver/desk.ts';
import { receive } from '../driver/dock.ts';
import { lookOnce } from '../driver/look.ts';
import { grantsAtCentral, refundsAtCentral } from '../driver/refunds.ts';
import { goTo, signIn } from '../driver/signIn.ts';
import { scan } from '../scan.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

const opened = joinedStationOnLine('misuse');

const { expected, worker } = demoToday();
const [dock, inspector, supervisor] = [worker('NQ4107'), worker('NQ4118'), worker('NQ4101')];

const dead = { kind: 'Function', defect: 'Does not work' } as const;

test('one unit of ten disputed as misused withholds none of the eight that are ours to pay', {
  tag: '@release',
}, async () => {
  const { page } = opened();
  const parcel = expected.find(({ line }) => line.requestedQuantity > 10);
  if (!parcel) throw new Error('The demo announces no group of more than ten');
  const rma = parcel.case.rma ?? '';
  const refunds = () => refundsAtCentral(page, parcel.case.id);
  const grants = () => grantsAtCentral(page, parcel.case.id);
  const due = [{ state: 'instructed', amount: parcel.order.unitPrice * 8, currency: 'USD' }];

  await test.step('ten come', async () => {
    await signIn(page, dock);
    await receive(page, parcel);
    const lot = parcel.order.lot ? `\u001d10${parcel.order.lot}` : '';
    await scan(page, `]C101${parcel.order.article.gtin}3010${lot}`);
    await expect(page.getByRole('listitem').filter({ hasText: '10 of' }).first()).toBeVisible();
    await scan(page, 'QS-CMD-DONE');
    await expect(page.getByText('6 pieces missing').first()).toBeVisible();
    await scan(page, 'QS-CMD-DONE');
    await expect(page.getByText('Done, with pieces missing').first()).toBeVisible();
  });

  await test.step('eight are ours, one is disputed, one is sound; what is open is said before F9', async () => {
    await signIn(page, inspector);
    await openOnBench(page, parcel.tracking);
    await takePhotos(page, ['Label', 'Whole item']);
    await answerDefect(page, { ...dead, severity: 'Major', cause: 'Manufacturing' });
    await sayHowMany(page, 8);
    await recordFinding(page);
    // Taken after the finding was recorded: it joins it by itself.
    await takePhotos(page, ['Defect close up']);
    await answerDefect(page, { ...dead, severity: 'Minor', cause: 'Improper use' });
    await page.getByText('Traces of liquid').click();
    await page.getByText('Overload').click();
    await nameUnits(page, 'These', '9');
    await recordFinding(page);
    await answerNoDefect(page);
    await nameUnits(page, 'The other');
    await recordFinding(page);
    await page.keyboard.press('F9', { delay: 60 });
    const open = page.getByRole('dialog', { name: 'Not everything is done' });
    await expect(open.getByRole('listitem')).toHaveCount(1);
    await expect(open).toContainText('Improper use is not proved');
    await expect(open).toContainText('no. 9');
    await expect(open).toContainText('2 of 2 signs and no photo so far');
    await expect(open).toContainText('A close-up taken now (F7) joins this finding');
    await expect(open).toContainText('Any inspector can, later too');
    await lookOnce(page, 'bench-misuse-open');
    await open.getByRole('button', { name: 'Finish all the same' }).click();
    await expect(page.getByRole('heading', { name: /To be inspected/ })).toBeVisible();
  });

  await test.step('the eight are approved and paid; the ninth stays open, with who can close it', async () => {
    await signIn(page, supervisor);
    await openOnDesk(page, rma);
    await approve(page, supervisor.pin, async (sheet) => {
      await expect(sheet.getByRole('checkbox', { name: '8 of 10' })).toBeChecked();
      const ninth = sheet.getByRole('checkbox', { name: /no\. 9$/ });
      await expect(ninth).toBeDisabled();
      await expect(ninth).not.toBeChecked();
      await expect(sheet).toContainText('More signs of improper use, with a photo');
      await expect(sheet).toContainText('An inspector can record this at the bench');
      await expect(sheet).toContainText('USD 551.20');
      await lookOnce(page, 'desk-misuse-open');
    });
    await expectEverythingSent(page);
    await expect.poll(refunds).toMatchObject(due);
  });

  await test.step('a photo taken later joins the finding, and proves it', async () => {
    await signIn(page, inspector);
    await goTo(page, 'Bench');
    await openOnBench(page, parcel.tracking);
    await takePhotos(page, ['Defect close up']);
    await finishInspection(page);
  });

  await test.step('the ninth is decided, and nothing is paid twice', async () => {
    await signIn(page, supervisor);
    await openOnDesk(page, rma);
    await approve(page, supervisor.pin, async (sheet) => {
      await answerQuestion(
        sheet,
        'Who pays the return freight?',
        'We pay it',
        'Eight of ten are ours',
      );
    });
    await expectEverythingSent(page);
    await expect.poll(async () => (await grants()).length).toBe(2);
    expect(await refunds()).toMatchObject(due);
    expect((await grants()).flatMap((g) => g.added)).toMatchObject([
      { quantity: 8, paid: due[0]?.amount },
      { quantity: 0, paid: 0 },
    ]);
    await lookOnce(page, 'desk-misuse-decided');
  });
});

/** Takes the photos the shot list wants next, which are these. */
async function takePhotos(page: Page, shots: readonly string[]): Promise<void> {
  const found = page.getByRole('region', { name: 'What we found' });
  await expect(found.locator('video')).toHaveJSProperty('readyState', 4);
  for (const shot of shots) {
    const wanted = found.getByRole('button', { name: new RegExp(`^${shot}`), pressed: true });
    await expect(wanted).toContainText('not yet');
    await page.keyboard.press('F7', { delay: 60 });
    await expect(page.getByText(`Photo saved: ${shot}`)).toBeVisible();
  }
}
