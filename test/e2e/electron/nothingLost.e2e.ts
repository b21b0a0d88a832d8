import { expect, type Page, test } from '@playwright/test';
import type { Fact } from '../../../shared/facts/fact.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { demoToday, type ExpectedReturn } from '../demoReturns.ts';
import { expectEverythingSent } from '../driver/bar.ts';
import { finishInspection, openOnBench, recordDefect, takeWantedPhotos } from '../driver/bench.ts';
import { decline, openFromQueue, openOnDesk } from '../driver/desk.ts';
import { lookOnce } from '../driver/look.ts';
import { goTo, signIn } from '../driver/signIn.ts';
import { scan } from '../scan.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

const opened = joinedStationOnLine('floor');
test.setTimeout(300_000);

const { expected, worker } = demoToday();
const [dock, inspector, supervisor] = [worker('NQ4107'), worker('NQ4118'), worker('NQ4101')];
const onPallet = expected.filter(
  ({ case: one }) =>
    expected.filter((other) => other.case.ssccs[0] === one.ssccs[0]).length > 1 && one.ssccs[0],
);
const cancelled = expected.find((one) => one.case.cancelled !== null);
const withLot = expected.find((one) => one.order.lot !== null && !onPallet.includes(one));

const band = (page: Page) => page.getByRole('status').or(page.getByRole('alert'));
const says = async (page: Page, words: string | RegExp) =>
  await expect(band(page).filter({ hasText: words }).first()).toBeVisible({ timeout: 15_000 });
const card = async (page: Page, name: string) => await scan(page, `QS-CMD-${name}`);
const rmaOf = ({ case: { rma } }: ExpectedReturn) => rma ?? '';
const pieceOf = ({ order }: ExpectedReturn, lot = order.lot) =>
  `]C101${order.article.gtin}${lot ? `10${lot}` : ''}`;

