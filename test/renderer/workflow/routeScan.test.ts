import { describe, expect, test } from 'vitest';
import type { Match } from '../../../renderer/queries/lists/findByBarcode.ts';
import type { Expected, OpenParcel } from '../../../renderer/workflow/openParcel.ts';
import { routeScan } from '../../../renderer/workflow/routeScan.ts';
import { readScan } from '../../../shared/barcodes/scan.ts';
import { readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import { aCase, aReturnLine } from '../../builders/cases/aCase.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  factId,
  orderLineId,
  returnLineId,
  stationId,
  unitGroupId,
} from '../../builders/cases/ids.ts';
import { publicNumbers } from '../../builders/cases/publicNumbers.ts';
import { anArrival, aUnitGroup } from '../../builders/cases/recordedFacts.ts';
import { withCheckDigit } from '../../builders/withCheckDigit.ts';

const parcel = { arrivalId: arrivalId('arrival-1'), caseId: caseId('case-1') };
const blind = { arrivalId: arrivalId('arrival-1'), caseId: null };
const pump = ']C10109521101530001';
const pumpOfTheLot = `${pump}10AB-123`;

function expecting(...facts: Parameters<typeof readCaseFile>[1]): Expected {
  return { file: readCaseFile(aCase(), [anArrival(), ...facts]), orderLines: [anOrderLine()] };
}

function orderedIn(unit: 'KG' | 'EA', serials: string[] = []) {
  const orderLines = [anOrderLine({ unit, serials })];
  return (...facts: Parameters<typeof readCaseFile>[1]): Expected => ({
    ...expecting(...facts),
    orderLines,
  });
}

/** Found under a number of some case; who it is does not matter to the route. */
function foundBy(kind: Match['by']['kind']): Match {
  return { kind: 'blindArrival', arrival: anArrival(), by: { kind, value: '' } };
}

function routed(
  raw: string,
  open: OpenParcel | null,
  expected: Expected | null = null,
  matches: readonly Match[] = [],
) {
  return routeScan(readScan(raw, 2026), {
    parcel: open,
    expected,
    matches,
    stationId: 'station-1',
    isPaperless: open?.caseId === null,
  });
}

describe('A scan is routed by what it is', () => {
  test('a command card acts, with or without a parcel', () => {
    const step = { kind: 'command', command: 'done' };
    expect(routed('QS-CMD-DONE', null)).toEqual(step);
    expect(routed('QS-CMD-DONE', parcel, expecting())).toEqual(step);
  });

  test('a parcel’s own number receives, whatever is open', () => {
    expect(routed('1Z999AA10123456784', null).kind).toBe('receive');
    expect(routed('00095211011234567894', parcel, expecting()).kind).toBe('receive');
  });

  test('a case’s papers receive, but link a parcel that belongs to nobody yet', () => {
    const found = (kind: 'rma' | 'order' | 'tracking'): readonly Match[] => [
      { ...foundBy(kind), kind: 'case', row: { caseId: 'case-1' } } as unknown as Match,
    ];
    for (const kind of ['rma', 'order'] as const) {
      expect(routed('RMA00012345', null, null, found(kind)).kind).toBe('receive');
      expect(routed('RMA00012345', parcel, expecting(), found(kind)).kind).toBe('receive');
      expect(routed('RMA00012345', blind, null, found(kind))).toEqual({
        kind: 'link',
        parcel: blind,
      });
    }
    expect(routed('1Z999', blind, null, found('tracking')).kind).toBe('receive');
  });

  test('a sure article before any parcel asks for the parcel', () => {
    expect(routed(pump, null).kind).toBe('parcelFirst');
    expect(routed('9521101530001', null, null, [foundBy('gtin')]).kind).toBe('parcelFirst');
  });

  test('an article’s label with a fault in it is never another parcel', () => {
    const faulty = [
      '(01)09521101530001(17)000000',
      '(01)09521101530001(10)AB CD',
      '010952110153000110AB CD',
      'https://id.gs1.org/01/09521101530001?17=000000',
    ];
    for (const raw of faulty) {
      for (const open of [parcel, blind])
        expect(routed(raw, open, expecting())).toMatchObject({ kind: 'unreadable' });
      expect(routed(raw, parcel, expecting(), [foundBy('tracking')]).kind).toBe('receive');
      expect(routed(raw, null).kind).toBe('receive');
    }
  });

  test('what the scanner itself calls wrong is unreadable only where nobody announced it', () => {
    expect(routed(']E05901234123458', null).kind).toBe('unreadable');
    expect(routed(']E05901234123458', null, null, [foundBy('tracking')]).kind).toBe('receive');
  });
});

