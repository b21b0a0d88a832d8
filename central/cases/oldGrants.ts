import {
  type Chosen,
  grantedBy,
  matchChoices,
  paysMoney,
} from '../../shared/cases/decisions/choices.ts';
import {
  type Added,
  addedBy,
  type GrantedPortion,
  grantedOnLines,
} from '../../shared/cases/decisions/grants.ts';
import { isApproval } from '../../shared/cases/decisions/signatures.ts';
import { grantedPortion } from '../../shared/cases/decisions/signing.ts';
import { computeVerdict, decidingOf } from '../../shared/cases/decisions/verdict.ts';
import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { CaseReferences } from '../../shared/cases/reading/policyInput.ts';
import type { Grant, Refund } from '../../shared/facts/documents.ts';
import type { VerdictDecidedFact } from '../../shared/facts/fact.ts';
import { noCurrency } from '../../shared/facts/money.ts';
import { sumQuantities } from '../../shared/facts/quantity.ts';
import { UnitGroupId } from '../../shared/ids.ts';
import { type Result, refuse } from '../../shared/result.ts';

export type OldDecision = { readonly fact: VerdictDecidedFact; readonly acceptedAt: string };

type OldCase = {
  readonly file: CaseFile;
  readonly references: CaseReferences | null;
  readonly refunds: readonly Refund[];
  /** In the order central accepted them. */
  readonly decisions: readonly OldDecision[];
};

/**
 * What decisions of before there was a ledger granted, by the rules they were accepted under: money is
 * what the register says was set free, whatever would be computed today; an approval above the limit
 * that nobody signed a second time granted nothing; an exchange counted for nothing then and is
 * entered with its worth.
 */
export function grantsBefore(old: OldCase): readonly Grant[] {
  const grants: Grant[] = [];
  const verdicts = [...new Set(old.decisions.map(({ fact }) => fact.verdictId))];
  const final = verdicts.flatMap((id) => finalDecision(old, id) ?? []);
  for (const one of [...final].sort((a, b) => old.decisions.indexOf(a) - old.decisions.indexOf(b)))
    grants.push(grantOf(one, old, grants));
  return grants;
}

function finalDecision(old: OldCase, verdictId: string): OldDecision | null {
  const own = old.decisions.filter(({ fact }) => fact.verdictId === verdictId);
  const declined = own.find(({ fact }) => fact.decision === 'decline');
  if (declined) return declined;
  const approvals = own.filter(({ fact }) => isApproval(fact));
  const [first, second] = approvals;
  if (!first) return null;
  const refund = old.refunds.find((r) => r.verdictId === verdictId);
  if (refund)
    return (
      approvals.findLast((a) => a.acceptedAt === refund.approvedAt) ?? approvals.at(-1) ?? null
    );
  const limit = old.references?.contract?.secondApprovalAbove ?? null;
  const chosen = choicesOf(first.fact, old);
  const money = chosen.ok
    ? chosen.value
        .filter(({ choice }) => paysMoney.has(choice.resolution))
        .reduce((sum, one) => sum + grantedBy(one).amount, 0)
    : 0;
  return limit !== null && money > limit ? (second ?? null) : first;
}

function grantOf({ fact, acceptedAt }: OldDecision, old: OldCase, before: readonly Grant[]): Grant {
  const { file } = old;
  const refund = old.refunds.find((r) => r.verdictId === fact.verdictId) ?? null;
  const portions = portionsOf(fact, old, refund);
  const added = addedThen(portions, refund, old, before);
  const signers = old.decisions
    .filter((d) => d.fact.verdictId === fact.verdictId && isApproval(d.fact))
    .map((d) => d.fact.personId);
  return {
    id: fact.id,
    caseId: fact.caseId,
    verdictId: fact.verdictId,
    siteId: file.returnCase.siteId,
    decision: fact.decision === 'sendBack' ? 'decline' : fact.decision,
    currency: refund?.currency ?? old.references?.contract?.currency ?? noCurrency,
    portions: [...portions],
    added: [...added],
    orderLines: added.map((line) => line.orderLineId),
    refundId: refund?.id ?? null,
    signedBy: isApproval(fact)
      ? [...new Set([...signers.filter((id) => id !== fact.personId), fact.personId])].slice(-2)
      : [fact.personId],
    acceptedAt,
  };
}

