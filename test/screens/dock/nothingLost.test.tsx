import { describe, expect, test } from 'vitest';
import { finishInspection } from '../../../renderer/actions/finishInspection.ts';
import { recordFinding } from '../../../renderer/actions/recordFinding.ts';
import { blindParcels } from '../../../renderer/queries/blindParcels.ts';
import { caseView } from '../../../renderer/queries/oneCase.ts';
import { applyChanges } from '../../../renderer/sync/applyChanges.ts';
import { rmaNumberOf } from '../../../shared/returns/barcodeRma.ts';
import type { ReturnCase } from '../../../shared/returns/documents.ts';
import type { FactKind, FactOf } from '../../../shared/returns/fact.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase, aReturnLine } from '../../builders/aCase.ts';
import { ivan, officeDocuments } from '../../builders/aLoneStation.ts';
import { anOrderLine } from '../../builders/anOrderLine.ts';
import { caseId, siteId } from '../../builders/ids.ts';
import { aDefect } from '../../builders/recordedFacts.ts';
import { aDock, label, soon } from './aDock.tsx';

const pump = ']C10109521101530001\u001D10AB-123';
const foreignPump = ']C10109521101530001\u001D10ZZ-999';
const sscc = '095211011234567894';
const pallet = `]C100${sscc}`;
const rmas = [rmaNumberOf(2026, 1), rmaNumberOf(2026, 2), rmaNumberOf(2026, 3)] as const;

/** The office's papers with these cases instead of its own. */
function papers(...cases: readonly ReturnCase[]): readonly Change[] {
  return [
    ...officeDocuments().filter((change) => change.collection !== 'cases'),
    ...cases.map((body) => ({ collection: 'cases', id: body.id, body }) as const),
  ];
}
const first = aCase({ trackingNumbers: [label] });
const onPallet = rmas.map((rma, at) =>
  aCase({ id: caseId(`pallet-${at + 1}`), rma, trackingNumbers: [], ssccs: [sscc] }),
);

type Dock = Awaited<ReturnType<typeof aDock>>;
const recorded = async <K extends FactKind>(dock: Dock, kind: K): Promise<readonly FactOf<K>[]> =>
  (await dock.station.db.facts.toArray())
    .map((row) => row.fact)
    .filter((fact): fact is FactOf<K> => fact.kind === kind)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
const file = async (dock: Dock, id: string) =>
  (await caseView(dock.station.db, id, dock.station.clock.now()))?.file;
const says = async (dock: Dock, words: string) => {
  await expect.poll(dock.text, soon).toContain(words);
};

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
    expect(opened).toMatchObject({ state: 'inspecting', unitGroups: [{ quantity: 2 }] });
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
      state: 'inspecting',
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
    dock.scan(rmas[0]);
    await says(dock, 'Received');
    dock.scan(piece);
    await says(dock, 'This serial was counted for RMA-1001 before');
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

describe('DONE and MISSING', () => {
  const two = aCase({
    trackingNumbers: [label],
    lines: [aReturnLine({ requestedQuantity: 8, approvedQuantity: 8 })],
  });
  test('DONE compares: what is short is amber first, confirmed by DONE, recorded, and stays expected', async () => {
    const dock = await aDock(papers(two));
    dock.scan(label);
    dock.scan(pump);
    dock.scan('QS-CMD-DONE');
    await says(dock, '7 pieces missing');
    expect(await recorded(dock, 'parcelDone')).toEqual([]);
    dock.scan('QS-CMD-DONE');
    await says(dock, 'Done, with pieces missing');
    expect(await recorded(dock, 'parcelDone')).toMatchObject([
      {
        personId: 'dora',
        missing: [{ returnLineId: 'line-1', quantity: 7 }],
        expectedUntil: '2026-12-02',
      },
    ]);
    await says(dock, '7 still missing');
  });

  test('DONE that is followed by another count asks anew', async () => {
    const dock = await aDock(papers(two));
    for (const scan of [label, pump, 'QS-CMD-DONE', pump, 'QS-CMD-DONE']) dock.scan(scan);
    await says(dock, '6 pieces missing');
    expect(await recorded(dock, 'parcelDone')).toEqual([]);
  });

  test('MISSING notes what did not come; DONE then finishes, and the rest that comes ends the waiting', async () => {
    const dock = await aDock(papers(two));
    for (const scan of [label, pump, 'QS-CMD-MISSING']) dock.scan(scan);
    await says(dock, 'Missing noted');
    expect(await recorded(dock, 'missingNoted')).toMatchObject([{ missing: [{ quantity: 7 }] }]);
    dock.scan('QS-CMD-DONE');
    await says(dock, '7 still missing');
    dock.scan(label);
    await says(dock, 'Here already');
    for (let piece = 2; piece <= 8; piece += 1) dock.scan(pump);
    await says(dock, '8 of 8');
    dock.scan('QS-CMD-DONE');
    await says(dock, 'Nothing is expected');
  });
});

