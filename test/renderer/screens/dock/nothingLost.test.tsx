import { describe, expect, test } from 'vitest';
import { blindParcels } from '../../../../renderer/queries/lists/blindParcels.ts';
import { caseView } from '../../../../renderer/queries/oneCase/oneCase.ts';
import { applyChanges } from '../../../../renderer/sync/pull/applyChanges.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { caseId, siteId } from '../../../builders/cases/ids.ts';
import { aDock, label, soon } from './aDock.tsx';
import {
  file,
  first,
  foreignPump,
  onPallet,
  pallet,
  papers,
  pump,
  recorded,
  rmas,
  says,
  sscc,
} from './atTheDock.ts';

describe('Goods nobody announced', () => {
  test('are kept without any label, counted, and given a case of their own, by cards alone', async () => {
    const dock = await aDock();
    dock.scan('QS-CMD-OK');
    await says(dock, 'A parcel without a readable label');
    expect(await dock.kinds()).toEqual([]);
    dock.scan('QS-CMD-OK');
    await says(dock, 'Kept as unexpected');
    dock.scan(pump);
    dock.scan(pump);
    await says(dock, '2 pieces so far');
    dock.scan('QS-CMD-OK');
    await says(dock, 'OK opens a case for these goods');
    dock.scan('QS-CMD-OK');
    await says(dock, 'Case opened');
    const [opening] = await recorded(dock, 'caseOpened');
    const opened = await file(dock, opening?.caseId ?? '');
    expect(opened).toMatchObject({ state: 'received', unitGroups: [{ quantity: 2 }] });
    expect(await blindParcels(dock.station.db, dock.station.clock.now())).toEqual([]);
  });

  test('stand on the list at the dock once they are set down, and a scan opens them again', async () => {
    const dock = await aDock();
    dock.scan('NOBODY-KNOWS-1');
    await says(dock, 'Not expected today');
    dock.scan('QS-CMD-OK');
    await says(dock, 'Kept as unexpected');
    dock.scan('QS-CMD-DONE');
    await says(dock, 'Unexpected parcels');
    await says(dock, 'NOBODY-KNOWS-1');
    dock.scan('NOBODY-KNOWS-1');
    await says(dock, 'Here already');
    expect(await recorded(dock, 'arrival')).toHaveLength(1);
  });

  test('go to the return whose number stands in a label of several hundred characters', async () => {
    const dock = await aDock(papers(first, ...onPallet));
    for (const scan of ['QS-CMD-OK', 'QS-CMD-OK', pump]) dock.scan(scan);
    await says(dock, '1 piece so far');
    const rest = Array.from({ length: 20 }, (_, n) => `${n + 10}ZREFERENCE OF THE SHIPPER ${n}`);
    const fields = ['0238017', '840', '019', '7945000000100201', 'FDE', ...rest];
    const long = `[)>\u001e01\u001d${fields.join('\u001d')}\u001e\u0004`;
    dock.scan(long);
    await says(dock, 'Not expected today');
    await says(dock, '794500000010');
    dock.scan('QS-CMD-OK');
    await says(dock, 'Kept as unexpected');
    expect(await recorded(dock, 'arrival')).toMatchObject([
      { trackingNumber: null },
      { trackingNumber: '794500000010', raw: long },
    ]);
    dock.scan('794500000010');
    await says(dock, 'Here already');
  });

  test('that leak are held before anybody knows whose they are, and the band says so until seen', async () => {
    const dock = await aDock();
    for (const card of ['OK', 'OK', 'HAZARD']) dock.scan(`QS-CMD-${card}`);
    await says(dock, 'Stop. Do not handle.');
    expect(await recorded(dock, 'held')).toMatchObject([{ caseId: null, reason: 'hazard' }]);
    const [parcel] = await blindParcels(dock.station.db, dock.station.clock.now());
    expect(parcel?.holds).toMatchObject([{ reason: 'hazard' }]);
  });

  test('are linked by the RMA on their papers, and what was counted meets the papers', async () => {
    const dock = await aDock(papers(first, ...onPallet));
    for (const scan of ['QS-CMD-OK', 'QS-CMD-OK', pump, pump, foreignPump]) dock.scan(scan);
    await says(dock, '3 pieces so far');
    dock.scan(rmas[0]);
    await says(dock, 'Linked');
    expect(await file(dock, 'pallet-1')).toMatchObject({
      state: 'received',
      unitGroups: [
        { quantity: 2, identity: 'match' },
        { quantity: 1, identity: 'mismatch_instance', lot: 'ZZ-999' },
      ],
    });
  });
});

