import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type CuttableLine, layLine } from '../cuttableLine.ts';
import { demoToday } from '../demoReturns.ts';
import { finishInspection, openOnBench, recordDefect, takeWantedPhotos } from '../driver/bench.ts';
import { approve, openOnDesk } from '../driver/desk.ts';
import { countPieces, parcelDone, photographParcel, receive } from '../driver/dock.ts';
import { enrol, signIn } from '../driver/signIn.ts';
import { openStation } from '../electronStation.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';

let central: RunningCentral;
let line: CuttableLine;
let folder: string;

test.beforeAll(async () => {
  central = await runCentral();
  line = await layLine(central.url);
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-station-'));
});
test.afterAll(async () => {
  await line.cut();
  await central.close();
  rmSync(folder, { recursive: true, force: true });
});

test('from scan to refund: offline all the way, then online, once', async () => {
  const { expected, worker } = demoToday();
  const [parcel] = expected;
  if (!parcel) throw new Error('The demo announces nothing to receive');
  const { page, close } = await openStation({
    folder,
    centralUrl: line.url,
    enrolmentCode: central.enrolmentCode,
  });
  await enrol(page);
  await signIn(page, worker('NQ4107'));
  await expect(page.getByRole('main')).toContainText(parcel.case.rma ?? '');
  await line.cut();

  await receive(page, parcel);
  await photographParcel(page);
  const pieces = parcel.line.approvedQuantity ?? parcel.line.requestedQuantity;
  await countPieces(page, parcel, pieces);
  await parcelDone(page);

  await signIn(page, worker('NQ4118'));
  await openOnBench(page, parcel.tracking);
  await recordDefect(page, {
    kind: 'Function',
    defect: 'Does not work',
    severity: 'Major',
    cause: 'Manufacturing',
  });
  await takeWantedPhotos(page);
  await finishInspection(page);

  await signIn(page, worker('NQ4101'));
  await openOnDesk(page, parcel.case.rma ?? '');
  await expect(page.getByText('Claim upheld').first()).toBeVisible();
  await approve(page, worker('NQ4101').pin);
  await expect(page.getByText('Offline', { exact: false }).first()).toBeVisible();
  await expect(page.getByText(/not sent/).first()).toBeVisible();

  await line.mend();
  await expect(page.getByText('Everything sent')).toBeVisible({ timeout: 60_000 });
  await openOnDesk(page, parcel.case.rma ?? '');
  await expect(page.getByText('Refund at central')).toBeVisible();
  await expect(page.getByText(/II-QUALITY/).first()).toBeVisible();
  await close();
});
