import { describe, expect, test } from 'vitest';
import { type Expected, routeScan } from '../../../renderer/screens/atWork/routeScan.ts';
import { readBarcode } from '../../../shared/returns/barcode.ts';
import { readCaseFile } from '../../../shared/returns/caseFile.ts';
import { aCase, aReturnLine } from '../../builders/aCase.ts';
import { accepted } from '../../builders/accepted.ts';
import { anOrderLine } from '../../builders/anOrderLine.ts';
import { arrivalId, caseId, orderLineId, returnLineId } from '../../builders/ids.ts';
import { anArrival, aUnitGroup } from '../../builders/recordedFacts.ts';

const read = (raw: string) => accepted(readBarcode(raw, 2026));
const parcel = { arrivalId: arrivalId('arrival-1'), caseId: caseId('case-1') };
const blind = { arrivalId: arrivalId('arrival-1'), caseId: null };
const pump = ']C10109521101530001';
const pumpOfTheLot = `${pump}10AB-123`;

function expecting(...facts: Parameters<typeof readCaseFile>[1]): Expected {
  return { file: readCaseFile(aCase(), [anArrival(), ...facts]), orderLines: [anOrderLine()] };
}

describe('A scan is routed by what it is', () => {
  test('a command card acts, with or without a parcel', () => {
    const step = { kind: 'command', command: 'done' };
    expect(routeScan(read('QS-CMD-DONE'), null, null)).toEqual(step);
    expect(routeScan(read('QS-CMD-DONE'), parcel, expecting())).toEqual(step);
  });

  test('a parcel’s own number receives, whatever is open', () => {
    expect(routeScan(read('1Z999AA10123456784'), null, null).kind).toBe('receive');
    expect(routeScan(read('00095211011234567894'), parcel, expecting()).kind).toBe('receive');
  });

  test('an RMA receives, but links a parcel that belongs to nobody yet', () => {
    const rma = read('RMA-26-0006215');
    expect(routeScan(rma, null, null).kind).toBe('receive');
    expect(routeScan(rma, parcel, expecting()).kind).toBe('receive');
    expect(routeScan(rma, blind, null)).toEqual({ kind: 'link', parcel: blind });
  });

  test('an article before any parcel asks for the parcel, and in a stranger’s parcel it is counted', () => {
    expect(routeScan(read(pump), null, null).kind).toBe('parcelFirst');
    expect(routeScan(read(pump), blind, null)).toMatchObject({
      kind: 'count',
      count: { returnLineId: null, quantity: 1 },
    });
  });
});

describe('An article counts', () => {
  const counted = (raw: string, expected: Expected) => {
    const step = routeScan(read(raw), parcel, expected);
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
});
