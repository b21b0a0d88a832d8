import { describe, expect, test, vi } from 'vitest';
import { identifierRowOfCase } from '../../../renderer/cases/identifiersOf.ts';
import {
  type CaseLine,
  type Days,
  lineOf,
  listsWith,
  noLists,
} from '../../../renderer/queries/lists/caseLines.ts';
import { findByForms } from '../../../renderer/queries/lists/findByBarcode.ts';
import { likelyCases } from '../../../renderer/queries/lists/likelyCases.ts';
import { articleNamed } from '../../../renderer/queries/oneCase/articleNamed.ts';
import { caseView } from '../../../renderer/queries/oneCase/oneCase.ts';
import { putCaseIdentifiers } from '../../../renderer/storage/packed/identifierIndex.ts';
import type * as Pages from '../../../renderer/storage/packed/identifierIndexPage.ts';
import type * as Lines from '../../../renderer/storage/packed/orderLinePacks.ts';
import { putOrderLines } from '../../../renderer/storage/packed/orderLinePacks.ts';
import type * as Packed from '../../../renderer/storage/packed/packedRows.ts';
import type { CaseListRow } from '../../../renderer/storage/rows.ts';
import { readScan } from '../../../shared/barcodes/scan.ts';
import { aCase, aReturnLine } from '../../builders/cases/aCase.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { caseId, clientId, orderLineId, returnLineId } from '../../builders/cases/ids.ts';
import { aUnitGroup } from '../../builders/cases/recordedFacts.ts';
import { aLoneStation } from '../../builders/station/aLoneStation.ts';

/** Of cases: found by what they are found by, and read. */
const read = vi.hoisted(() => ({ found: 0, rows: 0, lines: 0 }));
const forget = () => Object.assign(read, { found: 0, rows: 0, lines: 0 });

vi.mock('../../../renderer/storage/packed/identifierIndexPage.ts', async (original) => {
  const real = await original<typeof Pages>();
  const rowFound: typeof real.rowFound = (...given) => {
    read.found += 1;
    return real.rowFound(...given);
  };
  return { ...real, rowFound };
});
vi.mock('../../../renderer/storage/packed/packedRows.ts', async (original) => {
  const real = await original<typeof Packed>();
  const packedRowsBy: typeof real.packedRowsBy = async (packed, ids) => {
    read.rows += ids.length;
    return await real.packedRowsBy(packed, ids);
  };
  return { ...real, packedRowsBy };
});
vi.mock('../../../renderer/storage/packed/orderLinePacks.ts', async (original) => {
  const real = await original<typeof Lines>();
  const orderLinesBy: typeof real.orderLinesBy = async (db, ids) => {
    read.lines += ids.length;
    return await real.orderLinesBy(db, ids);
  };
  return { ...real, orderLinesBy };
});

const article = { number: 'VALVE-7', name: 'Valve 7', gtin: '09521101530018' };

/** So many announced cases with the same article, and so many of another client with another. */
async function aStationExpecting(alike: number, others: number) {
  const station = await aLoneStation();
  const { db, clock } = station;
  const [row] = await db.caseRows.toArray();
  const goods = await caseView(db, 'case-1', clock.now());
  if (!row || !goods) throw new Error('nothing expected');
  const all = Array.from({ length: alike + others }, (_, n) => {
    const own =
      n < alike ? { article, client: 'client-7' } : { article: other, client: 'client-8' };
    const line = anOrderLine({ id: orderLineId(`line-of-${n}`), article: own.article });
    const paper = aCase({
      id: caseId(`like-${n}`),
      rma: `RMA-${n}`,
      clientId: clientId(own.client),
      lines: [aReturnLine({ id: returnLineId(`r-${n}`), orderLineId: line.id })],
    });
    return { paper, line, found: identifierRowOfCase(paper, [line]) };
  });
  const ids = all.map(({ paper }) => paper.id);
  const rows = all.map(({ paper: { id, rma, clientId: whose } }) => ({
    ...row,
    caseId: id,
    rma,
    clientId: whose,
  }));
  await db.transaction('rw', db.tables, async () => {
    await db.cases.bulkPut(
      all.map(({ paper }) => paper),
      ids,
    );
    await db.caseRows.bulkPut(rows);
    await putOrderLines(
      db,
      all.map(({ line }) => line),
    );
    await putCaseIdentifiers(
      db,
      all.map(({ found }) => found),
      1,
    );
  });
  const file = {
    ...goods.file,
    arrivals: [],
    returnCase: { ...goods.file.returnCase, id: caseId('blind'), clientId: null },
    unitGroups: [aUnitGroup({ article })],
  };
  forget();
  return { station, rows, goods: { ...goods, file } };
}
const other = { number: 'PIPE-1', name: 'Pipe', gtin: '09521101530025' };

/** Which of these rows anything is asked of. */
function looked(rows: readonly CaseListRow[]) {
  const asked = new Set<string>();
  const watched = rows.map(
    (row) =>
      new Proxy(row, {
        get(target, field) {
          asked.add(target.caseId);
          // oxlint-disable-next-line typescript/no-unsafe-return -- whatever it is
          return Reflect.get(target, field);
        },
      }),
  );
  return { asked, watched };
}

function dockOf(rows: readonly CaseListRow[]): Days {
  const lines = rows.map((row): [string, CaseLine] => [row.caseId, lineOf(row, null)]);
  return listsWith(noLists, new Map(), new Map(lines)).dock;
}

describe('An article that thousands of cases have in common', () => {
  test('is found without reading what each of them is found by', async () => {
    const { station } = await aStationExpecting(400, 20);
    const { forms } = readScan(`]C101${article.gtin}`, 2026);
    const found = await findByForms(station.db, forms, station.clock.now());
    expect(found).toHaveLength(12);
    expect(read.found).toBeLessThanOrEqual(16);
    expect(read.rows).toBeLessThanOrEqual(12);
  });

  test('is named by the papers of a few of them', async () => {
    const { station } = await aStationExpecting(400, 20);
    await articleNamed(station.db, article);
    expect(read.found).toBeLessThanOrEqual(16);
    expect(read.rows).toBeLessThanOrEqual(12);
    expect(read.lines).toBeLessThanOrEqual(12);
  });

  test('brings the likeliest of them beside goods without papers', async () => {
    const { station, goods, rows } = await aStationExpecting(300, 20);
    const likely = await likelyCases(station.db, goods, dockOf(rows), station.clock.now());
    expect(likely).toHaveLength(6);
    expect(read.found).toBeLessThanOrEqual(116);
    expect(read.rows).toBeLessThanOrEqual(106);
  });
});

test('what has nothing in common with goods without papers is not looked at again', async () => {
  const { station, goods, rows } = await aStationExpecting(10, 400);
  const { asked, watched } = looked(rows);
  const dock = dockOf(watched);
  const now = station.clock.now();
  await likelyCases(station.db, goods, dock, now);
  asked.clear();
  const another = {
    ...goods,
    file: { ...goods.file, unitGroups: [aUnitGroup({ article, lot: 'L2' })] },
  };
  expect(await likelyCases(station.db, another, dock, now)).toHaveLength(6);
  expect(asked.size).toBe(10);
  const theirs = {
    ...goods.file,
    returnCase: { ...goods.file.returnCase, clientId: clientId('client-8') },
  };
  asked.clear();
  await likelyCases(station.db, { ...goods, file: theirs }, dock, now);
  expect(asked.size).toBeLessThan(150);
});
