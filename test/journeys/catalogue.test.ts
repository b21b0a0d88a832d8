import { expect, test } from 'vitest';
import { recordFinding } from '../../renderer/actions/recordFinding.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { CatalogueEntryId } from '../../shared/ids.ts';
import { ownIdOf } from '../../shared/office/externalId.ts';
import { aDefect } from '../builders/cases/recordedFacts.ts';
import { until } from '../builders/station/until.ts';
import { askOffice } from '../central/office/askOffice.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { approve, count, find, finish, photograph, receive } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(2);
const entry = CatalogueEntryId.parse(ownIdOf('catalogue', { source: 'erp', id: 'D17' }));
const said = { of: 'workmanship.weld', code: 'D17', names: { en: 'Pore in the weld' } };
const office = (method: string, body?: object) =>
  askOffice(central(), { method, path: 'catalogue/erp:D17?reason=Told', body });

test('a defect of the company’s own is recorded offline, decided by our code, and kept when withdrawn', async () => {
  expect((await office('PUT', said)).status).toBe(201);
  const station = await aStation(central());
  await until('the catalogue is here', async () => (await station.db.catalogue.count()) === 1);
  const of = aCase();
  const arrival = await receive(await station.signIn('DORA01'), of);
  await station.quiet();

  station.goOffline();
  expect((await office('DELETE')).status).toBe(200);
  const bench = await station.signIn('IVAN01');
  const units = await count(bench, arrival);
  const photo = await photograph(bench, units);
  const observation = aDefect({ code: 'workmanship.weld', entry });
  await find(bench, units, { observation, photoIds: [photo.photoId] });
  const inspection = await finish(bench, of);
  station.goOnline();
  await station.quiet();
  await until('central took it, and said meanwhile that it was withdrawn', async () => {
    const view = await caseView(station.db, of, now());
    const kept = await station.db.catalogue.get(entry);
    return view?.acceptance.get(inspection.id) === 'accepted' && kept?.withdrawn !== null;
  });
  await approve(await station.signIn('SARA01'), { units, inspection });
  await station.quiet();
  const view = await caseView(station.db, of, now());
  expect(view?.file.findings).toMatchObject([{ observation: { code: 'workmanship.weld', entry } }]);
  expect(view?.refunds).toHaveLength(1);
});

test('an entry nobody knows, or of another defect, is refused in words', async () => {
  await office('PUT', said);
  const station = await aStation(central());
  await until('the catalogue is here', async () => (await station.db.catalogue.count()) === 1);
  const of = aCase();
  const arrival = await receive(await station.signIn('DORA01'), of);
  const bench = await station.signIn('IVAN01');
  const { unitGroupId } = await count(bench, arrival);
  const recorded = (observation: ReturnType<typeof aDefect>) =>
    recordFinding(bench, {
      caseId: of,
      unitGroupId,
      quantity: 10,
      observation,
      measurements: [],
      photoIds: [],
      note: '',
    });
  const unknown = CatalogueEntryId.parse('entry-nobody-knows');
  expect(await recorded(aDefect({ code: 'workmanship.weld', entry: unknown }))).toEqual({
    ok: false,
    refusal: { code: 'unknownEntry', entry: unknown },
  });
  expect(await recorded(aDefect({ code: 'material.crack', entry }))).toEqual({
    ok: false,
    refusal: { code: 'entryOfOtherCode', entry, of: 'workmanship.weld' },
  });
});
