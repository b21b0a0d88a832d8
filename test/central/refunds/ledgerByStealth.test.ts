/**
 * SQL by hand that goes around the ledger instead of through it: names that mean another table,
 * switches that were left lying about, and papers that say another currency.
 */
import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ask, sqlState } from '../../../central/database/ask.ts';
import { aReturnLine } from '../../builders/cases/aCase.ts';
import { orderLineId } from '../../builders/cases/ids.ts';
import { caseNumber } from '../aCompany.ts';
import { aStation, type TestStation } from '../aStation.ts';
import { anInspectedStory } from '../aStory.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const appendOnly = '23001';
const violated = '23514';

onEachDatabase('Nobody goes around the ledger', (ground) => {
  let station: TestStation;
  beforeAll(async () => {
    station = await aStation(ground().central, ground().keys);
  });

  async function byHand(...statements: readonly SQL[]): Promise<string | null> {
    const tried = ground().central.database.write(async (rows) => {
      for (const statement of statements) await rows.execute(statement);
    });
    return tried.then(
      () => null,
      (error: unknown) => constraintOf(error) ?? sqlState(error) ?? String(error),
    );
  }
  function constraintOf(error: unknown): string | null {
    for (let cause = error; cause instanceof Error; cause = cause.cause)
      if ('constraint' in cause && typeof cause.constraint === 'string') return cause.constraint;
    return null;
  }

  /** A case whose ten pumps were granted and paid, and a first signature about the same line in another. */
  async function granted() {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { ten: 10 });
    const decision = story.decide('sara', [{ group: 'ten' }]);
    await station.record(...story.facts);
    await ground().central.refunds.idle();
    const line = `order-line-${number}`;
    const other = ground().nextCase();
    const paper = caseNumber(other, { lines: [aReturnLine({ orderLineId: orderLineId(line) })] });
    await ground().central.seed.putDocuments([{ collection: 'cases', body: paper }]);
    const theirs = anInspectedStory(other, { ten: 10 });
    const pending = theirs.decide('sara', [{ group: 'ten', overrideAmount: 5 }], {
      decision: 'override',
    });
    await station.record(...theirs.facts);
    return { line, pending, decision, verdict: decision.verdictId };
  }
  type Pending = Awaited<ReturnType<typeof granted>>['pending'];
  function grantOf(
    { id, caseId, verdictId }: Pending,
    added: readonly object[],
    more: { readonly legacy?: boolean; readonly currency?: string } = {},
  ): SQL {
    const body = {
      id,
      caseId,
      verdictId,
      decision: 'approve',
      currency: more.currency ?? 'USD',
      signedBy: ['sara'],
      refundId: null,
      added,
    };
    return sql`insert into grants (id, case_id, verdict_id, site_id, decision, first_signer, legacy, accepted_at, body)
      values (${id}, ${caseId}, ${verdictId}, 'site-1', 'approve', 'sara', ${more.legacy ?? false}, now(), ${JSON.stringify(body)}::jsonb)`;
  }
  const entryOf = ({ id }: Pending, line: string, value: number) =>
    sql`insert into ledger_entries values (${id}, ${line}, 0, ${value}, 0, 0)`;

  test('a table of one’s own under the name of papers or of the ledger deceives no trigger', async () => {
    const { line, pending } = await granted();
    const added = [{ orderLineId: line, quantity: 0, value: 70_000, paid: 0 }];
    const asIfLegacy = sql`create temp table grants on commit drop as select ${pending.id}::text as id, true as legacy, 'override'::text as decision, ''::text as first_signer, ''::text as second_signer, ''::text as case_id, ''::text as verdict_id`;
    const otherPapers = sql`create temp table documents on commit drop as
      select collection, id, body || '{"unitPrice": 99999999, "invoiced": null}' as body from public.documents where collection = 'orderLines'`;
    const otherLines = sql`create temp table ledger_lines (like public.ledger_lines including indexes) on commit drop`;
    const lines = sql`insert into public.ledger_entries values (${pending.id}, ${line}, 0, 70000, 0, 0)`;
    expect(await byHand(grantOf(pending, added), otherPapers, lines)).toBe(
      'ledger_lines_within_invoice',
    );
    expect(await byHand(grantOf(pending, added), otherLines, lines)).toBe(
      'ledger_lines_within_invoice',
    );
    expect(await byHand(grantOf(pending, added), asIfLegacy, lines)).toBe(
      'ledger_lines_within_invoice',
    );
  });

  test('to forget that the ledger has begun, or that a demo has moved in', async () => {
    const { line, pending } = await granted();
    const added = [{ orderLineId: line, quantity: 0, value: 70_000, paid: 0 }];
    expect(
      await byHand(
        sql`truncate meta`,
        grantOf(pending, added, { legacy: true }),
        entryOf(pending, line, 70_000),
      ),
    ).toBe(appendOnly);
    for (const again of [
      sql`insert into meta values ('demo', 'movingIn') on conflict (key) do update set value = excluded.value`,
      sql`update meta set key = 'demo', value = 'movingIn' where key = 'centralId'`,
    ])
      expect(await byHand(again, sql`truncate ledger_lines`)).toBe(appendOnly);
  });

  test('a decision that says the same line twice, or that lets money and its parts differ', async () => {
    const { pending, verdict } = await granted();
    const free = `order-line-${ground().nextCase()}`;
    const twice = { orderLineId: free, quantity: 0, value: 500, paid: 0 };
    expect(await byHand(grantOf(pending, [twice, twice]), entryOf(pending, free, 500))).toBe(
      violated,
    );
    const Found = z.object({ n: z.coerce.number() });
    const [count] = await ask(
      ground().central.database.rows,
      sql`select count(*) as n from refunds where id = ${verdict}`,
      Found,
    );
    expect(count?.n).toBe(1);
  });

  test('an order line is granted in one currency, whatever its papers say later', async () => {
    const { line, pending } = await granted();
    const yen = sql`update documents set body = body || '{"currency": "JPY", "unitPrice": 900000}' where collection = 'orderLines' and id = ${line}`;
    const added = [{ orderLineId: line, quantity: 0, value: 5, paid: 0 }];
    expect(
      await byHand(yen, grantOf(pending, added, { currency: 'JPY' }), entryOf(pending, line, 5)),
    ).toBe(violated);
  });

  test('a refund that waits for photos waits for no less by hand, and one that was settled stays so', async () => {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { ten: 10 });
    story.decide('sara', [{ group: 'ten' }]);
    await station.record(...story.facts);
    await ground().central.refunds.idle();
    const id = `s${number}-verdict-1`;
    expect(
      await byHand(sql`update refunds set state = 'due', started_at = null where id = ${id}`),
    ).toBe(appendOnly);
    expect(
      await byHand(sql`update refunds set waits_for_photos = '[["aa"]]' where id = ${id}`),
    ).toBe(appendOnly);
  });
});
