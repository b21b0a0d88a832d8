import { expect, type Page, test } from '@playwright/test';
import { centralOnLine } from '../centralOnLine.ts';
import { demoToday, type ExpectedReturn } from '../demoReturns.ts';
import { expectEverythingSent, unsent } from '../driver/bar.ts';
import { finishInspection, openOnBench, recordDefect, takeWantedPhotos } from '../driver/bench.ts';
import { approve, openOnDesk } from '../driver/desk.ts';
import { countPieces, parcelDone, photographParcel, receive } from '../driver/dock.ts';
import { expectJoined, signIn } from '../driver/signIn.ts';
import { type ElectronStation, openStation } from '../electronStation.ts';

const site = centralOnLine('killed');

const open = () => openStation({ folder: site().folder, centralUrl: site().line.url });

const { expected, worker } = demoToday();
const dock = worker('NQ4107');
const inspector = worker('NQ4118');
const supervisor = worker('NQ4101');
const leaking = {
  kind: 'Function',
  defect: 'Leaks',
  severity: 'Major',
  cause: 'Manufacturing',
} as const;

/** Each step begins at the sign-in screen of a station that was just killed twice. */
const steps: readonly (readonly [string, (page: Page, parcel: ExpectedReturn) => Promise<void>])[] =
  [
    [
      'the parcel is received',
      async (page, parcel) => {
        await signIn(page, dock);
        await receive(page, parcel);
      },
    ],
    [
      'it is photographed and counted, after the label was scanned again',
      async (page, parcel) => {
        await signIn(page, dock);
        await receive(page, parcel, 'Here already');
        await photographParcel(page);
        await countPieces(page, parcel, parcel.line.approvedQuantity ?? 1);
        await parcelDone(page);
      },
    ],
    [
      'a finding is recorded',
      async (page, parcel) => {
        await signIn(page, inspector);
        await openOnBench(page, parcel.tracking);
        await recordDefect(page, leaking);
      },
    ],
    [
      'the photos are taken and the verdict is proposed',
      async (page, parcel) => {
        await signIn(page, inspector);
        await openOnBench(page, parcel.tracking);
        await takeWantedPhotos(page);
        await finishInspection(page);
      },
    ],
    [
      'the verdict is approved',
      async (page, parcel) => {
        await signIn(page, supervisor);
        await openOnDesk(page, parcel.case.rma ?? '');
        await approve(page, supervisor.pin);
      },
    ],
  ];

test('kill -9 after every step, and two starts after each: nothing that was saved is lost', {
  tag: '@release',
}, async () => {
  test.setTimeout(300_000);
  const parcel = expected[1] ?? expected[0];
  if (!parcel) throw new Error('The demo announces nothing to receive');
  let station: ElectronStation = await open();
  await expectJoined(station.page);
  await signIn(station.page, dock);
  await expect(station.page.getByRole('main')).toContainText(parcel.case.rma ?? '');
  await site().line.cut();
  await station.close();
  station = await open();

  for (const [what, work] of steps) {
    await test.step(what, async () => {
      const before = await unsent(station.page);
      await work(station.page, parcel);
      await expect.poll(() => unsent(station.page)).toBeGreaterThan(before);
      const shown = await unsent(station.page);
      await station.kill();
      for (const start of ['first', 'second']) {
        station = await open();
        // What was saved in the last moment may not have been counted on the screen yet.
        await test.step(`the ${start} start shows at least ${shown} unsent`, () =>
          expect
            .poll(() => unsent(station.page), { timeout: 30_000 })
            .toBeGreaterThanOrEqual(shown));
        if (start === 'first') await station.close();
      }
    });
  }

  await site().line.mend();
  await expectEverythingSent(station.page);
  await signIn(station.page, supervisor);
  await openOnDesk(station.page, parcel.case.rma ?? '');
  await expect(station.page.getByRole('heading', { name: 'Refund at central' })).toBeVisible();
  await station.close();
});
