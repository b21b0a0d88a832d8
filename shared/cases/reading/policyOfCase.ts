import { earliestArrival } from '../../deadlines/inspectionClock.ts';
import { plausibleDay } from '../../deadlines/plausibleTime.ts';
import type { PolicyVersion, ReturnCase } from '../../facts/documents.ts';
import type { FactOf } from '../../facts/fact.ts';
import type { LocalDate } from '../../facts/time.ts';
import { firstInForce, policyInForce } from '../../policy/inForce.ts';
import type { CaseFile } from './caseFile.ts';

/**
 * The policy edition a case is decided by: the newest in force on the day of its application, or the
 * company's first where that came later; where nobody applied, on that of its first arrival, or on `asOf`
 * if none had arrived or none was in force then: neither a company's beginning nor a station's clock
 * leaves a case without a policy. All days are site-local; drafts never count.
 */
export function policyOfCase(
  versions: readonly PolicyVersion[],
  file: Pick<CaseFile, 'returnCase' | 'arrivals' | 'acceptedAt'>,
  asOf: LocalDate,
): PolicyVersion | null {
  const { application } = file.returnCase;
  if (application)
    return policyInForce(versions, application.receivedOn) ?? firstInForce(versions, asOf);
  const first = earliestArrival(file.arrivals, file.acceptedAt)?.arrival;
  const arrivedOn = first && plausibleDay(first.at, file.acceptedAt.get(first.id) ?? null);
  return policyInForce(versions, arrivedOn ?? asOf) ?? policyInForce(versions, asOf);
}

/** The paper of a case the warehouse opened itself, before the office has written anything on it. */
export function caseFromOpening({ caseId, siteId, clientId }: FactOf<'caseOpened'>): ReturnCase {
  return withoutPapers(caseId, siteId, clientId);
}

/** A case of which the office has written nothing. */
export function withoutPapers(
  id: ReturnCase['id'],
  siteId: ReturnCase['siteId'],
  clientId: ReturnCase['clientId'],
): ReturnCase {
  return {
    id,
    rma: null,
    siteId,
    clientId,
    contractId: null,
    contractVersion: null,
    application: null,
    objectedOn: null,
    review: null,
    lines: [],
    expectedOn: null,
    trackingNumbers: [],
    ssccs: [],
    freight: null,
    cancelled: null,
  };
}
