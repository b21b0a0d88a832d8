import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from '../../../central/database/ask.ts';
import { refundsOfCases } from '../../../central/refunds/refundRows.ts';
import { seekCases } from '../../../central/search/seekCases.ts';
import { plainNumber } from '../../../central/search/soughtRows.ts';
import type { Fact, FindingFact } from '../../../shared/facts/fact.ts';
import { SearchResponse } from '../../../shared/sync/searchApi.ts';
import { aReturnLine } from '../../builders/cases/aCase.ts';
import { aClient } from '../../builders/cases/aClient.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import {
  caseId,
  clientId,
  factId,
  findingId,
  orderLineId,
  siteId,
} from '../../builders/cases/ids.ts';
import { aDefect, aFinding } from '../../builders/cases/recordedFacts.ts';
import { caseNumber } from '../aCompany.ts';
import { aReturn } from '../aReturn.ts';
import { aStation } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

onEachDatabase('Cases somebody on the telephone asks for', (ground) => {
  const seek = async (text: string, siteName = 'site-1') =>
    await seekCases(ground().central.database.rows, { siteId: siteName, text, tellsSums: true });
  const idsFor = async (text: string, siteName?: string) =>
    (await seek(text, siteName)).cases.map((one) => one.caseId);

  test('are no more told to a site that counted them, once the office moved them to another', async () => {
    const { central, keys, nextCase } = ground();
    const number = nextCase();
    const { arrival, count } = aReturn(number);
    const counted = { ...count, serials: ['MOVED-77'] } as typeof count;
    await (await aStation(central, keys)).record(arrival, counted);
    expect(await idsFor('MOVED-77')).toEqual([`case-${number}`]);
    await central.seed.putDocument({
      collection: 'cases',
      body: caseNumber(number, { siteId: siteId('site-2') }),
    });
    expect(await idsFor('MOVED-77')).toEqual([]);
    expect(await idsFor('MOVED-77', 'site-2')).toEqual([`case-${number}`]);
  });

  test('are found by any of their numbers, their client or what was ordered, at their own site only', async () => {
    const { seed } = ground().central;
    const client = aClient({ id: clientId('client-m'), name: 'Müller & Söhne GmbH' });
    await seed.putDocuments([
      { collection: 'clients', body: client },
      {
        collection: 'orderLines',
        body: anOrderLine({
          id: orderLineId('line-m'),
          clientId: client.id,
          orderNumber: 'AB-20 417',
          serials: ['SN-4711-A'],
          article: {
            number: 'VALVE-9',
            name: 'Check valve DN 50, größer',
            gtin: '09521101577716',
            gtins: [{ gtin: '19521101577713', quantity: 12 }],
          },
        }),
      },
      {
        collection: 'cases',
        body: caseNumber(900, {
          clientId: client.id,
          rma: 'RMA-2026-0042',
          trackingNumbers: ['1Z 999 AA1 01'],
          ssccs: ['003123456789012345'],
          lines: [aReturnLine({ orderLineId: orderLineId('line-m') })],
        }),
      },
      {
        collection: 'cases',
        body: caseNumber(901, {
          id: caseId('case-there'),
          siteId: siteId('site-2'),
          clientId: client.id,
          rma: 'RMA-2026-0043',
        }),
      },
    ]);
    for (const text of [
      'RMA-2026-0042',
      'rma 2026 0042',
      'ab20417',
      'VALVE-9',
      'sn4711a',
      '1z999aa101',
      '003123456789012345',
      'mueller',
      'sohne muller',
      'MÜLL',
      '09521101577716',
      '9521101577716',
      ']C10109521101577716',
      '19521101577713',
      'check val',
      'VALVE dn',
      'Größer',
    ]) {
      expect(await idsFor(text), text).toContain('case-900');
      expect(await idsFor(text, 'site-2'), text).not.toContain('case-900');
    }
    expect(await idsFor('mueller', 'site-2')).toEqual(['case-there']);
    for (const text of [
      'zzzz',
      '09521101577723',
      'valve zzz',
      'ch',
      "valve' | !a",
      '%',
      "'; drop table documents",
      '--',
      '  ',
    ])
      expect(await idsFor(text), text).toEqual([]);
  });

  test('say what became of their refund, with the sum for whoever is told sums, and who worked on them', async () => {
    const { central, keys, nextCase } = ground();
    const number = nextCase();
    const goods = aReturn(number);
    const bench = await aStation(central, keys);
    const told = async (tellsSums: boolean) => {
      const asked = { siteId: 'site-1', text: `RMA-${1000 + number}`, tellsSums };
      const { cases } = await seekCases(central.database.rows, asked);
      return cases.find((one) => one.caseId === `case-${number}`)?.standing;
    };
    await bench.record(...goods.inspected);
    expect((await told(true))?.kind).toMatch(/^(?:here|expected)$/);
    await bench.record(goods.approval);
    expect(await told(true)).toMatchObject({ kind: 'refund', currency: 'USD' });
    expect((await told(true)) ?? {}).toHaveProperty('amount', expect.any(Number));
    expect(await told(false)).toMatchObject({ kind: 'refund', amount: null });
    expect(await idsFor('sara')).toContain(`case-${number}`);
    expect(await idsFor('sara', 'site-2')).toEqual([]);
  });

  test('tell all refunds of a case, the latest first, and sums to whoever is told sums', async () => {
    const { central, keys, nextCase } = ground();
    const number = nextCase();
    const { approval, arrival, count, finding, inspection } = aReturn(number);
    const half = (from: number, severity: 'major' | 'critical'): Fact =>
      aFinding({
        ...(finding as FindingFact),
        id: factId(`fact-half-${from}-${number}`),
        findingId: findingId(`half-${from}-${number}`),
        quantity: 5,
        units: [{ from, to: from + 5 }],
        observation: aDefect({ severity }),
      });
    const halves = [half(0, 'major'), half(5, 'critical')];
    const basis = [arrival, count, ...halves].map(({ id }) => id).toSorted();
    const [choice] = approval.choices;
    const granted = (from: number): Fact => ({
      ...approval,
      id: factId(`fact-granted-${from}-${number}`),
      choices: choice ? [{ ...choice, units: [{ from, to: from + 5 }] }] : [],
    });
    const bench = await aStation(central, keys);
    const finished = { ...inspection, basis } as Fact;
    await bench.record(arrival, count, ...halves, finished, granted(0), granted(5));
    const { rows } = central.database;
    const sums = (await refundsOfCases(rows, [`case-${number}`])).get(`case-${number}`) ?? [];
    expect(sums).toHaveLength(2);
    const told = async (tellsSums: boolean) => {
      const asked = { siteId: 'site-1', text: `RMA-${1000 + number}`, tellsSums };
      const answer = SearchResponse.parse(await seekCases(rows, asked));
      return answer.cases.find((one) => one.caseId === `case-${number}`)?.standing;
    };
    expect(await told(true)).toMatchObject({
      kind: 'refund',
      amount: sums[1]?.amount,
      earlier: [{ amount: sums[0]?.amount, currency: 'USD' }],
    });
    expect(await told(false)).toMatchObject({ amount: null, earlier: [{ amount: null }] });
  });

  test('are twenty at most, and it says that there are more', async () => {
    const found = await seek('Harbour');
    expect(found.cases).toHaveLength(20);
    expect(found.more).toBe(true);
    expect(found.cases.at(-1)).toMatchObject({
      clientName: 'Harbour Tools Ltd',
      standing: { kind: 'expected', on: '2026-11-17' },
    });
  });

  test.each([
    ['case_numbers', 'cases', 'documents_case_numbers'],
    ['order_line_numbers', 'orderLines', 'documents_line_numbers'],
  ])('are looked up by index: %s', async (name, collection, index) => {
    const plan = await ground().central.database.write(async (rows) => {
      await rows.execute(
        sql`insert into documents (collection, id, body)
          select ${collection}, ${`many-${collection}-`} || n, jsonb_build_object('rma', 'M-' || n, 'orderNumber', 'M-' || n)
          from generate_series(1, 3000) as n on conflict do nothing`,
      );
      await rows.execute(sql`analyze documents`);
      return await ask(
        rows,
        sql`explain select id from documents where collection = ${sql.raw(`'${collection}'`)}
          and ${sql.raw(name)}(body) && array['X1']`,
        z.object({ 'QUERY PLAN': z.string() }),
      );
    });
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain(index);
  });

  test.each([
    ["body #>> '{article,gtin}' = any(array['X1'])", 'documents_line_gtin'],
    [
      "to_tsvector('simple'::regconfig, coalesce(body #>> '{article,name}', '')) @@ to_tsquery('simple'::regconfig, 'rare:*')",
      'documents_line_words',
    ],
  ])('of what was ordered are looked up by index: %s', async (wanted, index) => {
    const plan = await ground().central.database.write(async (rows) => {
      await rows.execute(
        sql`insert into documents (collection, id, body)
          select 'orderLines', 'goods-' || n, jsonb_build_object('article', jsonb_build_object('name', 'Pump ' || n, 'gtin', 'G-' || n))
          from generate_series(1, 3000) as n on conflict do nothing`,
      );
      await rows.execute(sql`analyze documents`);
      return await ask(
        rows,
        sql`explain select id from documents where collection = 'orderLines' and ${sql.raw(wanted)}`,
        z.object({ 'QUERY PLAN': z.string() }),
      );
    });
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain(index);
  });

  test('numbers are written as the database writes them', async () => {
    for (const written of ['rma-26 1', 'Rücksendung 7', 'ＡＢ１２', ' x/y_z ', '退货 9', '']) {
      const [row] = await ask(
        ground().central.database.rows,
        sql`select case_numbers(jsonb_build_object('rma', ${written}::text)) as plain`,
        z.object({ plain: z.array(z.string()) }),
      );
      expect(row?.plain.join(''), written).toBe(plainNumber(written));
    }
  });
});
