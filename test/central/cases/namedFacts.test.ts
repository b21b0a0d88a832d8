import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadWorkingSet } from '../../../central/cases/caseRows.ts';
import { ask } from '../../../central/database/ask.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import { factId, findingId, inspectionId, personId, photoId } from '../../builders/cases/ids.ts';
import { aHold, aPhoto, aRelease } from '../../builders/cases/recordedFacts.ts';
import { aReturn } from '../aReturn.ts';
import { aStation, type TestStation, verdictsOf } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

onEachDatabase('What one more fact is held against', (ground) => {
  const begin = async () => {
    const { central, keys, nextCase } = ground();
    return { station: await aStation(central, keys), theReturn: aReturn(nextCase()) };
  };
  const answers = async (station: TestStation, ...facts: readonly Fact[]) =>
    verdictsOf(await station.record(...facts));
  /** As if so many had been counted, found and pictured, one by one. */
  const fill = (facts: readonly Fact[], size: number) =>
    ground().central.database.rows.execute(sql`
      insert into facts (id, kind, site_id, case_id, arrival_id, person_id, hand, accepted_at, skew_ms, body)
      select id || '-' || n, kind, site_id, case_id, arrival_id, person_id, hand, accepted_at, skew_ms,
        jsonb_set(body, '{id}', to_jsonb(id || '-' || n))
      from facts, generate_series(1, ${size}::int) as n
      where id = any(${sql.param(facts.map(({ id }) => id))}::text[])`);

  test('is the same however much there is in its case', async () => {
    const { station, theReturn } = await begin();
    const { arrival, count, finding, inspection } = theReturn;
    const { caseId, unitGroupId } = finding as Extract<Fact, { kind: 'finding' }>;
    const photo = aPhoto({
      id: factId(`photo-${caseId}`),
      photoId: photoId(`photo-${caseId}`),
      caseId,
      subject: { kind: 'unitGroup', unitGroupId },
    });
    const held = aHold({ id: factId(`held-${caseId}`), caseId });
    await answers(station, arrival, count, photo, finding, held, inspection);
    const takenBack = [count, finding, photo, held].map((target) =>
      aCorrection({
        id: factId(`undo-${target.id}`),
        caseId,
        corrects: target.id,
        personId: target.personId,
      }),
    );
    const sara = { personId: personId('sara'), siteId: count.siteId, stationId: count.stationId };
    const begun: Fact = {
      ...sara,
      caseId,
      at: count.at,
      id: factId(`begun-${caseId}`),
      reason: 'Again',
      kind: 'inspectionStarted',
      inspectionId: inspectionId(`begun-${caseId}`),
      inspection: 'reInspection',
    };
    const released = aRelease({
      id: factId(`released-${caseId}`),
      caseId,
      heldFactId: held.id,
      personId: sara.personId,
    });
    const more: readonly Fact[] = [
      ...takenBack,
      begun,
      released,
      { ...finding, id: factId(`more-${finding.id}`), findingId: findingId('more') } as Fact,
      { ...photo, id: factId(`more-${photo.id}`), photoId: photoId('more') },
      { ...count, id: factId(`more-${count.id}`) },
    ];
    const read = async (...asked: readonly Fact[]) => {
      const { facts } = await ground().central.database.write((rows) =>
        loadWorkingSet(rows, asked),
      );
      return [...facts.byId.values()].map(({ kind }) => kind).toSorted();
    };
    await fill([count, finding, photo], 2);
    const small = await read(...more);
    const eachSmall = await Promise.all(more.map((one) => read(one)));
    const asMany = [count, finding, photo].map((fact) => ({ ...fact, id: factId(`${fact.id}-1`) }));
    await fill(asMany, 1000);
    expect(await read(...more)).toEqual(small);
    expect(await Promise.all(more.map((one) => read(one)))).toEqual(eachSmall);
    expect(new Set(await answers(station, ...more.slice(-3)))).toEqual(new Set(['applied']));
  });

  test('is all that was counted of a group, without what was taken back', async () => {
    const { station, theReturn } = await begin();
    const { arrival, count, finding } = theReturn;
    const again = (name: string): Fact => ({ ...count, id: factId(`${name}-${count.id}`) });
    const undoing = (name: string, corrects: Fact) =>
      aCorrection({
        id: factId(`${name}-${count.id}`),
        caseId: count.caseId,
        corrects: corrects.id,
        personId: count.personId,
      });
    const [second, third] = [again('second'), again('third')];
    await answers(station, arrival, count, second, third);
    await answers(station, undoing('undo', third), undoing('undo-again', third));
    const found = (quantity: number): Fact =>
      ({
        ...finding,
        id: factId(`found-${quantity}-${finding.id}`),
        findingId: findingId(`found-${quantity}`),
        quantity,
      }) as Fact;
    expect(await answers(station, found(21))).toEqual(['refused moreThanCounted']);
    expect(await answers(station, found(20))).toEqual(['applied']);
  });

  test('is nothing where all that was counted was taken back', async () => {
    const { station, theReturn } = await begin();
    const { arrival, count, finding } = theReturn;
    await answers(station, arrival, count);
    const { caseId, personId: who, id: corrects } = count;
    await answers(
      station,
      aCorrection({ id: factId(`no-${corrects}`), caseId, corrects, personId: who }),
    );
    expect(await answers(station, finding)).toEqual(['refused unknownUnitGroup']);
  });

  test('is whoever looked before, where an inspection wants other eyes', async () => {
    const { station, theReturn } = await begin();
    const { inspected, finding } = theReturn;
    await answers(station, ...inspected);
    const { siteId, stationId, personId: who, caseId, at } = finding;
    const begun = {
      id: factId(`begin-${finding.id}`),
      siteId,
      stationId,
      personId: who,
      caseId,
      at,
      kind: 'inspectionStarted',
      inspectionId: inspectionId(`second-${finding.id}`),
      inspection: 'blindSecond',
      reason: 'Drawn at random',
    } as Fact;
    const second: Fact = {
      ...finding,
      id: factId(`second-${finding.id}`),
      findingId: findingId('second'),
      inspectionId: inspectionId(`second-${finding.id}`),
    } as Fact;
    expect(await answers(station, second)).toEqual(['deferred']);
    expect(await answers(station, begun)).toEqual(['applied']);
    expect((await station.push([station.seal(second)])).results[0]?.kind).toBe('refused');
  });

  test('is, for marks on a photo, whether a decided verdict rests on it', async () => {
    const { station, theReturn } = await begin();
    const { arrival, count, finding, inspection, approval } = theReturn;
    const { caseId } = approval;
    const subject = { kind: 'unitGroup', unitGroupId: approval.choices[0]?.unitGroupId } as const;
    const pictured = (name: string) =>
      aPhoto({
        id: factId(`${name}-${caseId}`),
        photoId: photoId(`${name}-${caseId}`),
        caseId,
        subject: subject as Extract<Fact, { kind: 'photoTaken' }>['subject'],
      });
    const marks = (name: string): Fact => {
      const { siteId, stationId, at, personId: who, photoId: photo } = pictured(name);
      return {
        siteId,
        stationId,
        at,
        personId: who,
        id: factId(`marks-${name}-${caseId}`),
        kind: 'photoAnnotated',
        caseId,
        photoId: photo,
        shapes: [],
        over: [],
      };
    };
    const basis = [arrival.id, count.id, finding.id, pictured('seen').id].toSorted();
    const finished = { ...inspection, basis } as Fact;
    await answers(station, arrival, count, pictured('seen'), finding, finished, approval);
    await answers(station, pictured('since'));
    expect(await answers(station, marks('seen'))).toEqual(['refused alreadyDecided']);
    expect(await answers(station, marks('since'))).toEqual(['applied']);
  });

  test('is kept in step with the facts', async () => {
    const { rows } = ground().central.database;
    const wrong = await ask(
      rows,
      sql`
        with counted as (
          select coalesce(case_id, arrival_id) as place, '' as unit_group_id, count(*) as facts, 0::numeric as quantity
          from facts where coalesce(case_id, arrival_id) is not null group by 1
          union all
          select case_id, body ->> 'unitGroupId', count(*), sum((body ->> 'quantity')::numeric)
          from facts as one where kind = 'unitsCounted' and case_id is not null
            and jsonb_array_length(body -> 'serials') = 0 and not exists (
              select from facts as undone where undone.kind = 'correction' and undone.body ->> 'corrects' = one.id)
          group by 1, 2)
        select place from counted full join fact_tallies as tally using (place, unit_group_id)
        where coalesce(counted.facts, 0) <> coalesce(tally.facts, 0)
          or coalesce(counted.quantity, 0) <> coalesce(tally.quantity, 0)`,
      z.object({ place: z.string() }),
    );
    expect(wrong).toEqual([]);
  });
});
