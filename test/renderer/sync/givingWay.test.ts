import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import type * as Refreshing from '../../../renderer/cases/refreshCases.ts';
import { refreshCases } from '../../../renderer/cases/refreshCases.ts';
import { personPresses } from '../../../renderer/storage/peopleFirst.ts';
import type { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import { pullChanges } from '../../../renderer/sync/pull/pullChanges.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, dora, officeDocuments } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { storedRows } from '../../builders/station/storedCases.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

vi.mock('../../../renderer/cases/refreshCases.ts', { spy: true });
vi.mock('../../../renderer/sync/pull/applyChanges.ts', { spy: true });

const papers = Array.from({ length: 450 }, (_, n): Change => {
  const body = aCase({ id: caseId(`many-${n}`), rma: `RMA-${5000 + n}` });
  return { collection: 'cases', id: body.id, body };
});

/** Somebody does something in the middle of the first page. */
async function onceInTheMiddle(act: (db: StationDatabase) => void) {
  const central = smallCentral([...officeDocuments(), ...papers]);
  const station = await aLoneStation([]);
  const real = await vi.importActual<typeof Refreshing>('../../../renderer/cases/refreshCases.ts');
  vi.mocked(applyChanges).mockClear();
  vi.mocked(refreshCases).mockImplementationOnce(async (...given) => {
    // A person is no part of the transaction.
    Dexie.ignoreTransaction(() => act(station.db));
    await real.refreshCases(...given);
  });
  const pulling = pullChanges(syncPartsOf(station, central));
  return { station, pulling };
}

/** How many changes each try to store some had, and whether it ended with them stored. */
function tries() {
  const { calls, settledResults } = vi.mocked(applyChanges).mock;
  return calls.map(([, { changes }], n) => ({
    many: changes.length,
    isStored: settledResults[n]?.type === 'fulfilled',
  }));
}

test('a page gives way to the first key, comes in small parts behind it, and nothing of it is lost', async () => {
  const { station, pulling } = await onceInTheMiddle(personPresses);
  await pulling;
  const [first, next] = tries();
  expect(first).toEqual({ many: officeDocuments().length + papers.length, isStored: false });
  expect(next?.isStored).toBe(true);
  expect(next?.many).toBeLessThanOrEqual(40);
  expect(await storedRows(station.db)).toHaveLength(1 + papers.length);
});

test('what is saved meanwhile does not wait for the page, and stays', async () => {
  let saving: Promise<unknown> = Promise.resolve();
  const { station, pulling } = await onceInTheMiddle(() => {
    const label = { barcode: null, raw: 'BOX-1', caseId: null, dock: 'D1', note: '' };
    saving = receiveAsAnnounced(station.as(dora), label).then(accepted);
  });
  await Promise.all([pulling, saving]);
  expect(tries()[0]?.isStored).toBe(false);
  expect(await station.db.facts.count()).toBe(1);
  expect(await storedRows(station.db)).toHaveLength(1 + papers.length);
});

test('where nobody does anything a page is stored at once', async () => {
  const { pulling } = await onceInTheMiddle(() => undefined);
  await pulling;
  expect(tries()).toEqual([{ many: officeDocuments().length + papers.length, isStored: true }]);
});
