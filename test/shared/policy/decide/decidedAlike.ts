/** What a station and central, each with the facts in its own order, decide about the same case. */
import { z } from 'zod';
import { Answer } from '../../../../shared/facts/decisionFacts.ts';
import {
  Client,
  Contract,
  OrderLine,
  PolicyVersion,
  ReturnCase,
  SiteCalendar,
} from '../../../../shared/facts/documents.ts';
import {
  ArrivalFact,
  FindingFact,
  HeldFact,
  PhotoTakenFact,
  UnitsCountedFact,
} from '../../../../shared/facts/fact.ts';
import { MinorUnits } from '../../../../shared/facts/money.ts';
import { Quantity } from '../../../../shared/facts/quantity.ts';
import { LocalDate } from '../../../../shared/facts/time.ts';
import { CaseId, OrderLineId, UnitGroupId } from '../../../../shared/ids.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { canonicalJson } from '../../../../shared/sync/canonicalJson.ts';
import { backwards } from '../anyCase.ts';

/** The input as it crosses the boundary, by the schemas of both sides. */
const Sent = z.strictObject({
  policy: PolicyVersion,
  returnCase: ReturnCase,
  client: Client.nullable(),
  contract: Contract.nullable(),
  orderLines: z.array(OrderLine),
  calendar: SiteCalendar,
  arrivals: z.array(ArrivalFact),
  unitGroups: z.array(UnitsCountedFact.extend({ caseId: CaseId })),
  findings: z.array(FindingFact),
  photos: z.array(PhotoTakenFact),
  holds: z.array(HeldFact),
  clockHolds: z.array(
    z.strictObject({ heldOn: LocalDate, releasedOn: LocalDate.nullable(), reason: z.string() }),
  ),
  answers: z.array(Answer),
  periodCalendar: SiteCalendar.nullable(),
  grantedElsewhere: z.array(
    z.strictObject({ orderLineId: OrderLineId, quantity: Quantity, value: MinorUnits }),
  ),
  serialsElsewhere: z.array(
    z.strictObject({ unitGroupId: UnitGroupId, serial: z.string(), caseId: CaseId }),
  ),
  picturesElsewhere: z.array(z.strictObject({ sha256: z.string(), caseId: CaseId })).default([]),
  asOf: LocalDate,
});

export function isDecidedAlike(input: PolicyInput): boolean {
  const atCentral = backwards(Sent.parse(JSON.parse(canonicalJson(input))));
  return JSON.stringify(decideCase(atCentral)) === JSON.stringify(decideCase(input));
}
