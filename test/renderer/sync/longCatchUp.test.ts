import { expect, test, vi } from 'vitest';
import { holdCase } from '../../../renderer/actions/holdCase.ts';
import { cachedCase } from '../../../renderer/cases/caseCache.ts';
import { projectCase } from '../../../renderer/cases/projectCase.ts';
import { startOver } from '../../../renderer/storage/meta.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import { pullChanges } from '../../../renderer/sync/pull/pullChanges.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { arrivalId, caseId, factId, unitGroupId } from '../../builders/cases/ids.ts';
import { anArrival, aUnitGroup } from '../../builders/cases/recordedFacts.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, ivan, officeDocuments } from '../../builders/station/aLoneStation.ts';
import { storedRows } from '../../builders/station/storedCases.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

vi.mock('../../../renderer/cases/projectCase.ts', { spy: true });

const many = Array.from({ length: 250 }, (_, n) => n);
const rounds = Array.from({ length: 9 }, (_, n) => n);

const papers = many.map((n): Change => {
  const body = aCase({ id: caseId(`many-${n}`), rma: `RMA-${5000 + n}` });
  return { collection: 'cases', id: body.id, body };
});

/** One fact of every case after another, as a site records them: the same cases on page after page. */
const facts = rounds.flatMap((round) =>
  many.map((n): Change => {
    const of = { id: factId(`fact-${round}-${n}`), caseId: caseId(`many-${n}`) };
    const group = { unitGroupId: unitGroupId(`group-${round}-${n}`), quantity: 1 };
    const fact =
      round === 0
        ? anArrival({ ...of, arrivalId: arrivalId(`arrival-${n}`) })
        : aUnitGroup({ ...of, ...group, arrivalId: arrivalId(`arrival-${n}`) });
    return { collection: 'facts', id: fact.id, body: { fact, acceptedAt: fact.at.utc } };
  }),
);

const moreToCome = { isLong: true, isMoreToCome: true };

const rowsOf = async ({ db }: Awaited<ReturnType<typeof aLoneStation>>) =>
  (await storedRows(db)).map((row) => ({ ...row, revision: 0 }));

async function anEmptyStation() {
  const central = smallCentral([...officeDocuments(), ...papers, ...facts]);
  const station = await aLoneStation([]);
  return { central, station, parts: syncPartsOf(station, central) };
}

async function oneThatWasThereAllAlong(changes: readonly Change[]) {
  const station = await aLoneStation(officeDocuments());
  await applyChanges(station.db, { changes: papers }, station.clock.now());
  await applyChanges(station.db, { changes: [...changes] }, station.clock.now());
  return await rowsOf(station);
}

test('makes the row of a case twice, on however many pages its facts come, and shows the same', async () => {
  const { station, parts } = await anEmptyStation();
  vi.mocked(projectCase).mockClear();
  await pullChanges(parts);
  // With its papers, and at the end.
  expect(vi.mocked(projectCase).mock.calls.length).toBeLessThanOrEqual(2.5 * many.length);
  expect(await rowsOf(station)).toEqual(await oneThatWasThereAllAlong(facts));
});

test('facts that come before their cases leave nothing behind, and the row of each is made once', async () => {
  const central = smallCentral([...officeDocuments(), ...facts, ...papers]);
  const station = await aLoneStation([]);
  const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
  vi.mocked(projectCase).mockClear();
  await pullChanges(syncPartsOf(station, central));
  const behind = puts.mock.contexts.filter(
    (store) => store instanceof IDBObjectStore && store.name === 'casesBehind',
  ).length;
  puts.mockRestore();
  expect(behind).toBe(0);
  expect(vi.mocked(projectCase).mock.calls.length).toBeLessThanOrEqual(1.1 * many.length);
  expect(await rowsOf(station)).toEqual(await oneThatWasThereAllAlong(facts));
});

test('a full catch-up makes the rows of what it does not name anew, and no others a second time', async () => {
  const { central, station, parts } = await anEmptyStation();
  await pullChanges(parts);
  const isForgotten = (change: Change) =>
    change.id === 'many-7' ||
    (change.collection === 'facts' && change.body?.fact.caseId === 'many-8') ||
    (change.collection === 'facts' && change.body?.fact.caseId === 'many-7');
  central.feed.splice(0, central.feed.length, ...central.feed.filter((c) => !isForgotten(c)));
  await startOver(station.db);
  vi.mocked(projectCase).mockClear();
  await pullChanges(parts);
  expect(vi.mocked(projectCase).mock.calls.length).toBeLessThanOrEqual(2.5 * many.length);
  const rows = await rowsOf(station);
  expect(rows.map((row) => row.caseId)).not.toContain('many-7');
  expect(rows.find((row) => row.caseId === 'many-8')?.state).toBe('authorised');
  expect(rows.find((row) => row.caseId === 'many-9')?.state).toBe('received');
});

test('shows what has come when it is broken off', async () => {
  const { central, station, parts } = await anEmptyStation();
  const pull: typeof parts.central.pull = async (query) => {
    if (query.cursor === '1500') central.rules.offline = true;
    return await parts.central.pull(query);
  };
  const brokenOff = pullChanges({ ...parts, central: { ...parts.central, pull } });
  await expect(brokenOff).rejects.toThrow('fetch failed');
  const before = officeDocuments().length + papers.length;
  const come = facts.slice(0, 1500 - before);
  expect(await rowsOf(station)).toEqual(await oneThatWasThereAllAlong(come));
});

test('nobody who has read a case before its facts came believes it still', async () => {
  const { station } = await anEmptyStation();
  const { db, clock } = station;
  await applyChanges(db, { changes: [...officeDocuments(), ...papers] }, clock.now());
  const before = await cachedCase(db, 'many-7');
  const page = { ...moreToCome, changes: facts.slice(0, 500) };
  await applyChanges(db, page, clock.now());
  const after = await cachedCase(db, 'many-7');
  expect(before?.revision).not.toBeNull();
  expect(after?.revision).toBeNull();
  expect(after?.sources.rows.map((row) => row.kind)).toEqual(['arrival', 'unitsCounted']);
  // More of them, of a row that waits already, and then an act of somebody here.
  await applyChanges(db, { ...page, changes: facts.slice(500, 1000) }, clock.now());
  const hold = {
    caseId: caseId('many-7'),
    reason: 'customs',
    pausesClock: false,
    note: '',
  } as const;
  accepted(await holdCase(station.as(ivan), hold));
  const shown = (await storedRows(db)).find((row) => row.caseId === 'many-7');
  expect(shown).toMatchObject({ state: 'onHold', documents: [] });
  const seen = await cachedCase(db, 'many-7');
  expect(seen?.revision).toBe(shown?.revision);
  expect(seen?.sources.rows).toHaveLength(5);
});

test('asks nothing case by case while there is more to come', async () => {
  const { station } = await anEmptyStation();
  const { db, clock } = station;
  await applyChanges(db, { changes: [...officeDocuments(), ...papers] }, clock.now());
  // So much that a range around their names would be read in vain.
  await applyChanges(db, { ...moreToCome, changes: facts.slice(0, 1000) }, clock.now());
  const asked = vi.spyOn(IDBIndex.prototype, 'getAll');
  await applyChanges(db, { ...moreToCome, changes: facts.slice(1000, 1500) }, clock.now());
  expect(asked.mock.calls.length).toBeLessThan(20);
  asked.mockRestore();
});
