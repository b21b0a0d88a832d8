import { expect, test } from 'vitest';
import { verifiedAmong } from '../../central/photos/photoRows.ts';
import { worklist } from '../../renderer/queries/lists/worklist.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import type { StationDatabase } from '../../renderer/storage/stationDatabase.ts';
import { workplaceNames } from '../../shared/facts/workplaces.ts';
import { siteId } from '../builders/cases/ids.ts';
import { until } from '../builders/station/until.ts';
import { aSite, caseNumber } from '../central/aCompany.ts';
import { aStation as aPlainStation } from '../central/aStation.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { count, photograph, receive } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(2);

test('a return the office moves to another site is worked on there with all that was recorded', async () => {
  const of = aCase();
  const station = await aStation(central());
  const arrival = await receive(await station.signIn('DORA01'), of);
  const bench = await station.signIn('IVAN01');
  const photo = await photograph(bench, await count(bench, arrival));
  await station.quiet();
  const isSeenAt = async (site: string) =>
    (await verifiedAmong(central().database.rows, [photo.sha256], site)).size === 1;
  await until('the picture is at central', async () => await isSeenAt('site-1'));
  expect(await isSeenAt('site-2')).toBe(false);
  await central().seed.putDocuments([{ collection: 'sites', body: aSite('site-2') }]);
  const paper = (await aFeedOf('site-1')).find(
    ({ collection, id }) => collection === 'cases' && id === of,
  );
  expect(paper?.body).toMatchObject({ siteId: 'site-1' });
  const body = { ...caseNumber(1), id: of, siteId: siteId('site-2') };
  await central().seed.putDocuments([{ collection: 'cases', body }]);

  const there = await aFeedOf('site-2');
  const kinds = there.flatMap((it) =>
    it.collection === 'facts' && it.body?.fact.caseId === of ? [it.body.fact.kind] : [],
  );
  expect(kinds.toSorted()).toEqual(['arrival', 'photoTaken', 'unitsCounted']);
  const left = (await aFeedOf('site-1')).find(
    ({ collection, id }) => collection === 'cases' && id === of,
  );
  expect(left?.body ?? null).toBeNull();
  expect(await isSeenAt('site-2')).toBe(true);
});

test('the site it left lists it no more, keeps what it recorded, and has it back when it comes back', async () => {
  const of = aCase();
  const station = await aStation(central());
  await receive(await station.signIn('DORA01'), of);
  await station.quiet();
  expect(await listedAt(station)).toContain(of);
  await central().seed.putDocuments([{ collection: 'sites', body: aSite('site-2') }]);
  const paper = { ...caseNumber(2), id: of };
  await central().seed.putDocuments([
    { collection: 'cases', body: { ...paper, siteId: siteId('site-2') } },
  ]);
  await station.quiet();
  await expect.poll(() => listedAt(station)).not.toContain(of);
  expect(await caseView(station.db, of, now())).toBe(null);
  expect(await station.db.facts.where('caseId').equals(of).count()).toBe(1);

  await central().seed.putDocuments([{ collection: 'cases', body: paper }]);
  await station.quiet();
  await expect.poll(() => listedAt(station)).toContain(of);
  expect((await caseView(station.db, of, now()))?.file.arrivals).toHaveLength(1);
});

async function listedAt({ db }: { readonly db: StationDatabase }): Promise<readonly string[]> {
  const lists = await Promise.all(workplaceNames.map((name) => worklist(db, name, now())));
  return lists.flatMap((rows) => rows.map(({ caseId }) => caseId));
}

async function aFeedOf(site: string) {
  return await (await aPlainStation(central(), new Map(), site)).pullAll();
}
