import type { CaseView } from '../../../renderer/queries/oneCase/caseView.ts';
import { readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import { policyInputOf } from '../../../shared/cases/reading/policyInput.ts';
import type {
  Contract,
  OrderLine,
  PolicyVersion,
  ReturnCase,
} from '../../../shared/facts/documents.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { decideCase } from '../../../shared/policy/decide/decideCase.ts';
import { newYorkCalendar } from '../cases/aCalendar.ts';
import { aCase } from '../cases/aCase.ts';
import { aClient } from '../cases/aClient.ts';
import { aContract } from '../cases/aContract.ts';
import { anOrderLine } from '../cases/anOrderLine.ts';
import { aPolicy } from '../cases/aPolicy.ts';

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
