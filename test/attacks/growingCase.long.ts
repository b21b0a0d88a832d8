/**
 * What one more fact costs in a case of 100, 1 000 and 10 000: median and worst of pushes of one count and
 * of one finding, and a push of a hundred of each, in milliseconds over HTTP.
 */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Fact } from '../../shared/facts/fact.ts';
import { factId, findingId } from '../builders/cases/ids.ts';
import { aReturn } from '../central/aReturn.ts';
import { aStation, verdictsOf } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';

onEachDatabase('A case that grows', (ground) => {
  test('is not dearer for what is in it', async () => {
    const { central, keys, nextCase } = ground();
    const table: Record<string, Record<string, number>> = {};
    for (const size of [100, 1000, 10_000]) {
      const station = await aStation(central, keys);
      const { inspected, count, finding } = aReturn(nextCase());
      expect(new Set(verdictsOf(await station.record(...inspected)))).toEqual(new Set(['applied']));
      // As if as many had been counted, one by one.
      await central.database.rows.execute(sql`
        insert into facts (id, kind, site_id, case_id, arrival_id, person_id, hand, accepted_at, skew_ms, body)
        select id || '-' || n, kind, site_id, case_id, arrival_id, person_id, hand, accepted_at, skew_ms,
          jsonb_set(body, '{id}', to_jsonb(id || '-' || n))
        from facts, generate_series(1, ${size}::int) as n where id = ${count.id}`);
      let n = 0;
      const more = (of: Fact): Fact => {
        n += 1;
        const id = factId(`more-${of.id}-${n}`);
        return of.kind === 'finding' ? { ...of, id, findingId: findingId(id) } : { ...of, id };
      };
      const timed = async (...facts: readonly Fact[]) => {
        const commands = facts.map((fact) => station.seal(fact));
        const from = performance.now();
        const answers = verdictsOf(await station.push(commands));
        expect(new Set(answers)).toEqual(new Set(['applied']));
        return Math.round(performance.now() - from);
      };
      const median = async (of: Fact) => {
        const times: number[] = [];
        for (let one = 0; one < 9; one += 1) times.push(await timed(more(of)));
        return times.toSorted((a, b) => a - b)[4] ?? 0;
      };
      await median(count);
      table[size] = {
        'one count': await median(count),
        'one finding': await median(finding),
        'hundred counts': await timed(...Array.from({ length: 100 }, () => more(count))),
        'hundred findings': await timed(...Array.from({ length: 100 }, () => more(finding))),
      };
    }
    console.table(table);
  });
});
