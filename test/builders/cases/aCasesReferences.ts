import type { CaseReferences } from '../../../shared/cases/reading/policyInput.ts';
import { newYorkCalendar } from './aCalendar.ts';
import { aClient } from './aClient.ts';
import { aContract } from './aContract.ts';
import { anOrderLine } from './anOrderLine.ts';
import { aPolicy } from './aPolicy.ts';

/** What the usual case is decided with; no other case had any of it. */
export function aCasesReferences(overrides: Partial<CaseReferences> = {}): CaseReferences {
  return {
    policy: aPolicy(),
    client: aClient(),
    contract: aContract(),
    orderLines: [anOrderLine()],
    calendar: newYorkCalendar(),
    periodCalendar: null,
    grantedElsewhere: [],
    serialsElsewhere: [],
    ...overrides,
  };
}
