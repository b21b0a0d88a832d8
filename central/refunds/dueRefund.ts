import { inspectionDeadline } from '../../shared/deadlines/clocks.ts';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import { pausesOf } from '../../shared/deadlines/pauses.ts';
import { earliestPlausible, plausibleTime } from '../../shared/deadlines/plausibleTime.ts';
import { RefundId } from '../../shared/ids.ts';
import type { CaseFile } from '../../shared/returns/caseFile.ts';
import { clockHoldsOf } from '../../shared/returns/clockHolds.ts';
import type { Refund } from '../../shared/returns/documents.ts';
import type { CaseReferences } from '../../shared/returns/policyInput.ts';
import type { RefundDue } from '../../shared/returns/refund.ts';
import type { Instant, LocalDate } from '../../shared/returns/time.ts';

/**
 * The register's row for money an approval set free. Its id is the verdict's: one verdict, one
 * refund, and one idempotency key for whoever pays.
 */
export function dueRefund(
  due: RefundDue,
  file: CaseFile,
  references: CaseReferences,
  approvedAt: Instant,
  earlier: number,
): Refund {
  const { returnCase } = file;
  const first = earliestPlausible(file.arrivals.map(({ at }) => plausibleTime(at, approvedAt)));
  const arrivedAt = first?.instant ?? null;
  return {
    id: RefundId.parse(due.verdictId),
    caseId: returnCase.id,
    verdictId: due.verdictId,
    siteId: returnCase.siteId,
    amount: due.amount,
    currency: due.currency,
    method: due.method,
    creditNote: `CN-${returnCase.rma ?? returnCase.id.slice(-12)}-${earlier + 1}`,
    lines: due.lines.map((line) => ({ ...line })),
    clauses: [...due.clauses],
    state: 'due',
    arrivedAt,
    dueOn: arrivedAt === null ? null : dueOn(arrivedAt, file, references, approvedAt),
    approvedAt,
    startedAt: null,
  };
}

/** III-INSPECT: the last day on which the refund may be started; null where no clock can be told. */
function dueOn(
  arrivedAt: Instant,
  file: CaseFile,
  references: CaseReferences,
  asOf: Instant,
): LocalDate | null {
  const { calendar, contract, policy } = references;
  const today = localDateOf(asOf, calendar.timeZone);
  const deadline = inspectionDeadline({
    arrivedAt,
    calendar,
    contract,
    policy,
    pauses: pausesOf(clockHoldsOf(file, contract), today),
  });
  return deadline.ok ? deadline.value.dueOn : null;
}
