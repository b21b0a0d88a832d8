/** One return of one article in one unit group, told by what differs from the ordinary case. */

import type { Answer } from '../../../shared/facts/decisionFacts.ts';
import type {
  Contract,
  OrderLine,
  PolicyVersion,
  ReturnCase,
  ReturnLine,
} from '../../../shared/facts/documents.ts';
import type {
  FindingFact,
  HeldFact,
  PhotoTakenFact,
  UnitsCountedFact,
} from '../../../shared/facts/fact.ts';
import type { PolicyInput } from '../../../shared/policy/decision.ts';
import { aCase, aReturnLine } from './aCase.ts';
import { aContract } from './aContract.ts';
import { anOrderLine } from './anOrderLine.ts';
import { aPolicy } from './aPolicy.ts';
import { aPolicyInput } from './aPolicyInput.ts';
import { aUnitGroup } from './recordedFacts.ts';

export type Situation = {
  readonly office?: Partial<ReturnCase>;
  readonly claim?: Partial<ReturnLine>;
  readonly sold?: Partial<OrderLine>;
  readonly contract?: Partial<Contract> | null;
  readonly policy?: Partial<PolicyVersion['parameters']>;
  readonly counted?: Partial<UnitsCountedFact>;
  readonly found?: readonly FindingFact[];
  readonly photos?: readonly PhotoTakenFact[];
  readonly holds?: readonly HeldFact[];
  readonly clockHolds?: PolicyInput['clockHolds'];
  readonly answers?: readonly Answer[];
  readonly asOf?: string;
};

/** Ten pumps claimed as defective, applied for in time; nothing found yet unless `found` says so. */
export function aSituation(situation: Situation = {}): PolicyInput {
  return aPolicyInput({
    returnCase: aCase({ lines: [aReturnLine(situation.claim)], ...situation.office }),
    orderLines: [anOrderLine(situation.sold)],
    contract: situation.contract === null ? null : aContract(situation.contract),
    policy: aPolicy(situation.policy),
    unitGroups: [aUnitGroup(situation.counted)],
    findings: situation.found ?? [],
    photos: situation.photos ?? [],
    holds: situation.holds ?? [],
    clockHolds: situation.clockHolds ?? [],
    answers: situation.answers ?? [],
    ...(situation.asOf === undefined ? {} : { asOf: situation.asOf }),
  });
}
