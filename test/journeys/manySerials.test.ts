import { afterAll, beforeAll, expect, test } from 'vitest';
import { findByForms } from '../../renderer/queries/lists/findByBarcode.ts';
import { caseInHand, caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { countPiece } from '../../renderer/workflow/countPiece.ts';
import { routeScan } from '../../renderer/workflow/routeScan.ts';
import { readScan } from '../../shared/barcodes/scan.ts';
import { aReturnLine } from '../builders/cases/aCase.ts';
import { accepted, refusedWith } from '../builders/cases/accepted.ts';
import { anOrderLine } from '../builders/cases/anOrderLine.ts';
import { caseId, orderLineId } from '../builders/cases/ids.ts';
import { type CentralInMemory, startCentral } from '../builders/central/centralInMemory.ts';
import type { Station } from '../builders/station/station.ts';
import { until } from '../builders/station/until.ts';
import { caseNumber, moveIn } from '../central/aCompany.ts';
import { aStation, now } from './aCentral.ts';
import { approve, find, finish, photograph, receive } from './aReturnAtWork.ts';

const theCase = caseId('case-1');
const shipped = 20_000;
const serials = Array.from({ length: shipped }, (_, at) => `SNX-${700_000 + at}`);

/** Meters that were sold by the pallet, each with a serial of its own: one of them comes back. */
let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral({
    now: () => new Date(now()),
    fill: async (tools) => {
      await moveIn(tools, 1);
      const line = anOrderLine({
        id: orderLineId('order-line-1'),
        article: { number: 'MTR-7', name: 'Flow meter', gtin: null },
        lot: null,
        serials,
        orderedQuantity: shipped,
        shippedQuantity: shipped,
        unitPrice: 4_250,
        invoiced: { net: 4_250 * shipped, tax: 0 },
      });
      const lines = [
        aReturnLine({ orderLineId: line.id, requestedQuantity: 1, approvedQuantity: 1 }),
      ];
      await tools.putDocuments([
        { collection: 'orderLines', body: line },
        { collection: 'cases', body: caseNumber(1, { lines, trackingNumbers: [], ssccs: [] }) },
      ]);
    },
  });
}, 60_000);
afterAll(() => central?.close());

async function scanAt({ db }: Station, raw: string) {
  const scan = readScan(raw, 2026, false);
  return { scan, matches: await findByForms(db, scan.forms, now()) };
}

test('one of twenty thousand serials is found by its label, counted once, and refunded as one', async () => {
  const station = await aStation(central);
  const atTheDoor = await scanAt(station, 'snx 719 999');
  expect(atTheDoor.matches).toMatchObject([
    { kind: 'case', by: { kind: 'serial' }, row: { caseId: theCase } },
  ]);
  expect((await scanAt(station, 'SNX-720000')).matches).toEqual([]);

  const arrival = await receive(await station.signIn('DORA01'), theCase);
  const bench = await station.signIn('IVAN01');
  const parcel = { arrivalId: arrival.arrivalId, caseId: theCase };
  const stepOf = async (raw: string) => {
    const { scan, matches } = await scanAt(station, raw);
    const expected = await caseInHand(station.db, theCase, now());
    const { stationId } = station.enrolment;
    return routeScan(scan, { matches, parcel, expected, stationId, isPaperless: false });
  };
  const counted = async (raw: string) => {
    const step = await stepOf(raw);
    if (step.kind !== 'count') throw new Error(step.kind);
    return await countPiece(bench, parcel, step.count, raw);
  };
  const { fact } = accepted(await counted('SNX-719999'));
  expect(fact).toMatchObject({
    article: { number: 'MTR-7', name: 'Flow meter' },
    serials: ['SNX-719999'],
    quantity: 1,
    identity: 'match',
  });
  expect(refusedWith(await counted('snx719999')).code).toBe('serialAgain');
  expect((await stepOf('SNX-720000')).kind).not.toBe('count');

  const units = { ...fact, caseId: theCase };
  const photo = await photograph(bench, units);
  await find(bench, units, { quantity: 1, photoIds: [photo.photoId] });
  const inspection = await finish(bench, theCase);
  accepted(await approve(await station.signIn('SARA01'), { units, inspection }));
  await station.quiet();
  await until('the refund is started and known here', async () => {
    const view = await caseView(station.db, theCase, now());
    return view?.file.state === 'refundStarted';
  });
  const view = await caseView(station.db, theCase, now());
  expect(view?.refunds).toMatchObject([{ amount: 4_250, currency: 'USD' }]);
});