describe('A number that was looked up is believed', () => {
  test('0 of the public test numbers are counted as an article, refused or lost', () => {
    const steps = publicNumbers.flatMap(({ printed, bars }) =>
      [...bars, printed].flatMap((raw) => [
        ['announced', routed(raw, null, null, [foundBy('tracking')]).kind],
        ['announced', routed(raw, parcel, expecting(), [foundBy('tracking')]).kind],
        ['not announced', routed(raw, null).kind],
        ['not announced', routed(raw, parcel, expecting(aUnitGroup())).kind],
      ]),
    );
    const seen = new Set(steps.map((step) => step.join(': ')));
    expect(seen).toEqual(new Set(['announced: receive', 'not announced: receive']));
  });

  test('digits that could be an article nobody announced are asked about, never counted', () => {
    for (const digits of ['5901234123457', '036000291452', '96385074', ']C05901234123457']) {
      expect(routed(digits, null).kind).toBe('receive');
      expect(routed(digits, parcel, expecting())).toMatchObject({
        kind: 'askArticle',
        count: { returnLineId: null, quantity: 1 },
      });
    }
    expect(routed(']E05901234123457', parcel, expecting()).kind).toBe('count');
    expect(routed('5901234123457', parcel, expecting(), [foundBy('gtin')]).kind).toBe('count');
  });

  test('an article of the open parcel is counted, however it is written', () => {
    for (const raw of ['9521101530001', '09521101530001', 'pump-40', 'PUMP 40', pump])
      expect(routed(raw, parcel, expecting())).toMatchObject({
        kind: 'count',
        count: { returnLineId: 'line-1', article: { gtin: '09521101530001' } },
      });
  });
});

describe('An article counts', () => {
  const counted = (raw: string, expected: Expected) => {
    const step = routed(raw, parcel, expected);
    if (step.kind !== 'count') throw new Error(step.kind);
    return step.count;
  };

  test('on the line that announced it, as a new group the first time', () => {
    expect(counted(pumpOfTheLot, expecting())).toMatchObject({
      returnLineId: 'line-1',
      unitGroupId: null,
      article: { gtin: '09521101530001', number: 'PUMP-40', name: 'Centrifugal pump 40' },
      lot: 'AB-123',
      quantity: 1,
    });
  });

  test('into the group of the same lot the next time', () => {
    const expected = expecting(aUnitGroup({ quantity: 3 }));
    expect(counted(pumpOfTheLot, expected).unitGroupId).toBe('group-1');
    expect(counted(`${pump}10ZZ-9`, expected).unitGroupId).toBeNull();
  });

  test('as many as the label of a carton says', () => {
    expect(counted(`${pump}3004`, expecting()).quantity).toBe(4);
  });

  test('with its serial number, which is one of a kind', () => {
    expect(counted(`${pump}21S-0001`, expecting()).serials).toEqual(['S-0001']);
  });

  test('on the second line once the first is full', () => {
    const file = readCaseFile(
      aCase({
        lines: [
          aReturnLine({ approvedQuantity: 2 }),
          aReturnLine({ id: returnLineId('line-2'), orderLineId: orderLineId('order-line-2') }),
        ],
      }),
      [anArrival(), aUnitGroup({ quantity: 2 })],
    );
    const orderLines = [anOrderLine(), anOrderLine({ id: orderLineId('order-line-2') })];
    expect(counted(pumpOfTheLot, { file, orderLines }).returnLineId).toBe('line-2');
  });

  test('as nobody’s line when nothing like it was announced', () => {
    expect(counted(']C10109521187200102', expecting())).toMatchObject({
      returnLineId: null,
      unitGroupId: null,
      article: { gtin: '09521187200102', number: null, name: '' },
    });
  });

  test('by its weight where it is sold by weight: 2.500 kg twice is 5 kg', () => {
    const label = `${pump}3103002500`;
    const first = counted(label, orderedIn('KG')());
    expect(first.quantity).toBe(2.5);
    const after = orderedIn('KG')(aUnitGroup({ quantity: 2.5, lot: null }));
    expect(counted(label, after)).toMatchObject({ quantity: 2.5, unitGroupId: 'group-1' });
    expect(counted(`${pump}3201000055`, orderedIn('KG')()).quantity).toBe(2.495);
  });

  test('not as one of anything while nobody said how many', () => {
    expect(routed(pump, parcel, orderedIn('KG')())).toMatchObject({
      kind: 'askQuantity',
      unit: 'KG',
    });
    expect(routed(`${pump}300`, parcel, expecting())).toMatchObject({
      kind: 'askQuantity',
      unit: 'EA',
    });
  });
});

