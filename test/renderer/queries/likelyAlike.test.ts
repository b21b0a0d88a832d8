import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { identifierRowOfCase } from '../../../renderer/cases/identifiersOf.ts';
import {
  type CaseLine,
  type Days,
  lineOf,
  listsWith,
  noLists,
} from '../../../renderer/queries/lists/caseLines.ts';
import { likelihood } from '../../../renderer/queries/lists/likelihood.ts';
import { likelyCases } from '../../../renderer/queries/lists/likelyCases.ts';
import type { CaseView } from '../../../renderer/queries/oneCase/caseView.ts';
import { caseView } from '../../../renderer/queries/oneCase/oneCase.ts';
import { putCaseIdentifiers } from '../../../renderer/storage/packed/identifierIndex.ts';
import { putOrderLines } from '../../../renderer/storage/packed/orderLinePacks.ts';
import type { CaseListRow } from '../../../renderer/storage/rows.ts';
import type { OrderLine, ReturnCase } from '../../../shared/facts/documents.ts';
import { aCase, aReturnLine } from '../../builders/cases/aCase.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import {
  arrivalId,
  caseId,
  clientId,
  orderLineId,
  returnLineId,
  siteId,
} from '../../builders/cases/ids.ts';
import { anArrival, aUnitGroup } from '../../builders/cases/recordedFacts.ts';
import { aLoneStation } from '../../builders/station/aLoneStation.ts';

const many = 480;
const days = ['2026-11-10', '2026-11-16', '2026-12-01', null] as const;
const articles = [0, 1, 2].map((n) => ({
  number: `ART-${n}`,
  name: `Article ${n}`,
  gtin: n === 2 ? null : `0952110153000${n}`,
}));
type Announced = { readonly paper: ReturnCase; readonly orderLines: readonly OrderLine[] };

const announced: readonly Announced[] = Array.from({ length: many }, (_, n) => {
  const line = anOrderLine({
    id: orderLineId(`line-of-${n}`),
    orderNumber: `SO-${n}`,
    serials: n % 7 === 0 ? [`SN-${n}`] : [],
    article: articles[[0, 0, 1, 2][n % 4] ?? 0] ?? anOrderLine().article,
  });
  const paper = aCase({
    id: caseId(`like-${n}`),
    rma: n % 11 === 0 ? null : `RMA-${n}`,
    siteId: siteId(n % 5 === 0 ? 'site-2' : 'site-1'),
    clientId: clientId(`client-${n % 4}`),
    expectedOn: days[(n % 13) % 4] ?? null,
    trackingNumbers: [],
    lines: [aReturnLine({ id: returnLineId(`r-${n}`), orderLineId: line.id })],
  });
  return { paper, orderLines: [line] };
});

let station: Awaited<ReturnType<typeof aLoneStation>>;
let goods: CaseView;
let rows: readonly CaseListRow[];

beforeAll(async () => {
  station = await aLoneStation();
  const { db } = station;
  const view = await caseView(db, 'case-1', station.clock.now());
  const row = (await db.caseRows.toArray())[0];
  if (!view || !row) throw new Error('nothing expected');
  goods = view;
  rows = announced.map(({ paper }) => ({
    ...row,
    caseId: paper.id,
    rma: paper.rma,
    siteId: paper.siteId,
    clientId: paper.clientId,
    clientName: String(paper.clientId),
    expectedOn: paper.expectedOn,
  }));
  const found = announced.map((one) => identifierRowOfCase(one.paper, one.orderLines));
  await db.transaction('rw', db.tables, async () => {
    await putOrderLines(
      db,
      announced.flatMap(({ orderLines }) => orderLines),
    );
    const ids = announced.map(({ paper }) => paper.id);
    await db.cases.bulkPut(
      announced.map(({ paper }) => paper),
      ids,
    );
    await db.caseRows.bulkPut([...rows]);
    // Most lie on two pages, some have a row of their own since.
    await putCaseIdentifiers(db, found.slice(0, 300), 1);
    await putCaseIdentifiers(db, found.slice(240), 2);
    for (const one of found.filter((_, n) => n % 9 === 0)) await putCaseIdentifiers(db, [one], 3);
  });
});

const anyGoods = fc.record({
  client: fc.constantFrom(null, 'client-0', 'client-1', 'client-2'),
  units: fc.array(fc.tuple(fc.nat(2), fc.constantFrom(null, 0, 7, 14, 21, 77, 154)), {
    maxLength: 3,
  }),
  label: fc.constantFrom(null, 'RMA-17', 'SO-100', 'nobody’s'),
  here: fc.array(fc.nat(many - 1), { maxLength: 60 }),
});
const noNumbers = { trackingNumber: null, sscc: null };
type Goods = typeof anyGoods extends fc.Arbitrary<infer T> ? T : never;

function goodsOf({ client, units, label }: Goods): CaseView {
  const { file } = goods;
  return {
    ...goods,
    file: {
      ...file,
      arrivals: label === null ? [] : [anArrival({ ...noNumbers, raw: label })],
      returnCase: {
        ...file.returnCase,
        id: caseId('blind'),
        clientId: client === null ? null : clientId(client),
      },
      unitGroups: units.map(([article, serial]) =>
        aUnitGroup({
          arrivalId: arrivalId('arrival-1'),
          article: articles[article] ?? anOrderLine().article,
          serials: serial === null ? [] : [`SN-${serial}`],
        }),
      ),
    },
  };
}

function dockWithout(here: readonly number[]): Days {
  const lines = rows
    .filter((_, n) => !here.includes(n))
    .map((row): [string, CaseLine] => [row.caseId, lineOf(row, null)]);
  return listsWith(noLists, new Map(), new Map(lines)).dock;
}

/** By comparing with the papers of all that is expected. */
function byTheWholeList(view: CaseView, here: readonly number[]) {
  const { returnCase, unitGroups, arrivals } = view.file;
  const traits = {
    labels: arrivals.flatMap(({ raw }) => raw ?? []),
    clientId: returnCase.clientId,
    units: unitGroups.map(({ article, lot, serials, quantity }) => ({
      gtin: article.gtin,
      number: article.number,
      lot,
      serials,
      quantity,
    })),
    today: '2026-11-16' as const,
  };
  const others = announced.filter(
    ({ paper }, n) => !here.includes(n) && paper.rma !== null && paper.siteId === returnCase.siteId,
  );
  const named = others.map((one) => ({ ...one, clientName: String(one.paper.clientId) }));
  return likelihood(traits, named).slice(0, 6);
}

test('the likeliest cases are the same as if everything that is expected were compared', async () => {
  const now = station.clock.now();
  await fc.assert(
    fc.asyncProperty(anyGoods, async (some) => {
      const view = goodsOf(some);
      const found = await likelyCases(station.db, view, dockWithout(some.here), now);
      const told = found.map(({ caseId: id, score, reasons }) => ({ caseId: id, score, reasons }));
      expect(told).toEqual(byTheWholeList(view, some.here));
    }),
    { numRuns: 60 },
  );
});
