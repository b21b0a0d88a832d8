import { desc, eq, inArray, sql, sum } from 'drizzle-orm';
import { assertNever } from '../../shared/result.ts';
import type { RefundStep } from '../../shared/sync/adminRefundsApi.ts';
import { refundSteps } from '../database/ledgerSchema.ts';
import type { Rows } from '../database/rows.ts';
import type { Instructed } from './refundPort.ts';

type Told = { readonly step: RefundStep; readonly by?: string; readonly why?: string };

/** Within the transaction that changes the refund, whose row it holds. */
export async function noteStep(rows: Rows, refundId: string, told: Told, now: Date): Promise<void> {
  const { step, by = null, why = null } = told;
  const [last] = await rows
    .select()
    .from(refundSteps)
    .where(eq(refundSteps.refundId, refundId))
    .orderBy(desc(refundSteps.number))
    .limit(1);
  if (last && last.step === step && last.by === by && last.why === why) {
    await rows
      .update(refundSteps)
      .set({ times: sql`${refundSteps.times} + 1`, lastAt: now })
      .where(sql`${refundSteps.refundId} = ${refundId} and ${refundSteps.number} = ${last.number}`);
    return;
  }
  await rows
    .insert(refundSteps)
    .values({ refundId, number: (last?.number ?? 0) + 1, step, at: now, lastAt: now, by, why });
}

/** What a call came to, as a step. */
export function stepOf(outcome: Instructed, wasLookUp: boolean): Told {
  switch (outcome.kind) {
    case 'instructed':
      return { step: 'entered' };
    case 'acknowledged':
      return { step: 'accepted' };
    case 'failed':
      return { step: 'failed', why: outcome.why };
    case 'unheard':
      return { step: 'notHeard', why: outcome.why };
    case 'unknown':
      return { step: wasLookUp ? 'stillUnknown' : 'noAnswer', why: outcome.why };
    default:
      return assertNever(outcome);
  }
}

export async function stepsOf(rows: Rows, refundId: string) {
  const found = await rows
    .select()
    .from(refundSteps)
    .where(eq(refundSteps.refundId, refundId))
    .orderBy(desc(refundSteps.number))
    .limit(mostSteps);
  return found.toReversed().map(({ step, at, lastAt, times, by, why }) => ({
    step,
    at: at.toISOString(),
    lastAt: lastAt.toISOString(),
    times,
    by,
    why,
  }));
}

const mostSteps = 200;

/** How often each was sent, and since when it stands as it does. */
export async function standingOf(
  rows: Rows,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly sent: number; readonly since: Date | null }>> {
  if (ids.length === 0) return new Map();
  const isOne = inArray(refundSteps.refundId, [...ids]);
  const found = await rows
    .select({
      id: refundSteps.refundId,
      sent: sum(sql`case when ${refundSteps.step} = 'sent' then ${refundSteps.times} else 0 end`),
    })
    .from(refundSteps)
    .where(isOne)
    .groupBy(refundSteps.refundId);
  const last = await rows
    .selectDistinctOn([refundSteps.refundId], { id: refundSteps.refundId, at: refundSteps.at })
    .from(refundSteps)
    .where(isOne)
    .orderBy(refundSteps.refundId, desc(refundSteps.number));
  const since = new Map(last.map(({ id, at }) => [id, at]));
  return new Map(
    found.map(({ id, sent }) => [id, { sent: Number(sent ?? 0), since: since.get(id) ?? null }]),
  );
}
