import type { Contract, DayPeriod, Refund } from '../facts/documents.ts';
import type { Instant } from '../facts/time.ts';
import type { CaseFile } from './reading/caseFile.ts';
import { dayMs, disputableCaseMs, finishedCaseMs } from './retention.ts';

/**
 * When a finished case need not be kept at stations any more, UTC; null while it is open. Finished
 * is: refunded with nothing left to look up, declined, denied before any goods came, or cancelled. The days run
 * from the last thing that happened with it, `lastAcceptedAt` being the last fact central accepted.
 * What a client may still object to stays for the whole of the contract's objection period.
 */
export function expiresAt(
  file: CaseFile,
  refunds: readonly Refund[],
  lastAcceptedAt: Instant | null,
  contract: Contract | null,
): Instant | null {
  const { returnCase } = file;
  const { application, review, expectedOn } = returnCase;
  const agreed = calendarDays(contract?.objectionPeriod ?? null) * dayMs;
  const after = (ms: number, ...moments: readonly (string | null | undefined)[]) => {
    const known = [lastAcceptedAt, ...moments].flatMap((m) => (m ? [Date.parse(m)] : []));
    return known.length === 0 ? null : new Date(Math.max(...known) + ms).toISOString();
  };
  switch (file.state) {
    case 'refundStarted':
      return file.heads.length === 1 && refunds.every(isSettled)
        ? after(Math.max(finishedCaseMs, agreed), ...refunds.map((r) => r.startedAt))
        : null;
    case 'settled':
      return file.heads.length === 1 ? after(Math.max(disputableCaseMs, agreed)) : null;
    case 'declined':
      return file.heads.length === 1 ? after(Math.max(disputableCaseMs, agreed)) : null;
    case 'denied':
      return after(Math.max(disputableCaseMs, agreed), review?.sentOn);
    case 'cancelled':
      return after(finishedCaseMs, application?.receivedAt, review?.sentOn, expectedOn);
    default:
      return null;
  }
}

/** Where finance works from the register, `instructed` is the last that is heard. */
function isSettled({ state, startedAt }: Refund): boolean {
  return startedAt !== null && (state === 'acknowledged' || state === 'instructed');
}

/** At least as long as the period, whatever the calendar: no week has fewer than four working days in the long run. */
function calendarDays(period: DayPeriod | null): number {
  if (period === null) return 0;
  return period.kind === 'calendarDays' ? period.days + 1 : period.days * 2 + 14;
}
