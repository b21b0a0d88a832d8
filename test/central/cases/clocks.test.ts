import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { caseClockOf } from '../../../central/cases/caseClock.ts';
import { loadWholeCases } from '../../../central/cases/caseRows.ts';
import { keepUpWithClocks } from '../../../central/cases/sweeps/keepClocks.ts';
import { restAfter } from '../../../central/cases/sweeps/restAfter.ts';
import { caseClocks } from '../../../central/database/clockSchema.ts';
import { documentOf, everyDocument } from '../../../central/documents/documentRows.ts';
import { silent } from '../../../central/log.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { aBlindReturn, aReturn } from '../aReturn.ts';
import { aStation, callCentral, type TestStation } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const now = () => new Date('2026-11-20T16:00:00Z');

onEachDatabase(
  'deadlines at central',
  (ground) => {
    let station: TestStation;
    const database = () => ground().central.database;
    const keepUp = () => keepUpWithClocks({ database: database(), now, log: silent }, () => true);
    const kept = async () =>
      (await database().rows.select().from(caseClocks))
        .map(({ caseId, dueOn }) => `${caseId} ${dueOn}`)
        .toSorted();
    /** Every case of the company, worked out one by one. */
    const workedOut = async () => {
      const ids = (await everyDocument(database().rows, 'cases')).map(({ id }) => id);
      const workingSet = await loadWholeCases(database().rows, ids);
      return ids
        .flatMap((id) => caseClockOf(workingSet, id, now()) ?? [])
        .map(({ caseId, dueOn }) => `${caseId} ${dueOn}`)
        .toSorted();
    };
    const today = async () => {
      const { central } = ground();
      const { path, response } = centralApi.today;
      return response.parse((await callCentral(central.url, central.adminToken, 'GET', path)).body);
    };
    const ofSite = async () => (await today()).sites.find(({ id }) => id === 'site-1');

    beforeAll(async () => {
      station = await aStation(ground().central, ground().keys);
    });

    test('are not claimed to be counted before the feed was read', async () => {
      expect(await ofSite()).toMatchObject({ countedAt: null, late: 0, first: [] });
    });

    test('are kept for goods that are here, as each case says by itself', async () => {
      await station.record(aReturn(1).arrival, aReturn(2).arrival);
      await keepUp();
      expect(await kept()).toEqual(['case-1 2026-11-27', 'case-2 2026-11-27']);
      expect(await kept()).toEqual(await workedOut());
      expect(await ofSite()).toMatchObject({
        countedAt: now().toISOString(),
        first: [
          { caseId: 'case-1', rma: 'RMA-1001', dueOn: '2026-11-27' },
          { caseId: 'case-2', rma: 'RMA-1002', dueOn: '2026-11-27' },
        ],
      });
    });

    test('are worked out behind whoever asks: a part, a rest as long as it took, the next part', async () => {
      const took: number[] = [];
      const rested = (ms: number) => took.push(ms) > 0;
      expect(await keepUpWithClocks({ database: database(), now, log: silent }, rested)).toBe(true);
      expect(took[0]).toBe(0);
      expect(took.slice(1).every((ms) => ms > 0)).toBe(true);
      const stopping = new AbortController();
      const resting = restAfter(1000, stopping.signal);
      stopping.abort();
      await resting;
    });

    test('end with the decision', async () => {
      const { inspected, approval } = aReturn(1);
      await station.record(...inspected.slice(1), approval);
      await keepUp();
      expect(await kept()).toEqual(['case-2 2026-11-27']);
      expect(await kept()).toEqual(await workedOut());
    });

    test('move with a closure that is given later', async () => {
      const calendar = await documentOf(database().rows, 'calendars', 'site-1');
      if (!calendar) throw new Error('no calendar');
      const closures = [...calendar.closures, { date: '2026-11-25', name: 'Flood' }];
      const body = { ...calendar, version: calendar.version + 1, closures };
      await ground().central.seed.putDocuments([{ collection: 'calendars', body }]);
      await keepUp();
      expect(await kept()).toEqual(['case-2 2026-11-30']);
    });

    test('goods nobody announced are named until they are linked', async () => {
      const { blind } = aBlindReturn(7);
      await station.record(blind);
      expect((await today()).blind).toMatchObject({ all: 1, first: [{ siteName: 'Site site-1' }] });
    });

    test('of one case that no rule reads keep nobody else’s waiting', async () => {
      const { arrival } = aReturn(3);
      await station.record(arrival);
      await keepUp();
      // As an older central may have let it in.
      await database().rows.execute(sql`
        insert into facts (id, kind, site_id, case_id, arrival_id, person_id, hand, accepted_at, skew_ms, body)
        select 'unreadable', kind, site_id, case_id, 'unreadable', person_id, hand, accepted_at, skew_ms,
          body - 'at' || '{"id": "unreadable", "arrivalId": "unreadable"}' from facts where id = ${arrival.id}`);
      await station.record(aReturn(3).count, aReturn(4).arrival);
      await keepUp();
      expect(await kept()).toEqual(
        expect.arrayContaining(['case-3 null', expect.stringMatching(/^case-4 2026/)]),
      );
    });
  },
  { now },
);