test('goods kept as unexpected and announced since are linked by their label, days later too', async () => {
  const dock = await aDock();
  dock.scan('LATE-PAPERS-7');
  await says(dock, 'Not expected today');
  dock.scan('QS-CMD-OK');
  await says(dock, 'Kept as unexpected');
  dock.scan('QS-CMD-DONE');
  await says(dock, 'Parcel set down');
  dock.station.clock.set('2026-11-20T15:00:00.000Z');
  const late = aCase({ id: caseId('case-9'), rma: rmas[2], trackingNumbers: ['LATE-PAPERS-7'] });
  const changes = [{ collection: 'cases', id: late.id, body: late } as const];
  await applyChanges(dock.station.db, { changes, cursor: '99' }, dock.station.clock.now());
  dock.scan('LATE-PAPERS-7');
  await says(dock, 'Announced since it came');
  dock.scan('QS-CMD-OK');
  await says(dock, 'Linked');
  const view = await caseView(dock.station.db, 'case-9', dock.station.clock.now());
  expect(view?.file.state).toBe('received');
  expect(view?.standing?.deadline.startedOn).toBe('2026-11-18');
  expect(await recorded(dock, 'arrival')).toHaveLength(1);
});

describe('Several returns under one label', () => {
  test('each choice opens its own case, counts into it and starts its days; a repeat of one is a repeat of that one', async () => {
    const dock = await aDock(papers(first, ...onPallet));
    dock.scan(pallet);
    await says(dock, '3 cases fit this label');
    dock.scan(rmas[1]);
    await says(dock, 'Received');
    dock.scan(pump);
    await says(dock, '1 of 10');
    dock.scan(pallet);
    await says(dock, '3 cases fit this label');
    dock.scan(rmas[2]);
    await says(dock, '0 of 10');
    dock.scan(pallet);
    await says(dock, '3 cases fit this label');
    dock.scan(rmas[1]);
    await says(dock, 'Here already');
    await says(dock, '1 of 10');
    const arrivals = await recorded(dock, 'arrival');
    expect(arrivals.map(({ caseId: of, sscc: under }) => [of, under])).toEqual([
      ['pallet-2', sscc],
      ['pallet-3', sscc],
    ]);
    expect((await file(dock, 'pallet-1'))?.state).toBe('authorised');
    const third = await caseView(dock.station.db, 'pallet-3', dock.station.clock.now());
    expect(third?.standing?.deadline.startedOn).toBe('2026-11-18');
  });

  test('the others are offered as soon as one is done', async () => {
    const dock = await aDock(papers(first, ...onPallet));
    dock.scan(pallet);
    dock.scan(rmas[0]);
    await says(dock, 'Received');
    dock.scan('QS-CMD-DONE');
    await says(dock, rmas[2]);
    dock.scan(rmas[1]);
    dock.scan('QS-CMD-DONE');
    dock.scan(rmas[2]);
    dock.scan('QS-CMD-DONE');
    await expect.poll(async () => await recorded(dock, 'arrival'), soon).toHaveLength(3);
    expect((await recorded(dock, 'arrival')).map((a) => a.sscc)).toEqual([sscc, sscc, sscc]);
  });
});

