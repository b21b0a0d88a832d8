import { expect, test } from '@playwright/test';
import { centralOnLine } from '../../e2e/centralOnLine.ts';
import { expectEverythingSent } from '../../e2e/driver/bar.ts';
import { openStation } from '../../e2e/electronStation.ts';
import { noteFigures, rounds } from '../figures.ts';
import {
  expectKnown,
  goToParcel,
  inDatabase,
  joinedStation,
  missingBetween,
  scanOnAndOn,
  watchSaved,
} from './stationAtWork.ts';

const site = centralOnLine('killed');

const options = () => ({ folder: site().folder, centralUrl: site().line.url });
const sendEvery = 10;

test('kill -9 in the middle of saving, and two starts after each: nothing shown as saved is lost', async () => {
  const kills = rounds(100);
  const figures = { kills, acknowledged: 0, lost: 0, wipes: 0 };
  let sent = 0;
  let station = await joinedStation(options());
  await site().line.cut();
  await station.close();
  station = await openStation(options());
  for (let kill = 1; kill <= kills; kill += 1) {
    const before = (await inDatabase(station.page)).outbox.length;
    await goToParcel(station.page);
    const saved = await watchSaved(station.page);
    const scanning = scanOnAndOn(station.page);
    // Another moment of the work each time: the kill must not always meet the same write.
    const wanted = before + 3 + ((kill * 7) % 20);
    await expect
      .poll(saved.most, { intervals: [5], timeout: 180_000 })
      .toBeGreaterThanOrEqual(wanted);
    await station.kill();
    await scanning.stop();
    const shown = saved.most();
    figures.acknowledged += shown - before;

    for (const start of ['first', 'second']) {
      station = await openStation(options());
      await expect(station.page.getByRole('heading', { name: 'Who is working' })).toBeVisible();
      const { outbox, wasRebuilt } = await inDatabase(station.page);
      const lost = missingBetween(sent, sent + shown, outbox);
      expect.soft(lost, `after kill ${kill}, at the ${start} start`).toEqual([]);
      figures.lost += lost.length;
      if (wasRebuilt) figures.wipes += 1;
      if (start === 'first') await station.close();
    }
    const { outbox, wasRebuilt } = await inDatabase(station.page);
    if (kill % sendEvery === 0 || kill === kills || wasRebuilt) {
      await site().line.mend();
      await expectEverythingSent(station.page);
      await expectKnown(station.page);
      const { accepted } = await inDatabase(station.page);
      // Not their number: a rebuilt database offers old ones again.
      const last = Math.max(sent, ...outbox);
      expect(missingBetween(sent, last, accepted)).toEqual([]);
      sent = last;
      await site().line.cut();
    }
  }
  await station.close();
  await noteFigures(3, 'kills while saving', figures);
});
