import type { ClauseOutcome, PolicyInput, Standing } from '../decision.ts';
import { fired, type GroupContext, notFired } from '../reading.ts';
import { citeAnswer, citeContract, citeFacts } from '../references.ts';
import { why } from '../whyCodes.ts';

/**
 * III-REFUND: goods that meet the conditions and are intact (complete, no damage beyond what was
 * claimed) have their refund started at once, by the contract's method.
 */
export function refund(
  { facts, input, weighing }: GroupContext,
  decided: {
    readonly standing: Standing;
    readonly refusedNotIntact: boolean;
    readonly notIntactOpen: boolean;
    readonly amount: number;
  },
): ClauseOutcome {
  const beyond = beyondCodes(weighing.beyond);
  const cited = [facts.group.id, ...citeFacts(weighing.beyond)];
  if (decided.refusedNotIntact)
    return notFired('III-REFUND', why('refund.notIntactByPerson', { beyond }), [
      ...cited,
      citeAnswer('intactMeaning'),
    ]);
  if (decided.notIntactOpen)
    return notFired('III-REFUND', why('refund.notIntact', { beyond }), cited);
  if (decided.standing === 'upheld')
    return fired('III-REFUND', why('refund.due', refundData(input, decided.amount)), [
      ...citeContract(input),
      facts.group.id,
      ...citeFacts(facts.findings),
    ]);
  return notFired(
    'III-REFUND',
    decided.standing === 'notUpheld' ? why('refund.notUpheld', {}) : why('refund.undecided', {}),
    [facts.group.id],
  );
}

function refundData(input: PolicyInput, amount: number) {
  return {
    amount,
    currency: input.contract?.currency ?? input.orderLines[0]?.currency ?? 'USD',
    method: input.contract?.refundMethod ?? '',
  };
}

export function beyondCodes(beyond: GroupContext['weighing']['beyond']): string {
  return [...new Set(beyond.map((f) => f.observation.code))].sort().join(' ');
}