/** Every fact central has accepted, asked the way the page asks. */
async function factsAt(page: Page): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  let cursor = '';
  for (;;) {
    const asking = `${centralApi.pull.path}?limit=1000${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const answer = await page.evaluate(async (asked) => (await fetch(asked)).text(), asking);
    const told = centralApi.pull.response.parse(JSON.parse(answer));
    facts.push(
      ...told.changes.flatMap((c) => (c.collection === 'facts' && c.body ? [c.body.fact] : [])),
    );
    if (!told.more) return facts;
    cursor = told.cursor;
  }
}

test('nothing is lost on the floor: offline, by scans alone, to the end', {
  tag: '@release',
}, async () => {
  const { page, line } = opened();
  if (onPallet.length !== 3 || !cancelled || !withLot) throw new Error('The demo tells otherwise');
  const [one, two, three] = onPallet;
  const [nearest] = expected;
  if (!one || !two || !three || !nearest) throw new Error('The demo tells otherwise');
  const sscc = `]C100${one.case.ssccs[0]}`;

  await test.step('A scan before anybody signs in is not recorded, and the network goes', async () => {
    await scan(page, withLot.tracking);
    await expect(page.getByText('This scan was not recorded')).toBeVisible();
    await expect(page.getByText('Nobody is signed in.')).toBeVisible();
    await lookOnce(page, 'scan-unheard');
    await signIn(page, dock);
    await expect(page.getByText('This scan was not recorded')).toBeHidden();
    // Only the rows in sight are drawn.
    await expect(page.getByRole('main')).toContainText(rmaOf(nearest), { timeout: 60_000 });
    await line.cut();
  });

  await test.step('A scan while a sheet stands is not recorded, and says so', async () => {
    await page.getByRole('button', { name: 'Type a number' }).click();
    await scan(page, withLot.tracking);
    await expect(page.getByText('Close what is open first')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('heading', { name: rmaOf(withLot) })).toBeHidden();
    await card(page, 'OK');
    await expect(page.getByText('This scan was not recorded')).toBeHidden();
  });

  await test.step('A leaking parcel without papers or label is kept, counted and held', async () => {
    await card(page, 'OK');
    await says(page, 'A parcel without a readable label');
    await card(page, 'OK');
    await says(page, 'Kept as unexpected');
    await scan(page, pieceOf(withLot));
    await says(page, '1 piece so far');
    await lookOnce(page, 'dock-blind');
    await card(page, 'HAZARD');
    await says(page, 'Stop. Do not handle.');
    await card(page, 'PHOTO');
    await says(page, 'Stop. Do not handle.');
    await card(page, 'OK');
    await card(page, 'DONE');
    await says(page, 'Parcel set down');
    await expect(page.getByRole('heading', { name: /Unexpected parcels/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /No readable label/ })).toContainText('Hazard');
    await lookOnce(page, 'dock-blind-list');
  });

  await test.step('A pallet with three returns under one SSCC: each its own arrival and days', async () => {
    await scan(page, sscc);
    await says(page, '3 cases fit this label');
    await lookOnce(page, 'dock-choice');
    for (const [place, its] of [two, three, one].entries()) {
      await scan(page, rmaOf(its));
      await says(page, 'Received');
      await expect(page.getByRole('heading', { name: rmaOf(its) })).toBeVisible();
      await card(page, 'DONE');
      if (place < 2) await expect(page.getByRole('row', { name: rmaOf(one) })).toBeVisible();
    }
    await scan(page, sscc);
    await says(page, '3 cases fit this label');
    await scan(page, rmaOf(three));
    await says(page, 'Here already');
    await card(page, 'DONE');
  });

  await test.step('A cancelled return is received, said and held', async () => {
    await scan(page, cancelled.tracking);
    await says(page, 'The office cancelled this return');
    await lookOnce(page, 'dock-cancelled');
    await card(page, 'DONE');
  });

  await test.step('A parcel with a foreign lot, short: set apart, confirmed, and the rest stays expected', async () => {
    await scan(page, withLot.tracking);
    await says(page, 'Received');
    await scan(page, pieceOf(withLot));
    await says(page, 'Counted');
    await scan(page, pieceOf(withLot, 'ZZ999'));
    await says(page, /Lot ZZ999, we shipped lot/);
    await lookOnce(page, 'dock-foreign-lot');
    await card(page, 'DONE');
    await says(page, /pieces missing/);
    await lookOnce(page, 'dock-short');
    await card(page, 'DONE');
    await says(page, 'Done, with pieces missing');
    // Last of the list, and only the rows in sight are drawn.
    await page.getByRole('main').hover();
    await expect(async () => {
      await page.mouse.wheel(0, 600);
      await expect(page.getByRole('main').getByText('7 still missing')).toBeVisible({
        timeout: 1000,
      });
    }).toPass({ timeout: 30_000 });
    await lookOnce(page, 'dock-rest');
  });

  await test.step('The supervisor releases what is safe, with a reason', async () => {
    await signIn(page, supervisor);
    await openOnDesk(page, rmaOf(cancelled));
    await page.getByRole('button', { name: 'Release' }).click();
    await page.locator('label').filter({ hasText: 'Cleared' }).click();
    await lookOnce(page, 'hold-release');
    await page.getByRole('dialog').getByRole('button', { name: 'Release' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('The bench gives the blind parcel a case; its hazard still holds it', async () => {
    await signIn(page, inspector);
    await goTo(page, 'Bench');
    await lookOnce(page, 'bench-blind-list');
    await page.getByRole('row', { name: /No readable label/ }).click();
    await expect(page.getByRole('heading', { name: 'Whose goods are these?' })).toBeVisible();
    await expect(page.getByRole('row', { name: new RegExp(rmaOf(withLot)) })).toBeVisible();
    await lookOnce(page, 'bench-blind');
    await page.getByRole('button', { name: 'Open a case for it' }).click();
    await lookOnce(page, 'bench-blind-client');
    await page.getByRole('button', { name: 'Client not known' }).click();
    await expect(page.getByRole('region', { name: 'The client said' })).toBeVisible();
    await expect(page.getByText('On hold: Hazard')).toBeVisible();
    await recordDefect(page, {
      kind: 'Function',
      defect: 'Leaks',
      severity: 'Critical',
      cause: 'Not known',
    });
    await lookOnce(page, 'bench-hazard');
    await finishInspection(page, { withOpenPoints: true });
  });

  await test.step('The cancelled return is inspected like any other', async () => {
    await openOnBench(page, cancelled.tracking);
    await page
      .getByRole('button', { name: /as announced/ })
      .first()
      .click();
    await recordDefect(page, {
      kind: 'Function',
      defect: 'Does not work',
      severity: 'Major',
      cause: 'Manufacturing',
    });
    await takeWantedPhotos(page);
    await finishInspection(page);
  });

  await test.step('The supervisor decides both to their end', async () => {
    await signIn(page, supervisor);
    await openFromQueue(page, /Case without papers/);
    await page.getByRole('button', { name: 'Release' }).click();
    await page.locator('label').filter({ hasText: 'Made safe' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Release' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await decline(page, supervisor.pin, 'Nobody knows who sent it; scrapped.');
    await openOnDesk(page, rmaOf(cancelled));
    await decline(page, supervisor.pin, 'Withdrawn by the client.');
  });

  await test.step('Central takes all of it, and refuses nothing', async () => {
    await line.mend();
    await expectEverythingSent(page);
    await expect(page.getByRole('banner').getByText(/refused/i)).toHaveCount(0);
    const facts = await factsAt(page);
    const kinds = facts.map((fact) => fact.kind);
    const arrival = facts.find((f) => f.kind === 'arrival' && f.caseId === withLot.case.id);
    expect(arrival).toMatchObject({ dock: 'D2' });
    expect(kinds).toEqual(expect.arrayContaining(['parcelDone', 'held', 'released', 'caseOpened']));
  });
});
