import { expect, test } from '@playwright/test';
import { demoToday } from '../demoReturns.ts';
import { expectEverythingSent } from '../driver/bar.ts';
import {
  answerDefect,
  answerNoDefect,
  finishInspection,
  openOnBench,
  recordFinding,
  takeWantedPhotos,
} from '../driver/bench.ts';
import {
  approve,
  decline,
  inspectAgain,
  openOnDesk,
  rivalsOnDesk,
  sayWhichCounts,
} from '../driver/desk.ts';
import { countPieces, parcelDone, receive } from '../driver/dock.ts';
import { lookOnce } from '../driver/look.ts';
import { grantsAtCentral, refundsAtCentral } from '../driver/refunds.ts';
import { signIn } from '../driver/signIn.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

const opened = joinedStationOnLine('dispute');

const { expected, worker } = demoToday();
const [dock, raman, zielinski] = [worker('NQ4107'), worker('NQ4118'), worker('NQ4125')];
const supervisor = worker('NQ4101');

test('a refused claim is disputed, inspected blind by another, and paid once', {
  tag: '@release',
}, async () => {
  const { page, line } = opened();
  const [parcel] = expected;
  if (!parcel) throw new Error('The demo announces nothing to receive');
  const rma = parcel.case.rma ?? '';
  const pieces = parcel.line.approvedQuantity ?? parcel.line.requestedQuantity;
  const refunds = () => refundsAtCentral(page, parcel.case.id);

  await test.step('received, found sound and declined, without a network', async () => {
    await signIn(page, dock);
    await expect(page.getByRole('main')).toContainText(rma);
    await line.cut();
    await receive(page, parcel);
    await countPieces(page, parcel, pieces);
    await parcelDone(page);
    await signIn(page, raman);
    await openOnBench(page, parcel.tracking);
    await answerNoDefect(page);
    await recordFinding(page);
    await takeWantedPhotos(page);
    await finishInspection(page);
    await signIn(page, supervisor);
    await openOnDesk(page, rma);
    await decline(page, supervisor.pin, 'Both run on our bench');
  });

  await test.step('the client disputes it', async () => {
    await openOnDesk(page, rma);
    await inspectAgain(
      page,
      'After a dispute',
      'They trip warm, says the client: run them an hour',
    );
  });

  await test.step('another inspector looks again, and reads nothing of the first', async () => {
    await signIn(page, zielinski);
    await openOnBench(page, parcel.tracking);
    await expect(page.getByText('Looked at again: After a dispute')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Findings' })).toHaveCount(0);
    await lookOnce(page, 'bench-dispute');
    await answerDefect(page, {
      kind: 'Function',
      defect: 'Works at times',
      severity: 'Major',
      cause: 'Manufacturing',
    });
    await recordFinding(page);
    await takeWantedPhotos(page);
    await finishInspection(page);
  });

  await test.step('the desk shows both side by side; a supervisor says which one counts', async () => {
    await signIn(page, supervisor);
    await openOnDesk(page, rma);
    await expect(rivalsOnDesk(page)).toBeVisible();
    await lookOnce(page, 'desk-rivals');
    await sayWhichCounts(page, 'After a dispute', 'Cold they run; warm they trip, on two rigs');
  });

  await test.step('the decision is signed, and central pays once', async () => {
    await line.mend();
    await approve(page, supervisor.pin);
    await expectEverythingSent(page);
    await expect
      .poll(refunds)
      .toMatchObject([
        { state: 'instructed', amount: parcel.order.unitPrice * pieces, currency: 'USD' },
      ]);
    expect((await grantsAtCentral(page, parcel.case.id)).map((g) => g.decision)).toEqual([
      'decline',
      'approve',
    ]);
    await lookOnce(page, 'desk-dispute-paid');
  });
});
