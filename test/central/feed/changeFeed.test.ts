import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from '../../../central/database/ask.ts';
import { startEpoch } from '../../../central/database/metaRows.ts';
import { openDatabase } from '../../../central/database/openDatabase.ts';
import type { Rows } from '../../../central/database/rows.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aReturnLine } from '../../builders/cases/aCase.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { aPerson } from '../../builders/cases/decidedFacts.ts';
import { caseId, orderLineId, personId, siteId } from '../../builders/cases/ids.ts';
import { findPostgres, startPostgres } from '../../builders/central/postgresServer.ts';
import { caseNumber } from '../aCompany.ts';
import { aReturn } from '../aReturn.ts';
import { aStation } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';
import { readNaively, readOn, readOurs, writeChanges } from './feedUnderWriters.ts';

const bin = findPostgres();

describe.skipIf(bin === null)('the change feed under eight writers', () => {
  test('misses nothing, where a cursor on the sequence must miss', async () => {
    const server = await startPostgres(bin ?? '');
    const database = await openDatabase({
      kind: 'postgres',
      url: await server.createCentralDatabase(),
    });
    try {
      const writing = Promise.all(
        Array.from({ length: 8 }, (_, writer) => writeChanges(database, writer, 60, 1)),
      );
      const state = { done: false };
      const settled = writing.finally(() => {
        state.done = true;
      });
      const [ours, naive] = await Promise.all([
        readOn(state, (seen) => readOurs(database, seen)),
        readOn(state, (seen) => readNaively(database, seen)),
        settled,
      ]);
      expect(ours.size).toBe(480);
      expect(naive.size).toBeLessThan(480);
    } finally {
      await database.close();
      await server.stop();
    }
  });
});

async function transactionNumber(rows: Rows): Promise<string> {
  const [now] = await ask(
    rows,
    sql`select pg_current_xact_id()::text as xid`,
    z.object({ xid: z.string() }),
  );
  return now?.xid ?? '';
}