function choicesOf(fact: VerdictDecidedFact, { file, references }: OldCase) {
  const inspection = file.facts.find(
    (f) => f.kind === 'inspectionFinished' && f.verdictId === fact.verdictId,
  );
  const unknown: Result<readonly Chosen[], { readonly code: 'unknownVerdict' }> = refuse({
    code: 'unknownVerdict',
  });
  if (inspection?.kind !== 'inspectionFinished' || references === null) return unknown;
  // Nobody looked at other cases then.
  const alone = { ...references, grantedElsewhere: [], serialsElsewhere: [] };
  const decided = computeVerdict(inspection, file, alone, decidingOf(fact, file));
  return decided.ok ? matchChoices(fact.choices, decided.value) : decided;
}

function portionsOf(
  fact: VerdictDecidedFact,
  old: OldCase,
  refund: Refund | null,
): readonly GrantedPortion[] {
  const { file } = old;
  if (!isApproval(fact))
    return file.unitGroups.map((g) => ({ ...whole(g.unitGroupId, old), orderLineId: null }));
  const chosen = choicesOf(fact, old);
  if (chosen.ok)
    return chosen.value.map((one) => ({
      ...grantedPortion(one, file),
      orderLineId: orderLineOf(one.portion.unitGroupId, file),
    }));
  return fact.choices.map((choice) => {
    const amount = paidFor(choice.unitGroupId, refund);
    const portion = whole(choice.unitGroupId, old);
    return {
      ...portion,
      resolution: choice.resolution,
      disposition: choice.disposition,
      quantity: amount > 0 ? quantityOf(choice.unitGroupId, file) : 0,
      value: amount,
      amount,
    };
  });
}

function whole(unitGroupId: UnitGroupId, { file }: OldCase): GrantedPortion {
  const quantity = quantityOf(unitGroupId, file);
  return {
    unitGroupId,
    units: quantity > 0 ? [{ from: 0, to: quantity }] : [],
    orderLineId: orderLineOf(unitGroupId, file),
    resolution: 'none',
    disposition: 'returnToClient',
    quantity: 0,
    value: 0,
    amount: 0,
  };
}

/** Paid is what the register says; granted at least that, and never less than was paid so far. */
function addedThen(
  portions: readonly GrantedPortion[],
  refund: Refund | null,
  old: OldCase,
  before: readonly Grant[],
): readonly Added[] {
  const { file } = old;
  const [fallback] = old.references?.orderLines ?? [];
  const paid = new Map<string, number>();
  for (const line of refund?.lines ?? []) {
    const orderLineId = orderLineOf(line.unitGroupId, file) ?? fallback?.id;
    if (orderLineId) paid.set(orderLineId, (paid.get(orderLineId) ?? 0) + line.amount);
  }
  const had = new Map(grantedOnLines(before).map((line) => [line.orderLineId, line]));
  const computed = new Map(
    addedBy(portions, { ...file, grants: before }).map((line) => [line.orderLineId, line]),
  );
  const ids = new Set([...computed.keys(), ...portions.flatMap((p) => p.orderLineId ?? [])]);
  if (fallback && paid.has(fallback.id)) ids.add(fallback.id);
  return [...ids].sort().map((orderLineId) => {
    const earlier = had.get(orderLineId);
    const line = computed.get(orderLineId);
    const exchanged = line?.exchanged ?? 0;
    const money = (line?.value ?? 0) - exchanged;
    const pays = paid.get(orderLineId) ?? 0;
    const unpaid = (earlier?.value ?? 0) - (earlier?.exchanged ?? 0) - (earlier?.paid ?? 0);
    return {
      orderLineId,
      quantity: line?.quantity ?? 0,
      value: Math.max(money, pays - unpaid) + exchanged,
      paid: pays,
      ...(exchanged > 0 && { exchanged }),
    };
  });
}

function paidFor(unitGroupId: string, refund: Refund | null): number {
  return (refund?.lines ?? [])
    .filter((line) => line.unitGroupId === unitGroupId)
    .reduce((sum, line) => sum + line.amount, 0);
}

/** Also of a group that was corrected away since. */
function countsOf(unitGroupId: string, { facts }: CaseFile) {
  return facts.flatMap((f) =>
    f.kind === 'unitsCounted' && f.unitGroupId === UnitGroupId.parse(unitGroupId) ? [f] : [],
  );
}

function quantityOf(unitGroupId: string, file: CaseFile): number {
  const standing = file.unitGroups.find((g) => g.unitGroupId === unitGroupId);
  return standing?.quantity ?? sumQuantities(countsOf(unitGroupId, file).map((f) => f.quantity));
}

function orderLineOf(unitGroupId: string, file: CaseFile): GrantedPortion['orderLineId'] {
  const [count] = countsOf(unitGroupId, file);
  const group = file.unitGroups.find((g) => g.unitGroupId === unitGroupId) ?? count;
  const line = file.returnCase.lines.find((l) => l.id === group?.returnLineId);
  return line?.orderLineId ?? null;
}
