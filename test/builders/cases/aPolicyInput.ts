import type { PolicyInput } from '../../../shared/policy/decision.ts';
import { newYorkCalendar } from './aCalendar.ts';
import { aCase } from './aCase.ts';
import { aClient } from './aClient.ts';
import { aContract } from './aContract.ts';
import { anOrderLine } from './anOrderLine.ts';
import { aPolicy } from './aPolicy.ts';
import { aFinding, anArrival, aUnitGroup } from './recordedFacts.ts';

/** Ten leaking pumps, applied for in time, made badly by us: upheld, USD 1,250.00. */
export function aPolicyInput(overrides: Partial<PolicyInput> = {}): PolicyInput {
  return {
    policy: aPolicy(),
    returnCase: aCase(),
    client: aClient(),
    contract: aContract(),
    orderLines: [anOrderLine()],
    calendar: newYorkCalendar(),
    arrivals: [anArrival()],
    unitGroups: [aUnitGroup()],
    findings: [aFinding()],
    photos: [],
    holds: [],
    clockHolds: [],
    answers: [],
    periodCalendar: null,
    grantedElsewhere: [],
    serialsElsewhere: [],
    asOf: '2026-11-20',
    ...overrides,
  };
}
