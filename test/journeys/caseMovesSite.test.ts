import { expect, test } from 'vitest';
import { verifiedAmong } from '../../central/photos/photoRows.ts';
import { acceptAnyway } from '../../renderer/actions/acceptAnyway.ts';
import { worklist } from '../../renderer/queries/lists/worklist.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { refusals } from '../../renderer/queries/station/refusals.ts';
import type { StationDatabase } from '../../renderer/storage/stationDatabase.ts';
import { workplaceNames } from '../../shared/facts/workplaces.ts';
import { siteId } from '../builders/cases/ids.ts';
import { until } from '../builders/station/until.ts';
import { aSite, caseNumber } from '../central/aCompany.ts';
import { aStation as aPlainStation } from '../central/aStation.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { count, inspect, photograph, receive } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(3);

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

test('what the site it left recorded unknowing is refused by name, and counts once the return is back and a supervisor says so', async () => {
  const of = aCase();
  const station = await aStation(central());
  await central().seed.putDocuments([{ collection: 'sites', body: aSite('site-2') }]);
  station.goOffline();
  const made = await inspect(station, of);
  const paper = { ...caseNumber(3), id: of };
  await central().seed.putDocuments([
    { collection: 'cases', body: { ...paper, siteId: siteId('site-2') } },
  ]);
  station.goOnline();
  await station.quiet();
  const refused = async () => await refusals(station.db);
  const seen = await refused();
  expect(seen.map(({ kind }) => kind).toSorted()).toEqual([
    'arrival',
    'finding',
    'inspectionFinished',
    'photoTaken',
    'unitsCounted',
  ]);
  for (const { why } of seen)
    expect(why).toEqual({ kind: 'refused', refusal: { code: 'otherSite' } });
  expect(
    (await aFeedOf('site-2')).filter(
      ({ collection, body }) => collection === 'facts' && body?.fact.caseId === of,
    ),
  ).toEqual([]);

  const sara = await station.signIn('SARA01');
  const vouched = async () => {
    const work = (await refused()).filter(({ kind }) => kind !== 'acceptedAnyway');
    for (const { fact, hash } of work.toSorted((a, b) => (a.fact.at.utc < b.fact.at.utc ? -1 : 1)))
      await acceptAnyway(sara, { refused: { fact, hash: hash ?? '' }, reason: 'They lie here' });
    await station.quiet();
  };
  // Nobody's word lays goods down at a site the office has taken the return from.
  await vouched();
  expect((await refused()).map(({ kind }) => kind)).toContain('arrival');

  await central().seed.putDocuments([{ collection: 'cases', body: paper }]);
  await station.quiet();
  await vouched();
  const view = await caseView(station.db, of, now());
  expect(view?.file.heads).toEqual([made.inspection.verdictId]);
  // What remains is that her first word was not taken.
  expect(new Set((await refused()).map(({ kind }) => kind))).toEqual(new Set(['acceptedAnyway']));
});

async function listedAt({ db }: { readonly db: StationDatabase }): Promise<readonly string[]> {
  const lists = await Promise.all(workplaceNames.map((name) => worklist(db, name, now())));
  return lists.flatMap((rows) => rows.map(({ caseId }) => caseId));
}

async function aFeedOf(site: string) {
  return await (await aPlainStation(central(), new Map(), site)).pullAll();
}
