import { describe, expect, test } from 'vitest';
import type { Match } from '../../../renderer/queries/lists/findByBarcode.ts';
import { againstPapers } from '../../../renderer/recording/againstPapers.ts';
import { contentsRows } from '../../../renderer/screens/parcel/contentsRows.ts';
import type { Expected, OpenParcel } from '../../../renderer/workflow/openParcel.ts';
import { routeScan, type ScanStep } from '../../../renderer/workflow/routeScan.ts';
import { readScan } from '../../../shared/barcodes/scan.ts';
import { readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { OrderLine } from '../../../shared/facts/documents.ts';
import type { OrderedArticle } from '../../../shared/facts/orderedArticle.ts';
import { aCase, aReturnLine } from '../../builders/cases/aCase.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import {
  arrivalId,
  caseId,
  orderLineId,
  returnLineId,
  unitGroupId,
} from '../../builders/cases/ids.ts';
import { anArrival, aUnitGroup } from '../../builders/cases/recordedFacts.ts';

const parcel = { arrivalId: arrivalId('arrival-1'), caseId: caseId('case-1') };
const [unit, carton, bag] = ['09521101530001', '19521101530008', '04012345123456'] as const;

const bracket: OrderedArticle = { number: 'HX-4711/B', name: 'Bracket', gtin: null };
const bolt: OrderedArticle = { number: 'BO-12', name: 'Bolt', gtin: null };
const pump: OrderedArticle = {
  number: 'PUMP-40',
  name: 'Pump',
  gtin: unit,
  gtins: [{ gtin: carton, quantity: 12 }],
};
const resin: OrderedArticle = {
  number: 'RS-25',
  name: 'Resin',
  gtin: null,
  gtins: [{ gtin: bag, quantity: 25 }],
};

/** A return of these articles, one line each, 100 announced of each. */
function expecting(
  articles: readonly OrderedArticle[],
  counts: Parameters<typeof readCaseFile>[1] = [],
  overrides: Partial<OrderLine> = {},
): Expected {
  const lines = articles.map((_, n) =>
    aReturnLine({
      id: returnLineId(`line-${n + 1}`),
      orderLineId: orderLineId(`order-line-${n + 1}`),
      requestedQuantity: 100,
      approvedQuantity: 100,
    }),
  );
  return {
    file: readCaseFile(aCase({ lines }), [anArrival(), ...counts]),
    orderLines: articles.map((article, n) =>
      anOrderLine({ id: orderLineId(`order-line-${n + 1}`), article, lot: null, ...overrides }),
    ),
  };
}

function routed(
  raw: string,
  expected: Expected | null,
  matches: readonly Match[] = [],
  open: OpenParcel | null = parcel,
  isTyped = false,
): ScanStep {
  return routeScan(readScan(raw, 2026, isTyped), {
    parcel: open,
    expected,
    matches,
    stationId: 'station-1',
    isPaperless: open?.caseId === null,
  });
}

const underNumber = (value: string): Match => ({
  kind: 'blindArrival',
  arrival: anArrival(),
  by: { kind: 'article', value },
});

describe('An article without a GTIN is counted by its number', () => {
  test.each([
    ['in plain Code 128', ']C0HX-4711/B'],
    ['in Code 39 with its asterisks', ']A0*HX-4711/B*'],
    ['behind the data identifier of a customer’s number', 'PHX-4711/B'],
    ['behind that of a supplier’s', ']C01PHX-4711/B'],
    ['as GS1 carries an additional number', ']C1240HX-4711/B'],
    ['in brackets', '(241)HX-4711/B'],
    ['in a QR code', ']Q1hx-4711/b'],
  ])('%s', (_, raw) => {
    expect(routed(raw, expecting([bolt, bracket]))).toMatchObject({
      kind: 'count',
      count: {
        returnLineId: 'line-2',
        article: { gtin: null, number: 'HX-4711/B', name: 'Bracket' },
        quantity: 1,
      },
    });
  });

  test('typed by hand', () => {
    const step = routed('hx 4711/b', expecting([bolt, bracket]), [], parcel, true);
    expect(step).toMatchObject({ kind: 'count', count: { returnLineId: 'line-2' } });
  });

  test('with the lot and the serial that stand on the same label', () => {
    expect(routed('(241)HX-4711/B(10)L-7(21)S-1', expecting([bracket]))).toMatchObject({
      kind: 'count',
      count: { returnLineId: 'line-1', lot: 'L-7', serials: ['S-1'] },
    });
  });

  test('into its own group, not into that of another article without one', () => {
    const group = (number: string, name: string, line: string) =>
      aUnitGroup({
        unitGroupId: unitGroupId(`group-${name}`),
        article: { gtin: null, number, name },
        returnLineId: returnLineId(line),
        lot: null,
      });
    const both = [group('BO-12', 'Bolt', 'line-1'), group('HX-4711/B', 'Bracket', 'line-2')];
    const step = routed('HX-4711/B', expecting([bolt, bracket], both));
    expect(step).toMatchObject({ count: { unitGroupId: 'group-Bracket' } });
  });

  test('of an article nobody announced set apart, and never taken for another parcel', () => {
    const known = [underNumber('HX4711/B')];
    expect(routed('HX-4711/B', expecting([bolt]), known)).toMatchObject({
      kind: 'count',
      count: { returnLineId: null, article: { gtin: null, number: 'HX4711/B', name: '' } },
    });
    expect(routed('HX-4711/B', null, known, null)).toEqual({ kind: 'parcelFirst' });
    // Unknown text stays what it always was: a label.
    expect(routed('HX-4711/B', expecting([bolt])).kind).toBe('receive');
    // Another number of a parcel goes first.
    const tracked: Match = { ...underNumber('x'), by: { kind: 'tracking', value: 'HX4711/B' } };
    expect(routed('HX-4711/B', expecting([bolt]), [tracked, ...known]).kind).toBe('receive');
  });

  test('a serial beside it joins the piece just counted', () => {
    const last = aUnitGroup({
      article: { gtin: null, number: 'HX-4711/B', name: 'Bracket' },
      lot: null,
      serials: [],
      quantity: 1,
    });
    const expected = expecting([bolt, bracket], [last]);
    const step = routed('(21)S-9', expected);
    expect(step).toMatchObject({
      kind: 'amend',
      count: { article: { gtin: null, number: 'HX-4711/B' }, serials: ['S-9'] },
    });
    const serials = expecting([bolt, bracket], [last], { serials: ['S-9'] });
    const own = { ...serials, orderLines: serials.orderLines.slice(1) };
    expect(routed('S-9', own)).toMatchObject({ kind: 'amend' });
  });
});

