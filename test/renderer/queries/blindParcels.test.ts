import { describe, expect, test, vi } from 'vitest';
import { correctFact } from '../../../renderer/actions/correctFact.ts';
import { countUnits } from '../../../renderer/actions/countUnits.ts';
import { finishInspection } from '../../../renderer/actions/finishInspection.ts';
import { holdCase } from '../../../renderer/actions/holdCase.ts';
import { linkArrival } from '../../../renderer/actions/linkArrival.ts';
import { openCase } from '../../../renderer/actions/openCase.ts';
import { recordFinding } from '../../../renderer/actions/recordFinding.ts';
import { releaseCase } from '../../../renderer/actions/releaseCase.ts';
import { relinkArrival } from '../../../renderer/actions/relinkArrival.ts';
import { indexed } from '../../../renderer/cases/identifiersOf.ts';
import { blindParcel, blindParcels } from '../../../renderer/queries/lists/blindParcels.ts';
import {
  type Days,
  lineOf,
  listsWith,
  noLists,
} from '../../../renderer/queries/lists/caseLines.ts';
import { likelyCases } from '../../../renderer/queries/lists/likelyCases.ts';
import { worklist } from '../../../renderer/queries/lists/worklist.ts';
import { arrivalOfCase } from '../../../renderer/queries/oneCase/arrivalSeen.ts';
import { caseView } from '../../../renderer/queries/oneCase/oneCase.ts';
import type { StationDatabase } from '../../../renderer/storage/stationDatabase.ts';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { aDefect } from '../../builders/cases/recordedFacts.ts';
import { aLoneStation, dora, ivan, sara } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';

const { article } = anOrderLine();

async function aBlindParcel() {
  const station = await aLoneStation();
  const arrival = accepted(
    await receiveAsAnnounced(station.as(dora), {
      barcode: null,
      raw: null,
      caseId: null,
      dock: 'D1',
      note: '',
    }),
  );
  const { arrivalId } = arrival;
  const count = async (quantity = 1, lot: string | null = 'AB-123') =>
    accepted(
      await countUnits(station.as(dora), {
        caseId: null,
        arrivalId,
        returnLineId: null,
        article,
        lot,
        serials: [],
        quantity,
        identity: null,
        identifiedBy: 'scan',
        raw: null,
      }),
    );
  const listed = async () => await blindParcels(station.db, station.clock.now());
  const goods = async () => {
    const view = await blindParcel(station.db, arrivalId, station.clock.now());
    if (!view) throw new Error('not on the list');
    return view;
  };
  return { station, arrival, arrivalId, count, listed, goods };
}

async function dockOf(db: StationDatabase): Promise<Days> {
  const rows = await db.caseRows.toArray();
  const lines = rows.map((row) => [row.caseId, lineOf(row, null)] as const);
  return listsWith(noLists, new Map(), new Map(lines)).dock;
}

