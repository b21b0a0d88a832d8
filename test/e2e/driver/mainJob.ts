import { expect, type Page } from '@playwright/test';
import { type CuttableLine, layLine } from '../cuttableLine.ts';
import { demoToday } from '../demoReturns.ts';
import { openStation } from '../electronStation.ts';
import { runCentral } from '../runningCentral.ts';
import { scan } from '../scan.ts';
import { finishInspection, openOnBench, recordDefect, takeWantedPhotos } from './bench.ts';
import { approve } from './desk.ts';
import { countPieces, parcelDone, photographParcel, receive } from './dock.ts';
import { enrol, goTo, signIn } from './signIn.ts';

export type Show = {
  readonly folder: string;
  /** Does one step and leaves time to look at it. */
  readonly step: (title: string, page: Page, action: () => Promise<unknown>) => Promise<void>;
};

/** The whole job, from an unknown station to a refund at central, most of it without a network. */
export async function playMainJob({ folder, step }: Show): Promise<void> {
  const central = await runCentral();
  const line = await layLine(central.url);
  const { enrolmentCode } = central;
  const { page, close } = await openStation({ folder, centralUrl: line.url, enrolmentCode });
  try {
    await play(page, line, (title, action) => step(title, page, action));
  } finally {
    await close();
    await line.cut();
    await central.close();
  }
}

async function play(
  page: Page,
  line: CuttableLine,
  show: (title: string, action: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const { expected, worker } = demoToday();
  const [parcel] = expected;
  if (!parcel) throw new Error('The demo company announces nothing to receive');
  const rma = parcel.case.rma ?? '';
  const [dock, inspector, supervisor] = [worker('NQ4107'), worker('NQ4118'), worker('NQ4101')];
  const everythingSent = expect.configure({ timeout: 60_000 })(page.getByText('Everything sent'));

  await show('The station joins with a one-time code', async () => {
    await enrol(page);
    await everythingSent.toBeVisible();
  });
  await show(`${dock.person.name} signs in at the dock`, async () => {
    await signIn(page, dock);
    await expect(page.getByText(rma).first()).toBeAttached({ timeout: 60_000 });
  });
  await show('The network goes', () => line.cut());
  await show('A scan receives the parcel', () => receive(page, parcel));
  await show('A photo of the parcel', () => photographParcel(page));
  await show('Every piece is counted by scan', () =>
    countPieces(page, parcel, parcel.line.approvedQuantity ?? parcel.line.requestedQuantity),
  );
  await show('The parcel is done', () => parcelDone(page));

  await show(`${inspector.person.name} takes over`, async () => {
    await signIn(page, inspector);
    await goTo(page, 'Bench');
  });
  await show('The case opens on the bench', () => openOnBench(page, parcel.tracking));
  await show('A finding, answered in codes', () =>
    recordDefect(page, {
      kind: 'Function',
      defect: 'Does not work',
      severity: 'Major',
      cause: 'Manufacturing',
    }),
  );
  await show('The photos the finding needs', () => takeWantedPhotos(page));
  await show('The inspection is finished', () => finishInspection(page));

  await show(`${supervisor.person.name} takes over`, async () => {
    await signIn(page, supervisor);
    await goTo(page, 'Desk');
  });
  await show('The verdict with its clauses', async () => {
    await scan(page, rma);
    await expect(page.getByText('Claim upheld').first()).toBeVisible();
  });
  await show('Approved by a second person', () => approve(page, supervisor.pin));
  await show('The network comes back and everything is sent', async () => {
    await line.mend();
    await everythingSent.toBeVisible();
  });
  await show('Central has started the refund, once', async () => {
    await scan(page, rma);
    await expect(page.getByText('Refund at central')).toBeVisible();
  });
}
