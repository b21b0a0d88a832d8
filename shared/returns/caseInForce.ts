import { earliestArrival } from '../deadlines/inspectionClock.ts';
import { localDateOf } from '../deadlines/localDay.ts';
import type { CaseFile } from './caseFile.ts';
import type { PolicyVersion, ReturnCase } from './documents.ts';
import type { FactOf } from './fact.ts';
import type { LocalDate } from './time.ts';

/**
 * The policy edition a case is decided by: the newest in force on the day of its application, or of
 * its first arrival where nobody applied, or on `asOf`. All days are site-local. null when none was
 * in force by then; drafts never count.
 */
export function policyInForce(
  versions: readonly PolicyVersion[],
  file: Pick<CaseFile, 'returnCase' | 'arrivals' | 'acceptedAt'>,
  asOf: LocalDate,
): PolicyVersion | null {
  const first = earliestArrival(file.arrivals, file.acceptedAt);
  const arrivedOn = first && localDateOf(first.time.instant, first.arrival.at.zone);
  const on = file.returnCase.application?.receivedOn ?? arrivedOn ?? asOf;
  const inForce = versions
    .filter((v) => v.status === 'inForce' && v.effectiveFrom <= on)
    .sort((a, b) =>
      a.effectiveFrom === b.effectiveFrom
        ? b.version - a.version
        : a.effectiveFrom < b.effectiveFrom
          ? 1
          : -1,
    );
  return inForce[0] ?? null;
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
