import { expect, test } from 'vitest';
import { sourcesOfCases } from '../../renderer/cases/caseSources.ts';
import { worklist } from '../../renderer/queries/lists/worklist.ts';
import { openStorage } from '../../renderer/storage/openStorage.ts';
import { pullChanges } from '../../renderer/sync/pull/pullChanges.ts';
import type { Change } from '../../shared/sync/change.ts';
import { aCase } from '../builders/cases/aCase.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { caseId, factId } from '../builders/cases/ids.ts';
import { aHold } from '../builders/cases/recordedFacts.ts';
import { smallCentral } from '../builders/central/smallCentral.ts';
import { aLoneStation, officeDocuments } from '../builders/station/aLoneStation.ts';
import { storedPapers, storedRows } from '../builders/station/storedCases.ts';
import { syncPartsOf } from '../builders/station/syncPartsOf.ts';
import { databaseOfVersion } from './ofVersion.ts';

const papers = (rma: string) =>
  Array.from({ length: 40 }, (_, n) =>
    aCase({ id: caseId(`old-${n}`), rma: `${rma}-${n}`, expectedOn: '2026-11-20' }),
  );
const told = (rma: string): readonly Change[] =>
  papers(rma).map((body) => ({ collection: 'cases', id: body.id, body }));

/** A station of version 7 in the middle of a long catch-up: each case and list row lies by itself. */
async function writeVersion7(name: string): Promise<void> {
  const writer = await aLoneStation(officeDocuments());
  const central = smallCentral([...officeDocuments(), ...told('RMA')]);
  await pullChanges(syncPartsOf(writer, central));
  const rows = (await storedRows(writer.db)).map((row) =>
    row.caseId === 'old-7' ? { ...row, documents: ['facts'] } : row,
  );
  const cases = await storedPapers(writer.db);
  const before = databaseOfVersion(7, name);
  await before.open();
  await before.table('caseRows').bulkPut(rows);
  await before.table('cases').bulkPut(
    cases,
    cases.map(({ id }) => id),
  );
  const fact = aHold({ id: factId('held-before'), caseId: caseId('old-7') });
  await before.table('facts').put({
    id: fact.id,
    caseId: fact.caseId,
    kind: fact.kind,
    arrivalId: '',
    corrects: '',
    acceptance: 'accepted',
    acceptedAt: fact.at.utc,
    sequence: 0,
    envelope: null,
    fact,
  });
  const { projection, revision, epoch } = (await writer.db.meta.get('station')) ?? {};
  await before.table('meta').put({
    key: 'station',
    minimumReader: 3,
    cursor: '0',
    linesBehind: true,
    projection,
    revision,
    epoch,
  });
  before.close();
}

test('a station of version 7 keeps its cases and list rows, catches up, and packs what comes anew', async () => {
  const name = 'upgrade-8-from-7';
  await writeVersion7(name);
  const { db, fresh } = accepted(await openStorage(name));
  expect(fresh).toBe(false);
  expect(await db.meta.get('station')).toMatchObject({ cursor: '0', minimumReader: 5 });
  expect(await db.casesBehind.toArray()).toEqual([{ caseId: 'old-7' }]);
  expect(await worklist(db, 'dock', 0)).toHaveLength(41);

  const lone = await aLoneStation([]);
  const station = { ...lone, db };
  await pullChanges(syncPartsOf(station, smallCentral([])));
  expect((await storedRows(db)).find((row) => row.caseId === 'old-7')?.state).toBe('onHold');
  expect([await db.casesBehind.count(), await db.caseRowPages.count()]).toEqual([0, 0]);

  const central = smallCentral([...officeDocuments(), ...told('NEW')]);
  await pullChanges(syncPartsOf(station, central));
  const rows = await storedRows(db);
  expect(rows).toHaveLength(41);
  expect(rows.find((row) => row.caseId === 'old-7')).toMatchObject({
    rma: 'NEW-7',
    state: 'onHold',
  });
  const [sources] = (await sourcesOfCases(db, ['old-9'])).values();
  expect(sources?.paper.rma).toBe('NEW-9');
  expect([await db.caseRowPages.count(), await db.casePages.count()]).toEqual([1, 1]);
  db.close();
});