describe('The ITF-14 of an announced article is its outer case', () => {
  const outer = withCheckDigit('1952110153000');

  test('and counts as the article, once somebody said how many lie in it', () => {
    for (const raw of [outer, `]I1${outer}`, `(01)${outer}`, `]C101${outer}`])
      expect(routed(raw, parcel, expecting())).toMatchObject({
        kind: 'askQuantity',
        unit: 'case',
        count: { returnLineId: 'line-1', article: { gtin: '09521101530001', number: 'PUMP-40' } },
      });
  });

  test('or the label says it', () => {
    expect(routed(`]C101${outer}3004`, parcel, expecting())).toMatchObject({
      kind: 'count',
      count: { article: { gtin: '09521101530001' }, quantity: 4 },
    });
  });

  test('or one like it was counted before', () => {
    const before = aUnitGroup({ quantity: 4, raw: outer, lot: null });
    expect(routed(outer, parcel, expecting(before))).toMatchObject({
      kind: 'count',
      count: { quantity: 4, unitGroupId: 'group-1' },
    });
  });
});

describe('A second barcode of the same article belongs to the article just scanned', () => {
  const one = aUnitGroup({ quantity: 1, lot: null });
  const whole = (raw: string, expected: Expected) => routed(raw, parcel, expected);

  test.each([
    ['its lot', ']C110AB-123', { lot: 'AB-123', quantity: 1 }],
    ['its serial number', ']C121S-0001', { serials: ['S-0001'], quantity: 1 }],
    ['its serial number written otherwise', ']C121s0001', { serials: ['S-0001'], quantity: 1 }],
    ['its serial number in plain text', 's0001', { serials: ['S-0001'], quantity: 1 }],
    ['its count', ']C13024', { quantity: 24 }],
    ['lot and date', `]C117271231\u001d10AB-123`, { lot: 'AB-123' }],
    ['the same in brackets', '(10)AB-123', { lot: 'AB-123' }],
  ])('%s', (_, raw, count) => {
    expect(whole(raw, orderedIn('EA', ['S-0001'])(one))).toMatchObject({
      kind: 'amend',
      instead: one.id,
      count: { returnLineId: 'line-1', article: { gtin: '09521101530001' }, ...count },
    });
  });

  test('what is on every piece says the next one', () => {
    const weighed = aUnitGroup({ quantity: 2.5, lot: null });
    expect(whole('3103002500', orderedIn('KG')(weighed))).toMatchObject({
      kind: 'count',
      count: { quantity: 2.5 },
    });
    const known = aUnitGroup({ quantity: 1, serials: ['S-0001'] });
    expect(whole(']C121S-0002', orderedIn('EA')(known))).toMatchObject({
      kind: 'count',
      count: { serials: ['S-0002'], lot: 'AB-123', quantity: 1 },
    });
  });

  test('what was said already, or is not recorded, changes nothing', () => {
    const known = aUnitGroup({ quantity: 1, lot: 'AB-123' });
    for (const raw of [']C110AB-123', ']C117271231', ']C13103002500'])
      expect(whole(raw, expecting(known))).toEqual({
        kind: 'belongs',
        name: 'Centrifugal pump 40',
      });
    expect(whole(']C110OTHER', expecting(known)).kind).toBe('articleFirst');
  });

  test('before any article it asks for one, and never closes the parcel', () => {
    for (const raw of [']C110AB-123', ']C13024', '(21)S-0001'])
      expect(whole(raw, expecting()).kind).toBe('articleFirst');
    expect(routed(']C110AB-123', null).kind).toBe('parcelFirst');
  });

  test('it belongs to the last article of this parcel at this station, if nobody took it back', () => {
    const elsewhere = aUnitGroup({
      id: factId('fact-9'),
      unitGroupId: unitGroupId('group-9'),
      arrivalId: arrivalId('arrival-2'),
    });
    expect(whole(']C110AB-123', expecting(elsewhere)).kind).toBe('articleFirst');
    const byAnother = aUnitGroup({ quantity: 1, lot: null, stationId: stationId('station-2') });
    expect(whole(']C110AB-123', expecting(byAnother)).kind).toBe('articleFirst');
    const undone = aCorrection({ corrects: one.id });
    expect(whole(']C110AB-123', expecting(one, undone)).kind).toBe('articleFirst');
  });

  test('a shipment’s label is no article’s: USPS, FedEx, a ship-to postcode', () => {
    for (const raw of [']C14209410023\u001d9261290113185417468510', ']C19632001560123456789900'])
      expect(whole(raw, expecting(one)).kind).toBe('receive');
    // Ten digits that could be a weight are one only beside an article.
    expect(routed('3102123456', parcel, expecting()).kind).toBe('receive');
  });
});
