import type { Answer } from '../../facts/decisionFacts.ts';
import type {
  Client,
  Contract,
  OrderLine,
  PolicyVersion,
  SiteCalendar,
} from '../../facts/documents.ts';
import type { FindingFact } from '../../facts/fact.ts';
import type { LocalDate } from '../../facts/time.ts';
import type { OrderLineId, UnitGroupId } from '../../ids.ts';
import type {
  GrantedOnLine,
  PictureElsewhere,
  PolicyInput,
  SerialElsewhere,
} from '../../policy/decision.ts';
import { arrivalsOnClock } from './arrivalsOnClock.ts';
import { type CaseFile } from './caseFile.ts';
import { clockHoldsOf } from './clockHolds.ts';
import { distinctArrivals } from './distinctArrivals.ts';

/** What a case is decided with: the documents in force at its application, and what other cases had. */
export type CaseReferences = {
  readonly policy: PolicyVersion;
  readonly client: Client | null;
  readonly contract: Contract | null;
  readonly orderLines: readonly OrderLine[];
  readonly calendar: SiteCalendar;
  /** Calendar of the client's own periods; null: the site's. */
  readonly periodCalendar: SiteCalendar | null;
  readonly grantedElsewhere: readonly GrantedOnLine[];
  readonly serialsElsewhere: readonly SerialElsewhere[];
  readonly picturesElsewhere?: readonly PictureElsewhere[];
  /** Groups that may be goods another case was granted, under that line; only central knows. */
  readonly movedHere?: readonly {
    readonly unitGroupId: UnitGroupId;
    readonly orderLineId: OrderLineId;
  }[];
};

/**
 * What the policy may look at for this case, asked on the site-local day `asOf`. `findings` are those
 * of one inspection; the one that counts, if not said otherwise.
 */
export function policyInputOf(
  file: CaseFile,
  references: CaseReferences,
  asOf: LocalDate,
  answers: readonly Answer[] = file.answers,
  findings: readonly FindingFact[] = file.findings,
): PolicyInput {
  return {
    ...references,
    returnCase: file.returnCase,
    arrivals: distinctArrivals(file.arrivals, file.acceptedAt),
    arrivalsOnClock: arrivalsOnClock(file),
    acceptedAt: file.acceptedAt,
    unitGroups: file.unitGroups,
    findings,
    photos: file.photos,
    holds: file.holds,
    clockHolds: clockHoldsOf(file, references.contract),
    answers,
    asOf,
  };
}
