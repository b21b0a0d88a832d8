/** Central starts again, in half a gigabyte, with all that greed can have left in its database. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findPostgres, startPostgres } from '../../builders/central/postgresServer.ts';
import { type Keys, moveInWithoutPins } from '../../central/aCompany.ts';
import { aReturn } from '../../central/aReturn.ts';
import { aStation, callCentral, verdictsOf } from '../../central/aStation.ts';
import { fillCentral, startCentralProcess } from '../../faults/central/centralProcess.ts';

const bin = findPostgres();
const few = ['/usr/bin/env', 'NODE_OPTIONS=--max-old-space-size=512'];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test.skipIf(bin === null)(
  'with 450 MB put aside unread and cases as large as they may be, it starts, serves and sweeps',
  async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-greed-'));
    const server = await startPostgres(bin ?? '');
    try {
      const databaseUrl = await server.createDatabase();
      const place = { kind: 'postgres', url: databaseUrl } as const;
      let keys: Keys = new Map();
      await fillCentral(place, folder, async (tools, database) => {
        keys = await moveInWithoutPins(tools, database, 40);
      });
      const first = await startCentralProcess({ folder, databaseUrl, within: few });
      const greedy = await aStation(first, keys);
      const numbers = [1, 2, 3, 4, 5, 6];
      for (const number of numbers) {
        const { arrival, count } = aReturn(number);
        expect(verdictsOf(await greedy.record(arrival, count))).toEqual(['applied', 'applied']);
      }
      expect(await first.stop()).toBe(0);
      await fillCentral(place, folder, async (_tools, { rows }) => {
        await rows.execute(sql`
          insert into commands (id, station_id, sequence, content_hash, status, result, brings, envelope, received_at)
          select 'junk-' || n, ${greedy.id}, 1000 + n, md5(n::text), 'quarantined',
            jsonb_build_object('kind', 'quarantined', 'id', 'junk-' || n, 'reason', 'x'), '{}',
            '{"sequence":' || (1000 + n) || ',"junk":"' || repeat('x', 1000000) || '"}', now()
          from generate_series(1, 450) as n`);
        // Each case as large as anybody may make it: marks on a photo, forty words of eighty letters each.
        const word = { kind: 'text', at: { x: 0, y: 0 }, text: 'x'.repeat(80) };
        const shapes = JSON.stringify(Array.from({ length: 40 }, () => word));
        for (const number of numbers)
          await rows.execute(sql`
            insert into facts (id, kind, site_id, case_id, arrival_id, person_id, hand, accepted_at, skew_ms, body)
            select id || '-' || n, 'photoAnnotated', site_id, case_id, null, person_id, null, accepted_at, skew_ms,
              body || jsonb_build_object('id', id || '-' || n, 'kind', 'photoAnnotated', 'photoId', 'p',
                'over', '[]'::jsonb, 'shapes', ${shapes}::jsonb)
            from facts, generate_series(1, 6000) as n where id = ${`fact-arrival-${number}`}`);
        await rows.execute(sql`update clock_cursors set xid = '0', sequence = 0`);
        await rows.execute(sql`update case_clocks set looked_on = null`);
      });
      const from = performance.now();
      const again = await startCentralProcess({ folder, databaseUrl, within: few });
      const readyMs = performance.now() - from;
      const honest = await aStation(again, keys);
      const { inspected, approval } = aReturn(20);
      expect(new Set(verdictsOf(await honest.record(...inspected, approval)))).toEqual(
        new Set(['applied']),
      );
      // Clocks are worked out every twenty seconds.
      await pause(45_000);
      const health = await callCentral(again.url, null, 'GET', '/central/health');
      expect(health.status).toBe(200);
      const clocks = await fillCentral(place, folder, async (_tools, { rows }) =>
        rows.execute(sql`select count(*) as kept from case_clocks where looked_on is not null`),
      );
      process.stdout.write(
        `starts again ${JSON.stringify({ readyMs: Math.round(readyMs), clocks: JSON.stringify((clocks as { rows: unknown }).rows) })}\n`,
      );
      expect(await again.stop()).toBe(0);
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
  600_000,
);