describe('UNDO takes back the last act, whatever it was', () => {
  test('a photo, a look at the door and a count, in this order backwards', async () => {
    const dock = await aDock();
    dock.scan(label);
    dock.scan(pump);
    dock.scan('QS-CMD-DAMAGED');
    await says(dock, 'Condition noted');
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'Check at the door');
    await says(dock, '1 of 10');
    dock.scan('QS-CMD-UNDO');
    await says(dock, '0 of 10');
    const corrections = await recorded(dock, 'correction');
    const kinds = await Promise.all(
      corrections.map(async (one) => (await dock.station.db.facts.get(one.corrects))?.kind),
    );
    expect(kinds).toEqual(['doorChecked', 'unitsCounted']);
  });

  test('both records of a hazard at once, and the case opened for goods without papers', async () => {
    const dock = await aDock();
    for (const card of ['OK', 'OK', 'OK', 'OK']) dock.scan(`QS-CMD-${card}`);
    await says(dock, 'Case opened');
    dock.scan('QS-CMD-HAZARD');
    await says(dock, 'Stop. Do not handle.');
    for (const card of ['OK', 'UNDO']) dock.scan(`QS-CMD-${card}`);
    await says(dock, 'Check at the door');
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'Case opened here');
    const [parcel] = await blindParcels(dock.station.db, dock.station.clock.now());
    expect(parcel?.holds).toEqual([]);
  });

  test('a parcel that was done lies open again', async () => {
    const dock = await aDock();
    for (const scan of [label, 'QS-CMD-DONE', 'QS-CMD-UNDO']) dock.scan(scan);
    await expect.poll(dock.text, soon).toContain('0 of 10');
  });

  test('what a verdict rests on is not undone at the dock', async () => {
    const dock = await aDock();
    dock.scan(label);
    dock.scan(pump);
    await says(dock, '1 of 10');
    const bench = dock.station.as(ivan);
    const [group] = (await file(dock, 'case-1'))?.unitGroups ?? [];
    if (!group) throw new Error('not counted');
    await recordFinding(bench, {
      caseId: caseId('case-1'),
      unitGroupId: group.unitGroupId,
      quantity: 1,
      observation: aDefect(),
      measurements: [],
      photoIds: [],
      note: '',
    });
    const inspection = { inspection: 'first', startedAt: null, note: '' } as const;
    await finishInspection(bench, { caseId: caseId('case-1'), ...inspection });
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'This record cannot be taken back any more');
    expect(await recorded(dock, 'correction')).toEqual([]);
  });

  test('a question nobody has answered is left, and nothing is taken back', async () => {
    const dock = await aDock();
    dock.scan(label);
    dock.scan('NOBODY-KNOWS-1');
    await says(dock, 'Not expected today');
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'Nothing was recorded');
    expect(await dock.kinds()).toEqual(['arrival']);
  });
});

describe('The outside of a parcel', () => {
  const increment = () => {
    const button = document.querySelector('[aria-label^="One more"]');
    if (!(button instanceof HTMLElement)) throw new Error('no stepper');
    button.click();
  };
  const shown = () => document.querySelector<HTMLInputElement>('[data-packages] input')?.value;
  test('eleven presses are twelve packages and one record, kept when DAMAGED follows', async () => {
    const dock = await aDock();
    dock.scan(label);
    await says(dock, '0 of 10');
    for (let packages = 2; packages <= 12; packages += 1) {
      increment();
      await expect.poll(shown, soon).toBe(String(packages));
    }
    dock.scan('QS-CMD-DAMAGED');
    await says(dock, 'Condition noted');
    expect(await recorded(dock, 'doorChecked')).toMatchObject([
      { packages: 12, condition: 'good' },
      { packages: 12, condition: 'deformed' },
    ]);
  });
});
