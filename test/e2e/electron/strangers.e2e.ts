import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { demoToday } from '../demoReturns.ts';
import { expectEverythingSent, expectUnsent, unsent } from '../driver/bar.ts';
import { comeBack } from '../driver/comeBack.ts';
import { receive } from '../driver/dock.ts';
import { factsAtCentral } from '../driver/factsAtCentral.ts';
import { lookOnce } from '../driver/look.ts';
import { expectJoined, signIn } from '../driver/signIn.ts';
import { type ElectronStation, openStation } from '../electronStation.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';
import { scan } from '../scan.ts';
import { layStrangeLine, type StrangeLine, type Stranger } from '../strangeLine.ts';

let central: RunningCentral;
let line: StrangeLine;
let station: ElectronStation;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-strangers-'));
  central = await runCentral(folder);
  line = await layStrangeLine(central.url);
  station = await openStation({
    folder,
    centralUrl: line.url,
    switches: [`--ignore-certificate-errors-spki-list=${line.spki}`],
  });
  await expectJoined(station.page);
});
test.afterAll(async () => {
  await station?.close();
  await line?.close();
  await central?.close();
  rmSync(folder, { recursive: true, force: true });
});

const { expected, worker } = demoToday();
const signInAsked = 'The network asks for a sign-in of its own';
const notTrusted = 'Central’s certificate is not trusted here';
/** What the bar says of each of them, whatever else it says. */
const said: Readonly<Record<Stranger, string>> = {
  loginPage: signInAsked,
  redirectToLogin: signInAsked,
  networkAuthentication: signInAsked,
  untrusted: notTrusted,
  otherHost: notTrusted,
};

const strangers = Object.keys(said) as readonly Stranger[];
const bar = (page: Page) => page.getByRole('banner');

test('whoever answers in central’s place is named in the bar, and work goes on and arrives', {
  tag: '@release',
}, async () => {
  const { page } = station;
  const parcel = expected.find(({ line: one }) => one.requestedQuantity >= 8);
  if (!parcel) throw new Error('The demo announces no group of several');
  await signIn(page, worker('NQ4107'));
  await receive(page, parcel);
  await expectEverythingSent(page);

  await test.step('without anything to send, the next round finds out', async () => {
    line.letAnswer('loginPage');
    await expect(bar(page)).toContainText(signInAsked, { timeout: 20_000 });
    await expect(bar(page)).not.toContainText('Online');
  });

  let pieces = 0;
  for (const who of strangers)
    await test.step(`${who}: said, and a piece is counted all the same`, async () => {
      line.letAnswer(who);
      const before = await unsent(page);
      await scan(page, `]C101${parcel.order.article.gtin}`);
      pieces += 1;
      await expect(
        page
          .getByRole('listitem')
          .filter({ hasText: `${pieces} of` })
          .first(),
      ).toBeVisible();
      await expect.poll(line.asked).toBeGreaterThan(0);
      await expect(bar(page)).toContainText(said[who]);
      for (const other of [signInAsked, notTrusted, 'Online', 'Offline since', 'Everything sent'])
        if (other !== said[who]) await expect(bar(page)).not.toContainText(other);
      await expectUnsent(page, before + 1);
      if (who === 'untrusted') await lookOnce(page, 'dock-untrusted');
    });

  await test.step('a sign-in to the network in another window is noticed on coming back to this one', async () => {
    line.letAnswer('central');
    await comeBack(station.app);
    // After so many strangers it would mostly ask again much later by itself.
    await expectEverythingSent(page, 12_000);
    await expect(bar(page)).toContainText('Online');
  });

  await test.step('nothing was lost, and nothing refused', async () => {
    for (const _ of ['missing', 'confirmed']) await scan(page, 'QS-CMD-DONE');
    await expect(page.getByText('Done, with pieces missing').first()).toBeVisible();
    await expectEverythingSent(page);
    await expect(bar(page).getByText(/refused/i)).toHaveCount(0);
    // The band answers before the record counts as not sent, so "Everything sent" may still be of before.
    const kinds = async () => {
      const facts = await factsAtCentral(page, parcel.case.id);
      return facts.map(({ kind }) => kind).toSorted();
    };
    await expect
      .poll(kinds, { timeout: 30_000 })
      .toEqual(['arrival', 'parcelDone', ...Array<string>(strangers.length).fill('unitsCounted')]);
  });
});
