import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { appendChanges } from '../../../central/feed/changeRows.ts';
import { factId } from '../../builders/cases/ids.ts';
import { aReturn } from '../aReturn.ts';
import { aStation, type TestStation, verdictsOf } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

// What a strict reading would refuse is what these tests are about.
const Said = z.object({ collection: z.string(), id: z.string(), body: z.unknown() });
const WithChanges = z.object({ changes: z.array(Said) });
const Page = WithChanges.extend({ cursor: z.string(), more: z.boolean() });
const WithPeople = z.object({ people: z.array(z.object({ person: z.unknown() })).min(1) });

async function answered<S extends z.ZodType>(
  station: TestStation,
  path: string,
  schema: S,
): Promise<z.output<S>> {
  const answer = await station.call('GET', path);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return schema.parse(answer.body);
}

async function wholeFeed(station: TestStation) {
  const said: z.infer<typeof Said>[] = [];
  for (let cursor = ''; ; ) {
    const page = await answered(station, `/central/changes?limit=7${cursor}`, Page);
    said.push(...page.changes);
    if (!page.more) return said;
    cursor = `&cursor=${encodeURIComponent(page.cursor)}`;
  }
}

/** See `grow` below. */
const isGrown = (body: unknown) =>
  z.looseObject({ since: z.object({ version: z.literal(9) }) }).safeParse(body).success;

onEachDatabase('A central older than the one beside it', (ground) => {
  const rows = () => ground().central.database.rows;
  /** As a later version would have stored them: with more in each. */
  const grow = async () => {
    await rows().execute(sql`
      update documents set body = jsonb_set(body || '{"since": {"version": 9}}', '{lines, 0, hue}', '"red"')
      where jsonb_typeof(body -> 'lines') = 'array'`);
    await rows().execute(sql`update documents set body = body || '{"since": {"version": 9}}'`);
  };
  const refunded = async () => {
    const station = await aStation(ground().central, ground().keys);
    const goods = aReturn(ground().nextCase());
    await station.record(...goods.inspected, goods.approval);
    await ground().central.refunds.idle();
    return { station, goods, caseId: String(goods.arrival.caseId) };
  };

  test('passes on unchanged what it does not know: fields at any depth, kinds of facts, collections', async () => {
    const { station, goods, caseId } = await refunded();
    await grow();
    const odd = `weighed-${caseId}`;
    const weighed = { ...goods.arrival, id: odd, kind: 'weighed', kilograms: 4 };
    await rows().execute(sql`
      insert into facts (id, kind, site_id, case_id, person_id, accepted_at, skew_ms, body)
      values (${odd}, 'weighed', 'site-1', ${caseId}, ${weighed.personId}, now(), 0, ${JSON.stringify(weighed)}::jsonb)`);
    await rows().execute(
      sql`insert into documents (collection, id, body) values ('trucks', ${odd}, '{"plate": "Q 1"}')`,
    );
    await ground().central.database.write((inside) =>
      appendChanges(inside, [
        { siteId: 'site-1', collection: 'facts', id: odd },
        { siteId: 'site-1', collection: 'trucks' as never, id: odd },
      ]),
    );

    const feed = await wholeFeed(station);
    const read = (collection: string, id: string) =>
      feed.find((one) => one.collection === collection && one.id === id)?.body;
    expect(read('facts', odd)).toMatchObject({ fact: weighed });
    expect(read('trucks', odd)).toEqual({ plate: 'Q 1' });
    expect(read('cases', caseId)).toMatchObject({
      since: { version: 9 },
      lines: [{ hue: 'red' }],
    });
    const documents = feed.filter(({ collection, body }) => collection !== 'facts' && body);
    expect(documents.filter((d) => !isGrown(d.body)).map((d) => d.id)).toEqual([odd]);

    const whole = await answered(station, `/central/cases/${caseId}`, WithChanges);
    expect(whole.changes).toContainEqual({
      collection: 'cases',
      id: caseId,
      body: read('cases', caseId),
    });
    const calendar = await answered(station, '/central/sites/site-1/calendar', z.unknown());
    expect(isGrown(calendar)).toBe(true);
    const { people } = await answered(station, '/central/people', WithPeople);
    expect(people.filter(({ person }) => isGrown(person))).toHaveLength(people.length);
  });

  test('reads, pays and tells a refund that has more in it than it knows, and leaves it in', async () => {
    const { station, caseId } = await refunded();
    // It never changes; a later central would have written it so.
    await ground().central.database.write(async (inside) => {
      await inside.execute(sql`alter table refunds disable trigger refunds_stay_what_they_grant`);
      await inside.execute(
        sql`update refunds set granted = granted || '{"rounding": 1}' where case_id = ${caseId}`,
      );
      await inside.execute(sql`alter table refunds enable trigger refunds_stay_what_they_grant`);
    });
    expect(await station.call('GET', `/central/cases/${caseId}/refunds`)).toMatchObject({
      status: 200,
      body: { refunds: [{ caseId, rounding: 1 }] },
    });
    // A supervisor's next word on the same case loads its refunds.
    const { finding } = aReturn(Number(caseId.slice('case-'.length)));
    const again = { ...finding, id: factId(`again-${caseId}`), findingId: `again-${caseId}` };
    expect(verdictsOf(await station.record(again as never))).toEqual(['applied']);
  });

  test('repeats an answer the other one gave for a reason it does not know', async () => {
    const station = await aStation(ground().central, ground().keys);
    const command = station.seal(aReturn(ground().nextCase()).arrival);
    await station.push([command]);
    const { id } = command.fact;
    const refusal = { code: 'tooHeavy', kilograms: 4 };
    await rows().execute(sql`
      update commands set status = 'refused', result = ${JSON.stringify({ kind: 'refused', id, refusal })}::jsonb
      where id = ${id}`);
    const answer = await station.call('POST', '/central/commands', {
      contractVersion: 1,
      epoch: null,
      commands: [command],
    });
    expect(answer).toMatchObject({ status: 200, body: { results: [{ id, refusal }] } });
  });
});
