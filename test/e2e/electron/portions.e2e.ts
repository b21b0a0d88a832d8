import { expect, test } from '@playwright/test';
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
  takeWantedPhotos,
} from '../driver/bench.ts';
import { approve, openOnDesk } from '../driver/desk.ts';
import { countPieces, parcelDone, photographParcel, receive } from '../driver/dock.ts';
import { expectExplained } from '../driver/explained.ts';
import { lookWhole } from '../driver/look.ts';
import { refundsAtCentral } from '../driver/refunds.ts';
import { signIn } from '../driver/signIn.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

const opened = joinedStationOnLine('portions');

const { expected, worker } = demoToday();
const [dock, inspector, supervisor] = [worker('NQ4107'), worker('NQ4118'), worker('NQ4101')];
const dead = {
  kind: 'Function',
  defect: 'Does not work',
  severity: 'Major',
  cause: 'Manufacturing',
} as const;

test('of one group the faulty units are refunded, once, and the sound and the worn ones are not', {
  tag: '@release',
}, async () => {
  const { page } = opened();
  const parcel = expected.find(
    ({ line }) => line.requestedQuantity >= 6 && line.wanted === 'refund',
  );
  if (!parcel) throw new Error('The demo announces no group of several');
  const rma = parcel.case.rma ?? '';
  const pieces = parcel.line.approvedQuantity ?? parcel.line.requestedQuantity;
  const faulty = 3;

  await test.step('received and counted', async () => {
    await signIn(page, dock);
    await receive(page, parcel);
    await photographParcel(page);
    await countPieces(page, parcel, pieces);
    await parcelDone(page);
  });

  await test.step('three of them are found faulty, twice over; one worn; the rest sound', async () => {
    await signIn(page, inspector);
    await openOnBench(page, parcel.tracking);
    await expectExplained(page, `if no defect were found on ${pieces} units`);
    await answerDefect(page, dead);
    await sayHowMany(page, faulty);
    await recordFinding(page);
    await takeWantedPhotos(page);

    await answerDefect(page, { ...dead, kind: 'Workmanship', defect: 'Assembly' });
    await nameUnits(page, 'The same');
    await lookWhole(page, 'bench-which-units');
    await recordFinding(page);

    await answerDefect(page, { ...dead, cause: 'Wear' });
    await nameUnits(page, 'These', String(pieces));
    await recordFinding(page);
    await takeWantedPhotos(page);

    await answerNoDefect(page);
    await nameUnits(page, 'The other');
    await recordFinding(page);
    await expect(page.getByText(`${pieces} of ${pieces} inspected`)).toBeVisible();
    await lookWhole(page, 'bench-portions');
    await finishInspection(page);
  });

  await test.step('the desk shows each portion with its clauses, and signs them', async () => {
    await signIn(page, supervisor);
    await openOnDesk(page, rma);
    await expectExplained(page, 'if a defect with the cause “Manufacturing” were found');
    await lookWhole(page, 'desk-portions');
    await approve(page, supervisor.pin, async (sheet) => {
      await expect(sheet.getByRole('checkbox')).toHaveCount(3);
      await lookWhole(page, 'desk-portions-sheet');
    });
  });

  await test.step('central starts one refund, of the faulty units alone', async () => {
    await expectEverythingSent(page);
    await expect
      .poll(() => refundsAtCentral(page, parcel.case.id))
      .toMatchObject([
        { state: 'instructed', amount: parcel.order.unitPrice * faulty, currency: 'USD' },
      ]);
  });
});
