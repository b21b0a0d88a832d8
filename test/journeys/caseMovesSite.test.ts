import { expect, test } from 'vitest';
import { verifiedAmong } from '../../central/photos/photoRows.ts';
import { siteId } from '../builders/cases/ids.ts';
import { until } from '../builders/station/until.ts';
import { aSite, caseNumber } from '../central/aCompany.ts';
import { aStation as aPlainStation } from '../central/aStation.ts';
import { aStation, centralOfThisFile } from './aCentral.ts';
import { count, photograph, receive } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(1);

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

async function aFeedOf(site: string) {
  return await (await aPlainStation(central(), new Map(), site)).pullAll();
}
