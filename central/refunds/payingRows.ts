import { gt, inArray, max, sql } from 'drizzle-orm';
import type { RefundStep } from '../../shared/sync/adminRefundsApi.ts';
import { refundSteps } from '../database/ledgerSchema.ts';
import type { Rows } from '../database/rows.ts';

const dayMs = 24 * 60 * 60_000;
const unanswered: readonly RefundStep[] = ['notHeard', 'noAnswer', 'stillUnknown'];
const heard: readonly RefundStep[] = ['accepted', 'failed', ...unanswered];

/** How the payment system answered in the last days; each call that went the same way is counted. */
export async function payingState(rows: Rows, days: number, now: Date) {
  const steps = await rows
    .select({
      step: refundSteps.step,
      times: sql<number>`sum(${refundSteps.times})`.mapWith(Number),
      lastAt: max(refundSteps.lastAt),
    })
    .from(refundSteps)
    .where(gt(refundSteps.lastAt, new Date(now.getTime() - days * dayMs)))
    .groupBy(refundSteps.step)
    .having(inArray(refundSteps.step, [...heard]));
  const timesOf = (wanted: readonly RefundStep[]) =>
    steps.reduce((sum, { step, times }) => sum + (wanted.includes(step) ? times : 0), 0);
  const last = steps.flatMap(({ lastAt }) => (lastAt ? [lastAt.getTime()] : []));
  return {
    lastAt: last.length === 0 ? null : new Date(Math.max(...last)).toISOString(),
    accepted: timesOf(['accepted']),
    failed: timesOf(['failed']),
    unanswered: timesOf(unanswered),
  };
}