describe('Goods nobody announced', () => {
  test('stand on a list with their seven days from the first second, without any network', async () => {
    const { listed } = await aBlindParcel();
    const [parcel, other] = await listed();
    expect(other).toBeUndefined();
    expect(parcel).toMatchObject({ label: null, units: 0, saved: 'here' });
    expect(parcel?.standing?.deadline.dueOn).toBe('2026-11-30');
  });

  test('leave the list when the scan is taken back, or when they have a case', async () => {
    const one = await aBlindParcel();
    await correctFact(one.station.as(dora), { factId: one.arrival.id, reason: 'UNDO' });
    expect(await one.listed()).toEqual([]);
    const two = await aBlindParcel();
    accepted(
      await openCase(two.station.as(ivan), { clientId: null, arrivalId: two.arrivalId, note: '' }),
    );
    expect(await two.listed()).toEqual([]);
  });

  test('are not unreceived below what somebody counted or held of them', async () => {
    const { station, arrival, arrivalId, count, listed } = await aBlindParcel();
    const undo = async (factId: typeof arrival.id) =>
      await correctFact(station.as(dora), { factId, reason: 'UNDO' });
    const counted = await count();
    expect(refusedWith(await undo(arrival.id)).code).toBe('goodsInIt');
    accepted(await undo(counted.id));
    const hazard = { reason: 'hazard', pausesClock: false, note: '' } as const;
    const held = accepted(await holdCase(station.as(dora), { caseId: null, arrivalId, ...hazard }));
    expect(refusedWith(await undo(arrival.id)).code).toBe('goodsInIt');
    expect(await listed()).toHaveLength(1);
    accepted(await undo(held.id));
    accepted(await undo(arrival.id));
    expect(await listed()).toEqual([]);
  });

  test('can be counted before anybody knows whose they are: like units are one group', async () => {
    const { count, goods, listed } = await aBlindParcel();
    await count();
    await count(2);
    await count(1, 'OTHER');
    expect((await goods()).file.unitGroups).toMatchObject([
      { quantity: 3, lot: 'AB-123' },
      { quantity: 1, lot: 'OTHER' },
    ]);
    expect(await listed()).toMatchObject([{ units: 4, articles: [article.name] }]);
  });

  test('meet the papers once linked: announced units match, a foreign lot and a surplus are set apart', async () => {
    const { station, arrivalId, count } = await aBlindParcel();
    await count(9);
    await count(1);
    await count(1);
    await count(1, 'FOREIGN');
    const link = { arrivalId, caseId: caseId('case-1'), reason: '' };
    accepted(await linkArrival(station.as(sara), link));
    const view = await caseView(station.db, 'case-1', station.clock.now());
    expect(view?.file.unitGroups).toMatchObject([
      { quantity: 10, identity: 'match', returnLineId: 'line-1' },
      { quantity: 1, identity: 'mismatch_quantity' },
      { quantity: 1, identity: 'mismatch_instance', lot: 'FOREIGN' },
    ]);
  });

  test('can be held and released, and a hazard recorded before linking still holds the case', async () => {
    const { station, arrivalId, goods } = await aBlindParcel();
    const held = accepted(
      await holdCase(station.as(dora), {
        caseId: null,
        arrivalId,
        reason: 'hazard',
        pausesClock: false,
        note: '',
      }),
    );
    expect((await goods()).file.state).toBe('onHold');
    const release = { caseId: null, held, because: 'madeSafe', note: '' } as const;
    expect(refusedWith(await releaseCase(station.as(ivan), release))).toMatchObject({
      code: 'notYourRole',
    });
    const link = { arrivalId, caseId: caseId('case-1'), reason: '' };
    accepted(await linkArrival(station.as(dora), link));
    const view = await caseView(station.db, 'case-1', station.clock.now());
    expect(view?.file.state).toBe('onHold');
    accepted(await releaseCase(station.as(sara), { ...release, caseId: caseId('case-1') }));
    const after = await caseView(station.db, 'case-1', station.clock.now());
    expect(after?.file.state).toBe('received');
  });

  test('a second case opened for the same goods elsewhere is expected nowhere', async () => {
    const { station, arrivalId } = await aBlindParcel();
    const own = { clientId: null, note: '' };
    accepted(await openCase(station.as(dora), { ...own, arrivalId }));
    const second = accepted(await openCase(station.as(ivan), { ...own, arrivalId: null }));
    const view = await caseView(station.db, second.caseId, station.clock.now());
    expect(view?.file.state).toBe('cancelled');
    const expected = await worklist(station.db, 'dock', station.clock.now());
    expect(expected.map((row) => row.caseId)).not.toContain(second.caseId);
  });

  test('the goods of a case are those that were not taken back', async () => {
    const station = await aLoneStation();
    const parcel = { barcode: null, raw: null, caseId: caseId('case-1'), dock: 'D1', note: '' };
    const arrival = accepted(await receiveAsAnnounced(station.as(dora), parcel));
    expect(await arrivalOfCase(station.db, 'case-1')).toBe(arrival.arrivalId);
    accepted(await correctFact(station.as(dora), { factId: arrival.id, reason: 'UNDO' }));
    expect(await arrivalOfCase(station.db, 'case-1')).toBeNull();
  });

  test('held on the case opened for them, the hold goes with them to the announced one', async () => {
    const { station, arrivalId } = await aBlindParcel();
    const opened = accepted(
      await openCase(station.as(dora), { clientId: null, arrivalId, note: '' }),
    );
    const { caseId: own } = opened;
    const hold = async (reason: 'hazard' | 'customs') =>
      accepted(
        await holdCase(station.as(ivan), { caseId: own, reason, pausesClock: false, note: '' }),
      );
    const stateOf = async (id: string) =>
      (await caseView(station.db, id, station.clock.now()))?.file.state;
    const release = { caseId: own, because: 'madeSafe', note: '' } as const;
    accepted(await releaseCase(station.as(ivan), { ...release, held: await hold('customs') }));
    expect(await stateOf(own)).toBe('received');
    await hold('hazard');
    expect(await stateOf(own)).toBe('onHold');
    const link = { arrivalId, caseId: caseId('case-1'), reason: '' };
    accepted(await relinkArrival(station.as(ivan), link));
    expect(await stateOf('case-1')).toBe('onHold');
    expect(await stateOf(own)).toBe('cancelled');
  });

  test('what a verdict rests on is not taken back, though it was counted before they had a case', async () => {
    const { station, arrivalId, count } = await aBlindParcel();
    const counted = await count();
    const { caseId: own } = accepted(
      await openCase(station.as(dora), { clientId: null, arrivalId, note: '' }),
    );
    const view = await caseView(station.db, own, station.clock.now());
    const [group] = view?.file.unitGroups ?? [];
    if (!group) throw new Error('not counted');
    const { unitGroupId } = group;
    const of = { caseId: own, unitGroupId, quantity: 1 };
    const finding = { observation: aDefect(), measurements: [], photoIds: [], note: '' };
    accepted(await recordFinding(station.as(ivan), { ...of, ...finding }));
    // Only a supervisor moves what was inspected.
    const [link] = view?.file.facts.filter((fact) => fact.kind === 'arrivalLinked') ?? [];
    const move = { factId: link?.id ?? counted.id, reason: 'LINKED ELSEWHERE' };
    expect(refusedWith(await correctFact(station.as(ivan), move)).code).toBe('notYourRole');
    const early = { factId: counted.id, reason: 'UNDO' };
    expect(refusedWith(await correctFact(station.as(dora), early)).code).toBe('foundOnIt');
    const inspection = { inspection: 'first', startedAt: null, note: '' } as const;
    accepted(await finishInspection(station.as(ivan), { caseId: own, ...inspection }));
    const undo = { factId: counted.id, reason: 'UNDO' };
    expect(refusedWith(await correctFact(station.as(dora), undo)).code).toBe('underVerdict');
  });

  test('go from the case opened for them to the announced one, with what was counted', async () => {
    const { station, arrivalId, count } = await aBlindParcel();
    await count(10);
    const opened = accepted(
      await openCase(station.as(dora), { clientId: null, arrivalId, note: '' }),
    );
    const link = { arrivalId, caseId: caseId('case-1'), reason: '' };
    accepted(await relinkArrival(station.as(dora), link));
    const view = await caseView(station.db, 'case-1', station.clock.now());
    expect(view?.file).toMatchObject({
      state: 'received',
      unitGroups: [{ quantity: 10, identity: 'match' }],
    });
    const before = await caseView(station.db, opened.caseId, station.clock.now());
    expect(before?.file.state).toBe('cancelled');
    const lists = await Promise.all(
      (['dock', 'bench'] as const).map((l) => worklist(station.db, l, station.clock.now())),
    );
    expect(lists.flat().map((row) => row.caseId)).not.toContain(opened.caseId);
  });

  test('leave the case opened for them to the other parcel that is in it', async () => {
    const { station, arrivalId } = await aBlindParcel();
    const box = { barcode: null, raw: null, caseId: null, dock: 'D1', note: '' };
    const other = accepted(await receiveAsAnnounced(station.as(dora), box));
    const { caseId: own } = accepted(
      await openCase(station.as(dora), { clientId: null, arrivalId, note: '' }),
    );
    const second = { arrivalId: other.arrivalId, caseId: own, reason: '' };
    accepted(await linkArrival(station.as(dora), second));
    const link = { arrivalId, caseId: caseId('case-1'), reason: '' };
    accepted(await relinkArrival(station.as(dora), link));
    const view = await caseView(station.db, own, station.clock.now());
    expect(view?.file.state).toBe('received');
    const takenBack = view?.file.facts.filter((fact) => view.file.corrected.has(fact.id));
    expect(takenBack?.map(({ kind }) => kind)).toEqual(['arrivalLinked']);
  });

  test('are offered the open cases they may belong to, with the reasons', async () => {
    const { station, count, goods } = await aBlindParcel();
    const offered = async () =>
      await likelyCases(station.db, await goods(), await dockOf(station.db), station.clock.now());
    expect(await offered()).toEqual([]);
    await count(10);
    const [likely, other] = await offered();
    expect(other).toBeUndefined();
    expect(likely?.row.caseId).toBe('case-1');
    expect(likely?.reasons.map((reason) => reason.kind)).toEqual(
      expect.arrayContaining(['article', 'lot', 'quantity']),
    );
  });

  test('are compared with the papers of a hundred cases at most, the likeliest by the list', async () => {
    const { station, count, goods } = await aBlindParcel();
    await count(10);
    const [row] = await station.db.caseRows.where('lists').equals('dock').toArray();
    const paper = await station.db.cases.get('case-1');
    if (!row || !paper) throw new Error('nothing expected');
    const others = Array.from({ length: 300 }, (_, n) => caseId(`like-${n}`));
    await station.db.cases.bulkPut(
      others.map((id) => ({ ...paper, id })),
      others,
    );
    await station.db.caseRows.bulkPut(others.map((id) => ({ ...row, caseId: id })));
    await station.db.identifiers.bulkPut(
      others.map((id) => ({
        owner: `case:${id}`,
        caseId: id,
        arrivalId: '',
        values: [indexed({ kind: 'gtin', value: article.gtin ?? '' })],
      })),
    );
    const dock = await dockOf(station.db);
    const read = vi.spyOn(station.db.cases, 'bulkGet');
    const likely = await likelyCases(station.db, await goods(), dock, station.clock.now());
    expect(likely.length).toBe(6);
    expect(read.mock.calls.map(([ids]) => ids.length)).toEqual([100]);
  });
});
