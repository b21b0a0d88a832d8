import { expect, test } from '@playwright/test';
import { documentOf, putDocument } from '../../../central/documents/documentRows.ts';
import { demoToday } from '../demoReturns.ts';
import { expectEverythingSent } from '../driver/bar.ts';
import {
  answerDefect,
  answerNoDefect,
  finishInspection,
  openOnBench,
  recordFinding,
  sayHowMany,
  takeWantedPhotos,
} from '../driver/bench.ts';
import {
  answerQuestion,
  approve,
  expectAnswered,
  expectAsked,
  openOnDesk,
} from '../driver/desk.ts';
import { lookOnce } from '../driver/look.ts';
import { grantsAtCentral, refundsAtCentral, rowsOfRegister } from '../driver/refunds.ts';
import { signIn } from '../driver/signIn.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

const opened = joinedStationOnLine('two');

const { told, worker } = demoToday();
const [inspector, brandt, ferreira] = [worker('NQ4118'), worker('NQ4101'), worker('NQ4103')];

const whose = 'Who is responsible?';
const tooLate = 'Applied too late, but the fault is ours';
const freight = 'Who pays the return freight?';

test('an overdue late case of three questions is paid once, when two say the same', {
  tag: '@release',
}, async () => {
  const { page, line } = opened();
  const late = told('late-and-overdue');
  const rma = late.case.rma ?? '';
  const faulty = 16;
  const decide = page.getByRole('button', { name: /^Decide/ });

  await test.step('no cause is found in sixteen of the seventeen, without a network', async () => {
    await signIn(page, inspector);
    await expect(page.getByRole('main')).toContainText(rma);
    await line.cut();
    await openOnBench(page, late.tracking);
    await answerDefect(page, {
      kind: 'Function',
      defect: 'Works at times',
      severity: 'Major',
      cause: 'Not known',
    });
    await sayHowMany(page, faulty);
    await recordFinding(page);
    await answerNoDefect(page);
    await recordFinding(page);
    await takeWantedPhotos(page);
    await finishInspection(page);
  });

  await test.step('each answer raises the next question; one signature waits', async () => {
    await signIn(page, brandt);
    await openOnDesk(page, rma);
    await approve(page, brandt.pin, async (sheet) => {
      await expectAsked(sheet, [whose]);
      await answerQuestion(sheet, whose, 'We are', 'The belt holds no load');
      await expectAsked(sheet, [whose, tooLate]);
      await answerQuestion(sheet, tooLate, 'Our fault counts', 'Nobody sees it before a line runs');
      await expectAsked(sheet, [whose, tooLate, freight]);
      await expect(sheet).toContainText('16 units at our cost, 1 unit at the client’s');
      await answerQuestion(sheet, freight, 'Both, half each', 'One of seventeen is sound');
      await lookOnce(page, 'desk-questions');
    });
    await expect(page.getByText('A second approval is needed')).toBeVisible();
    await expect(decide).toBeDisabled();
  });

  await test.step('the second reads them, gives another answer, and the case is contested', async () => {
    await line.mend();
    await signIn(page, ferreira);
    await openOnDesk(page, rma);
    await approve(page, ferreira.pin, async (sheet) => {
      await expect(sheet).toContainText(`${brandt.person.name} signed this first`);
      await expectAnswered(sheet, whose, 'We are');
      await expectAnswered(sheet, tooLate, 'Our fault counts: take it back although late');
      await expectAnswered(sheet, freight, 'Both, half each');
      await lookOnce(page, 'desk-questions-second');
      await answerQuestion(sheet, freight, 'We pay it', 'The fault is ours');
    });
    await expect(page.getByText('Two signatures disagree')).toBeVisible();
    await expect(page.getByText(`${brandt.person.name}: Approve · Refund`)).toContainText(
      'Both, half each',
    );
    await expect(page.getByText(`${ferreira.person.name}: Approve · Refund`)).toContainText(
      'We pay it',
    );
    await expect(page.getByText('A second approval is needed')).toHaveCount(0);
    await expectEverythingSent(page);
    await lookOnce(page, 'desk-contested');
    expect(await refundsAtCentral(page, late.case.id)).toEqual([]);
  });

  await test.step('the first agrees with the second, and central pays once', async () => {
    await signIn(page, brandt);
    await openOnDesk(page, rma);
    await expect(page.getByText('Two signatures disagree')).toBeVisible();
    await approve(page, brandt.pin, async (sheet) => {
      await expect(sheet).toContainText(`${ferreira.person.name} signed this first`);
      await expectAnswered(sheet, freight, 'We pay it');
    });
    await expectEverythingSent(page);
    await expect
      .poll(() => refundsAtCentral(page, late.case.id))
      .toMatchObject([{ state: 'instructed', amount: 1_075_200, currency: 'USD' }]);
    expect(await grantsAtCentral(page, late.case.id)).toMatchObject([
      { signedBy: [ferreira.person.id, brandt.person.id] },
    ]);
    await expect(page.getByRole('heading', { name: 'Refund at central' })).toBeVisible();
    await lookOnce(page, 'desk-overdue-paid');
  });
});

