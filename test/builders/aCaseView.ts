import type { CaseView } from '../../renderer/queries/caseView.ts';
import { decideCase } from '../../shared/policy/decideCase.ts';
import { readCaseFile } from '../../shared/returns/caseFile.ts';
import type {
  Contract,
  OrderLine,
  PolicyVersion,
  ReturnCase,
} from '../../shared/returns/documents.ts';
import type { Fact } from '../../shared/returns/fact.ts';
import { policyInputOf } from '../../shared/returns/policyInput.ts';
import { newYorkCalendar } from './aCalendar.ts';
import { aCase } from './aCase.ts';
import { aClient } from './aClient.ts';
import { aContract } from './aContract.ts';
import { anOrderLine } from './anOrderLine.ts';
import { aPolicy } from './aPolicy.ts';

/** A case as a screen sees it, over these facts. */
export function aCaseView(
  facts: readonly Fact[],
  office: {
    readonly returnCase?: Partial<ReturnCase>;
    readonly orderLines?: readonly OrderLine[];
    readonly policy?: PolicyVersion;
    readonly contract?: Contract;
  } = {},
): CaseView {
  const orderLines = office.orderLines ?? [anOrderLine()];
  const file = readCaseFile(aCase(office.returnCase), facts);
  const references = {
    policy: office.policy ?? aPolicy(),
    client: aClient(),
    contract: office.contract ?? aContract(),
    orderLines: [...orderLines],
    calendar: newYorkCalendar(),
    periodCalendar: null,
    grantedElsewhere: [],
    serialsElsewhere: [],
  };
  return {
    file,
    references,
    decision: decideCase(policyInputOf(file, references, '2026-11-20')),
    standing: null,
    uncounted: null,
    corrected: null,
    clientName: references.client.name,
    orderLines,
    acceptance: new Map(),
    refunds: [],
    precedents: [],
    people: new Map(),
  };
}
