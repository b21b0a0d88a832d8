import { eq } from 'drizzle-orm';
import type { Rows } from '../../../central/database/rows.ts';
import { refunds } from '../../../central/database/schema.ts';

/** One refund of the register as it is stored. */
export async function refundRow(rows: Rows, id: string) {
  const [found] = await rows.select().from(refunds).where(eq(refunds.id, id));
  return found ?? null;
}
