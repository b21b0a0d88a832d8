import { expect, test } from 'vitest';
import type { Fact } from '../../../shared/facts/fact.ts';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import { arrivalId, factId } from '../../builders/cases/ids.ts';
import { aHold, anArrival } from '../../builders/cases/recordedFacts.ts';
import { aBlindReturn, aReturn } from '../aReturn.ts';
import { aStation, verdictsOf } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

/** Its own recorder takes it back. */
function takingBack(target: Fact): Fact {
  return aCorrection({
    id: factId(`back-${target.id}`),
    caseId: target.caseId,
    corrects: target.id,
    personId: target.personId,
    reason: 'UNDO',
  });
}

onEachDatabase('A station that does not know yet what others have done', (ground) => {
  const twoStations = async () => {
    const { central, keys, nextCase } = ground();
    const bench = await aStation(central, keys);
    const dock = await aStation(central, keys);
    return { bench, dock, number: nextCase() };
  };

  test('takes no count back below a verdict, and nothing at all below a decided one', async () => {
    const { bench, dock, number } = await twoStations();
    const goods = aReturn(number);
    await bench.record(...goods.inspected);
    const back = [goods.count, goods.arrival, goods.finding].map(takingBack);
    const [count, arrival, finding] = back;
    if (!count || !arrival || !finding) throw new Error('nothing to take back');
    expect(verdictsOf(await dock.record(count, arrival))).toEqual([
      'refused underVerdict',
      'refused underVerdict',
    ]);
    await bench.record(goods.approval);
    expect(verdictsOf(await dock.record(finding))).toEqual(['refused underVerdict']);
    expect(verdictsOf(await dock.record(takingBack(goods.inspection)))).toEqual([
      'refused notCorrectable',
    ]);
  });

  test('takes no parcel back that goods were counted or held in', async () => {
    const { bench, dock, number } = await twoStations();
    const { arrival, count } = aReturn(number);
    await bench.record(arrival, count);
    expect(verdictsOf(await dock.record(takingBack(arrival)))).toEqual(['refused goodsInIt']);
    expect(verdictsOf(await bench.record(takingBack(count)))).toEqual(['applied']);
    const again = { ...takingBack(arrival), id: factId(`again-${arrival.id}`) };
    expect(verdictsOf(await dock.record(again))).toEqual(['applied']);
  });

  test('takes a parcel back that is empty, though goods were counted in another of its case', async () => {
    const { bench, dock, number } = await twoStations();
    const { arrival, count } = aReturn(number);
    const empty = anArrival({
      id: factId(`empty-${arrival.id}`),
      caseId: arrival.caseId,
      arrivalId: arrivalId(`empty-${number}`),
      trackingNumber: `empty-${number}`,
    });
    await bench.record(arrival, empty, count);
    expect(verdictsOf(await dock.record(takingBack(empty)))).toEqual(['applied']);
  });

  test('nor one without papers, nor what was counted in it once a verdict rests on that', async () => {
    const { bench, dock, number } = await twoStations();
    const goods = aBlindReturn(number);
    const { blind, counted, opened, link, finding } = goods;
    const { id } = aHold();
    const held: Fact = {
      ...aHold({ arrivalId: blind.arrivalId }),
      id: factId(`${id}-${number}`),
      caseId: null,
    };
    await bench.record(blind, held);
    expect(verdictsOf(await dock.record(takingBack(blind)))).toEqual(['refused goodsInIt']);
    await bench.record(takingBack(held), counted, opened, link, finding);
    const early = takingBack(counted);
    expect(verdictsOf(await dock.record(early))).toEqual(['refused foundOnIt']);
    const { inspection } = aReturn(number);
    const basis = [blind.id, counted.id, opened.id, link.id, finding.id].toSorted();
    await bench.record({ ...inspection, caseId: opened.caseId, basis } as Fact);
    const late = { ...early, id: factId(`late-${number}`) };
    expect(verdictsOf(await dock.record(late))).toEqual(['refused underVerdict']);
  });

  test('what was taken back before stays taken back, though it would be refused now', async () => {
    const { bench, dock, number } = await twoStations();
    const { arrival, count, finding, inspection } = aReturn(number);
    await bench.record(arrival, count, takingBack(count));
    expect(verdictsOf(await dock.record(finding))).toEqual(['refused unknownUnitGroup']);
    expect(verdictsOf(await dock.record(inspection))[0]).not.toBe('applied');
  });
});
