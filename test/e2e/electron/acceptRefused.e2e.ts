import { expect, type Page, test } from '@playwright/test';
import { registerDemoPerson } from '../../../central/people/personRows.ts';
import { demoToday } from '../demoReturns.ts';
import { expectEverythingSent } from '../driver/bar.ts';
import { comeBack } from '../driver/comeBack.ts';
import { countPieces, parcelDone, receive } from '../driver/dock.ts';
import { factsAtCentral } from '../driver/factsAtCentral.ts';
import { lookOnce } from '../driver/look.ts';
import { signIn } from '../driver/signIn.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

const opened = joinedStationOnLine('accept');

const { expected, worker } = demoToday();
const [vega, raman, brandt] = [worker('NQ4107'), worker('NQ4118'), worker('NQ4101')];
const reason = 'She was here that day, and I saw the goods.';

test('what central refused of honest floor work is accepted by a supervisor, and counts', {
  tag: '@release',
}, async () => {
  const { app, page, line, central } = opened();
  const [parcel] = expected;
  if (!parcel) throw new Error('The demo announces nothing to receive');
  const pieces = parcel.line.approvedQuantity ?? parcel.line.requestedQuantity;
  const record = (word: string) => page.getByRole('listitem').filter({ hasText: word });
  const accept = page.getByRole('button', { name: 'Accept all the same' });

  await test.step('the office gave her a new key an hour ago; without a network nobody here knows', async () => {
    await signIn(page, vega);
    await expectEverythingSent(page);
    await line.cut();
    await central.whileStopped((database) =>
      registerDemoPerson(database, vega.person, '604183', () => new Date(Date.now() - 60 * 60_000)),
    );
    await receive(page, parcel);
    await countPieces(page, parcel, pieces);
    await parcelDone(page);
  });

  await test.step('central refuses what the old key signed', async () => {
    await line.mend();
    await comeBack(app);
    await expectEverythingSent(page);
    // Sooner or later she is asked who she is: the key she works with is hers no longer.
    expect(await factsAtCentral(page, parcel.case.id)).toEqual([]);
  });

  await test.step('an inspector reads who can accept it, and cannot', async () => {
    await signIn(page, raman);
    await toRefusals(page);
    await expect(record('Arrival')).toContainText(
      'A supervisor who did not record it can accept it all the same.',
    );
    await expect(accept).toHaveCount(0);
  });

  await test.step('a supervisor accepts all of it, with a reason, while the line is cut', async () => {
    await signIn(page, brandt);
    await toRefusals(page);
    await lookOnce(page, 'refused-to-accept');
    await line.cut();
    await accept.first().click();
    const sheet = page.getByRole('dialog');
    await expect(sheet).toContainText(parcel.case.rma ?? '');
    await expect(sheet).toContainText(`Arrival · ${parcel.tracking}`);
    await expect(sheet).toContainText(`Units counted · 1 × ${parcel.order.article.name}`);
    await expect(sheet.getByRole('checkbox')).toHaveCount(pieces + 2);
    await sheet
      .getByRole('button', { name: /^Accept/ })
      .last()
      .click();
    await expect(sheet).toContainText('Say in a few words why it is right.');
    await sheet.getByRole('textbox', { name: 'Why it is right' }).fill(reason);
    await lookOnce(page, 'accept-sheet');
    await sheet
      .getByRole('button', { name: /^Accept/ })
      .last()
      .click();
    await expect(sheet).toBeHidden();
    await expect(
      page.getByText(`Accepted by ${brandt.person.name}; central has not answered yet.`),
    ).toHaveCount(pieces + 2);
  });

  await test.step('central takes it: nothing is refused any more, and the records count', async () => {
    await line.mend();
    await comeBack(app);
    await expectEverythingSent(page);
    await expect(page.getByText('Central has accepted everything so far')).toBeVisible();
    await expect(page.getByRole('banner').getByText(/refused by central/)).toHaveCount(0);
    const facts = await factsAtCentral(page, parcel.case.id);
    expect(facts.filter((fact) => fact.kind === 'acceptedAnyway')).toEqual(
      Array(pieces + 2).fill(expect.objectContaining({ personId: brandt.person.id, reason })),
    );
    expect(facts.filter((fact) => fact.personId === vega.person.id)).toHaveLength(pieces + 2);
  });
});

async function toRefusals(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('link', { name: /refused by central/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Refused by central' })).toBeVisible();
}
