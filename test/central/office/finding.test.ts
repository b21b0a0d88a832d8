import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { silent } from '../../../central/log.ts';
import { fillFoundBy } from '../../../central/office/foundByRows.ts';
import { byIndex, hitsQuery } from '../../../central/office/searchRows.ts';
import { seekCases } from '../../../central/search/seekCases.ts';
import { ownIdOf } from '../../../shared/office/externalId.ts';
import { wishFor } from '../../../shared/office/finding/wish.ts';
import { Found, officePagePaths } from '../../../shared/office/officePageApi.ts';
import { onEachDatabase } from '../onEachDatabase.ts';
import { aReturnBody, everything, orderLine, source } from './aManufacturer.ts';
import { askOffice } from './askOffice.ts';

const people = [
  ['Grün', 'GRUN0001'],
  ['Gruener', 'GRUN0002'],
] as const;

onEachDatabase('anything is found in one field', (ground) => {
  beforeAll(async () => {
    for (const [kind, id, body] of everything)
      await put(kind, id, kind === 'clients' ? { ...body, numbers: ['D 20017', 'W-88'] } : body);
    for (const [name, badge] of people)
      await put('people', badge, { name, badge, roles: ['dock'], sites: ['Werk Ulm'] });
  }, 60_000);

  test.each([
    ['r202600042', 'returns', 'R 2026/00042'],
    ['R-2026-00042', 'returns', 'R 2026/00042'],
    ['00340434161094022115', 'returns', 'R 2026/00042'],
    ['K 10/4711', 'clients', 'K 10/4711'],
    ['D20017', 'clients', 'K 10/4711'],
    ['w-88', 'clients', 'K 10/4711'],
    ['bruckner anlagen', 'clients', 'K 10/4711'],
    ['BRUECKNER', 'clients', 'K 10/4711'],
    ['jana.voss@pumpenwerk.example', 'clients', 'K 10/4711'],
    ['a2026118', 'order-lines', 'A-2026-118/10'],
    ['ulm', 'sites', 'Werk Ulm'],
    ['kp40', 'articles', 'KP-40/160'],
    ['grun0001', 'people', 'GRUN0001'],
  ])('%s: %s', async (typed, kind, id) => {
    const { found } = await find(typed);
    expect(found.map((record) => [record.kind, record.id])).toContainEqual([kind, id]);
  });

  test('kind by kind, and in each first what is called so', async () => {
    const { found } = await find('grun');
    expect(found.filter(({ kind }) => kind === 'people').map(({ id }) => id)).toEqual([
      'GRUN0001',
      'GRUN0002',
    ]);
    const kinds = found.map(({ kind }) => kind);
    expect(kinds).toEqual(kinds.toSorted((a, b) => order(a) - order(b)));
  });

  test('a record is opened with who uses it', async () => {
    const { found } = await ask(
      `${officePagePaths.uses}?kind=clients&source=erp&id=${encodeURIComponent('K 10/4711')}`,
    );
    expect(found.map(({ kind, id }) => [kind, id])).toEqual([
      ['contracts', 'V-1'],
      ['order-lines', 'A-2026-118/10'],
      ['returns', 'R 2026/00042'],
    ]);
  });

  test('nobody finds what they may not read, nor of another site', async () => {
    const scoped = await tokenOf('finder-people', { scopes: ['people'] });
    expect(kindsOf(await find('grun', scoped))).toEqual(['people']);
    expect(kindsOf(await find('bruckner', scoped))).toEqual([]);
    const ofSite1 = await keyOf('finder-wms', ['records', 'people'], ['site-1']);
    expect(kindsOf(await find('R 2026/00042', ofSite1))).toEqual([]);
    expect(kindsOf(await find('bruckner', ofSite1))).toEqual([]);
    expect(kindsOf(await find('', ofSite1)).length).toBeGreaterThan(0);
  });

  test('signs of a query are words like any other', async () => {
    for (const typed of ["' | 'a", '\\', ':*', '!&|()<->', '%', '\u0000'.trim()])
      expect((await find(typed)).cut).toBeDefined();
  });

  test('the last of ten thousand serials finds its order line, here and for who is on the telephone', async () => {
    const serials = Array.from({ length: 10_000 }, (_none, at) => `SNX-${700_000 + at}`);
    const line = { ...orderLine, orderNumber: 'A-serials', lineNumber: 1, serials };
    await put('order-lines', 'many serials', line);
    await put('returns', 'R-serials', {
      ...aReturnBody,
      rma: 'R-serials',
      trackingNumbers: [],
      lines: [{ ...aReturnBody.lines[0], orderLine: 'many serials' }],
    });
    for (const typed of ['SNX-709999', 'snx 709999', 'SNX-700000']) {
      const { found } = await find(typed);
      expect([typed, found.map(({ id }) => id)]).toEqual([typed, ['many serials']]);
    }
    const there = await seekCases(ground().central.database.rows, {
      siteId: ownIdOf('sites', { source, id: 'Werk Ulm' }),
      text: 'SNX-709999',
      tellsSums: false,
    });
    expect(there.cases.map((one) => one.rma)).toEqual(['R-serials']);
    // Its order's number says nothing of serials: the line is found by its words, once.
    const byNumber = await find('A-serials');
    expect(byNumber.found.filter(({ id }) => id === 'many serials')).toHaveLength(1);
  });

  describe('of many', () => {
    beforeAll(async () => {
      for (let at = 0; at < 8; at += 1) {
        const rows = Array.from({ length: 500 }, (_none, row) => {
          const id = `M-${at * 500 + row}`;
          return { source, id, body: { number: id, name: `Ventil ${at * 500 + row}` } };
        });
        await askOffice(ground().central, {
          method: 'POST',
          path: 'articles:batch',
          body: { rows },
        });
      }
      await ground().central.database.rows.execute(sql`analyze office_records`);
    }, 120_000);

    test('some are shown and it is said that there are more', async () => {
      const { found, cut } = await find('ventil');
      expect([found.length, cut]).toEqual([20, ['articles']]);
      expect((await find('M-3777')).found[0]?.id).toBe('M-3777');
    });

    test('an index finds them', async () => {
      const wish = wishFor('articles', 'M-3777');
      if (wish === null) throw new Error('nothing was typed');
      const { rows } = z
        .object({ rows: z.array(z.record(z.string(), z.unknown())) })
        .parse(
          await byIndex(ground().central.database.rows, async (within) =>
            within.execute(sql`explain ${hitsQuery(wish, { sites: null, mostOfKind: 20 })}`),
          ),
        );
      const plan = JSON.stringify(rows);
      expect(plan).toContain('office_records_found');
      expect(plan).not.toContain('Seq Scan');
    });

    test('records of before are found once they are read', async () => {
      const { database } = ground().central;
      await database.rows.execute(sql`update office_records set found_by = ''`);
      await database.rows.execute(sql`delete from meta where key like 'foundBy%'`);
      expect((await find('M-3777')).found).toEqual([]);
      await fillFoundBy({ database, now: () => new Date(), log: silent }, 700);
      expect((await find('M-3777')).found[0]?.id).toBe('M-3777');
      expect((await find('bruckner')).found[0]?.id).toBe('K 10/4711');
    });
  });

  async function put(kind: string, id: string, body: object): Promise<void> {
    const path = `${kind}/${source}:${encodeURIComponent(id)}`;
    const answer = await askOffice(ground().central, { method: 'PUT', path, body });
    expect([answer.status, answer.body]).toMatchObject([201, { outcome: 'created' }]);
  }

  async function find(typed: string, token?: string): Promise<Found> {
    return ask(`${officePagePaths.search}?q=${encodeURIComponent(typed)}`, token);
  }

  async function ask(path: string, token = ground().central.adminToken): Promise<Found> {
    const answer = await fetch(`${ground().central.url}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return Found.parse(await answer.json());
  }

  async function tokenOf(id: string, said: object): Promise<string> {
    const body = { id, name: id, ...said };
    return z.object({ token: z.string() }).parse(await admin('administrators', body)).token;
  }

  async function keyOf(id: string, scopes: string[], siteIds: string[]): Promise<string> {
    const body = { id, name: id, scopes, siteIds, reason: 'Their warehouse' };
    return z.object({ key: z.string() }).parse(await admin('connections', body)).key;
  }

  async function admin(path: string, body: object): Promise<unknown> {
    const { url, adminToken } = ground().central;
    const answer = await fetch(`${url}/central/admin/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.json();
  }
});

function kindsOf({ found }: Found): readonly string[] {
  return [...new Set(found.map(({ kind }) => kind))];
}

function order(kind: string): number {
  return ['sites', 'calendars', 'policies', 'people', 'clients', 'contracts', 'articles'].indexOf(
    kind,
  );
}
