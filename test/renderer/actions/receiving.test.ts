import { describe, expect, test } from 'vitest';
import { checkDoor } from '../../../renderer/actions/checkDoor.ts';
import { correctFact } from '../../../renderer/actions/correctFact.ts';
import { linkArrival } from '../../../renderer/actions/linkArrival.ts';
import { openCase } from '../../../renderer/actions/openCase.ts';
import { type ReceiveParcel } from '../../../renderer/actions/receiveParcel.ts';
import { findByBarcode } from '../../../renderer/queries/lists/findByBarcode.ts';
import { worklist } from '../../../renderer/queries/lists/worklist.ts';
import { caseView } from '../../../renderer/queries/oneCase/oneCase.ts';
import { recentScans } from '../../../renderer/queries/station/recentScans.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { aLoneStation, dora, ivan, officeDocuments } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';

const pallet = '000952110112345678 94'.replace(' ', '');
const sscc = pallet.slice(2);

function aBox(overrides: Partial<ReceiveParcel> = {}): ReceiveParcel {
  return {
    barcode: scanned('NL-2026-55512'),
    raw: 'NL-2026-55512',
    caseId: null,
    dock: 'D1',
    note: '',
    ...overrides,
  };
}

const palletsCase = aCase({
  id: caseId('case-2'),
  rma: 'RMA-26-0000027',
  trackingNumbers: [],
  ssccs: [sscc],
});

async function aDock() {
  return await aLoneStation([
    ...officeDocuments(),
    { collection: 'cases', id: 'case-2', body: palletsCase },
  ]);
}

