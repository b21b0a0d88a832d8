import type { PolicyInput } from '../policy/decision.ts';
import { type CaseFile, distinctArrivals } from './caseFile.ts';
import { clockHoldsOf } from './clockHolds.ts';
import type { Client, Contract, OrderLine, PolicyVersion, SiteCalendar } from './documents.ts';
import type { Answer } from './fact.ts';
import type { LocalDate } from './time.ts';

/** The documents a case is decided with: the versions in force at its application. */
export type CaseReferences = {
  readonly policy: PolicyVersion;
  readonly client: Client | null;
  readonly contract: Contract | null;
  readonly orderLines: readonly OrderLine[];
  readonly calendar: SiteCalendar;
};

/** What the policy may look at for this case, asked on the site-local day `asOf`. */
export function policyInputOf(
  file: CaseFile,
  references: CaseReferences,
  asOf: LocalDate,
  answers: readonly Answer[] = file.answers,
): PolicyInput {
  return {
    ...references,
    returnCase: file.returnCase,
    arrivals: distinctArrivals(file.arrivals, file.acceptedAt),
    acceptedAt: file.acceptedAt,
    unitGroups: file.unitGroups,
    findings: file.findings,
    photos: file.photos,
    holds: file.holds,
    clockHolds: clockHoldsOf(file),
    answers,
    asOf,
  };
}
