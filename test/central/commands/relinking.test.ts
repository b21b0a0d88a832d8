import { expect, test } from 'vitest';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import { factId, personId } from '../../builders/cases/ids.ts';
import { aBlindReturn } from '../aReturn.ts';
import { aStation, verdictsOf } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

onEachDatabase('Goods a case was opened for', (ground) => {
  const opened = async () => {
    const { central, keys, nextCase } = ground();
    const station = await aStation(central, keys);
    const goods = aBlindReturn(nextCase());
    const { blind, counted, opened: opening, link } = goods;
    await station.record(blind, counted, opening, link);
    const { caseId } = opening;
    /** Dora takes back what Ivan said. */
    const takenBack = [link, opening].map(({ id }) =>
      aCorrection({
        id: factId(`back-${id}`),
        personId: personId('dora'),
        caseId,
        corrects: id,
        reason: 'LINKED ELSEWHERE',
      }),
    );
    return { station, goods, takenBack };
  };

  test('are taken out of it by whoever finds out whose they are, at central too', async () => {
    const { station, takenBack } = await opened();
    expect(verdictsOf(await station.record(...takenBack))).toEqual(['applied', 'applied']);
  });

  test('stay in it once they were inspected, until a supervisor says otherwise', async () => {
    const { station, goods, takenBack } = await opened();
    await station.record(goods.finding);
    const [back] = takenBack;
    if (!back) throw new Error('nothing taken back');
    expect(verdictsOf(await station.record(back))).toEqual(['refused notYourRole']);
    const word = { ...back, id: factId(`sara-${back.id}`), personId: personId('sara') };
    expect(verdictsOf(await station.record(word))).toEqual(['applied']);
  });
});
