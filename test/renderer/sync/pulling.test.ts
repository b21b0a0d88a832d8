import { describe, expect, test } from 'vitest';
import { findByBarcode } from '../../../renderer/queries/lists/findByBarcode.ts';
import { worklist } from '../../../renderer/queries/lists/worklist.ts';
import type { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import { pullChanges } from '../../../renderer/sync/pull/pullChanges.ts';
import type { FactOf } from '../../../shared/facts/fact.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { newYorkCalendar } from '../../builders/cases/aCalendar.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { aClient } from '../../builders/cases/aClient.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { caseId, factId } from '../../builders/cases/ids.ts';
import { anArrival, aUnitGroup } from '../../builders/cases/recordedFacts.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, dora, officeDocuments } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

const acceptedAt = '2026-11-18T16:00:00.000Z';
const factChange = (
  fact: ReturnType<typeof anArrival> | ReturnType<typeof aUnitGroup>,
): Change => ({
  collection: 'facts',
  id: fact.id,
  body: { fact, acceptedAt },
});

/** Everything a station shows, without what is its own business: how often it wrote a row, too. */
async function everything(db: StationDatabase) {
  const {
    outbox: _o,
    meta: _m,
    ...rest
  } = Object.fromEntries(
    await Promise.all(
      db.tables.map(async (table) => {
        const rows: readonly object[] = await table.toCollection().toArray();
        return [table.name, rows.map((row) => ({ ...row, revision: 0 }))] as const;
      }),
    ),
  );
  return rest;
}

describe('Pulling', () => {
  test('from scratch shows the same as having followed all along', async () => {
    const central = smallCentral(officeDocuments());
    const follower = await aLoneStation([]);
    const following = syncPartsOf(follower, central);
    await pullChanges(following);
    central.feed.push(factChange(anArrival()));
    await pullChanges(following);
    central.feed.push(
      { collection: 'clients', id: 'client-1', body: aClient({ name: 'Harbour Tools Inc' }) },
      factChange(aUnitGroup()),
      { collection: 'cases', id: 'case-9', body: aCase({ id: caseId('case-9'), rma: 'RMA-9' }) },
      { collection: 'cases', id: 'case-9', body: null },
    );
    await pullChanges(following);

    const newcomer = await aLoneStation([]);
    await pullChanges(syncPartsOf(newcomer, central));
    expect(await everything(newcomer.db)).toEqual(await everything(follower.db));
    const rows = await worklist(newcomer.db, 'bench', newcomer.clock.now());
    expect(rows).toMatchObject([{ clientName: 'Harbour Tools Inc', state: 'received' }]);
  });

  test('keeps a page and its cursor together: a page that fails leaves both as they were', async () => {
    const central = smallCentral(officeDocuments());
    const station = await aLoneStation([]);
    const parts = syncPartsOf(station, central);
    station.db.caseRows.hook('creating', () => {
      throw new Error('the disk is gone');
    });
    await expect(pullChanges(parts)).rejects.toThrow('the disk is gone');
    expect(await station.db.cases.count()).toBe(0);
    expect((await station.db.meta.get('station'))?.cursor).toBeUndefined();
  });

  test('a new edition of a client, a calendar or an order line shows in the lines made from it', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    const parts = syncPartsOf(station, central);
    central.feed.push(factChange(anArrival()));
    await pullChanges(parts);
    const line = async () => (await worklist(station.db, 'bench', station.clock.now()))[0];
    expect((await line())?.standing?.deadline.dueOn).toBe('2026-11-30');
    central.feed.push(
      { collection: 'clients', id: 'client-1', body: aClient({ name: 'Harbour Tools Inc' }) },
      {
        collection: 'calendars',
        id: 'site-1:1',
        body: newYorkCalendar({ closures: [{ date: '2026-11-20', name: 'Stocktaking' }] }),
      },
      {
        collection: 'orderLines',
        id: 'order-line-1',
        body: anOrderLine({ orderNumber: 'SO-2002' }),
      },
    );
    await pullChanges(parts);
    expect(await line()).toMatchObject({ clientName: 'Harbour Tools Inc' });
    expect((await line())?.standing?.deadline.dueOn).toBe('2026-12-01');
    const found = await findByBarcode(station.db, scanned('SO-2002'), station.clock.now());
    expect(found).toMatchObject([{ kind: 'case', row: { caseId: 'case-1' } }]);
  });

  test('a case that leaves is found by nothing any more', async () => {
    const central = smallCentral(officeDocuments());
    const station = await aLoneStation([]);
    const parts = syncPartsOf(station, central);
    await pullChanges(parts);
    central.feed.push({ collection: 'cases', id: 'case-1', body: null });
    await pullChanges(parts);
    expect(await worklist(station.db, 'dock', station.clock.now())).toEqual([]);
    expect(await findByBarcode(station.db, scanned('SO-1001'), station.clock.now())).toEqual([]);
    expect(await station.db.identifiers.count()).toBe(0);
  });

  test('a case that leaves in the page that still tells of it leaves no line behind', async () => {
    const central = smallCentral(officeDocuments());
    const station = await aLoneStation([]);
    const parts = syncPartsOf(station, central);
    const { id, stationId, personId, siteId, at } = anArrival({ id: factId('fact-opening') });
    const opened: FactOf<'caseOpened'> = {
      kind: 'caseOpened',
      id,
      stationId,
      personId,
      siteId,
      at,
      caseId: caseId('case-9'),
      clientId: null,
      note: '',
    };
    central.feed.push({ collection: 'facts', id: opened.id, body: { fact: opened, acceptedAt } });
    await pullChanges(parts);
    expect(await station.db.identifiers.get('case:case-9')).toBeDefined();
    expect(await station.db.caseRows.get('case-9')).toMatchObject({ waiting: { here: [] } });
    central.feed.push(factChange(anArrival({ caseId: caseId('case-9') })));
    central.feed.push({ collection: 'cases', id: 'case-9', body: null });
    await pullChanges(parts);
    expect(await station.db.caseRows.get('case-9')).toBeUndefined();
  });

  test('sees its own command accepted although the answer to it was lost', async () => {
    const station = await aLoneStation(officeDocuments());
    const central = smallCentral(officeDocuments());
    const arrival = accepted(
      await receiveAsAnnounced(station.as(dora), {
        barcode: scanned('BOX-00001'),
        raw: null,
        caseId: null,
        dock: 'D1',
        note: '',
      }),
    );
    central.feed.push(factChange(arrival));
    await pullChanges({ ...syncPartsOf(station, central) });
    expect(await station.db.outbox.count()).toBe(0);
    expect(station.desktop.settled).toContain(arrival.id);
    const row = await station.db.facts.get(arrival.id);
    expect(row).toMatchObject({ acceptance: 'accepted', sequence: 1 });
  });

  test('after central was restored, what it no longer names is gone, what was recorded here is not', async () => {
    const documents = officeDocuments();
    const central = smallCentral(documents);
    const station = await aLoneStation([]);
    const parts = syncPartsOf(station, central);
    central.feed.push(factChange(anArrival()));
    await pullChanges(parts);
    accepted(
      await receiveAsAnnounced(station.as(dora), {
        barcode: scanned('BOX-00001'),
        raw: null,
        caseId: null,
        dock: 'D1',
        note: '',
      }),
    );
    central.restoreTo('epoch-2', 0, documents.length - 1);
    await pullChanges(parts);
    expect(await station.db.cases.count()).toBe(0);
    expect((await station.db.facts.toArray()).map((row) => row.kind)).toEqual(['arrival']);
    expect(await station.db.outbox.count()).toBe(1);
    expect(await station.db.caseRows.count()).toBe(0);
  });
});
