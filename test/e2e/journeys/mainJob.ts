import { expect, type Page, test } from '@playwright/test';
import type { Refund } from '../../../shared/facts/documents.ts';
import type { CuttableLine } from '../cuttableLine.ts';
import { demoToday, type ExpectedReturn } from '../demoReturns.ts';
import { expectEverythingSent } from '../driver/bar.ts';
import { finishInspection, openOnBench, recordDefect, takeWantedPhotos } from '../driver/bench.ts';
import { approve, openOnDesk } from '../driver/desk.ts';
import { countPieces, parcelDone, photographParcel, receive } from '../driver/dock.ts';
import { refundsAtCentral } from '../driver/refunds.ts';
import { enrol, signIn } from '../driver/signIn.ts';

type MainJob = {
  /** A station that nobody has enrolled yet, its line mended. */
  readonly page: Page;
  /** Or one that has joined, at its sign-in screen. */
  readonly hasJoined?: boolean;
  readonly line: CuttableLine;
  /** Does one step; to show it as well, for instance. */
  readonly step?: (title: string, action: () => Promise<void>) => Promise<void>;
};

/** The whole job, from an unknown station to a refund at central, most of it without a network. */
export async function mainJob({
  page,
  hasJoined = false,
  line,
  step = test.step,
}: MainJob): Promise<{
  readonly parcel: ExpectedReturn;
  readonly refund: Refund;
}> {
  const { expected, worker } = demoToday();
  const [parcel] = expected;
  if (!parcel) throw new Error('The demo announces nothing to receive');
  const rma = parcel.case.rma ?? '';
  const pieces = parcel.line.approvedQuantity ?? parcel.line.requestedQuantity;
  const [dock, inspector, supervisor] = [worker('NQ4107'), worker('NQ4118'), worker('NQ4101')];

  if (!hasJoined)
    await step('The station joins with a one-time code', async () => {
      await enrol(page);
      await expectEverythingSent(page);
    });
  await step(`${dock.person.name} signs in at the dock`, async () => {
    await signIn(page, dock);
    await expect(page.getByRole('main')).toContainText(rma, { timeout: 60_000 });
  });
  await step('The network goes', () => line.cut());
  await step('A scan receives the parcel', () => receive(page, parcel));
  await step('A photo of the parcel', () => photographParcel(page));
  await step('Every piece is counted by scan', () => countPieces(page, parcel, pieces));
  await step('The parcel is done', () => parcelDone(page));

  await step(`${inspector.person.name} takes over`, () => signIn(page, inspector));
  await step('The case opens on the bench', () => openOnBench(page, parcel.tracking));
  await step('A finding, answered in codes', () =>
    recordDefect(page, {
      kind: 'Function',
      defect: 'Does not work',
      severity: 'Major',
      cause: 'Manufacturing',
    }),
  );
  await step('The photos the finding needs', () => takeWantedPhotos(page));
  await step('The inspection is finished', () => finishInspection(page));

  await step(`${supervisor.person.name} takes over`, () => signIn(page, supervisor));
  await step('The verdict with its clauses', async () => {
    await openOnDesk(page, rma);
    await expect(page.getByText('Claim upheld').first()).toBeVisible();
  });
  await step('Approved by a second person', async () => {
    await approve(page, supervisor.pin);
    await expect(page.getByText('Offline', { exact: false }).first()).toBeVisible();
    await expect(page.getByText(/not sent/).first()).toBeVisible();
  });
  await step('The network comes back and everything is sent', async () => {
    await line.mend();
    await expectEverythingSent(page);
  });
  await step('Central has started the refund, once', async () => {
    await openOnDesk(page, rma);
    await expect(page.getByRole('heading', { name: 'Refund at central' })).toBeVisible();
    await expect(page.getByText(/II-QUALITY/).first()).toBeVisible();
    await expect
      .poll(async () => await refundsAtCentral(page, parcel.case.id))
      .toMatchObject([
        {
          // The register is the instruction: nobody acknowledges it.
          state: 'instructed',
          amount: parcel.order.unitPrice * pieces,
          currency: 'USD',
          startedAt: expect.any(String),
        },
      ]);
  });
  await step('A client asks where the refund is', async () => {
    const asked = Date.now();
    await page.keyboard.press('Control+k', { delay: 60 });
    await page.keyboard.type(rma.toLowerCase().replaceAll('-', ' '), { delay: 40 });
    await expect(page.getByRole('option').first()).toContainText(/Refund of USD/);
    await expect(page.getByRole('option').first()).toContainText(rma);
    expect(Date.now() - asked).toBeLessThan(10_000);
    await page.keyboard.press('Escape', { delay: 60 });
  });
  const [refund] = await refundsAtCentral(page, parcel.case.id);
  if (!refund) throw new Error('Central lost the refund it had started');
  return { parcel, refund };
}
