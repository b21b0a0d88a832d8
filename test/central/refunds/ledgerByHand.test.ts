/**
 * SQL by hand against the ledger. What is not held: whoever owns the tables may drop or disable a
 * trigger, whoever may write anything can forge the papers and facts a grant rests on (the signatures
 * in `commands` tell), and an order line's own paper says what was invoiced.
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

const Line = z.object({ value: z.coerce.number(), paid: z.coerce.number() });

onEachDatabase('The ledger refuses by hand', (ground) => {
  let station: TestStation;
  beforeAll(async () => {
    station = await aStation(ground().central, ground().keys);
  });

  /** A case whose ten pumps were granted and paid; its ids. */
  async function granted() {
    const number = ground().nextCase();
    const story = anInspectedStory(number, { ten: 10 });
    const decision = story.decide('sara', [{ group: 'ten' }]);
    await station.record(...story.facts);
    await ground().central.refunds.idle();
    const line = `order-line-${number}`;
    return { decision: decision.id, line, verdict: decision.verdictId, number, story };
  }
  /** One transaction of these statements; null: it went through. */
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
  async function lineOf(id: string) {
    const [found] = await ask(
      ground().central.database.rows,
      sql`select value, paid from ledger_lines where order_line_id = ${id}`,
      Line,
    );
    return found;
  }
  const appendOnly = '23001';
  const violated = '23514';

  test('to write, change or delete a line', async () => {
    const { line } = await granted();
    const before = await lineOf(line);
    for (const statement of [
      sql`update ledger_lines set value = 0 where order_line_id = ${line}`,
      sql`update ledger_lines set allowed_value = 1000000 where order_line_id = ${line}`,
      sql`update ledger_lines set invoiced = invoiced * 2 where order_line_id = ${line}`,
      sql`delete from ledger_lines where order_line_id = ${line}`,
      sql`insert into ledger_lines (order_line_id, invoiced, shipped) values ('order-line-40', 1, 1)`,
      sql`truncate ledger_lines`,
      sql`truncate facts cascade`,
    ])
      expect(await byHand(statement)).toBe(appendOnly);
    expect(await lineOf(line)).toEqual(before);
  });

  test('to change or delete what was entered or granted', async () => {
    const { decision } = await granted();
    for (const statement of [
      sql`update ledger_entries set value = 0 where grant_id = ${decision}`,
      sql`delete from ledger_entries where grant_id = ${decision}`,
      sql`truncate ledger_entries`,
      sql`update grants set decision = 'override' where id = ${decision}`,
      sql`update grants set legacy = true where id = ${decision}`,
      sql`delete from grants where id = ${decision}`,
      sql`truncate grants cascade`,
      sql`delete from verdict_ids`,
    ])
      expect(await byHand(statement)).toBe(appendOnly);
  });

  test('to enter more under a decision than it says, or of a line that has no more', async () => {
    const { decision, line, number } = await granted();
    const entry = (of: string, value: number, paid: number) =>
      sql`insert into ledger_entries values (${decision}, ${of}, 0, ${value}, ${paid}, 0)`;
    expect(await byHand(entry(`order-line-${number + 1}`, 100, 0))).toBe(violated);
    expect(await byHand(entry(line, 1, 0))).toBe('ledger_entries_grant_id_order_line_id_pk');
    expect(await byHand(entry(line, -5, 0))).toBe('ledger_entries_only_add');
    expect(await byHand(entry('no such line', 100, 0))).toBe('23503');
    expect(await byHand(entry(`order-line-${number + 1}`, 0, 100))).toBe(
      'ledger_lines_pay_what_was_granted',
    );
  });

  test('to grant beyond a line, by one person, by a person twice, or as of long ago', async () => {
    const { line, number, story } = await granted();
    // A second decision of the case, which granted nothing, to hang a grant on.
    const other = ground().nextCase();
    await ground().central.seed.putDocuments([
      {
        collection: 'cases',
        body: caseNumber(other, { lines: [aReturnLine({ orderLineId: orderLineId(line) })] }),
      },
    ]);
    const theirs = anInspectedStory(other, { ten: 10 });
    const choice = [{ group: 'ten', overrideAmount: 5 }];
    const first = theirs.decide('sara', choice, { decision: 'override' });
    await station.record(...theirs.facts);
    const forged = (decision: string, second: string | null, legacy = false) => {
      const signedBy = second === null ? ['sara'] : ['sara', second];
      const body = {
        id: first.id,
        caseId: first.caseId,
        verdictId: first.verdictId,
        decision,
        currency: 'USD',
        signedBy,
        refundId: null,
        added: [{ orderLineId: line, quantity: 1, value: 5, paid: 0 }],
      };
      return [
        sql`insert into grants (id, case_id, verdict_id, site_id, decision, first_signer, second_signer, legacy, accepted_at, body)
          values (${first.id}, ${first.caseId}, ${first.verdictId}, 'site-1', ${decision}, 'sara', ${second}, ${legacy}, now(), ${JSON.stringify(body)}::jsonb)`,
        sql`insert into ledger_entries values (${first.id}, ${line}, 1000, 5, 0, 0)`,
      ];
    };
    expect(await byHand(...forged('approve', null))).toBe('ledger_lines_within_invoice');
    expect(await byHand(...forged('override', null))).toBe('ledger_lines_within_invoice');
    expect(await byHand(...forged('override', 'sara'))).toBe('grants_two_people');
    // Olga never decided about this case.
    expect(await byHand(...forged('override', 'olga'))).toBe('grants_second_hand');
    expect(await byHand(...forged('override', null, true))).toBe(appendOnly);
    expect(await byHand(sql`delete from meta where key = 'ledgerBackfilled'`)).toBe(appendOnly);
    // A hand laid on the case is not a signature about this verdict.
    const hand = sql`insert into case_hands values (${first.caseId}, 'olga', 'decided')`;
    expect(await byHand(hand, ...forged('override', 'olga'))).toBe('ledger_lines_within_invoice');
    expect((await lineOf(line))?.value).toBe(125_000);
    // Both truly signed: then it goes through, as it does by the door.
    const second = theirs.decide('olga', choice, { decision: 'override' });
    const answer = await station.record(...theirs.facts.slice(-1));
    expect(answer.results).toMatchObject([{ kind: 'applied', id: second.id }]);
    expect(story.facts.length + number).toBeGreaterThan(0);
    expect((await lineOf(line))?.value).toBe(125_005);
  });

  test('to hide an entry behind an override of two, in one statement with it', async () => {
    const { line } = await granted();
    const number = ground().nextCase();
    const paper = caseNumber(number, { lines: [aReturnLine({ orderLineId: orderLineId(line) })] });
    await ground().central.seed.putDocuments([{ collection: 'cases', body: paper }]);
    const story = anInspectedStory(number, { six: 6, four: 4 });
    const choice = [{ group: 'six', overrideAmount: 5 }];
    story.decide('sara', choice, { decision: 'override' });
    const other = [{ group: 'four', overrideAmount: 7 }];
    const alone = story.decide('sara', other, { decision: 'override' });
    await station.record(...story.facts);
    const grant = (id: string, second: string | null, value: number) => {
      const body = {
        id,
        caseId: alone.caseId,
        verdictId: alone.verdictId,
        decision: 'override',
        currency: 'USD',
        signedBy: second === null ? ['sara'] : ['sara', second],
        refundId: null,
        added: [{ orderLineId: line, quantity: 0, value, paid: 0 }],
      };
      return sql`insert into grants (id, case_id, verdict_id, site_id, decision, first_signer, second_signer, accepted_at, body)
        values (${id}, ${alone.caseId}, ${alone.verdictId}, 'site-1', 'override', 'sara', ${second}, now(), ${JSON.stringify(body)}::jsonb)`;
    };
    const forgedFact = sql`insert into facts select 'forged-second', kind, site_id, case_id, arrival_id, 'olga', hand, now(), 0,
      body || '{"personId": "olga"}' from facts where id = ${alone.id}`;
    expect(
      await byHand(
        sql`insert into case_hands values (${alone.caseId}, 'olga', 'decided')`,
        forgedFact,
        grant('forged-second', 'olga', 5),
        grant(alone.id, null, 70_000),
        sql`insert into ledger_entries values ('forged-second', ${line}, 0, 5, 0, 0), (${alone.id}, ${line}, 0, 70000, 0, 0)`,
      ),
    ).toBe('ledger_lines_within_invoice');
  });

  test('a refund nobody granted, of another amount, twice, or changed afterwards', async () => {
    const { verdict } = await granted();
    const copied = (id: string) =>
      sql`insert into refunds (id, verdict_id, case_id, site_id, state, granted, approved_at)
        select ${id}, verdict_id, case_id, site_id, 'due', granted, approved_at from refunds where id = ${verdict}`;
    expect(await byHand(copied('again'))).toBe(violated);
    expect(await byHand(copied(verdict))).toBe('refunds_pkey');
    for (const statement of [
      sql`update refunds set granted = jsonb_set(granted, '{amount}', '999999') where id = ${verdict}`,
      sql`update refunds set id = 'another' where id = ${verdict}`,
      sql`update refunds set case_id = 'case-39' where id = ${verdict}`,
      sql`delete from refunds where id = ${verdict}`,
      sql`truncate refunds cascade`,
    ])
      expect(await byHand(statement)).toBe(appendOnly);
    const forged = sql`insert into grants (id, case_id, verdict_id, site_id, decision, first_signer, refund_id, accepted_at, body)
      select ${verdict} || '-f', case_id, verdict_id, site_id, decision, first_signer, 'again', now(), body || '{"refundId": "again"}'
      from grants where refund_id = ${verdict}`;
    expect(await byHand(forged, copied('again'))).not.toBeNull();
  });

  test('a second verdict under an id that was used', async () => {
    const { story } = await granted();
    const inspection = story.facts.find((f) => f.kind === 'inspectionFinished');
    expect(
      await byHand(
        sql`insert into facts select 'second-' || id, kind, site_id, case_id, arrival_id, person_id, hand, now(), 0, body
          from facts where id = ${inspection?.id ?? ''}`,
      ),
    ).toBe('verdict_ids_pkey');
  });

  test('a line lowered afterwards makes nothing wrong that was granted, and lets nothing more', async () => {
    const { line } = await granted();
    await ground().central.database.write((rows) =>
      rows.execute(
        sql`update documents set body = jsonb_set(body, '{unitPrice}', '1') where collection = 'orderLines' and id = ${line}`,
      ),
    );
    const number = ground().nextCase();
    const paper = caseNumber(number, { lines: [aReturnLine({ orderLineId: orderLineId(line) })] });
    await ground().central.seed.putDocuments([{ collection: 'cases', body: paper }]);
    const story = anInspectedStory(number, { ten: 10 });
    const choice = [{ group: 'ten', overrideAmount: 3 }];
    story.decide('sara', choice, { decision: 'override' });
    await station.record(...story.facts);
    expect(await lineOf(line)).toEqual({ value: 125_000, paid: 125_000 });
    // Two may still go beyond, and the line allows no more than they granted.
    story.decide('olga', choice, { decision: 'override' });
    const { results } = await station.record(...story.facts.slice(-1));
    expect(results).toMatchObject([{ kind: 'applied' }]);
    expect(await lineOf(line)).toEqual({ value: 125_003, paid: 125_003 });
  });
});