describe('A parcel at the dock', () => {
  test('is received for the case whose papers name its pallet number', async () => {
    const station = await aDock();
    const arrival = accepted(
      await receiveAsAnnounced(station.as(dora), aBox({ barcode: scanned(`]C1${pallet}`) })),
    );
    expect(arrival).toMatchObject({ caseId: 'case-2', sscc, trackingNumber: null });
  });

  test('is received blind when nobody announced it, and its clock runs once it is linked', async () => {
    const station = await aDock();
    const arrival = accepted(await receiveAsAnnounced(station.as(dora), aBox()));
    expect(arrival).toMatchObject({ caseId: null, trackingNumber: 'NL-2026-55512' });
    const [match] = await findByBarcode(station.db, scanned('nl-2026-55512'), station.clock.now());
    expect(match).toMatchObject({ kind: 'blindArrival', by: { kind: 'tracking' } });

    accepted(
      await linkArrival(station.as(dora), {
        arrivalId: arrival.arrivalId,
        caseId: caseId('case-1'),
        reason: 'Same client, same pumps',
      }),
    );
    const view = await caseView(station.db, 'case-1', station.clock.now());
    expect(view?.file.state).toBe('received');
    expect(view?.standing?.deadline.startedOn).toBe('2026-11-18');
    const [linked] = await findByBarcode(station.db, scanned('NL-2026-55512'), station.clock.now());
    expect(linked).toMatchObject({ kind: 'case', row: { caseId: 'case-1' } });
  });

  test('belongs to one case only: a second link to another case is refused', async () => {
    const station = await aDock();
    const { arrivalId } = accepted(await receiveAsAnnounced(station.as(dora), aBox()));
    const link = { arrivalId, caseId: caseId('case-1'), reason: '' };
    accepted(await linkArrival(station.as(dora), link));
    const other = await linkArrival(station.as(dora), { ...link, caseId: caseId('case-2') });
    expect(refusedWith(other)).toEqual({ code: 'alreadyLinked', caseId: 'case-1' });
  });

  test('scanned a second time says who received it, and records nothing', async () => {
    const station = await aDock();
    const first = accepted(await receiveAsAnnounced(station.as(dora), aBox()));
    expect(refusedWith(await receiveAsAnnounced(station.as(ivan), aBox()))).toEqual({
      code: 'alreadyArrived',
      arrivalId: first.arrivalId,
      by: 'dora',
    });
    expect(station.desktop.lines).toHaveLength(1);
  });

  test('is the same by its two-dimensional label of several hundred characters as by its bars', async () => {
    const station = await aDock();
    const fields = ['0238017', '840', '019', '7945000000100201', 'FDE', '987654321', '089', '1/1'];
    const rest = Array.from({ length: 20 }, (_, n) => `${n + 10}ZREFERENCE OF THE SHIPPER ${n}`);
    const long = `[)>\u001e01\u001d${[...fields, ...rest].join('\u001d')}\u001e\u0004`;
    expect(long.length).toBeGreaterThan(500);
    const box = aBox({ barcode: scanned(long), raw: long });
    const first = accepted(await receiveAsAnnounced(station.as(dora), box));
    expect(first).toMatchObject({ trackingNumber: '794500000010', raw: long });
    const bars = '1001921334250001000300794500000010';
    const again = aBox({ barcode: scanned(bars), raw: bars });
    expect(refusedWith(await receiveAsAnnounced(station.as(ivan), again))).toMatchObject({
      code: 'alreadyArrived',
      arrivalId: first.arrivalId,
    });
  });

  test('may be scanned again once the first scan was taken back', async () => {
    const station = await aDock();
    const first = accepted(await receiveAsAnnounced(station.as(dora), aBox()));
    accepted(await correctFact(station.as(dora), { factId: first.id, reason: 'wrong box' }));
    accepted(await receiveAsAnnounced(station.as(dora), aBox()));
    const scans = await recentScans(station.db, 5);
    expect(scans.map((scan) => scan.corrected)).toEqual([false, true]);
  });

  test('two scans at the same moment are decided one after the other', async () => {
    const station = await aDock();
    const [one, two] = await Promise.all([
      receiveAsAnnounced(station.as(dora), aBox()),
      receiveAsAnnounced(station.as(ivan), aBox()),
    ]);
    expect(accepted(one).personId).toBe('dora');
    expect(refusedWith(two)).toMatchObject({ code: 'alreadyArrived', by: 'dora' });
  });

  test('nobody knows gets a case of its own, opened and linked in one go', async () => {
    const station = await aDock();
    const arrival = accepted(await receiveAsAnnounced(station.as(dora), aBox({ barcode: null })));
    const opened = accepted(
      await openCase(station.as(dora), {
        clientId: null,
        arrivalId: arrival.arrivalId,
        note: 'no papers',
      }),
    );
    const rows = await worklist(station.db, 'bench', station.clock.now());
    expect(rows).toMatchObject([{ caseId: opened.caseId, state: 'received', saved: 'here' }]);
    expect(rows[0]?.standing?.deadline.dueOn).toBe('2026-11-30');
  });

  test('keeps its clock when the door is looked at later', async () => {
    const station = await aDock();
    const { arrivalId } = accepted(
      await receiveAsAnnounced(station.as(dora), aBox({ caseId: caseId('case-1') })),
    );
    accepted(
      await checkDoor(station.as(dora), {
        caseId: caseId('case-1'),
        arrivalId,
        news: () => ({ carrier: 'Northline', packages: 3, condition: 'opened' }),
        note: '',
      }),
    );
    const view = await caseView(station.db, 'case-1', station.clock.now());
    expect(view?.file.doorChecks).toMatchObject([{ packages: 3, condition: 'opened' }]);
  });
});

describe('Any identifier', () => {
  test.each([
    ['an RMA number', 'RMA-26-0000027', 'case-2'],
    ['a pallet number', `00${sscc}`, 'case-2'],
    ['an article number', 'PUMP-40', 'case-1'],
    ['an order number in small letters', 'so-1001', 'case-1'],
    ['a GTIN', '09521101530001', 'case-1'],
  ])('finds its case: %s', async (_name, raw, expected) => {
    const station = await aDock();
    const found = await findByBarcode(station.db, scanned(raw), station.clock.now());
    expect(found.map((m) => (m.kind === 'case' ? m.row.caseId : m.kind))).toContain(expected);
  });
});
