import { expect, test } from 'vitest';
import type { Change } from '../../../../shared/sync/change.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { caseId, returnLineId } from '../../../builders/cases/ids.ts';
import { dora, officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../../builders/station/receiveAsAnnounced.ts';
import { aBench } from './aBench.tsx';

const later = '2030-01-01T09:00:00.000Z';
const about = { at: later, lineId: returnLineId('line-1') };
const changes = [
  { ...about, what: 'quantity', was: 4 },
  { ...about, what: 'reason', was: 'surplus' },
  // A kind of change some later central may know.
  { ...about, what: 'colour', was: 'red' },
];
const papers = officeDocuments().map((change): Change => {
  if (change.collection === 'cases') return { ...change, body: aCase({ changes }) };
  const invoiced = { at: later, lineId: null, what: 'invoiced', was: 1, currency: 'EUR' };
  return change.collection === 'orderLines'
    ? { ...change, body: anOrderLine({ changes: [invoiced] }) }
    : change;
});

test('the bench says what the office changed since the goods came, and nothing it does not know', async () => {
  const bench = await aBench(papers);
  const parcel = { barcode: null, raw: null, caseId: caseId('case-1'), dock: 'D1', note: '' };
  accepted(await receiveAsAnnounced(bench.station.as(dora), parcel));
  bench.scan('RMA-1001');
  await bench.says('The office changed this return after its goods came');
  await bench.says('Centrifugal pump 40: 4 announced, now 10 (');
  await bench.says('claimed as Surplus, now as Defective (');
  await bench.says('invoiced at EUR 0.01, now at');
  expect(document.body.textContent).not.toContain('colour');
});