describe('A pack is counted as what is in it', () => {
  test('by the GTIN of the pack, as many as its papers say', () => {
    const count = (raw: string, ...articles: OrderedArticle[]) => routed(raw, expecting(articles));
    expect(count(`]C101${carton}`, bolt, pump)).toMatchObject({
      kind: 'count',
      count: { returnLineId: 'line-2', article: { gtin: unit, number: 'PUMP-40' }, quantity: 12 },
    });
    expect(count(`]I1${carton}`, pump)).toMatchObject({ count: { quantity: 12 } });
    expect(count(`]C101${unit}`, pump)).toMatchObject({ count: { quantity: 1 } });
    expect(count(`]C101${carton}303`, pump)).toMatchObject({ count: { quantity: 36 } });
    expect(count(`]C101${bag}`, resin)).toMatchObject({
      count: { article: { gtin: null, number: 'RS-25' }, quantity: 25 },
    });
  });

  test('of goods by weight, unless the label says the weight itself', () => {
    const kilos = expecting([resin], [], { unit: 'KG' });
    expect(routed(`]C101${bag}`, kilos)).toMatchObject({ kind: 'count', count: { quantity: 25 } });
    expect(routed(`]C101${bag}304`, kilos)).toMatchObject({ count: { quantity: 100 } });
    expect(routed(`]C101${bag}3102002350`, kilos)).toMatchObject({ count: { quantity: 23.5 } });
    expect(routed('RS-25', kilos).kind).toBe('askQuantity');
  });

  test('whatever its papers say, no count goes on the line of another article without a GTIN', () => {
    expect(routed(`]C101${carton}`, expecting([bolt, bracket]))).toMatchObject({
      kind: 'count',
      count: { returnLineId: null, article: { gtin: carton, number: null } },
    });
  });
});

describe('What was counted before anybody knew whose it was', () => {
  const loaded = (...articles: OrderedArticle[]) => expecting(articles);
  const counted = (gtin: string | null, number: string | null) =>
    aUnitGroup({ article: { gtin, number, name: '' }, lot: null, quantity: 2, returnLineId: null });
  const placed = (count: ReturnType<typeof counted>, ...articles: OrderedArticle[]) =>
    againstPapers([count], loaded(...articles), () => 'new-group')[0];

  test('meets its line by number, by a pack’s GTIN, and not by having no GTIN', () => {
    const meets = { identity: 'match', returnLineId: 'line-2' };
    expect(placed(counted(null, 'HX-4711/B'), bolt, bracket)).toMatchObject(meets);
    expect(placed(counted(carton, null), bolt, pump)).toMatchObject(meets);
    expect(placed(counted(null, null), bolt, bracket)).toMatchObject({
      identity: 'mismatch_class',
      returnLineId: null,
    });
    expect(placed(counted(carton, null), bolt, bracket)).toMatchObject({
      identity: 'mismatch_class',
    });
  });

  test('two articles without a GTIN stay two groups', () => {
    let made = 0;
    const [first, second] = againstPapers(
      [counted(null, 'BO-12'), counted(null, 'HX-4711/B')],
      loaded(bolt, bracket),
      () => `group-${(made += 1)}`,
    );
    expect(first?.unitGroupId).not.toBe(second?.unitGroupId);
  });
});

test('one more of an article without a GTIN by hand counts as its number', () => {
  const [row] = contentsRows(expecting([bracket]));
  expect(row).toMatchObject({
    gtin: null,
    count: { article: { gtin: null, number: 'HX-4711/B', name: 'Bracket' } },
  });
  const [packed] = contentsRows(expecting([pump]));
  // As the record holds it: no pack levels.
  expect(packed?.count.article).toEqual({ gtin: unit, number: 'PUMP-40', name: 'Pump' });
});
