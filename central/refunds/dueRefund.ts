import type { RefundDue } from '../../shared/cases/decisions/refund.ts';
import { arrivalsOnClock } from '../../shared/cases/reading/arrivalsOnClock.ts';
import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import { clockHoldsOf } from '../../shared/cases/reading/clockHolds.ts';
import type { CaseReferences } from '../../shared/cases/reading/policyInput.ts';
import { inspectionClock } from '../../shared/deadlines/inspectionClock.ts';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import type { Refund } from '../../shared/facts/documents.ts';
import type { Instant } from '../../shared/facts/time.ts';
import { RefundId } from '../../shared/ids.ts';

/**
 * The register's row for money an approval set free. Its id is the verdict's, or the decision's where a
 * verdict is decided in parts: the idempotency key for whoever pays. `dueOn` is the last day of
 * III-INSPECT, as the station shows it; null where it cannot be counted.
 */
export function dueRefund(
  due: RefundDue,
  file: CaseFile,
  references: CaseReferences,
  approvedAt: Instant,
  earlier: number,
): Refund {
  const { returnCase } = file;
  const clock = inspectionClock(
    {
      ...file,
      ...references,
      arrivals: arrivalsOnClock(file),
      clockHolds: clockHoldsOf(file, references.contract),
    },
    localDateOf(approvedAt, references.calendar.timeZone),
  );
  const arrivedAt = clock && (clock.ok ? clock.value.arrivedAt : clock.refusal.arrivedAt);
  return {
    id: RefundId.parse(due.id),
    caseId: returnCase.id,
    verdictId: due.verdictId,
    siteId: returnCase.siteId,
    amount: due.amount,
    currency: due.currency,
    method: due.method,
    creditNote: `CN-${returnCase.rma ?? returnCase.id.slice(-12)}-${earlier + 1}`,
    lines: due.lines.map((line) => ({ ...line })),
    ...(due.waitsForPhotos.length > 0 && {
      waitsForPhotos: due.waitsForPhotos.map((list) => [...list]),
    }),
    clauses: [...due.clauses],
    state: 'due',
    arrivedAt,
    dueOn: clock?.ok ? clock.value.deadline.dueOn : null,
    approvedAt,
    startedAt: null,
  };
}
