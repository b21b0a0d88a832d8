import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from '../../../central/database/ask.ts';
import { casesDrawingOn, sitesDrawingOn } from '../../../central/documents/grantSightRows.ts';
import { aCase, aReturnLine } from '../../builders/cases/aCase.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { caseId, orderLineId, returnLineId } from '../../builders/cases/ids.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const Plan = z.object({ 'QUERY PLAN': z.string() });

onEachDatabase('Among thousands of order lines', (ground) => {
  test('the cases that draw on one are found through the index, not by holding all against all', async () => {
    const { database, seed } = ground().central;
    const lines = (n: number) => [0, 1, 2, 3, 4].map((k) => orderLineId(`line-${n}-${k}`));
    const numbers = Array.from({ length: 400 }, (_, n) => n);
    await seed.putDocuments(
      numbers.flatMap((n) => [
        ...lines(n).map((id) => ({ collection: 'orderLines' as const, body: anOrderLine({ id }) })),
        {
          collection: 'cases' as const,
          body: aCase({
            id: caseId(`many-${n}`),
            lines: lines(n).map((id) =>
              aReturnLine({ id: returnLineId(`return-${id}`), orderLineId: id }),
            ),
          }),
        },
      ]),
    );
    const wanted = numbers.flatMap(lines);
    const drawing = casesDrawingOn(sql`select unnest(${sql.param([...wanted])}::text[]) as id`);
    const plan = await database.write((rows) => ask(rows, sql`explain ${drawing}`, Plan));
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('documents_case_lines');
    const sites = await database.write((rows) => sitesDrawingOn(rows, wanted));
    expect(sites.size).toBe(2000);
  });
});
