import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiveParcel } from '../../renderer/actions/receiveParcel.ts';
import { findByForms } from '../../renderer/queries/lists/findByBarcode.ts';
import { caseInHand, caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { countPiece } from '../../renderer/workflow/countPiece.ts';
import { isOnPapers, routeScan } from '../../renderer/workflow/routeScan.ts';
import { rmaReaderOf } from '../../shared/barcodes/rma/rmaForm.ts';
import { barcodeOf, readScan } from '../../shared/barcodes/scan.ts';
import { aReturnLine } from '../builders/cases/aCase.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { anOrderLine } from '../builders/cases/anOrderLine.ts';
import { caseId, orderLineId } from '../builders/cases/ids.ts';
import { type CentralInMemory, startCentral } from '../builders/central/centralInMemory.ts';
import type { Station } from '../builders/station/station.ts';
import { until } from '../builders/station/until.ts';
import { aSite, caseNumber, moveIn } from '../central/aCompany.ts';
import { aStation, now } from './aCentral.ts';
import { approve, find, finish, photograph } from './aReturnAtWork.ts';

const theCase = caseId('case-1');

/** A company that numbers its returns and articles itself: no GTIN, and prices of four decimals. */
let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral({
    now: () => new Date(now()),
    fill: async (tools) => {
      await moveIn(tools, 1);
      const line = anOrderLine({
        id: orderLineId('order-line-1'),
        article: {
          number: 'HX-4711/B',
          name: 'Mounting bracket',
          gtin: null,
          gtins: [{ gtin: '19521101530008', quantity: 1_000 }],
        },
        lot: null,
        orderedQuantity: 10_000,
        shippedQuantity: 10_000,
        unitPrice: 12,
        price: { amount: '0.1234', per: 1 },
        invoiced: { net: 123_400, tax: 0 },
      });
      const lines = [
        aReturnLine({
          orderLineId: line.id,
          requestedQuantity: 3_333,
          approvedQuantity: 3_333,
        }),
      ];
      const rma = { pattern: 'R-######C', check: 'mod10', prefixes: ['RET:'] };
      await tools.putDocuments([
        { collection: 'sites', body: { ...aSite('site-1'), rma } },
        { collection: 'orderLines', body: line },
        {
          collection: 'cases',
          body: caseNumber(1, { rma: 'R-0047111', lines, trackingNumbers: [], ssccs: [] }),
        },
      ]);
    },
  });
}, 60_000);
afterAll(() => central.close());

/** As the station itself reads it: in the form its site's document says. */
async function scanAt(station: Station, raw: string) {
  const site = await station.db.sites.get('site-1');
  const scan = readScan(raw, 2026, false, rmaReaderOf(site?.rma));
  return { scan, matches: await findByForms(station.db, scan.forms, now()) };
}

test('a return of a company’s own numbers goes from its label to a refund of what was invoiced', async () => {
  const station = await aStation(central);
  const dock = await station.signIn('DORA01');
  const label = await scanAt(station, ']C0RET:R-0047111');
  expect(label.matches).toMatchObject([{ kind: 'case', row: { caseId: theCase } }]);
  const arrival = accepted(
    await receiveParcel(dock, {
      barcode: barcodeOf(label.scan),
      raw: label.scan.raw,
      isPapers: isOnPapers(label.matches),
      caseId: theCase,
      dock: 'D1',
      note: '',
    }),
  );
  expect(arrival.trackingNumber).toBeNull();

  const bench = await station.signIn('IVAN01');
  const parcel = { arrivalId: arrival.arrivalId, caseId: theCase };
  const counted = async (raw: string) => {
    const { scan, matches } = await scanAt(station, raw);
    const expected = await caseInHand(station.db, theCase, now());
    const { stationId } = station.enrolment;
    const around = { matches, parcel, expected, stationId, isPaperless: false };
    const step = routeScan(scan, around);
    if (step.kind !== 'count') throw new Error(step.kind);
    return accepted(await countPiece(bench, parcel, step.count, raw)).fact;
  };
  for (let carton = 0; carton < 3; carton += 1) await counted('(01)19521101530008');
  const single = await counted('PHX-4711/B');
  const { returnLineId, unitGroupId, article, lot, serials } = single;
  const more = { returnLineId, unitGroupId, article, lot, serials, quantity: 332 };
  const rest = accepted(await countPiece(bench, parcel, more, null)).fact;
  expect(rest).toMatchObject({
    article: { gtin: null, number: 'HX-4711/B', name: 'Mounting bracket' },
    identity: 'match',
    unitGroupId: single.unitGroupId,
  });
  const units = { caseId: theCase, unitGroupId: single.unitGroupId };
  const photo = await photograph(bench, units);
  await find(bench, units, { quantity: 3_333, photoIds: [photo.photoId] });
  const inspection = await finish(bench, theCase);
  const desk = await station.signIn('SARA01');
  accepted(await approve(desk, { units: { ...single, ...units }, inspection }));

  await station.quiet();
  await until('the refund is started and known here', async () => {
    const view = await caseView(station.db, theCase, now());
    return view?.file.state === 'refundStarted';
  });
  const view = await caseView(station.db, theCase, now());
  // 3 333 of 10 000 pieces, of 1 234.00: by the price in cents it would have been 399.96.
  expect(view?.refunds).toMatchObject([
    { amount: 41_129, currency: 'USD', creditNote: 'CN-R-0047111-1' },
  ]);
});