describe('Repeats', () => {
  test('the RMA of a return that is here asks before it is taken for another parcel', async () => {
    const dock = await aDock(papers(first, aCase({ id: caseId('case-2'), rma: rmas[0] })));
    dock.scan(rmas[0]);
    await says(dock, 'Received');
    dock.scan(rmas[0]);
    await says(dock, 'If this is another parcel of the return: OK.');
    expect(await recorded(dock, 'arrival')).toHaveLength(1);
    dock.scan('QS-CMD-OK');
    await expect.poll(async () => await recorded(dock, 'arrival'), soon).toHaveLength(2);
  });

  test('the plate of a pallet that is here is no second arrival', async () => {
    const dock = await aDock();
    dock.scan('QS-LP-26-000123');
    await says(dock, 'Not expected today');
    dock.scan('QS-CMD-OK');
    await says(dock, 'Kept as unexpected');
    dock.scan('QS-LP-26-000123');
    await says(dock, 'Here already');
    expect(await recorded(dock, 'arrival')).toHaveLength(1);
  });

  test('one tracking number on another day asks before it is taken for another parcel', async () => {
    const dock = await aDock();
    dock.scan(label);
    await says(dock, 'Received');
    dock.station.clock.set('2026-11-19T15:00:00.000Z');
    dock.scan(label);
    await says(dock, 'If this is another parcel of the return: OK.');
    expect(await recorded(dock, 'arrival')).toHaveLength(1);
  });

  test('one piece is counted once, and a piece counted for another return says so', async () => {
    const serials = ['SN-1', 'SN-2'];
    const documents = papers(first, aCase({ id: caseId('case-2'), rma: rmas[0] })).map((change) =>
      change.collection === 'orderLines'
        ? ({ ...change, body: { ...anOrderLine(), serials } } as const)
        : change,
    );
    const dock = await aDock(documents);
    dock.scan(label);
    const piece = ']C10109521101530001\u001D21SN-1';
    dock.scan(piece);
    await says(dock, '1 of 10');
    dock.scan(piece);
    await says(dock, 'This very piece is in the count');
    expect(await recorded(dock, 'unitsCounted')).toHaveLength(1);
    dock.scan(']C10109521101530001\u001D21sn2');
    await says(dock, '2 of 10');
    expect(
      (await recorded(dock, 'unitsCounted')).map(
        (fact) => fact.kind === 'unitsCounted' && fact.identity,
      ),
    ).toEqual(['match', 'match']);
    dock.scan(']C10109521101530001\u001D21SN-2');
    await says(dock, 'This very piece is in the count');
    dock.scan(rmas[0]);
    await says(dock, 'Received');
    dock.scan(piece);
    await says(dock, 'This serial was counted for RMA-1001 before');
    expect(await recorded(dock, 'unitsCounted')).toHaveLength(3);
  });

  test('two articles may bear the same serial, and both are counted', async () => {
    const dock = await aDock();
    dock.scan(label);
    dock.scan(']C10109521101530001\u001D210001');
    await says(dock, '1 of 10');
    dock.scan(']C10109521101530025\u001D210001');
    await expect.poll(async () => (await recorded(dock, 'unitsCounted')).length, soon).toBe(2);
    dock.scan(']C10109521101530025\u001D210001');
    await says(dock, 'This very piece is in the count');
    expect(await recorded(dock, 'unitsCounted')).toHaveLength(2);
  });
});

describe('Returns that come otherwise than announced', () => {
  test('a cancelled one is received, held and on the bench’s list, never a plain green', async () => {
    const cancelled = aCase({ trackingNumbers: [label], cancelled: { reason: 'Withdrawn.' } });
    const dock = await aDock(papers(cancelled, aCase({ id: caseId('case-2') })));
    dock.scan(label);
    await says(dock, 'The office cancelled this return');
    expect(await file(dock, 'case-1')).toMatchObject({
      state: 'onHold',
      holds: [{ reason: 'cancelled', note: 'Withdrawn.' }],
    });
  });

  test.each([
    ['denied', { review: { outcome: 'denied', sentOn: '2026-11-10' } }, 'Denied in review'],
    ['before its review', { review: null }, 'Before its review'],
    ['late', {}, 'Should have come on'],
  ] as const)('one that is %s says so and is received', async (_, overrides, words) => {
    const dock = await aDock(
      papers(aCase({ trackingNumbers: [label], ...overrides }), aCase({ id: caseId('case-2') })),
    );
    dock.scan(label);
    await says(dock, words);
    await expect
      .poll(async () => await recorded(dock, 'arrival'), soon)
      .toMatchObject([{ caseId: 'case-1' }]);
  });

  test('one for another site is kept here without its case, so that its days run', async () => {
    const elsewhere = aCase({ trackingNumbers: [label], siteId: siteId('site-2') });
    const dock = await aDock(papers(elsewhere, aCase({ id: caseId('case-2') })));
    dock.scan(label);
    await says(dock, 'For another site');
    expect(await dock.kinds()).toEqual([]);
    dock.scan('QS-CMD-OK');
    await says(dock, 'Kept as unexpected');
    expect(await recorded(dock, 'arrival')).toMatchObject([{ caseId: null }]);
  });

  test('a foreign lot is set apart and says both lots', async () => {
    const dock = await aDock();
    dock.scan(label);
    dock.scan(foreignPump);
    dock.scan(foreignPump);
    await says(dock, 'Lot ZZ-999, we shipped lot AB-123');
    await says(dock, 'Another lot');
    await expect
      .poll(async () => (await file(dock, 'case-1'))?.unitGroups, soon)
      .toMatchObject([{ quantity: 2, identity: 'mismatch_instance' }]);
  });
});
