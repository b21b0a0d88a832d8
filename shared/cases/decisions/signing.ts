/** What a signed decision grants, and how many signatures it takes. */

import type { Contract } from '../../facts/documents.ts';
import type { VerdictDecidedFact } from '../../facts/fact.ts';
import type { Refusal } from '../../facts/refusal.ts';
import { accept, type Result, refuse } from '../../result.ts';
import type { CaseFile } from '../reading/caseFile.ts';
import { lineOf } from '../reading/lineOf.ts';
import type { CaseReferences } from '../reading/policyInput.ts';
import { type Chosen, grantedBy } from './choices.ts';
import { type Added, type GrantedPortion, grantedOnLines, leftOnLine } from './grants.ts';
import { grantedOnOtherLine } from './movedUnits.ts';

/** What a choice grants, as the register keeps it. */
export function grantedPortion(
  one: Chosen,
  file: Pick<CaseFile, 'unitGroups' | 'returnCase'>,
): GrantedPortion {
  const { choice, portion } = one;
  return {
    unitGroupId: portion.unitGroupId,
    units: [...portion.units],
    orderLineId: lineOf(portion.unitGroupId, file),
    resolution: choice.resolution,
    disposition: choice.disposition,
    ...grantedBy(one),
  };
}

/**
 * One, or two where the worth of goods granted in the whole case passes the contract's limit, or where
 * an override grants beyond what is left of an order line, or what may be units of another line granted
 * before. Refusals: `moreThanLeft`, `grantedOnOtherLine`.
 */
export function signaturesNeeded(
  fact: VerdictDecidedFact,
  {
    portions,
    added,
  }: { readonly portions: readonly GrantedPortion[]; readonly added: readonly Added[] },
  file: CaseFile,
  references: CaseReferences,
  contract: Contract,
): Result<1 | 2, Refusal> {
  const granted = new Map(grantedOnLines(file.grants).map((line) => [line.orderLineId, line]));
  const elsewhere = new Map(references.grantedElsewhere.map((g) => [g.orderLineId, g]));
  let isBeyond = false;
  for (const line of added) {
    const orderLine = references.orderLines.find((o) => o.id === line.orderLineId);
    if (!orderLine) return refuse({ code: 'unknownUnitGroup' });
    const left = leftOnLine(
      orderLine,
      granted.get(line.orderLineId),
      elsewhere.get(line.orderLineId),
    );
    if (line.value <= Math.max(0, left.value) && line.quantity <= Math.max(0, left.quantity))
      continue;
    if (fact.decision !== 'override')
      return refuse({ code: 'moreThanLeft', orderLineId: line.orderLineId, left: left.value });
    isBeyond = true;
  }
  const moved = grantedOnOtherLine(portions, added, file, references.movedHere);
  if (moved !== null && fact.decision !== 'override')
    return refuse({ code: 'grantedOnOtherLine', orderLineId: moved });
  isBeyond ||= moved !== null;
  const before = grantedOnLines(file.grants).reduce((sum, line) => sum + line.value, 0);
  const worth = before + added.reduce((sum, line) => sum + line.value, 0);
  const limit = contract.secondApprovalAbove;
  return accept(isBeyond || (limit !== null && worth > limit) ? 2 : 1);
}
