import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ask } from '../database/ask.ts';
import type { Rows } from '../database/rows.ts';

const counted = z.coerce.number();
const Server = z.object({ version: z.string(), now: z.coerce.date() });

export async function serverOf(rows: Rows): Promise<z.infer<typeof Server>> {
  const [server] = await ask(
    rows,
    sql`select current_setting('server_version') as version, clock_timestamp() as now`,
    Server,
  );
  if (!server) throw new Error('The database says nothing of itself');
  return server;
}

const OrderLines = z.object({ lines: counted, wrong: counted });

/** Order lines, and those that are not what their entries add up to or hold more than they may. */
export async function ledgerLinesOf(rows: Rows): Promise<z.infer<typeof OrderLines>> {
  const [found] = await ask(
    rows,
    sql`select count(*) as lines, count(*) filter (where
        (line.value, line.quantity, line.paid, line.exchanged)
          is distinct from (entered.value, entered.quantity, entered.paid, entered.exchanged)
        or line.value > line.invoiced + line.allowed_value
        or line.quantity > line.shipped + line.allowed_quantity
        or line.paid + line.exchanged > line.value) as wrong
      from ledger_lines as line
      full join (select order_line_id, sum(value)::bigint as value, sum(quantity)::bigint as quantity,
          sum(paid)::bigint as paid, sum(exchanged)::bigint as exchanged
        from ledger_entries group by order_line_id) as entered using (order_line_id)`,
    OrderLines,
  );
  return found ?? { lines: 0, wrong: 0 };
}

/** Decisions whose entries pay other than their refund says. */
export async function wronglyPaid(rows: Rows): Promise<number> {
  const [found] = await ask(
    rows,
    sql`select count(*) as wrong from grants
      left join refunds on refunds.id = grants.refund_id
      where coalesce((select sum(paid) from ledger_entries where grant_id = grants.id), 0)
        <> coalesce((refunds.granted ->> 'amount')::numeric, 0)`,
    z.object({ wrong: counted }),
  );
  return found?.wrong ?? 0;
}

/** Triggers somebody switched off, and constraints that were never held against what is there. */
export async function switchedOff(rows: Rows): Promise<readonly string[]> {
  const found = await ask(
    rows,
    sql`select tgname::text as name from pg_trigger
        where not tgisinternal and tgenabled <> 'O' and tgrelid::regclass::text in
          (select tablename::text from pg_tables where schemaname = 'public')
      union all select conname::text from pg_constraint
        where not convalidated and connamespace = 'public'::regnamespace
      order by name`,
    z.object({ name: z.string() }),
  );
  return found.map(({ name }) => name);
}

const Feed = z.object({
  changes: counted,
  twice: counted,
  beyond: z.boolean(),
  moved: z.boolean(),
  lost: counted,
});

/** Whether what stations are told has one order, all of it behind them, and nothing accepted is missing. */
export async function feedOf(rows: Rows): Promise<z.infer<typeof Feed>> {
  const [found] = await ask(
    rows,
    sql`select count(*) as changes, count(*) - count(distinct sequence) as twice,
        coalesce(max(sequence) > (select last_value from change_sequence), false) as beyond,
        coalesce(max(xid) >= pg_snapshot_xmax(pg_current_snapshot()), false) as moved,
        (select count(*) from facts where not exists (select from changes as told
          where told.collection = 'facts' and told.id = facts.id)) as lost
      from changes`,
    Feed,
  );
  return found ?? { changes: 0, twice: 0, beyond: false, moved: false, lost: 0 };
}

/** When the newest record was accepted; null: none was. */
export async function newestRecord(rows: Rows): Promise<Date | null> {
  const [found] = await ask(
    rows,
    sql`select max(accepted_at) as at from facts`,
    z.object({ at: z.coerce.date().nullable() }),
  );
  return found?.at ?? null;
}