onEachDatabase('the change feed', (ground) => {
  test('comes in pages that neither repeat nor leave out anything', async () => {
    const station = await aStation(ground().central, ground().keys);
    await station.record(...aReturn(ground().nextCase()).inspected);
    const whole = (await station.pullAll()).map((c) => `${c.collection} ${c.id}`);
    const paged: string[] = [];
    let cursor: string | undefined;
    for (;;) {
      const page = await station.pull(cursor, 7);
      paged.push(...page.changes.map((c) => `${c.collection} ${c.id}`));
      cursor = page.cursor;
      if (!page.more) break;
    }
    expect(paged).toEqual(whole);
    expect(new Set(whole).size).toBe(whole.length);
    expect((await station.pull(cursor)).changes).toEqual([]);
  });

  test('comes in commit order where the numbers of transactions grow by a digit', async () => {
    const { database, seed } = ground().central;
    const station = await aStation(ground().central, ground().keys);
    const { cursor } = await station.pull(undefined, 1000);
    const number = ground().nextCase();
    const tell = (letter: string) =>
      seed.putDocument({
        collection: 'cases',
        body: caseNumber(number, { id: caseId(`case-${letter}`) }),
      });
    await tell('a');
    const { length } = await database.write(transactionNumber);
    while ((await database.write(transactionNumber)).length === length);
    await tell('b');
    await tell('c');
    const [one, rest] = [await station.pull(cursor, 2), await station.pull(cursor, 1000)];
    expect(rest.changes.map((c) => c.id)).toEqual(['case-a', 'case-b', 'case-c']);
    expect((await station.pull(one.cursor, 1000)).changes.map((c) => c.id)).toEqual(['case-c']);
  });

  test('a document that changed comes once, as it is now', async () => {
    const { seed } = ground().central;
    const station = await aStation(ground().central, ground().keys);
    const { cursor } = await station.pull();
    const number = ground().nextCase();
    for (const freight of [1, 2, 3])
      await seed.putDocument({ collection: 'cases', body: caseNumber(number, { freight }) });
    expect((await station.pull(cursor)).changes).toMatchObject([
      { id: `case-${number}`, body: { freight: 3 } },
    ]);
  });

  test('a site sees its own cases, people and facts, and what belongs to everybody', async () => {
    const here = await aStation(ground().central, ground().keys);
    const there = await aStation(ground().central, ground().keys, 'site-2');
    await here.record(...aReturn(ground().nextCase()).inspected);
    const kinds = (seen: readonly { collection: string }[]) =>
      [...new Set(seen.map((c) => c.collection))].toSorted();
    expect(kinds(await there.pullAll())).toEqual([
      'calendars',
      'people',
      'policyVersions',
      'sites',
    ]);
    expect(kinds(await here.pullAll())).toEqual(
      expect.arrayContaining(['cases', 'clients', 'contracts', 'facts', 'orderLines']),
    );
    const people = (await there.pullAll()).filter((c) => c.collection === 'people');
    expect(people.map((c) => c.id)).toEqual(['otto']);
  });

  test('a site that may not see something any more is told so', async () => {
    const { seed } = ground().central;
    const here = await aStation(ground().central, ground().keys);
    const there = await aStation(ground().central, ground().keys, 'site-2');
    const moved = (sites: readonly string[]) =>
      aPerson({ id: personId('mona'), badge: 'MONA01', siteIds: sites.map(siteId) });
    const mona = async (station: typeof here) =>
      (await station.pullAll()).filter((c) => c.id === 'mona').map((c) => c.body !== null);
    await seed.putDocument({ collection: 'people', body: moved(['site-1']) });
    expect([await mona(here), await mona(there)]).toEqual([[true], []]);
    await seed.putDocument({ collection: 'people', body: moved(['site-2']) });
    expect([await mona(here), await mona(there)]).toEqual([[false], [true]]);
    await seed.putDocument({ collection: 'people', body: moved(['site-1', 'site-2']) });
    expect([await mona(here), await mona(there)]).toEqual([[true], [true]]);
  });

  test('a case takes its order lines along to its site', async () => {
    const { seed } = ground().central;
    const here = await aStation(ground().central, ground().keys);
    const line = anOrderLine({ id: orderLineId('far-line') });
    const sees = async () => (await here.pullAll()).some((c) => c.id === 'far-line');
    await seed.putDocument({ collection: 'orderLines', body: line, siteIds: ['site-2'] });
    expect(await sees()).toBe(false);
    await seed.putDocument({
      collection: 'cases',
      body: caseNumber(0, {
        id: caseId('case-with-far-line'),
        lines: [aReturnLine({ orderLineId: line.id })],
      }),
    });
    expect(await sees()).toBe(true);
  });

  test('order lines come before the cases that name them, and it is said how many are left', async () => {
    const { seed } = ground().central;
    const station = await aStation(ground().central, ground().keys);
    const { cursor } = await station.pull(undefined, 1000);
    const ids = ['first', 'second'];
    await seed.putDocuments([
      ...ids.map((id) => ({
        collection: 'cases' as const,
        body: caseNumber(0, {
          id: caseId(`case-after-${id}`),
          lines: [aReturnLine({ orderLineId: orderLineId(`zz-line-${id}`) })],
        }),
      })),
      ...ids.map((id) => ({
        collection: 'orderLines' as const,
        body: anOrderLine({ id: orderLineId(`zz-line-${id}`) }),
      })),
    ]);
    const query = new URLSearchParams({ cursor, limit: '1', count: 'left' });
    const { body } = await station.call('GET', `/central/changes?${query}`);
    const first = centralApi.pull.response.parse(body);
    const rest = await station.pull(first.cursor);
    expect(first.left).toBe(rest.changes.length);
    const names = [...first.changes, ...rest.changes].map((c) => c.collection);
    expect(names).toEqual(['orderLines', 'orderLines', 'cases', 'cases']);
  });

  test('who begins is told what is expected first, and of a case at work behind what was recorded', async () => {
    const { seed } = ground().central;
    const station = await aStation(ground().central, ground().keys);
    const [atWork, expected] = [ground().nextCase(), ground().nextCase()];
    await station.record(...aReturn(atWork).inspected);
    await seed.putDocument({ collection: 'cases', body: caseNumber(expected) });
    const order: string[] = [];
    let cursor: string | undefined;
    for (let more = true; more; ) {
      const page = await station.pull(cursor, 3);
      order.push(...page.changes.map((c) => (c.collection === 'cases' ? c.id : c.collection)));
      ({ cursor, more } = page);
    }
    const told = order.filter((name) => name === `case-${expected}`);
    expect(told).toHaveLength(1);
    expect(order.lastIndexOf('orderLines')).toBeLessThan(order.indexOf(`case-${expected}`));
    expect(order.indexOf(`case-${expected}`)).toBeLessThan(order.indexOf('facts'));
    expect(order.lastIndexOf('facts')).toBeLessThan(order.indexOf(`case-${atWork}`));
  });

  test('whatever changes between two pages of a beginning is told once more behind it', async () => {
    const { seed } = ground().central;
    const station = await aStation(ground().central, ground().keys);
    const number = ground().nextCase();
    await seed.putDocument({ collection: 'cases', body: caseNumber(number) });
    const worked = aReturn(ground().nextCase()).inspected;
    const heard: Change[] = [];
    let cursor: string | undefined;
    for (let page = 0; ; page += 1) {
      const next = await station.pull(cursor, 2);
      heard.push(...next.changes);
      cursor = next.cursor;
      if (page === 1) {
        await seed.putDocument({ collection: 'cases', body: caseNumber(number, { freight: 7 }) });
        await station.record(...worked);
      }
      if (!next.more) break;
    }
    const newest = (all: readonly Change[]) =>
      new Map(all.map((c) => [`${c.collection} ${c.id}`, c.body]));
    const last = newest(heard);
    expect(last).toEqual(newest(await station.pullAll()));
    expect(last.get(`cases case-${number}`)).toMatchObject({ freight: 7 });
  });

  test('after a back-up was restored everybody reads again from the beginning', async () => {
    const { database } = ground().central;
    const station = await aStation(ground().central, ground().keys);
    const before = await station.pull(undefined, 1000);
    await database.write((rows) => startEpoch(rows, new Date()));
    const after = await station.pull(before.cursor, 1000);
    expect(after.epoch).not.toBe(before.epoch);
    expect(after.changes.map((c) => c.id)).toEqual(before.changes.map((c) => c.id));
  });

  test('a cursor that is none of ours is refused', async () => {
    const station = await aStation(ground().central, ground().keys);
    const written = ['a/b/c', 'a/1/1/1', 'a/1/1/x/1', 'a/1/1/1/x'];
    const encoded = written.map((text) => Buffer.from(text).toString('base64url'));
    for (const cursor of ['x', '%00', ...encoded])
      expect(
        await station.call('GET', `/central/changes?cursor=${encodeURIComponent(cursor)}`),
      ).toMatchObject({ status: 400, body: { code: 'badRequest', field: 'cursor' } });
  });
});
