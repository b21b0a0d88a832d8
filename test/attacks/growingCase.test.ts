import { expect, test } from 'vitest';
import { mostOfCase } from '../../central/cases/caseBounds.ts';
import { dutyOf } from '../../shared/cases/reading/duties.ts';
import type { Fact, FactOf } from '../../shared/facts/fact.ts';
import { factId, personId } from '../builders/cases/ids.ts';
import { aReturn } from '../central/aReturn.ts';
import { aStation, verdictsOf } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';
import { fill as fillCase, fillings, growing } from './attackers/growingCase.ts';

const mostFacts = mostOfCase.byAnybody.facts;

onEachDatabase('A case that is full', (ground) => {
  const fill = (count: Fact, size: number) => fillCase(ground().central.database, [count], size);

  test('takes more by a supervisor alone: his own hand, or his word for what was refused', async () => {
    const { central, keys, nextCase } = ground();
    const station = await aStation(central, keys);
    const { arrival, count } = aReturn(nextCase());
    await station.record(arrival, count);
    await fill(count, mostFacts - 3);
    const named = (what: string, who = count.personId): Fact => ({
      ...count,
      id: factId(`${what}-${count.id}`),
      personId: who,
    });
    const last = station.seal(named('last'));
    const over = station.seal(named('over'));
    const answered = await station.push([last, over]);
    expect(answered.results).toMatchObject([
      { kind: 'applied' },
      { kind: 'refused', refusal: { code: 'caseFull', most: mostFacts } },
    ]);
    const accepting: Fact = {
      id: factId(`accepting-${count.id}`),
      siteId: count.siteId,
      stationId: count.stationId,
      personId: personId('sara'),
      at: count.at,
      kind: 'acceptedAnyway',
      caseId: count.caseId,
      accepts: over.fact.id,
      hash: over.hash,
      hands: dutyOf(count),
      reason: 'A pallet of screws, each with its own label.',
    };
    const byOlga = named('by-olga', personId('olga'));
    expect(verdictsOf(await station.record(accepting, byOlga))).toEqual(['applied', 'applied']);
    const other = aReturn(nextCase());
    expect(verdictsOf(await station.record(other.arrival))).toEqual(['applied']);
    const told = (await station.push([over])).results;
    expect(told).toMatchObject([{ kind: 'duplicate' }]);
  });

  test('is decided about in seconds, though a thousand pieces in it have a serial each', async () => {
    const { central, keys, nextCase } = ground();
    const station = await aStation(central, keys);
    const { begun, filled, inspection, approval } = growing(nextCase(), fillings[1]);
    await station.record(...begun);
    await fillCase(central.database, filled, 1000);
    await station.record(inspection);
    const sendingBack: FactOf<'verdictDecided'> = {
      ...approval,
      decision: 'sendBack',
      choices: [],
      reason: 'Again',
    };
    const from = performance.now();
    expect(verdictsOf(await station.record(sendingBack))).toEqual(['applied']);
    // Half a minute and more while each count was held against all serials anew.
    expect(performance.now() - from).toBeLessThan(10_000);
  }, 120_000);

  test('of goods without a case likewise', async () => {
    const { central, keys, nextCase } = ground();
    const station = await aStation(central, keys);
    const { arrival, count } = aReturn(nextCase());
    const [blind, counted] = [
      { ...arrival, caseId: null },
      { ...count, caseId: null },
    ] as readonly [Fact, Fact];
    await station.record(blind, counted);
    await fill(counted, mostFacts - 2);
    const more = { ...counted, id: factId(`more-${counted.id}`) };
    expect(verdictsOf(await station.record(more))).toEqual(['refused caseFull']);
  });
});
