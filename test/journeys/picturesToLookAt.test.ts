import { expect, test } from 'vitest';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { until } from '../builders/station/until.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { approve, inspect } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(1);

test('the desk sees the picture another station took, as central encoded it again, with the network off, until the case is closed', async () => {
  const theCase = aCase();
  const bench = await aStation(central());
  const made = await inspect(bench, theCase);
  await until('the picture is verified at central', async () => {
    const [photo] = await bench.db.photos.toArray();
    return photo?.state === 'verified';
  });
  const [taken] = await bench.db.photos.toArray();

  const desk = await aStation(central());
  await until('the picture came to the desk', async () => (await desk.db.photoBytes.count()) === 1);
  desk.goOffline();
  const kept = await desk.db.photoBytes.get(taken?.sha256 ?? '');
  expect(kept?.blob.type).toBe('image/jpeg');
  // Eight by eight pixels, without the half megabyte that hung behind them.
  expect(kept?.blob.size).toBeLessThan(2_000);
  expect(taken?.bytes).toBe(600_000);

  desk.goOnline();
  accepted(await approve(await desk.signIn('SARA01'), made));
  await until('the refund is started', async () => {
    const view = await caseView(desk.db, theCase, now());
    return view?.file.state === 'refundStarted';
  });
  const again = await desk.restart();
  await until('the desk let it go', async () => (await again.db.photoBytes.count()) === 0);
});