test('an exchange worth USD 10 350 needs two signatures, and moves no money', {
  tag: '@release',
}, async () => {
  const { page, central } = opened();
  const swapped = told('another-inverter-than-ordered');
  const rma = swapped.case.rma ?? '';
  const decide = page.getByRole('button', { name: /^Decide/ });
  const grants = () => grantsAtCentral(page, swapped.case.id);

  await test.step('one supervisor cannot end it', async () => {
    await signIn(page, ferreira);
    await openOnDesk(page, rma);
    await approve(page, ferreira.pin, async (sheet) => {
      await expect(sheet).toContainText('USD 10,350.00');
      await expect(sheet).toContainText('a second person must approve too');
      await lookOnce(page, 'desk-exchange');
    });
    await expectEverythingSent(page);
    await expect(page.getByText('A second approval is needed')).toBeVisible();
    await expect(decide).toBeDisabled();
    expect(await grants()).toEqual([]);
  });

  await test.step('the office changes the papers: both are told that two sign anew', async () => {
    const anew = page.getByText(
      `The papers changed after ${ferreira.person.name} signed, so two sign anew.`,
    );
    await expect(anew).toHaveCount(0);
    await central.whileStopped(async (database) => {
      const body = await documentOf(database.rows, 'cases', swapped.case.id);
      if (!body?.application) throw new Error('No application was made');
      const application = { ...body.application, description: 'Ten inverters of another model' };
      await database.write((rows) =>
        putDocument(rows, { collection: 'cases', body: { ...body, application } }),
      );
    });
    await expect(anew).toBeVisible({ timeout: 90_000 });
    await expect(decide).toBeEnabled();
    await lookOnce(page, 'desk-anew');
    await signIn(page, brandt);
    await openOnDesk(page, rma);
    await expect(anew).toBeVisible();
    await approve(page, brandt.pin);
    await expectEverythingSent(page);
    await expect(anew).toHaveCount(0);
    await expect(page.getByText('A second approval is needed')).toBeVisible();
    expect(await grants()).toEqual([]);
  });

  await test.step('two can: central instructs the exchange, once', async () => {
    await signIn(page, ferreira);
    await openOnDesk(page, rma);
    await approve(page, ferreira.pin, async (sheet) => {
      await expect(sheet).toContainText(`${brandt.person.name} signed this first`);
    });
    await expectEverythingSent(page);
    await expect.poll(grants).toMatchObject([
      {
        refundId: null,
        currency: 'USD',
        portions: [{ resolution: 'exchange', quantity: 10, value: 1_035_000, amount: 0 }],
        signedBy: [brandt.person.id, ferreira.person.id],
      },
    ]);
    expect(await refundsAtCentral(page, swapped.case.id)).toEqual([]);
    const rows = await rowsOfRegister(central, rma);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/approved.*Exchange × 10.*10,350.*Brandt.*Ferreira/);
    await expect(page.getByRole('heading', { name: 'Settled' })).toBeVisible();
    await lookOnce(page, 'desk-exchange-settled');
  });
});
