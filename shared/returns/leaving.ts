import type { CaseFile } from './caseFile.ts';
import type { Contract, DayPeriod, Refund } from './documents.ts';
import type { Instant } from './time.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Longer than the thirty days for which stations offer again what was accepted. */
const finishedDays = 45;
/** The policy names no period in which a client may dispute: longer than any we have agreed. */
const disputableDays = 90;

/**
 * When a finished case need not be kept at stations any more, UTC; null while it is open. Finished
 * is: refunded with nothing left to look up, declined, denied before any goods came, or cancelled. The days run
 * from the last thing that happened with it, `lastAcceptedAt` being the last fact central accepted.
 * What a client may still object to stays for the whole of the contract's objection period.
 */
export function leavesStationsAt(
  file: CaseFile,
  refunds: readonly Refund[],
  lastAcceptedAt: Instant | null,
  contract: Contract | null,
): Instant | null {
  const { returnCase } = file;
  const { application, review, expectedOn } = returnCase;
  const agreed = calendarDays(contract?.objectionPeriod ?? null);
  const after = (days: number, ...moments: readonly (string | null | undefined)[]) => {
    const known = [lastAcceptedAt, ...moments].flatMap((m) => (m ? [Date.parse(m)] : []));
    return known.length === 0 ? null : new Date(Math.max(...known) + days * dayMs).toISOString();
  };
  switch (file.state) {
    case 'refundStarted':
      return file.heads.length === 1 && refunds.every(isSettled)
        ? after(Math.max(finishedDays, agreed), ...refunds.map((r) => r.startedAt))
        : null;
    case 'settled':
      return file.heads.length === 1 ? after(Math.max(disputableDays, agreed)) : null;
    case 'declined':
      return file.heads.length === 1 ? after(Math.max(disputableDays, agreed)) : null;
    case 'denied':
      return after(Math.max(disputableDays, agreed), review?.sentOn);
    case 'cancelled':
      return after(finishedDays, application?.receivedAt, review?.sentOn, expectedOn);
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
