/** Somebody with a key of their own makes a case so large that whoever decides about it cannot read it. */
import { expect, test } from 'vitest';
import { mostOfCase } from '../../../central/cases/caseBounds.ts';
import { inParts } from '../../../central/cases/placeSizeRows.ts';
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { aFinishedInspection } from '../../builders/cases/decidedFacts.ts';
import { caseId, factId, personId, verdictId } from '../../builders/cases/ids.ts';
import { aBlindReturn, aReturn } from '../../central/aReturn.ts';
import { aStation, verdictsOf } from '../../central/aStation.ts';
import { onEachDatabase } from '../../central/onEachDatabase.ts';
import { everyKind } from '../attackers/everyKind.ts';
import { fill as fillCase } from '../attackers/growingCase.ts';

onEachDatabase('A case somebody makes fat', (ground) => {
  const fill = (fact: Fact, size: number) => fillCase(ground().central.database, [fact], size);
  const enrol = () => aStation(ground().central, ground().keys);
  const again = <T extends Fact>(fact: T, name: string, by: string = fact.personId): T => ({
    ...fact,
    id: factId(`${name}-${fact.id}`),
    personId: personId(by),
  });
  const marks = (number: number): FactOf<'photoAnnotated'> => {
    const found = everyKind(number).find((fact) => fact.kind === 'photoAnnotated');
    if (found?.kind !== 'photoAnnotated') throw new Error('no marks');
    const text = { kind: 'text', at: { x: 0, y: 0 }, text: 'x'.repeat(80) } as const;
    return { ...found, over: [], shapes: Array.from({ length: 40 }, () => text) };
  };

  test('takes no more bytes than whoever reads it whole can hold, and a little by a supervisor', async () => {
    const station = await enrol();
    const number = ground().nextCase();
    const before = everyKind(number).slice(0, 8);
    const drawn = marks(number);
    const second = again(drawn, 'second');
    expect(new Set(verdictsOf(await station.record(...before, drawn, second)))).toEqual(
      new Set(['applied']),
    );
    const each = Buffer.byteLength(JSON.stringify(drawn));
    await fill(drawn, Math.ceil(mostOfCase.byAnybody.bytes / each));
    const { inspection, approval, finding, count } = aReturn(number);
    const over = [again(drawn, 'more'), again(count, 'more'), again(finding, 'more')];
    for (const fact of over)
      expect(verdictsOf(await station.record(fact))).toEqual(['refused caseFull']);
    const refused = station.seal(again(inspection, 'done'));
    expect(verdictsOf(await station.push([refused]))).toEqual(['refused caseFull']);
    // What stands is finished and decided about by a supervisor's word.
    const { siteId, stationId, at } = approval;
    const said: Fact = {
      id: factId(`accepting-${number}`),
      siteId,
      stationId,
      at,
      personId: personId('sara'),
      kind: 'acceptedAnyway',
      caseId: inspection.caseId,
      accepts: refused.fact.id,
      hash: refused.hash,
      hands: 'inspected',
      reason: 'All of it was looked at',
    };
    expect(verdictsOf(await station.record(said))).toEqual(['applied']);
    await fill(second, Math.ceil((8 * 1024 * 1024) / each));
    expect(verdictsOf(await station.record(again(approval, 'late')))).toEqual(['refused caseFull']);
    const other = aReturn(ground().nextCase());
    expect(verdictsOf(await station.record(...other.inspected, other.approval))).toEqual(
      Array.from({ length: 5 }, () => 'applied'),
    );
  }, 120_000);

  test('can be finished and decided however many pieces were scanned into it', async () => {
    const station = await enrol();
    const { arrival, count, finding, approval } = aReturn(ground().nextCase());
    const { caseId: theCase } = finding as FactOf<'finding'>;
    await station.record(arrival, count, finding);
    await fill(count, 10_000);
    const ids = Array.from({ length: 10_000 }, (_, n) => factId(`${count.id}-${n + 1}`));
    const finished = aFinishedInspection({
      id: factId(`fact-all-${theCase}`),
      caseId: theCase,
      verdictId: verdictId(`all-${theCase}`),
      basis: [arrival.id, count.id, finding.id, ...ids].toSorted(),
    });
    expect(verdictsOf(await station.record(finished))).toEqual(['applied']);
    const decided: Fact = {
      ...approval,
      verdictId: finished.verdictId,
      decision: 'sendBack',
      choices: [],
      reason: 'Count them again',
    };
    expect(verdictsOf(await station.record(decided))).toEqual(['applied']);
  }, 60_000);

  test('is as large as it is with the goods that are linked to it', async () => {
    const station = await enrol();
    const number = ground().nextCase();
    const { arrival, count } = aReturn(number);
    const { blind, counted, link } = aBlindReturn(number);
    await station.record(arrival, count, blind, counted);
    await fill(count, 8000);
    await fill(counted, 8000);
    const joined = { ...link, caseId: caseId(`case-${number}`), units: [] };
    for (const by of ['ivan', 'sara'])
      expect(verdictsOf(await station.record(again(joined, by, by)))).toEqual(['refused caseFull']);
    const elsewhere = aReturn(ground().nextCase());
    await station.record(elsewhere.arrival);
    const there = { ...joined, caseId: elsewhere.arrival.caseId } as FactOf<'arrivalLinked'>;
    expect(verdictsOf(await station.record(again(there, 'there')))).toEqual(['applied']);
    await fill({ ...count, id: elsewhere.arrival.id }, 4000);
    expect(verdictsOf(await station.record(again(counted, 'late')))).toEqual(['refused caseFull']);
  }, 60_000);

  test('is read beside no more others than fit into memory', async () => {
    const { rows } = ground().central.database;
    const [fat, lean] = [caseId('fat-for-parts'), caseId('lean-for-parts')];
    const tally = (place: string, bytes: number) =>
      rows.execute(
        `insert into fact_tallies (place, facts, bytes) values ('${place}', 1, ${bytes})` as never,
      );
    const names = [1, 2, 3].map((n) => `${fat}-${n}`);
    for (const name of names) await tally(name, mostOfCase.bySupervisor.bytes);
    for (const n of [1, 2, 3]) await tally(`${lean}-${n}`, 1000);
    const leans = [1, 2, 3].map((n) => `${lean}-${n}`);
    expect(await inParts(rows, [...names, ...leans, 'unknown'], 50)).toEqual([
      [names[0]],
      [names[1]],
      [names[2], ...leans, 'unknown'],
    ]);
    expect(await inParts(rows, leans, 2)).toEqual([leans.slice(0, 2), leans.slice(2)]);
  });
});
